import ReportModel
import XLSXWriter

/// The single figures as a worksheet, one a row.
enum SingleFigureSheet {
  /// The column of the values.
  static let valueColumn = 2
  private static let heads = [
    "指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "责任科室", "来源", "说明",
  ]
  private static let limits = [
    8...26.0, 10...30, 10...24, 8...12, 8...14, 8...14, 8...12, 10...16, 8...18, 8...40, 8...40,
  ]

  /// The worksheet.
  static func layout(plan: WorkbookPlan, faults: inout LayoutFaults) -> SheetLayout {
    let figures = plan.snapshot.data.figures
    var sheet = SheetLayout(
      name: plan.singles, purpose: "单个指标,\(figures.count) 项", tabColor: WorkbookTheme.dataTab)
    let rows = figures.map { row($0, &faults) }
    // What no figure has takes up no column; the value's place is the same in every workbook.
    let kept = heads.indices.filter { column in
      column <= valueColumn + 1 || rows.contains { $0[column].content != .blank }
    }
    let file = figures.first.map { "数据文件:\($0.origin.file)" } ?? ""
    sheet.putTitle("单项指标", words: file, width: kept.count, plan: plan)
    sheet.putHead(kept.map { heads[$0] })
    for row in rows { sheet.append(kept.map { row[$0].open }) }
    sheet.fitColumns(
      to: TableGeometry.headRow..<sheet.rows.count, within: kept.map { limits[$0] })
    sheet.frameTable(rows: figures.count, columns: kept.count, plan: plan)
    sheet.canGrow = true
    sheet.columnsAreOpen = true
    sheet.addRules(of: figures, asked: plan.snapshot.schema)
    return sheet
  }

  private static func row(
    _ figure: SingleFigure, _ faults: inout LayoutFaults
  ) -> [CellLayout] {
    let quantity = figure.quantity
    var value = CellLayout(.blank, CellStyle(.number))
    if let quantity {
      faults.check(quantity.number, at: figure.origin)
      value = CellLayout(
        .number(quantity.number),
        CellStyle(.number, decimals: NumberPrecision.printed(quantity.number)),
        note: QuantityNote.text(quantity))
    }
    func words(_ text: String, _ role: CellStyle.Role = .wrapped) -> CellLayout {
      let text = text.withPlainLineEnds
      faults.check(text, at: figure.origin)
      return CellLayout(text.isEmpty ? .blank : .text(text), CellStyle(role))
    }
    return [
      words(figure.id), words(figure.label), value,
      words(quantity?.unit.text ?? "", .centered),
      words(quantity?.qualifiers.map(\.word).joined(separator: "、") ?? "", .centered),
      words(quantity?.asWritten ?? "", .centered),
      words(figure.kind?.title ?? "", .centered), words(figure.asOf, .centered),
      words(figure.owner), words(figure.source, .small), words(figure.note, .small),
    ]
  }
}

extension FigureKind {
  /// The kind as people read it.
  var title: String {
    switch self {
    case .period: "本期"
    case .cumulative: "累计"
    case .atDate: "时点"
    case .schoolYear: "学年"
    }
  }
}
