/// What stands before a number, which tells how likely it opens a heading.
enum OrdinalContext: UInt8 {
  /// The head of a line, blanks aside.
  case lineStart
  /// A stop, or a closing mark.
  case stop
  /// A colon.
  case colon
  /// A blank or a tag inside a line.
  case blank
  /// A comma.
  case comma
  /// A character of the running text.
  case word
}

/// A place where a heading may begin, as the scan over the text found it.
struct OutlineCandidate {
  /// The number.
  var reading: OrdinalReading
  /// What stands before it.
  var context: OrdinalContext
  /// Where its line begins, indentation included.
  var lineStart: Int
  /// Where its line ends, the line end left out.
  var lineEnd: Int
  /// Whether the line before breaks off in mid-sentence.
  var isAfterTornLine: Bool
  /// An address such as 各位代表！ at the head of a paragraph: no heading, but it closes the lists
  /// of the part it stands in.
  var isAddress = false

  /// Tells lists apart: style and variant.
  var key: UInt16 {
    UInt16(reading.mark.style.rawValue) << 8 | UInt16(reading.variant)
  }

  /// A number alone before a blank, which only 1.1 behind it makes a heading.
  var isBarePathNumber: Bool { reading.mark.style == .decimalPath && reading.variant == 1 }

  /// A path such as 1.1, the first under a bare number.
  var isFirstUnderPathNumber: Bool {
    reading.mark.style == .decimalPath && reading.variant == 2 && reading.mark.value == 1
  }
}
