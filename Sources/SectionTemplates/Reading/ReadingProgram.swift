import ReportModel

/// The pattern of a template's printed text: steps that a text is matched against.
///
/// It accepts every text the template can print with the values of the promised forms, and maybe
/// more; what else it accepts makes a reading uncertain, never wrong, because the matcher looks at
/// all readings at once.
struct ReadingProgram: Sendable {
  /// One step; without another target it goes on to the step after it.
  enum Step: Sendable {
    /// Words as they stand; behind a tag their leading line breaks may have been left out, and at
    /// the text's end their trailing ones.
    case words(Int, isAfterTag: Bool, mayEnd: Bool)
    /// Digits with at most one point and a leading minus.
    case number
    /// Digits alone.
    case ordinal
    /// A whole number in Chinese numerals.
    case numeral
    /// ① to ⑳.
    case circled
    /// A qualifier's word.
    case qualifier(Int)
    /// One character of a class. Where a number follows the text at once, the text ends before the
    /// first number that fits; its unit is words by their index, −1 for any.
    case character(Int, before: Int?)
    /// Out of a free text to the first step, or back to the second for another character.
    case end(Int, again: Int)
    /// Either step, the first preferred.
    case split(Int, Int)
    /// That step.
    case jump(Int)
    /// Where a slot's print begins and ends.
    case open(Int)
    case close(Int)
    /// Where a loop begins, where each of its members begins, and where it ends.
    case enter(Int)
    case member(Int)
    case leave(Int)
    /// As many line breaks as make the text before end in a blank line.
    case blankLine
    /// The line break at the end of the text, unless it stands there already.
    case lastLineEnd
    /// The text's end.
    case accept
  }

  /// The characters that free text may hold: all but control characters and these.
  struct CharacterClass: Sendable, Hashable {
    var excluded: Set<UInt32>
    /// Whether line breaks belong to it.
    var crossesLines = false

    func contains(_ scalar: UInt32) -> Bool {
      if scalar < 0x20 { return crossesLines && scalar == 0x0A }
      return !excluded.contains(scalar)
    }
  }

  var steps: [Step] = []
  var words: [[UInt8]] = []
  var classes: [CharacterClass] = []
  var slots: [ReadingSlot] = []
  /// How many loops there are.
  var loopCount = 0

  /// The index of a class, added where it is new.
  mutating func index(of characters: CharacterClass) -> Int {
    if let index = classes.firstIndex(of: characters) { return index }
    classes.append(characters)
    return classes.count - 1
  }
}

/// A slot as the reader knows it: what it prints, how that is read, and whether it can be.
struct ReadingSlot: Sendable {
  /// How the printed text becomes a value again.
  enum Form: Sendable {
    /// A number with its unit, where that is known, and qualifiers; and the other ways it may be
    /// written, with their values.
    case quantity(unit: String?, asWritten: [Written])
    /// A number alone; the unit is what it is counted in.
    case bareNumber(unit: String)
    case text
    /// Members and what stands between them.
    case list(separators: [String])
    /// Nothing that is read.
    case none
  }

  /// A way a quantity is written that only the data know: 两次.
  struct Written: Sendable, Hashable {
    let text: String
    let quantity: Quantity
  }

  /// What the path is made of: names, and the members of loops.
  enum PathPart: Sendable, Hashable {
    case name(String)
    case member(loop: Int)
  }

  let form: Form
  let path: [PathPart]
  /// The template file and the slot's place in it.
  let file: String
  let range: Range<Int>
  var readability: SlotReadability
}
