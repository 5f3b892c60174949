import ReportModel
import XLSXWriter

/// Every figure of the text as a row: place, words, value, and the cell it hangs on.
enum FigureSheet {
  /// The column of the values.
  static let valueColumn = 6
  /// The column that says where a figure comes from.
  static let basisColumn = 9
  private static let heads = [
    "序号", "部分", "事项", "要点", "指标", "原文", "数值", "单位", "限定", "依据", "来源", "行", "列", "所在语句",
  ]

  /// The worksheet.
  static func layout(plan: WorkbookPlan, faults: inout LayoutFaults) -> SheetLayout {
    let figures = plan.snapshot.figures
    var sheet = SheetLayout(
      name: plan.figures, purpose: "正文里的每个数字,\(figures.count) 个",
      tabColor: WorkbookTheme.textTab)
    sheet.putTitle(
      "指标", words: "正文里的每个数字;取自数据的,数值随数据表变动", width: heads.count, plan: plan)
    sheet.putHead(heads)
    for index in figures.indices {
      sheet.append(row(index, plan, &faults))
    }
    let limits = [
      6...8.0, 12...14, 12...20, 10...18, 10...18, 9...14, 10...22, 7...10, 7...10, 12...12,
      14...24, 6...7, 6...7, 30...44,
    ]
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(rows: figures.count, columns: heads.count, plan: plan)
    if !figures.isEmpty { sheet.tableName = plan.figures }
    return sheet
  }

  /// The row of the first figure under a top-level heading.
  static func firstRow(under heading: String, plan: WorkbookPlan) -> Int? {
    plan.snapshot.figures.firstIndex { $0.headings.first == heading }
      .map { TableGeometry.firstRow + $0 }
  }

  private static func row(
    _ index: Int, _ plan: WorkbookPlan, _ faults: inout LayoutFaults
  ) -> [CellLayout] {
    let figure = plan.snapshot.figures[index]
    let link = plan.links[index]
    let headings = figure.headings
    return [
      .count(index + 1),
      .text(headings.first ?? "", .small),
      .text(headings.dropFirst().first ?? "", .small),
      .text(headings.dropFirst(2).joined(separator: " "), .small),
      .text(figure.label, .small),
      .text(figure.text, .text),
      value(figure, link, plan, &faults),
      .text(figure.unit.text, .centered),
      .text(figure.qualifiers.joined(separator: "、"), .centered),
      .text(link.basis.rawValue, .centered),
      source(figure, link),
      .count(figure.line), .count(figure.column),
      .text(plan.text.clause(of: figure) ?? figure.sentence, .small),
    ]
  }

  private static func value(
    _ figure: PlacedFigure, _ link: FigureLink, _ plan: WorkbookPlan, _ faults: inout LayoutFaults
  ) -> CellLayout {
    guard let value = figure.value else { return .text(figure.text, .text) }
    faults.check(
      value, what: figure.text, place: "\(figure.line):\(figure.column)",
      file: figure.origins.first?.file ?? plan.snapshot.title)
    let style = CellStyle(.number, decimals: NumberPrecision.printed(value))
    let note = figure.sentence.isEmpty ? nil : figure.sentence
    guard let formula = link.formula else { return CellLayout(.number(value), style, note: note) }
    return CellLayout(.formula(formula, .number(value)), style, note: note)
  }

  private static func source(_ figure: PlacedFigure, _ link: FigureLink) -> CellLayout {
    guard let first = figure.origins.first else { return CellLayout(.blank, CellStyle(.text)) }
    let count = Set(figure.origins).count
    let words = count > 1 ? "\(first.place) 等 \(count) 处" : first.place
    guard let target = link.target else { return .text(words, .wrapped) }
    return CellLayout(.link(words, target), CellStyle(.tableLink))
  }
}
