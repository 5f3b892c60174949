import ReportModel
import XLSXWriter

/// Every value beside that of an earlier period, the changes as formulas.
struct ComparisonSheet {
  /// The columns that others refer to: this period, the earlier one, change, rate, words.
  static let nowColumn = 4
  static let baseColumn = 5
  static let changeColumn = 6
  static let rateColumn = 7
  static let wordsColumn = 8
  private static let heads = [
    "表", "项目", "指标", "单位", "本期", "", "增减", "增减(%)", "说明", "",
  ]

  private let plan: WorkbookPlan
  private let comparisons: ComparisonRows
  private var formulas: ComparisonFormulas
  private var sheet: SheetLayout

  /// The worksheet of one of the plan's comparisons.
  static func layout(
    _ comparisons: ComparisonRows, plan: WorkbookPlan, faults: inout LayoutFaults
  ) -> SheetLayout {
    var maker = ComparisonSheet(comparisons, plan)
    maker.make(&faults)
    return maker.sheet
  }

  private init(_ comparisons: ComparisonRows, _ plan: WorkbookPlan) {
    self.plan = plan
    self.comparisons = comparisons
    formulas = ComparisonFormulas(comparisons.basis)
    sheet = SheetLayout(
      name: comparisons.sheet,
      purpose: "与\(comparisons.basis.name)比较,\(comparisons.rows.count) 项",
      tabColor: WorkbookTheme.textTab)
  }

  /// What the earlier value is called.
  private var baseName: String { comparisons.basis.name }

  /// The cell of a row and column on the sheet.
  static func cell(_ row: Int, _ column: Int) -> CellPosition {
    CellPosition(row: TableGeometry.firstRow + row, column: column)
  }

  private mutating func make(_ faults: inout LayoutFaults) {
    let rows = comparisons.rows
    sheet.putTitle(
      comparisons.basis.prefix, words: "本期随数据表变动;百分比只比增减的百分点,基数为零、为负或没有的用文字说明",
      width: Self.heads.count, plan: plan)
    var heads = Self.heads
    heads[Self.baseColumn] = baseName
    heads[heads.count - 1] = baseName + "出处"
    sheet.putHead(heads)
    for (index, row) in rows.enumerated() { sheet.append(cells(row, index, &faults)) }
    let limits = [
      8...14.0, 10...26, 10...22, 8...10, 11...22, 11...22, 11...22, 11...14, 20...30, 16...30,
    ]
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(rows: rows.count, columns: Self.heads.count, plan: plan)
    sheet.frozenColumns = 2
    sheet.tableName = comparisons.sheet
    let first = TableGeometry.firstRow + 1
    sheet.addLooks(
      [
        (.increase, "AND(ISNUMBER($G\(first)),$G\(first)>0)"),
        (.decrease, "AND(ISNUMBER($G\(first)),$G\(first)<0)"),
      ], toColumns: Self.changeColumn...Self.wordsColumn)
    putCharts()
  }

  private mutating func cells(
    _ row: ComparisonRow, _ index: Int, _ faults: inout LayoutFaults
  ) -> [CellLayout] {
    let isTotal = row.totalOf != nil
    let words: CellStyle.Role = isTotal ? .totalText : .text
    let number: CellStyle.Role = isTotal ? .totalNumber : .number
    let decimals = NumberPrecision.decimals(
      of: row.unit, for: [row.now, row.base].compactMap { $0 })
    let style = CellStyle(number, decimals: decimals)
    check(row, &faults)
    return [
      .text(row.group, words), .text(row.key, words), .text(row.name, words),
      .text(row.unit.text, isTotal ? .totalCentered : .centered),
      now(row, style), base(row, index, style), change(row, index, style), rate(row, index, number),
      explanation(row, index, words),
      .text(row.baseOrigin?.place ?? "", words),
    ]
  }

  /// This period's values are checked where they stand; a change is at fault where no value is.
  private func check(_ row: ComparisonRow, _ faults: inout LayoutFaults) {
    var what: String { "\(row.group).\(row.key).\(row.name)" }
    var place: String { row.baseOrigin?.place ?? comparisons.sheet }
    let file = row.baseOrigin?.file ?? comparisons.sheet
    if let base = row.base {
      faults.check(base, what: what + " " + baseName, place: place, file: file)
    }
    guard let change = row.change, LayoutFaults.isExact(row.now), LayoutFaults.isExact(row.base)
    else { return }
    faults.check(change, what: what + " 增减", place: place, file: file)
  }

