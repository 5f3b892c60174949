public import ReportModel

/// Something the merge did, or could not decide.
public struct MergeEvent: Sendable, Hashable {
  /// What happened.
  ///
  /// The raw values are stable names.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number changed in the data only: taken.
    case numberUpdated
    /// A number changed by hand only: kept. The cell it is bound to still holds the old value.
    case numberEditedByHand
    /// A number changed by hand and in the data to the same value.
    case numberAgreed
    /// A number changed by hand and in the data to different values: the draft's was kept.
    case numberConflict
    /// Words changed by hand only: kept.
    case wordsEditedByHand
    /// Words that the new text gives where the draft was not edited: taken.
    case wordsGenerated
    /// Words changed to the same on both sides.
    case wordsAgreed
    /// Words changed on both sides: the draft's were kept.
    case wordsConflict
    /// Sentences added by hand: kept.
    case addedByHand
    /// Sentences dropped by hand: left out.
    case droppedByHand
    /// Sentences the new text has more: taken.
    case addedByData
    /// Sentences the new text no longer has: left out.
    case droppedByData
    /// The new text changed something in a passage that was dropped by hand: left out.
    case changedWhereDropped
    /// Sentences moved by hand: their place was kept.
    case movedByHand
    /// Sentences moved by the new text: moved.
    case movedByData
    /// Sentences moved on both sides: the draft's place was kept.
    case movedByBoth
    /// A number typed by hand that equals one the data has changed: to be looked at.
    case possiblyStale
    /// A heading whose number does not follow the one before it, in the result only.
    case numberingBroken

    /// Whether a person has to decide.
    public var isConflict: Bool { self == .numberConflict || self == .wordsConflict }

    /// Whether a person should look, without anything being undecided.
    public var wantsReview: Bool {
      switch self {
      case .changedWhereDropped, .movedByBoth, .possiblyStale, .numberingBroken: true
      default: false
      }
    }
  }

  /// A number on the sides that have it.
  public struct Number: Sendable, Hashable {
    /// As last generated; nil where it was not there.
    public var base: NumberText?
    /// As the draft has it.
    public var mine: NumberText?
    /// As newly generated.
    public var theirs: NumberText?
    /// What it counts, in the words around it; empty for digits of dates and names.
    public var label: String
    /// The cells it is printed or worked out from; empty where it is bound to none.
    public var origins: [ValueOrigin]
    /// Whether the text prints the one cell itself, so that a value typed by hand can be written
    /// to it.
    public var isDirect: Bool
    /// Whether the draft says something else than the data: another value, or other words that
    /// qualify it; 两次 is 2次, and 0.5亿元 is 5000万元.
    public var differsFromData: Bool {
      guard let mine, let theirs else { return mine != nil }
      guard let one = mine.value, let two = theirs.value,
        mine.unit.isCommensurable(with: theirs.unit)
      else { return mine.text != theirs.text }
      return mine.qualifiers != theirs.qualifiers
        || one.scaled(byPowerOfTen: mine.unit.powerOfTen - theirs.unit.powerOfTen) != two
    }

    /// Whether words of the sentence were edited by hand, so that a number updated in it should
    /// be read again.
    public var isNearEdit: Bool
  }

  /// A number as printed.
  public struct NumberText: Sendable, Hashable {
    /// As printed, with the words that bear on its value and its unit.
    public var text: String
    /// The number, multipliers not applied; nil for digits of dates and names, and where it is
    /// too long to be held.
    public var value: ExactDecimal?
    /// The unit as printed.
    public var unit: MeasureUnit
    /// The words that qualify it, in text order.
    public var qualifiers: [String]
    /// Where it stands in its text, in UTF-8 offsets.
    public var range: Range<Int>
  }

  /// What happened.
  public var kind: Kind
  /// The place in the text last generated, in UTF-8 offsets; nil where it has none.
  public var base: Range<Int>?
  /// The place in the draft.
  public var mine: Range<Int>?
  /// The place in the text newly generated.
  public var theirs: Range<Int>?
  /// The place in the merged text; empty where something was left out.
  public var result: Range<Int>
  /// The text as last generated; empty where there was none.
  public var baseText: String
  /// The draft's text.
  public var mineText: String
  /// The text newly generated.
  public var theirsText: String
  /// The numbers it is about, in text order.
  public var numbers: [Number]
  /// The numbers and titles of the headings it stands under, outermost first.
  public var headings: [String]

  /// An event from its parts.
  public init(
    kind: Kind, base: Range<Int>?, mine: Range<Int>?, theirs: Range<Int>?, result: Range<Int>,
    baseText: String, mineText: String, theirsText: String, numbers: [Number], headings: [String]
  ) {
    self.kind = kind
    self.base = base
    self.mine = mine
    self.theirs = theirs
    self.result = result
    self.baseText = baseText
    self.mineText = mineText
    self.theirsText = theirsText
    self.numbers = numbers
    self.headings = headings
  }
}
