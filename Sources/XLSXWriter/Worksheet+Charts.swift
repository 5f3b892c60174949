import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Worksheet {
  /// Places a chart with its upper left corner in a cell.
  ///
  /// The worksheets it refers to may be added later; that they exist is checked when closing.
  ///
  /// - Throws: ``XLSXError`` where a part of the chart is outside its limits, a range is not one
  ///   row or column, a text cannot be written, or a setting does not belong to its kind.
  public func insert(_ chart: Chart, row: Int, column: Int) throws(XLSXError) {
    let place = try place(row, column)
    do throws(XLSXError) {
      try ChartRules.check(chart)
      guard let made = workbook_add_chart(try core.open(), chart.kind.libraryValue) else {
        throw XLSXError(.library("the chart could not be made"))
      }
      // From here on the library owns the chart; what is left to fail is only memory.
      var builder = ChartBuilder(chart: made, sheet: state.name)
      builder.build(chart)
      try insert(made, chart, at: place)
      core.chartRanges += builder.caches
    } catch {
      throw error.at(sheet: state.name, cell: CellPosition(row: row, column: column))
    }
  }

  private func insert(
    _ made: UnsafeMutablePointer<lxw_chart>, _ chart: Chart, at place: Place
  ) throws(XLSXError) {
    let sheet = sheet
    let status = CStrings.with { strings in
      var options = lxw_chart_options()
      // The library's charts are 480 by 288 pixels before scaling.
      options.x_scale = Double(chart.width) / 480
      options.y_scale = Double(chart.height) / 288
      options.x_offset = Int32(truncatingIfNeeded: chart.horizontalOffset)
      options.y_offset = Int32(truncatingIfNeeded: chart.verticalOffset)
      options.description = strings.add(chart.alternativeText)
      return worksheet_insert_chart_opt(sheet, place.row, place.column, made, &options)
    }
    try check(status)
  }
}

/// Fills the library's chart from one that was checked.
private struct ChartBuilder {
  let chart: UnsafeMutablePointer<lxw_chart>
  let sheet: String
  var caches: [ChartCache] = []

  init(chart: UnsafeMutablePointer<lxw_chart>, sheet: String) {
    self.chart = chart
    self.sheet = sheet
  }

  mutating func build(_ source: Chart) {
    for series in source.series { add(series) }
    switch source.title {
    case .text(let text): chart_title_set_name(chart, text)
    case .cell(let cell): refer(chart.pointee.title.range, to: cell)
    case nil: chart_title_off(chart)
    }
    if source.kind.hasAxes {
      // The library takes the axes of lying bars by where they stand.
      let isLying = source.kind == .bar || source.kind == .barStacked
      set(chart.pointee.x_axis, isLying ? source.valueAxis : source.categoryAxis)
      set(chart.pointee.y_axis, isLying ? source.categoryAxis : source.valueAxis)
    }
    chart_legend_set_position(chart, source.legend.libraryValue)
    chart_set_style(chart, UInt8(truncatingIfNeeded: source.style))
  }

  private mutating func add(_ source: Chart.Series) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    refer(series.pointee.values, to: source.values)
    if let categories = source.categories { refer(series.pointee.categories, to: categories) }
    switch source.name {
    case .text(let text): chart_series_set_name(series, text)
    case .cell(let cell): refer(series.pointee.title.range, to: cell)
    case nil: break
    }
    if let color = source.color {
      var line = lxw_chart_line()
      line.color = color.libraryValue
      var fill = lxw_chart_fill()
      fill.color = color.libraryValue
      chart_series_set_line(series, &line)
      chart_series_set_fill(series, &fill)
    }
    if let labels = source.labels { set(series, labels) }
  }

  private func set(_ series: UnsafeMutablePointer<lxw_chart_series>, _ labels: Chart.Labels) {
    chart_series_set_labels(series)
    if labels.showsSeries {
      chart_series_set_labels_separator(
        series, UInt8(truncatingIfNeeded: LXW_CHART_LABEL_SEPARATOR_SPACE.rawValue))
    }
    if labels.showsPercentage { chart_series_set_labels_percentage(series) }
    if labels.standOutside {
      chart_series_set_labels_position(
        series, UInt8(truncatingIfNeeded: LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
    }
    if let format = labels.numberFormat { chart_series_set_labels_num_format(series, format) }
    // The library shows the value with each of the settings above: what is shown is said last.
    chart_series_set_labels_options(
      series, labels.showsSeries ? 1 : 0, labels.showsCategory ? 1 : 0,
      labels.showsValue ? 1 : 0)
  }

  private mutating func set(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ source: Chart.Axis) {
    guard let axis else { return }
    switch source.name {
    case .text(let text): chart_axis_set_name(axis, text)
    case .cell(let cell): refer(axis.pointee.title.range, to: cell)
    case nil: break
    }
    if let format = source.numberFormat { chart_axis_set_num_format(axis, format) }
    if let minimum = source.minimum { chart_axis_set_min(axis, minimum) }
    if let maximum = source.maximum { chart_axis_set_max(axis, maximum) }
    if source.isReversed { chart_axis_set_reverse(axis) }
    if !source.isShown {
      chart_axis_off(axis)
      chart_axis_major_gridlines_set_visible(axis, UInt8(LXW_FALSE.rawValue))
    }
    if source.labelsAtEdge {
      chart_axis_set_label_position(
        axis, UInt8(truncatingIfNeeded: LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
  }

  /// Sets a range with a quoted name: the library leaves names such as 2024 or A1 unquoted.
  private mutating func refer(
    _ range: UnsafeMutablePointer<lxw_series_range>?, to reference: SheetRange
  ) {
    guard let range, let bounds = reference.range.bounds, let name = strdup(reference.sheet)
    else { return }
    guard let formula = strdup(reference.formula) else { return free(name) }
    free(range.pointee.sheetname)
    free(range.pointee.formula)
    range.pointee.sheetname = name
    range.pointee.formula = formula
    range.pointee.first_row = bounds.firstRow
    range.pointee.first_col = bounds.firstColumn
    range.pointee.last_row = bounds.lastRow
    range.pointee.last_col = bounds.lastColumn
    caches.append(ChartCache(reference: reference, chartSheet: sheet, range: range))
  }
}

extension Chart.Kind {
  fileprivate var libraryValue: UInt8 {
    let type =
      switch self {
      case .column: LXW_CHART_COLUMN
      case .columnStacked: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .barStacked: LXW_CHART_BAR_STACKED
      case .line: LXW_CHART_LINE
      case .pie: LXW_CHART_PIE
      case .doughnut: LXW_CHART_DOUGHNUT
      }
    return UInt8(truncatingIfNeeded: type.rawValue)
  }
}

extension Chart.Legend {
  fileprivate var libraryValue: UInt8 {
    let position =
      switch self {
      case .none: LXW_CHART_LEGEND_NONE
      case .right: LXW_CHART_LEGEND_RIGHT
      case .left: LXW_CHART_LEGEND_LEFT
      case .top: LXW_CHART_LEGEND_TOP
      case .bottom: LXW_CHART_LEGEND_BOTTOM
      }
    return UInt8(truncatingIfNeeded: position.rawValue)
  }
}
