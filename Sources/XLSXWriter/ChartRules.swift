/// What a chart must be like before the library sees it; the library drops most faults silently.
enum ChartRules {
  private static let mostPoints = 32_000

  static func check(_ chart: Chart) throws(XLSXError) {
    guard !chart.series.isEmpty else { throw XLSXError(.empty(.chartSeries)) }
    let limit = chart.kind == .pie ? 1 : 255
    guard chart.series.count <= limit else {
      throw XLSXError(.tooMany(.chartSeries, limit: limit))
    }
    for series in chart.series { try check(series, of: chart.kind) }
    try check(chart.title)
    for axis in [chart.categoryAxis, chart.valueAxis] { try check(axis, of: chart.kind) }
    if chart.categoryAxis.minimum != nil || chart.categoryAxis.maximum != nil {
      throw XLSXError(.notForThisChart(.axis))
    }
    try checkSizes(chart)
    if let text = chart.alternativeText { _ = try CellText.prepared(text, .chartText) }
  }

  private static func checkSizes(_ chart: Chart) throws(XLSXError) {
    try check(chart.style, 1, 48, .chartStyle)
    try check(chart.width, 10, 10_000, .chartSize)
    try check(chart.height, 10, 10_000, .chartSize)
    try check(chart.horizontalOffset, 0, 10_000, .chartSize)
    try check(chart.verticalOffset, 0, 10_000, .chartSize)
  }

  private static func check(_ series: Chart.Series, of kind: Chart.Kind) throws(XLSXError) {
    try check(series.name)
    try check(series.values)
    if let categories = series.categories { try check(categories) }
    guard let labels = series.labels else { return }
    if labels.showsPercentage, kind.hasAxes { throw XLSXError(.notForThisChart(.chartText)) }
    if labels.standOutside, ![.pie, .bar, .column].contains(kind) {
      throw XLSXError(.notForThisChart(.chartText))
    }
    try checkFormat(labels.numberFormat)
  }

  private static func check(_ axis: Chart.Axis, of kind: Chart.Kind) throws(XLSXError) {
    if !kind.hasAxes, axis != Chart.Axis() { throw XLSXError(.notForThisChart(.axis)) }
    try check(axis.name)
    try checkFormat(axis.numberFormat)
    for end in [axis.minimum, axis.maximum] {
      if let end, !end.isFinite { throw XLSXError(.notFinite(.axis)) }
    }
    if let low = axis.minimum, let high = axis.maximum, low >= high {
      throw XLSXError(
        .outsideLimits(.axis, value: low, lowest: -.greatestFiniteMagnitude, highest: high))
    }
  }

  private static func check(_ words: Chart.Words?) throws(XLSXError) {
    switch words {
    case nil: return
    case .text(let text):
      guard !text.isEmpty else { throw XLSXError(.empty(.chartText)) }
      // The library takes such words for a reference to a cell.
      if text.utf8.first == UInt8(ascii: "=") { throw XLSXError(.misread(.chartText, text)) }
      _ = try CellText.prepared(text, .chartText)
    case .cell(let cell):
      guard cell.range.first == cell.range.last else {
        throw XLSXError(.badRange(.chartText, cell.range))
      }
      try check(cell)
    }
  }

  private static func check(_ cells: SheetRange) throws(XLSXError) {
    let range = cells.range
    guard range.bounds != nil else { throw XLSXError(.outsideSheet) }
    guard !cells.sheet.isEmpty else { throw XLSXError(.noSuchSheet("")) }
    _ = try CellText.prepared(cells.sheet, .sheetName)
    guard range.first.row == range.last.row || range.first.column == range.last.column else {
      throw XLSXError(.badRange(.chartRange, range))
    }
    let points = range.last.row - range.first.row + range.last.column - range.first.column + 1
    guard points <= mostPoints else { throw XLSXError(.tooMany(.chartRange, limit: mostPoints)) }
  }

  private static func checkFormat(_ format: String?) throws(XLSXError) {
    guard let format else { return }
    guard !format.isEmpty else { throw XLSXError(.empty(.numberFormat)) }
    _ = try CellText.prepared(format, .numberFormat)
    guard format.utf8.count <= 127 else {
      throw XLSXError(
        .tooLong(.numberFormat, length: format.utf8.count, limit: 127, unit: .utf8))
    }
  }

  private static func check(
    _ value: Int, _ lowest: Double, _ highest: Double, _ subject: XLSXError.Subject
  ) throws(XLSXError) {
    let value = Double(value)
    guard value >= lowest, value <= highest else {
      throw XLSXError(.outsideLimits(subject, value: value, lowest: lowest, highest: highest))
    }
  }
}
