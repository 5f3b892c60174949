import BulletinSyntax
import ReportModel
import SourceText

/// Gives figures names from the part they stand in and the words around them.
struct LearnedNames {
  private let parts: [(start: Int, name: String)]
  private let headings: [(start: Int, name: String)]
  private var tables: [String: Int] = [:]
  private var used: [String: Int] = [:]
  private var count = 0
  private var last: (end: Int, label: String) = (-1, "")

  init(_ tree: SyntaxTree) {
    parts = tree.headings.filter { $0.level == 1 }.map { heading in
      (heading.number.lowerBound, Self.plain(tree.source.text(in: heading.title), limit: 8))
    }
    headings = tree.headings.map { heading in
      (heading.number.lowerBound, Self.short(tree.source.text(in: heading.title)))
    }
  }

  /// A name for a table, from the heading it stands under and what it holds.
  mutating func table(of shape: RepeatedShape) -> String {
    let start = shape.range.lowerBound
    let heading = headings[..<headings.partitioningIndex { $0.start > start }]
    let unit = shape.figures.first?.quantity?.unit.base ?? ""
    let kind =
      shape.names.allSatisfy { $0.hasSuffix("奖") } ? "奖项" : unit == "元" ? "资金" : "明细"
    let base = (heading.last { !$0.name.isEmpty }?.name ?? "正文") + kind
    let times = (tables[base] ?? 0) + 1
    tables[base] = times
    return times == 1 ? base : "\(base)_\(times)"
  }

  /// The figure with a name no other has.
  mutating func named(_ figure: LearnedFigure) -> LearnedFigure {
    var figure = figure
    let part =
      parts[..<parts.partitioningIndex { $0.start > figure.range.lowerBound }].last?.name ?? ""
    // In 2起5人次 the second figure counts what the first one counts.
    let isSecond = figure.label.isEmpty && figure.range.lowerBound == last.end
    let label = isSecond ? last.label : Self.plain(Self.withoutYear(figure.label), limit: 14)
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

  /// 2023年高考 names a figure of every year.
  private static func withoutYear(_ label: String) -> String {
    let year = label.prefix(5)
    guard year.utf8.count == 7, year.hasSuffix("年"), Int(year.dropLast()) != nil else {
      return label
    }
    return String(label.dropFirst(5))
  }

  /// A heading's first words, cut where they could end.
  private static func short(_ text: String) -> String {
    var name = plain(text, limit: 8)
    while let last = name.last, "和与及的在了、".contains(last) { name.removeLast() }
    return name
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

extension Array {
  /// Where the first element stands for which `isBehind` holds, in an array where none after it fails.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
