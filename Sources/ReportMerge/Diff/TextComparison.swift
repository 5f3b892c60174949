public import ReportModel
public import SourceText

/// What tells two texts apart: headings, sentences, figures.
public struct TextComparison: Sendable, Hashable {
  /// What became of a heading or a sentence.
  public enum Change: String, Sendable, CaseIterable {
    /// Only in the new text.
    case added
    /// Only in the old text.
    case dropped
    /// At another place among the others.
    case moved
    /// In other words, or under another number.
    case reworded
  }

  /// A heading that changed.
  public struct Heading: Sendable, Hashable {
    /// What became of it.
    public var change: Change
    /// Its level, from 1.
    public var level: Int
    /// Number and title in the old text; empty where it was not there.
    public var old: String
    /// Number and title in the new text; empty where it is not there.
    public var new: String
    /// The headings it stands under, outermost first: in the new text, of a dropped one in the old.
    public var headings: [String]
  }

  /// A sentence that changed otherwise than by its figures.
  public struct Sentence: Sendable, Hashable {
    /// What became of it.
    public var change: Change
    /// The old text; empty where it was not there.
    public var old: String
    /// The new text; empty where it is not there.
    public var new: String
    /// The headings it stands under, outermost first.
    public var headings: [String]
  }

  /// A figure of one text.
  public struct Printed: Sendable, Hashable {
    /// As printed, with unit and qualifiers.
    public var text: String
    /// The value, multipliers not applied; nil where it is too long to be held.
    public var value: ExactDecimal?
    /// The unit.
    public var unit: MeasureUnit
    /// The qualifying words, in text order.
    public var qualifiers: [String]
    /// Where it stands, in UTF-8 offsets.
    public var range: Range<Int>
  }

  /// A figure in both texts, or in one.
  public struct Figure: Sendable, Hashable {
    /// What it counts.
    public var label: String
    /// The name its cell has in the data; empty where it is bound to none.
    public var id: String
    /// In the old text; nil where it was not there.
    public var old: Printed?
    /// In the new text; nil where it is not there.
    public var new: Printed?
    /// The headings it stands under, outermost first.
    public var headings: [String]

    /// Whether both texts say the same.
    public var isSame: Bool {
      guard let old, let new else { return false }
      guard old.qualifiers == new.qualifiers else { return false }
      guard let difference else { return old.text == new.text }
      return difference.isZero
    }

    /// New less old in the new unit; nil where one is missing or they count different things.
    public var difference: ExactDecimal? {
      guard let new, let value = new.value, let before = oldValue else { return nil }
      return value.subtracting(before)?.normalized
    }

    /// Whether the difference is one of percentage points, of which no rate is given.
    public var isInPoints: Bool { new?.unit.base == "%" || new?.unit.base == "百分点" }

    /// The change in per cent of the old value, to two places; nil where there is none to tell.
    public var percent: ExactDecimal? {
      guard !isInPoints, let difference, let before = oldValue, !before.isZero, !before.isNegative
      else { return nil }
      return difference.scaled(byPowerOfTen: 2)?.divided(by: before, digits: 2)
    }

    /// The old value in the new unit.
    private var oldValue: ExactDecimal? {
      guard let old, let new, old.unit.isCommensurable(with: new.unit) else { return nil }
      return old.value?.scaled(byPowerOfTen: old.unit.powerOfTen - new.unit.powerOfTen)
    }
  }

  /// The headings that changed, in the order of the new text, dropped ones where they stood.
  public internal(set) var headings: [Heading] = []
  /// The sentences that changed otherwise than by figures.
  public internal(set) var sentences: [Sentence] = []
  /// All figures, in the order of the new text, dropped ones last.
  public internal(set) var figures: [Figure] = []

  /// Whether the texts say the same.
  public var isEmpty: Bool {
    headings.isEmpty && sentences.isEmpty && figures.allSatisfy(\.isSame)
  }

  /// Compares two texts; near linear in their size.
  ///
  /// Figures are matched by the names of their cells, then by the place in sentences that belong
  /// together, then by what they count.
  ///
  /// - Parameters:
  ///   - old: The old text.
  ///   - new: The new text.
  ///   - oldSegments: Where the stretches of the old text came from; in text order, or empty.
  ///   - newSegments: Where the stretches of the new text came from; in text order, or empty.
  public init(
    from old: SourceFile, to new: SourceFile, oldSegments: [SourcedText.Segment] = [],
    newSegments: [SourcedText.Segment] = []
  ) {
    var symbols = TextSymbols()
    let oldText = TokenText(old, &symbols)
    let newText = TokenText(new, &symbols)
    let alignment = TileAlignment(base: oldText, side: newText)
    let passages = PassageComparison(oldText, newText, alignment)
    headings = passages.headings()
    sentences = passages.sentences()
    var matcher = FigureMatcher(
      oldText, newText, OriginIndex(oldSegments), OriginIndex(newSegments))
    figures = matcher.figures(alignment)
  }
}
