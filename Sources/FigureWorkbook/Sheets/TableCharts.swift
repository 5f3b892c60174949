import ReportModel
import XLSXWriter

/// The charts that a schema asks for on a table's worksheet.
struct TableCharts {
  /// More rows make a chart nobody can read: a pie, bars, a line.
  private static let most: [TableChart.Kind: Int] = [.pie: 12, .line: 200]
  private static let mostBars = 24
  private static let colors = [
    WorkbookTheme.thisPeriod, Color(rgb: 0x70AD47), Color(rgb: 0xED9B40), Color(rgb: 0x7F6FB0),
    Color(rgb: 0x4BACC6), Color(rgb: 0xA5A5A5),
  ]

  private let plan: WorkbookPlan
  private let index: Int
  private let table: DataTable
  private let geometry: TableGeometry

  init(_ plan: WorkbookPlan, table index: Int) {
    self.plan = plan
    self.index = index
    table = plan.snapshot.data.tables[index]
    geometry = plan.tables[index]
  }

  /// The charts, two and two below the sheet's rows, so that they are printed with them.
  ///
  /// Below a table without totals, rows can be added: some are left free.
  func placed(below sheet: SheetLayout) -> [SheetLayout.PlacedChart] {
    let asked = plan.snapshot.schema.table(named: table.name)?.charts ?? []
    let charts = asked.compactMap(chart)
    guard !charts.isEmpty else { return [] }
    let room = sheet.columnWidths.reduce(0) { $0 + Int($1 * 7) + 5 }
    let first = sheet.rows.count + (sheet.columnsAreOpen ? 6 : 1)
    let width = min(max(charts.count > 1 ? (room - 16) / 2 : room, 420), 620)
    return charts.enumerated().map { number, chart in
      var chart = chart
      chart.width = width
      chart.horizontalOffset = number % 2 * (width + 16)
      return SheetLayout.PlacedChart(
        chart, at: CellPosition(row: first + number / 2 * 17, column: 0))
    }
  }

  private func chart(_ asked: TableChart) -> Chart? {
    let most = Self.most[asked.kind] ?? Self.mostBars
    let columns = asked.columns.compactMap { name in values(name).map { (name, $0) } }
    guard let key = table.keyColumn, (1...most).contains(table.rows.count), !columns.isEmpty
    else { return nil }
    let names = range(geometry.cells(ofColumn: key))
    let isPie = asked.kind == .pie
    let labels =
      isPie
      ? Chart.Labels(
        showsValue: false, showsCategory: true, showsPercentage: true, standOutside: true)
      : Chart.Labels(numberFormat: "General")
    var series = columns.enumerated().map { number, column in
      Chart.Series(
        name: .text(column.0), categories: names, values: range(column.1.cells),
        color: isPie ? nil : Self.colors[number % Self.colors.count], labels: labels)
    }
    let isAlone = columns.count == 1 && !isPie
    if isAlone, let before = earlier(asked.columns[0], names) {
      series[0].name = .text(plan.snapshot.period?.title ?? "本期")
      series.insert(before, at: 0)
    }
    let title = asked.title ?? self.title(columns.map { ($0.0, $0.1.unit) })
    var chart = Chart(Self.kind(asked.kind), series: series, title: .text(title))
    chart.legend = series.count > 1 ? .bottom : .none
    if chart.kind.hasAxes {
      chart.valueAxis.numberFormat = "#,##0"
      chart.categoryAxis.labelsAtEdge = true
    }
    chart.height = 320
    if chart.kind == .bar { lay(&chart, rows: table.rows.count) }
    chart.alternativeText = title
    return chart
  }

  /// Lying bars are read from the top, as the table is.
  ///
  /// Programs differ in the order in which a legend lists such bars, so that each bar bears its
  /// series' name; as it bears its value too, nothing is left for the axis to tell.
  private func lay(_ chart: inout Chart, rows: Int) {
    chart.categoryAxis.isReversed = true
    chart.valueAxis.isShown = false
    chart.height = max(chart.height, rows * chart.series.count * 18 + 90)
    guard chart.series.count > 1 else { return }
    chart.legend = .none
    for index in chart.series.indices {
      chart.series[index].labels = Chart.Labels(showsSeries: true, numberFormat: "General")
    }
  }

  /// The cells and unit of a column of the table or of a derived one.
  private func values(_ name: String) -> (cells: CellRange, unit: MeasureUnit)? {
    if let column = table.column(named: name), table.columns[column].isNumeric {
      return (geometry.cells(ofColumn: column), table.columns[column].unit)
    }
    guard let place = geometry.derived.firstIndex(where: { $0.column.name == name }) else {
      return nil
    }
    return (geometry.cells(ofDerived: place), geometry.derived[place].column.unit)
  }

  private func earlier(_ name: String, _ names: SheetRange) -> Chart.Series? {
    table.column(named: name).flatMap { MoneyChart.earlier(index, $0, names, plan) }
  }

  private func range(_ cells: CellRange) -> SheetRange {
    SheetRange(sheet: geometry.sheet, range: cells)
  }

  private func title(_ columns: [(name: String, unit: MeasureUnit)]) -> String {
    let unit = columns[0].unit.text
    let names = columns.map(\.name).joined(separator: "、")
    let isOne = columns.allSatisfy { $0.unit.text == unit }
    return "\(table.name)\(names)" + (isOne && !unit.isEmpty ? "(\(unit))" : "")
  }

  private static func kind(_ kind: TableChart.Kind) -> Chart.Kind {
    switch kind {
    case .column: .column
    case .bar: .bar
    case .line: .line
    case .pie: .pie
    }
  }
}
