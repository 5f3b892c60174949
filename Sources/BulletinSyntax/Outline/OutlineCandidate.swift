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
///
/// Packed, since in a text of numbers and little else there is one for every few bytes.
struct OutlineCandidate {
  private var start: UInt32
  private var end: UInt32
  private var lineStart32: UInt32
  private var lineEnd32: UInt32
  private var value: UInt8
  private var style: OrdinalStyle
  private var variant: UInt8
  private var traits: UInt8

  private static let isTorn: UInt8 = 0x10
  private static let isAnAddress: UInt8 = 0x20

  init(
    _ reading: OrdinalReading, _ context: OrdinalContext, lineStart: Int, isAfterTornLine: Bool,
    isAddress: Bool = false
  ) {
    start = UInt32(clamping: reading.start)
    end = UInt32(clamping: reading.end)
    lineStart32 = UInt32(clamping: lineStart)
    lineEnd32 = lineStart32
    value = UInt8(clamping: reading.mark.value)
    style = reading.mark.style
    variant = reading.variant
    traits =
      context.rawValue | (isAfterTornLine ? Self.isTorn : 0) | (isAddress ? Self.isAnAddress : 0)
  }

  /// The number.
  var reading: OrdinalReading {
    OrdinalReading(
      mark: OrdinalMark(style: style, value: Int(value)), variant: variant, start: Int(start),
      end: Int(end))
  }

  /// What stands before it.
  var context: OrdinalContext { OrdinalContext(rawValue: traits & 0x0F) ?? .word }

  /// Where its line begins, indentation included.
  var lineStart: Int { Int(lineStart32) }

  /// Where its line ends, the line end left out.
  var lineEnd: Int {
    get { Int(lineEnd32) }
    set { lineEnd32 = UInt32(clamping: newValue) }
  }

  /// Whether the line before breaks off in mid-sentence.
  var isAfterTornLine: Bool { traits & Self.isTorn != 0 }

  /// An address such as 各位代表！ at the head of a paragraph: no heading, but it closes the lists
  /// of the part it stands in.
  var isAddress: Bool { traits & Self.isAnAddress != 0 }

  /// Tells lists apart: style and variant.
  var key: UInt16 {
    UInt16(style.rawValue) << 8 | UInt16(variant)
  }

  /// A number alone before a blank, which only 1.1 behind it makes a heading.
  var isBarePathNumber: Bool { style == .decimalPath && variant == 1 }

  /// A number that lacks its mark or half of it (1保障, 一）), which only a list makes a heading.
  var lacksMark: Bool {
    variant == 1 && (style == .arabicStop || style == .chineseBrackets)
  }

  /// A path such as 1.1, the first under a bare number.
  var isFirstUnderPathNumber: Bool {
    style == .decimalPath && variant == 2 && value == 1
  }
}
