import BulletinSyntax
import ReportModel
import SourceText

/// A figure of a published text on its way to a row of `figures.csv`.
struct LearnedFigure {
  /// Its place among the figures of the text.
  let index: Int
  /// What the slot takes the place of: the figure, with a qualifier that stands right before it.
  let range: Range<Int>
  /// Its value with all that is needed to print it again.
  let quantity: Quantity?
  /// What it counts, in the words around it.
  let label: String
  /// The sentence it stands in.
  let sentence: String
  /// The name templates use; set by ``LearnedNames``.
  var id = ""
  /// The row it gets in `figures.csv`; from 1 after the head.
  var row = 0

  init(_ figure: Figure, index: Int, in source: SourceFile) {
    self.index = index
    label = source.text(in: figure.label)
    sentence = source.text(
      in: SentenceSpan.around(figure.range, in: source.bytes, reach: 200))
    let surface = source.text(in: figure.range)
    let before = figure.qualifiers.filter { $0.upperBound <= figure.range.lowerBound }
    let words = figure.qualifiers.compactMap { Qualifier(source.text(in: $0)) }
    let joined = before.first?.lowerBound ?? figure.range.lowerBound
    // Qualifiers before the number belong to the slot only where nothing stands between.
    let isJoined = before.isEmpty || Self.isContiguous(before + [figure.range])
    let wide = isJoined ? joined..<figure.range.upperBound : figure.range
    let unit = MeasureUnit(figure.unitText(in: source))
    range = wide
    guard let value = figure.value, words.count == figure.qualifiers.count else {
      quantity = figure.value.map { Quantity($0, unit: unit, asWritten: surface) }
      return
    }
    let wanted = source.text(in: wide)
    let own = isJoined ? words : words.filter { $0.placement != .beforeNumber }
    let candidates = [
      Quantity(value, unit: unit, qualifiers: own),
      Quantity(
        value, unit: unit, qualifiers: own.filter { $0.placement != .beforeUnit },
        asWritten: Self.core(surface, without: own)),
    ]
    // A data file's ％ is read as %; where the text has it, the row says so in words.
    let isFolded = unit.text == "％"
    quantity = candidates.first { $0.printed == wanted && (!isFolded || $0.asWritten != nil) }
  }

  /// Whether a row can print the figure again.
  var isPrintable: Bool {
    guard let quantity else { return false }
    // A line break or a brace inside a value has no place in a cell or a slot.
    return !(quantity.asWritten ?? "").utf8.contains { $0 < 0x20 || $0 == 0x7B || $0 == 0x7D }
  }

  /// The figure as a data file would give it.
  var single: SingleFigure {
    SingleFigure(
      id: id, label: label, quantity: quantity,
      origin: ValueOrigin(file: "data/figures.csv", line: row + 1, column: 1, path: id))
  }

  /// The surface without the qualifiers that stand behind the unit.
  private static func core(_ surface: String, without qualifiers: [Qualifier]) -> String {
    var text = surface[...]
    for qualifier in qualifiers.reversed() where qualifier.placement == .afterUnit {
      if text.hasSuffix(qualifier.word) { text = text.dropLast(qualifier.word.count) }
    }
    return String(text)
  }

  private static func isContiguous(_ ranges: [Range<Int>]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
  }
}
