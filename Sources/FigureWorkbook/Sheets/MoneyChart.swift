import ReportModel
import XLSXWriter

/// The amounts of a table by its rows as columns, beside those of the year before, or else of the last period.
enum MoneyChart {
  /// More rows make a chart nobody can read.
  private static let mostRows = 24

  /// The chart; nil where the table has no amounts that add up.
  static func of(_ table: DataTable, at index: Int, plan: WorkbookPlan) -> Chart? {
    guard let key = table.keyColumn, (1...mostRows).contains(table.rows.count),
      let column = table.columns.firstIndex(where: {
        $0.isNumeric && $0.addsUp && $0.unit.base == "元"
      })
    else { return nil }
    let geometry = plan.tables[index]
    func range(_ column: Int) -> SheetRange {
      SheetRange(sheet: geometry.sheet, range: geometry.cells(ofColumn: column))
    }
    let now = Chart.Series(
      name: .text(plan.snapshot.period?.title ?? "本期"), categories: range(key),
      values: range(column), color: WorkbookTheme.thisPeriod,
      labels: Chart.Labels(numberFormat: "General"))
    let title = "\(table.name)\(table.columns[column].head)"
    var chart = Chart(.column, series: [now], title: .text(title))
    chart.legend = .none
    if let before = earlier(index, column, range(key), plan) {
      chart.series.insert(before, at: 0)
      chart.legend = .bottom
    }
    chart.valueAxis.numberFormat = "#,##0"
    chart.width = 560
    chart.height = 320
    chart.alternativeText = title
    return chart
  }

  /// The column's values of the year before, or else of the last period, in the table's order.
  static func earlier(
    _ table: Int, _ column: Int, _ categories: SheetRange, _ plan: WorkbookPlan
  ) -> Chart.Series? {
    guard
      let comparisons = plan.comparisons.first(where: { $0.basis == .lastYear })
        ?? plan.comparisons.first,
      let group = comparisons.groups.first(where: {
        $0.table == table && $0.column == column
      })
    else { return nil }
    let range = CellRange(
      firstRow: TableGeometry.firstRow + group.rows.lowerBound,
      firstColumn: ComparisonSheet.baseColumn,
      lastRow: TableGeometry.firstRow + group.rows.upperBound - 1,
      lastColumn: ComparisonSheet.baseColumn)
    return Chart.Series(
      name: .text(
        comparisons.basis.period(before: plan.snapshot.period)?.title ?? comparisons.basis.name),
      categories: categories,
      values: SheetRange(sheet: comparisons.sheet, range: range), color: WorkbookTheme.lastPeriod)
  }
}
