import ReportModel
import XLSXWriter

/// Every figure of the text as a row: words, value, check, the cell it hangs on, earlier values.
struct FigureSheet {
  /// The column of the values.
  static let valueColumn = 5
  /// The column that says where a figure comes from.
  static let basisColumn = 8
  private static let checkColumn = 9

  /// A column of an earlier period.
  private enum Earlier {
    case base(ComparisonRows)
    case change(ComparisonRows)
    case rate(ComparisonRows)

    var head: String {
      switch self {
      case .base(let rows): rows.basis.name
      case .change(let rows): rows.basis.prefix + "增减"
      case .rate(let rows): rows.basis.prefix + "(%)"
      }
    }
  }

  private let plan: WorkbookPlan
  private let earlier: [Earlier]

  private init(_ plan: WorkbookPlan) {
    self.plan = plan
    // The change on last year beside both bases; where there is only one of them, that on it.
    let changes = plan.comparisons.first
    earlier =
      plan.comparisons.map(Earlier.base) + (changes.map { [.change($0), .rate($0)] } ?? [])
  }

  /// The worksheet.
  static func layout(plan: WorkbookPlan, faults: inout LayoutFaults) -> SheetLayout {
    FigureSheet(plan).layout(&faults)
  }

  /// The row of the first figure under a top-level heading.
  static func firstRow(under heading: String, plan: WorkbookPlan) -> Int? {
    plan.snapshot.figures.firstIndex { $0.headings.first == heading }
      .map { TableGeometry.firstRow + $0 }
  }

  private func layout(_ faults: inout LayoutFaults) -> SheetLayout {
    let figures = plan.snapshot.figures
    var sheet = SheetLayout(
      name: plan.figures, purpose: "正文里的每个数字,\(figures.count) 个",
      tabColor: WorkbookTheme.textTab)
    let heads =
      ["序号", "部分", "事项", "要点", "指标", "数值", "单位", "限定", "依据", "核对"]
      + earlier.map(\.head) + ["来源", "原文", "位置", "所在语句"]
    // On paper the words around a figure stand in the bulletin beside it.
    let printed = heads.count - 3
    sheet.putTitle(
      "指标", words: "正文里的每个数字;取自数据的,数值随数据表变动", width: printed, plan: plan)
    sheet.putHead(heads)
    for index in figures.indices { sheet.append(row(index, &faults)) }
    let limits =
      [
        6...8.0, 11...11, 12...16, 10...14, 10...16, 10...22, 7...10, 7...10, 12...12, 8...9,
      ] + earlier.map { _ in 9...18 } + [14...20, 9...14, 8...10, 30...60]
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(
      rows: figures.count, columns: heads.count, printed: printed, plan: plan)
    guard !figures.isEmpty else { return sheet }
    sheet.tableName = plan.figures
    let first = CellPosition(row: TableGeometry.firstRow, column: Self.checkColumn).a1
    sheet.addLooks(
      [(.bad, "\(first)=\"\(CheckSheet.Verdict.differs.rawValue)\"")], toColumn: Self.checkColumn)
    return sheet
  }

  private func row(_ index: Int, _ faults: inout LayoutFaults) -> [CellLayout] {
    let figure = plan.snapshot.figures[index]
    let link = plan.links[index]
    let headings = figure.headings
    return [
      .count(index + 1),
      .text(headings.first ?? "", .small),
      .text(headings.dropFirst().first ?? "", .small),
      .text(headings.dropFirst(2).joined(separator: " "), .small),
      .text(figure.label, .small),
      value(figure, link, &faults),
      .text(figure.unit.text, .centered),
      .text(figure.qualifiers.joined(separator: "、"), .centered),
      .text(link.basis.rawValue, .centered),
      verdict(index, link),
    ] + earlier.map { value($0, of: link) } + [
      source(figure, link),
      .text(figure.text, .text),
      .text("\(figure.line):\(figure.column)", .centered),
      .text(plan.text.clause(of: figure) ?? figure.sentence, .small),
    ]
  }

  private func value(
    _ figure: PlacedFigure, _ link: FigureLink, _ faults: inout LayoutFaults
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

  /// What the check of the figure comes to, wherever it stands.
  private func verdict(_ index: Int, _ link: FigureLink) -> CellLayout {
    guard let row = plan.checkRow(ofFigure: index) else { return .text("", .centered) }
    let verdict: CheckSheet.Verdict = link.formula == nil ? .unchecked : .agrees
    let cell = CellPosition(row: row, column: CheckSheet.verdictColumn)
    return CellLayout(
      .formula(FormulaText.reference(plan.checks, cell), .text(verdict.rawValue)),
      CellStyle(.centered))
  }

  private func source(_ figure: PlacedFigure, _ link: FigureLink) -> CellLayout {
    guard let first = figure.origins.first else { return CellLayout(.blank, CellStyle(.text)) }
    let count = figure.origins.count > 1 ? Set(figure.origins).count : 1
    let place = Self.short(first.place)
    let words = count > 1 ? "\(place) 等 \(count) 处" : place
    guard let target = link.target else { return .text(words, .small) }
    return CellLayout(.link(words, target), CellStyle(.smallLink))
  }

  /// A place in another period's data without what goes without saying: `2022H2/资助.csv:4:3`.
  private static func short(_ place: String) -> String {
    guard place.hasPrefix("../") else { return place }
    let parts = place.dropFirst(3).split(separator: "/", maxSplits: 2)
    return parts.count == 3 && parts[1] == "data" ? "\(parts[0])/\(parts[2])" : place
  }

  /// The earlier value of what the figure prints, or the change on it, as its sheet has it.
  private func value(_ earlier: Earlier, of link: FigureLink) -> CellLayout {
    let (comparisons, column): (ComparisonRows, Int) =
      switch earlier {
      case .base(let rows): (rows, ComparisonSheet.baseColumn)
      case .change(let rows): (rows, ComparisonSheet.changeColumn)
      case .rate(let rows): (rows, ComparisonSheet.rateColumn)
      }
    let blank = CellLayout(.blank, CellStyle(.number))
    guard let index = link.formula.flatMap(comparisons.row(ofCell:)) else { return blank }
    let row = comparisons.rows[index]
    let number: ExactDecimal?
    switch earlier {
    case .base: number = row.base
    case .change: number = row.isComparable ? row.change : nil
    case .rate: number = row.isComparable ? row.rate : nil
    }
    guard let number, LayoutFaults.isExact(number) else { return blank }
    let isRate = column == ComparisonSheet.rateColumn
    let decimals =
      isRate
      ? 1 : NumberPrecision.decimals(of: row.unit, for: [row.now, row.base].compactMap { $0 })
    return CellLayout(
      .formula(
        FormulaText.reference(comparisons.sheet, ComparisonSheet.cell(index, column)),
        .number(number)), CellStyle(.number, decimals: decimals))
  }
}
