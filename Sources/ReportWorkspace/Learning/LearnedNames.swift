import BulletinSyntax
import SourceText

/// Gives figures names from the part they stand in and the words around them.
struct LearnedNames {
  private let parts: [(start: Int, name: String)]
  private var used: [String: Int] = [:]
  private var count = 0
  private var last: (end: Int, label: String) = (-1, "")

  init(_ tree: SyntaxTree) {
    parts = tree.headings.filter { $0.level == 1 }.map { heading in
      (heading.number.lowerBound, Self.plain(tree.source.text(in: heading.title), limit: 8))
    }
  }

  /// The figure with a name no other has.
  mutating func named(_ figure: LearnedFigure) -> LearnedFigure {
    var figure = figure
    let part = parts.last { $0.start <= figure.range.lowerBound }?.name ?? ""
    // In 2起5人次 the second figure counts what the first one counts.
    let isSecond = figure.label.isEmpty && figure.range.lowerBound == last.end
    let label = isSecond ? last.label : Self.plain(figure.label, limit: 14)
    last = (figure.range.upperBound, label)
    let base = (part.isEmpty ? "正文" : part + "部分") + "." + (label.isEmpty ? "数字" : label)
    let times = (used[base] ?? 0) + 1
    used[base] = times
    // The mark between label and count keeps 甲1 apart from a label that ends with a digit.
    figure.id = times == 1 ? base : "\(base)_\(times)"
    count += 1
    figure.row = count
    return figure
  }

  /// Han characters, ASCII letters and digits of a text, at most `limit` of them.
  static func plain(_ text: String, limit: Int) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where output.count < limit {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let isLatin = scalar.isASCII && scalar.properties.isAlphabetic
      let isDigit = (0x30...0x39).contains(scalar.value)
      if isHan || isLatin || isDigit { output.append(scalar) }
    }
    return String(output)
  }
}
