import ReportModel
import XLSXWriter

/// The first sheet: what the report is, what it holds, where to go from here.
struct OverviewSheet {
  private let plan: WorkbookPlan
  private var sheet: SheetLayout
  /// Words, a value or link, a number.
  private static let width = 3

  /// The worksheet, which lists `others` in their order.
  static func layout(plan: WorkbookPlan, others: [SheetLayout]) -> SheetLayout {
    var maker = OverviewSheet(plan)
    maker.putTitle()
    maker.putFacts()
    maker.putCounts()
    maker.putParts()
    maker.putChecks(others)
    maker.putSheets(others)
    maker.sheet.columnWidths = [18, 46, 12]
    maker.putCharts()
    maker.sheet.isProtected = true
    maker.sheet.setUpPage(head: nil, caption: plan.caption)
    maker.sheet.page.landscape = !maker.sheet.charts.isEmpty
    return maker.sheet
  }

  private init(_ plan: WorkbookPlan) {
    self.plan = plan
    sheet = SheetLayout(
      name: plan.overview, purpose: "报告概况和各表入口", tabColor: WorkbookTheme.overviewTab)
  }

  private mutating func putTitle() {
    let row = sheet.append(Self.filled(.text(plan.snapshot.title, .title)), height: 36)
    merge(row)
    sheet.append([])
  }

  private mutating func putFacts() {
    let snapshot = plan.snapshot
    let facts = [
      ("单位", snapshot.bureau), ("期间", snapshot.period?.title ?? ""),
      ("发布时间", snapshot.publicationTime), ("数据截至", snapshot.asOf),
    ]
    for (words, value) in facts where !value.isEmpty {
      let row = sheet.append(
        [.text(words, .label), .text(value, .text), CellLayout(.blank, CellStyle(.text))],
        height: 20)
      sheet.merges.append(CellRange(firstRow: row, firstColumn: 1, lastRow: row, lastColumn: 2))
    }
  }

  /// How many figures hang on data, counted by formulas over the figures' own sheet.
  private mutating func putCounts() {
    let figures = plan.snapshot.figures
    putSection("数字从哪里来", "含义", "个数")
    let first = sheet.rows.count
    let bases = plan.links.map(\.basis)
    let range =
      SheetRange(
        sheet: plan.figures,
        range: CellRange(
          firstRow: TableGeometry.firstRow, firstColumn: FigureSheet.basisColumn,
          lastRow: TableGeometry.firstRow + max(figures.count, 1) - 1,
          lastColumn: FigureSheet.basisColumn)
      ).formula
    for basis in FigureLink.Basis.allCases {
      let count = ExactDecimal(bases.count { $0 == basis })
      sheet.append(
        [
          .text(basis.rawValue, .label), .text(basis.meaning, .text),
          CellLayout(
            .formula("COUNTIF(\(range),A\(sheet.rows.count + 1))", .number(count)),
            CellStyle(.number, decimals: 0)),
        ], height: 20)
    }
    putTotal(rows: first..<sheet.rows.count, ExactDecimal(figures.count))
  }

  private mutating func putParts() {
    let parts = plan.snapshot.parts
    guard !parts.isEmpty else { return }
    putSection("正文各部分", "", "数字个数")
    let first = sheet.rows.count
    for part in parts {
      var heading = CellLayout.text(part.heading, .text)
      if let row = FigureSheet.firstRow(under: part.heading, plan: plan) {
        let target = SheetRange(
          sheet: plan.figures, range: CellRange(row: row, column: FigureSheet.valueColumn))
        heading = CellLayout(.link(part.heading, target), CellStyle(.tableLink))
      }
      let row = sheet.append(
        [heading, CellLayout(.blank, heading.style), .count(part.figureCount)], height: 20)
      sheet.merges.append(CellRange(firstRow: row, firstColumn: 0, lastRow: row, lastColumn: 1))
    }
    putTotal(
      rows: first..<sheet.rows.count, ExactDecimal(parts.reduce(0) { $0 + $1.figureCount }))
  }

  /// What the checks come to, counted by formulas over their own sheet.
  private mutating func putChecks(_ others: [SheetLayout]) {
    guard let checks = others.first(where: { $0.name == plan.checks }) else { return }
    putSection("核对结果", "", "项数")
    let rows = TableGeometry.firstRow..<checks.rows.count
    let range =
      SheetRange(
        sheet: plan.checks,
        range: CellRange(
          firstRow: rows.lowerBound, firstColumn: CheckSheet.verdictColumn,
          lastRow: rows.upperBound - 1, lastColumn: CheckSheet.verdictColumn)
      ).formula
    let target = SheetRange(sheet: plan.checks, range: CellRange(row: 0, column: 0))
    for verdict in CheckSheet.Verdict.allCases {
      let count = rows.count { checks[$0, CheckSheet.verdictColumn].shownText == verdict.rawValue }
      let line = sheet.append(
        [
          .text(verdict.rawValue, .label),
          CellLayout(.link(verdict.meaning, target), CellStyle(.tableLink)),
          CellLayout(
            .formula("COUNTIF(\(range),A\(sheet.rows.count + 1))", .number(ExactDecimal(count))),
            CellStyle(.number, decimals: 0)),
        ], height: 20)
      if verdict == .differs { mark(line, .bad) }
    }
    putSentences(others)
  }

