import BulletinSyntax
import ReportModel
import SourceText

/// The data and earlier period that go with an example of a rule which needs them.
struct ExampleData: Sendable {
  /// A value of the data and how the example prints it.
  struct Value: Sendable {
    /// The figure as the text prints it.
    let printed: String
    /// The name in the data.
    let path: String
    /// What the data say; nil where they have no such row.
    let data: String?
    /// What the last period said; nil where it had no such row.
    let last: String?
    /// What stretch of time it covers.
    let kind: FigureKind?

    init(
      _ printed: String, _ path: String, data: String?, last: String? = nil,
      kind: FigureKind? = nil
    ) {
      self.printed = printed
      self.path = path
      self.data = data
      self.last = last
      self.kind = kind
    }
  }

  var values: [Value] = []
  /// Whether the earlier values are those of a year ago, not of the last period.
  var isOfLastYear = false
  /// Last period's text.
  var lastText: String?
  /// Last period's plans with what became of them.
  var plans: [(title: String, progress: String)] = []
  var links: [ReportEvidence.Link] = []

  /// The evidence for a text that prints the values in their order.
  func evidence(for source: SourceFile) -> ReportEvidence {
    var printed: [PrintedValue] = []
    var figures: [SingleFigure] = []
    var earlier: [SingleFigure] = []
    var kinds: [String: FigureKind] = [:]
    var cursor = 0
    for (index, value) in values.enumerated() {
      let origin = ValueOrigin(
        file: "data/figures.csv", line: index + 2, column: 3, path: value.path)
      kinds[value.path] = value.kind
      if let last = value.last {
        earlier.append(
          SingleFigure(id: value.path, label: "", quantity: Self.quantity(last), origin: origin))
      }
      if let data = value.data {
        figures.append(
          SingleFigure(id: value.path, label: "", quantity: Self.quantity(data), origin: origin))
      }
      guard let start = Self.find(value.printed, in: source.bytes, from: cursor) else { continue }
      cursor = start + value.printed.utf8.count
      printed.append(
        PrintedValue(
          range: start..<cursor, path: value.path, printed: Self.quantity(value.printed),
          expected: value.data.map(Self.quantity), origins: value.data == nil ? [] : [origin],
          isCertain: true))
    }
    return ReportEvidence(
      values: printed, draft: SyntaxTree.parse(SourceFile(name: "draft.txt", text: "")),
      data: DataSet(tables: planTable, figures: figures), kinds: kinds,
      period: Period("2023H2"), previous: isOfLastYear ? nil : earlierPeriod(earlier),
      lastYear: isOfLastYear ? earlierPeriod(earlier) : nil, links: links)
  }

  private func earlierPeriod(_ figures: [SingleFigure]) -> ReportEvidence.Earlier? {
    guard let period = Period(isOfLastYear ? "2022H2" : "2023H1"),
      !figures.isEmpty || lastText != nil || !plans.isEmpty
    else { return nil }
    let text = lastText.map { SyntaxTree.parse(SourceFile(name: "last.txt", text: $0)) }
    return ReportEvidence.Earlier(period: period, data: DataSet(figures: figures), text: text)
  }

  private var planTable: [DataTable] {
    guard !plans.isEmpty else { return [] }
    let columns = ["打算", "进展"].map { DataColumn(name: $0, unit: MeasureUnit("")) }
    let rows = plans.enumerated().map { index, plan in
      [
        DataCell(.text(plan.title), line: index + 2, column: 1),
        DataCell(plan.progress.isEmpty ? .blank : .text(plan.progress), line: index + 2, column: 2),
      ]
    }
    return [
      DataTable(name: "上期打算", file: "data/上期打算.csv", columns: columns, rows: rows, keyColumn: 0)
    ]
  }

  /// A number and its unit: 627万元.
  private static func quantity(_ text: String) -> Quantity {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Quantity(
      ExactDecimal(digits) ?? ExactDecimal(0),
      unit: MeasureUnit(String(text.dropFirst(digits.count))))
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, bytes.count - wanted.count >= start else { return nil }
    return (start...(bytes.count - wanted.count)).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// The data as a page shows them, a line each.
  func lines(in language: MessageLanguage) -> [String] {
    let isChinese = language == .zh
    var lines: [String] = []
    for value in values {
      let data = value.data ?? (isChinese ? "没有这一行" : "no such row")
      let last = value.last.map { isChinese ? "，上期\($0)" : ", last period \($0)" } ?? ""
      lines.append(
        (isChinese ? "数据 " : "data ") + "\(value.path)\(isChinese ? "：" : ": ")\(data)\(last)")
    }
    for plan in plans {
      let progress =
        plan.progress.isEmpty ? (isChinese ? "进展未填" : "no progress given") : plan.progress
      lines.append(
        (isChinese ? "上期打算 " : "last plan ") + "\(plan.title)\(isChinese ? "：" : ": ")\(progress)")
    }
    for link in links {
      lines.append((isChinese ? "对应 " : "link ") + "\(link.problem) → \(link.plan)")
    }
    if let lastText {
      lines.append(isChinese ? "上期正文：" : "last period's text:")
      lines += lastText.split(separator: "\n").map { "  \($0)" }
    }
    return lines
  }
}