  private func now(_ row: ComparisonRow, _ style: CellStyle) -> CellLayout {
    guard let cell = row.nowCell else { return CellLayout(.blank, style) }
    let result = row.now.map(CellLayout.Result.number) ?? .text("")
    return CellLayout(.formula("IF(\(cell)=\"\",\"\",\(cell))", result), style)
  }

  private func base(_ row: ComparisonRow, _ index: Int, _ style: CellStyle) -> CellLayout {
    guard let base = row.base else { return CellLayout(.blank, style) }
    guard let count = row.totalOf else { return CellLayout(.number(base), style) }
    let range = CellRange(
      firstRow: TableGeometry.firstRow + index - count, firstColumn: Self.baseColumn,
      lastRow: TableGeometry.firstRow + index - 1, lastColumn: Self.baseColumn)
    return CellLayout(.formula("SUM(\(range.a1))", .number(base)), style)
  }

  private func change(_ row: ComparisonRow, _ index: Int, _ style: CellStyle) -> CellLayout {
    guard row.isComparable else { return CellLayout(.blank, style) }
    let change = row.change
    return CellLayout(
      .formula(
        formulas.change(digits: change?.scale ?? 0).text(inRow: Self.cell(index, 0).row),
        change.map(CellLayout.Result.number) ?? .text("")), style)
  }

  private func rate(_ row: ComparisonRow, _ index: Int, _ role: CellStyle.Role) -> CellLayout {
    let style = CellStyle(role, decimals: 1)
    guard row.isComparable, !row.isInPoints else { return CellLayout(.blank, style) }
    return CellLayout(
      .formula(
        formulas.rate.text(inRow: Self.cell(index, 0).row),
        row.rate.map(CellLayout.Result.number) ?? .text("")), style)
  }

  private mutating func explanation(
    _ row: ComparisonRow, _ index: Int, _ role: CellStyle.Role
  ) -> CellLayout {
    guard row.isComparable else { return .text(row.words, role) }
    let formula = formulas.words(row, inRow: Self.cell(index, 0).row)
    return CellLayout(.formula(formula, .text(row.words)), CellStyle(role))
  }

  /// The changes of each column of money, beside the table and not on its printed pages.
  private mutating func putCharts() {
    let rows = comparisons.rows
    var corner = CellPosition(row: TableGeometry.firstRow, column: Self.heads.count + 1)
    for group in comparisons.groups {
      let first = rows[group.rows.lowerBound]
      guard first.unit.base == "元", first.unit.powerOfTen > 0, group.rows.count <= 24 else {
        continue
      }
      sheet.charts.append(SheetLayout.PlacedChart(chart(of: group, first), at: corner))
      corner.row += 15
    }
    guard !sheet.charts.isEmpty else { return }
    sheet.page.printArea = CellRange(
      firstRow: 0, firstColumn: 0, lastRow: sheet.rows.count - 1,
      lastColumn: Self.heads.count - 1)
  }

  private func chart(of group: ComparisonRows.Group, _ first: ComparisonRow) -> Chart {
    func range(_ column: Int) -> SheetRange {
      SheetRange(
        sheet: comparisons.sheet,
        range: CellRange(
          firstRow: Self.cell(group.rows.lowerBound, 0).row, firstColumn: column,
          lastRow: Self.cell(group.rows.upperBound - 1, 0).row, lastColumn: column))
    }
    let title = "\(first.group)\(first.name)比\(baseName)增减(%)"
    var chart = Chart(
      .column,
      series: [
        Chart.Series(
          name: .text("增减(%)"), categories: range(1), values: range(Self.rateColumn),
          color: WorkbookTheme.thisPeriod, labels: Chart.Labels(numberFormat: "0.0"))
      ], title: .text(title))
    chart.legend = .none
    chart.valueAxis.numberFormat = "0"
    chart.categoryAxis.labelsAtEdge = true
    chart.width = 560
    chart.height = 320
    chart.alternativeText = title
    return chart
  }
}