  /// How many sentences would read otherwise now.
  private mutating func putSentences(_ others: [SheetLayout]) {
    guard let text = others.first(where: { $0.name == plan.textSheet }) else { return }
    let range = SheetRange(
      sheet: text.name,
      range: CellRange(
        firstRow: TableGeometry.firstRow, firstColumn: TextSheet.stateColumn,
        lastRow: text.rows.count - 1, lastColumn: TextSheet.stateColumn))
    let target = SheetRange(sheet: text.name, range: CellRange(row: 0, column: 0))
    let line = sheet.append(
      [
        .text(TextSheet.changed, .label),
        CellLayout(.link("数据改动后与导出时不同的句子", target), CellStyle(.tableLink)),
        CellLayout(
          .formula("COUNTIF(\(range.formula),A\(sheet.rows.count + 1))", .number(ExactDecimal(0))),
          CellStyle(.number, decimals: 0)),
      ], height: 20)
    mark(line, .doubtful)
  }

  /// Marks a count that is not zero.
  private mutating func mark(_ row: Int, _ look: SheetLayout.ConditionalLook.Look) {
    let cell = CellPosition(row: row, column: 2)
    sheet.conditionalLooks.append(
      SheetLayout.ConditionalLook(look, CellRange(cell), when: "\(cell.absoluteA1)>0"))
  }

  /// The money of each table by its rows, beside that of the year before where there is one.
  private mutating func putCharts() {
    var row = 2
    for (index, table) in plan.snapshot.data.tables.enumerated() {
      guard let chart = MoneyChart.of(table, at: index, plan: plan) else { continue }
      sheet.charts.append(
        SheetLayout.PlacedChart(chart, at: CellPosition(row: row, column: Self.width + 1)))
      row += 14
      if sheet.charts.count == 2 { break }
    }
  }

  private mutating func putSheets(_ others: [SheetLayout]) {
    putSection("工作表", "内容", "")
    for other in others {
      let target = SheetRange(sheet: other.name, range: CellRange(row: 0, column: 0))
      let row = sheet.append(
        [
          CellLayout(.link(other.name, target), CellStyle(.tableLink)),
          .text(other.purpose, .text), CellLayout(.blank, CellStyle(.text)),
        ], height: 20)
      sheet.merges.append(CellRange(firstRow: row, firstColumn: 1, lastRow: row, lastColumn: 2))
    }
  }

  private mutating func putSection(_ words: String, _ middle: String, _ last: String) {
    sheet.append([], height: 12)
    sheet.append(
      [.text(words, .head), .text(middle, .head), .text(last, .head)], height: 24)
  }

  private mutating func putTotal(rows: Range<Int>, _ sum: ExactDecimal) {
    sheet.append(
      [
        .text("合计", .totalText), CellLayout(.blank, CellStyle(.totalText)),
        CellLayout(
          .formula("SUM(C\(rows.lowerBound + 1):C\(rows.upperBound))", .number(sum)),
          CellStyle(.totalNumber, decimals: 0)),
      ], height: 22)
  }

  private mutating func merge(_ row: Int) {
    sheet.merges.append(
      CellRange(firstRow: row, firstColumn: 0, lastRow: row, lastColumn: Self.width - 1))
  }

  private static func filled(_ cell: CellLayout) -> [CellLayout] {
    [cell] + Array(repeating: CellLayout(.blank, cell.style), count: width - 1)
  }
}

extension CheckSheet.Verdict {
  /// What it means, for readers of the overview.
  fileprivate var meaning: String {
    switch self {
    case .agrees: "数字、人均、取舍和列举都与数据相符"
    case .differs: "须改正文、查数据或重新导出"
    case .unchecked: "没有数据或算式可核"
    }
  }
}

extension FigureLink.Basis {
  /// What it means, for readers of the overview.
  fileprivate var meaning: String {
    switch self {
    case .direct: "正文照印数据表的一个单元格"
    case .derived: "合计、同比等,由数据表的几个单元格算出"
    case .words: "写在模板或叙述里,没有对应的数据"
    }
  }
}
