import CXLSXWriter

extension Worksheet {
  /// Sets the width and format of columns.
  ///
  /// - Parameters:
  ///   - columns: The columns, from 0.
  ///   - width: The width in characters of the default font, 0 to 255; nil is the usual one.
  ///   - format: How cells without a format of their own look.
  ///   - hidden: Whether the columns are hidden.
  /// - Throws: ``XLSXError`` where one of them is not so, or where some, but not the very same,
  ///   columns were set before.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double? = nil, format: FormatID = .general,
    hidden: Bool = false
  ) throws(XLSXError) {
    let range = CellRange(
      firstRow: 0, firstColumn: columns.lowerBound, lastRow: 0, lastColumn: columns.upperBound)
    let bounds = try bounds(range)
    let width = width ?? 8.43
    try checkLimits(width, 0, 255, .columnWidth)
    let handle = try handle(format)
    // Overlapping settings would be written side by side, which makes a file Excel repairs.
    if !state.columnRanges.contains(range) {
      if let other = state.columns.overlapping(range) {
        throw failure(.overlap(.columns, range, with: other))
      }
    }
    var options = lxw_row_col_options(hidden: hidden ? 1 : 0, level: 0, collapsed: 0)
    try check(
      worksheet_set_column_opt(
        sheet, bounds.firstColumn, bounds.lastColumn, width, handle, &options))
    if state.columnRanges.insert(range).inserted { state.columns.add(range) }
  }

  /// Sets the height and format of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - height: The height in points, 0 to 409; nil is the usual one.
  ///   - format: How cells without a format of their own look.
  ///   - hidden: Whether the row is hidden.
  /// - Throws: ``XLSXError`` where one of them is not so.
  public func setRow(
    _ row: Int, height: Double? = nil, format: FormatID = .general, hidden: Bool = false
  ) throws(XLSXError) {
    let place = try place(row, 0)
    let height = height ?? 15
    try checkLimits(height, 0, 409, .rowHeight)
    var options = lxw_row_col_options(hidden: hidden ? 1 : 0, level: 0, collapsed: 0)
    try check(
      worksheet_set_row_opt(sheet, place.row, height, try handle(format), &options), row, 0)
  }

  /// Merges cells into one; what it shows is written to its first cell afterwards.
  ///
  /// What is written to its other cells afterwards is hidden.
  ///
  /// - Parameters:
  ///   - range: At least two cells, none of them in another merge or in a table.
  ///   - format: How the merged cell looks, its borders above all; its first cell is written with
  ///     the same.
  /// - Throws: ``XLSXError`` where the range is not so, where a cell already holds something, or
  ///   for several rows with constant memory.
  public func merge(_ range: CellRange, format: FormatID = .general) throws(XLSXError) {
    let bounds = try bounds(range)
    guard range.first != range.last else { throw failure(.badRange(.merge, range)) }
    if constantMemory, bounds.firstRow != bounds.lastRow {
      throw failure(.notWithConstantMemory(.merge))
    }
    if let other = state.merges.overlapping(range) ?? state.tables.overlapping(range) {
      throw failure(.overlap(.merge, range, with: other))
    }
    // The library counts merges in 16 bits.
    guard state.merges.count < Int(UInt16.max) else {
      throw failure(.tooMany(.merge, limit: Int(UInt16.max)))
    }
    let handle = try handle(format)
    if !constantMemory, holdsContent(bounds) { throw failure(.mergeHidesContent(range)) }
    try check(
      worksheet_merge_range(
        sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn, "", handle),
      range.first.row, range.first.column)
    state.merges.add(range)
  }

  /// Keeps the first rows and columns in view; 0 keeps none.
  ///
  /// - Throws: ``XLSXError`` where there are not so many.
  public func freezePanes(rows: Int, columns: Int = 0) throws(XLSXError) {
    let place = try place(rows, columns)
    worksheet_freeze_panes(sheet, place.row, place.column)
  }

  /// Puts filter buttons on the first row of a range; a second call replaces the first.
  ///
  /// - Throws: ``XLSXError`` where there are no such cells or a table covers one.
  public func setAutofilter(_ range: CellRange) throws(XLSXError) {
    let bounds = try bounds(range)
    if let table = state.tables.overlapping(range) {
      throw failure(.overlap(.autofilter, range, with: table))
    }
    try check(
      worksheet_autofilter(
        sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn))
    state.filter = range
  }

  /// Sets the colour of the worksheet's tab.
  public func setTabColor(_ color: Color) {
    worksheet_set_tab_color(sheet, color.libraryValue)
  }

  /// Sets the scale of the view in per cent, 10 to 400.
  ///
  /// - Throws: ``XLSXError`` where it is not so.
  public func setZoom(_ percent: Int) throws(XLSXError) {
    try checkLimits(Double(percent), 10, 400, .zoom)
    worksheet_set_zoom(sheet, UInt16(truncatingIfNeeded: percent))
  }

  /// Hides the lines between cells on screen.
  public func hideGridlines() {
    worksheet_gridlines(sheet, UInt8(truncatingIfNeeded: LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// A remark of the spreadsheet program that can be silenced.
  public enum IgnoredError: Hashable, Sendable, CaseIterable {
    /// A number is stored as a text.
    case numberStoredAsText
    /// A formula has an error.
    case evaluationError
    /// A formula differs from its neighbours, or leaves some of them out.
    case formulaDiffers, formulaRange
    /// A formula is not locked.
    case unlockedFormula
    /// A formula refers to empty cells.
    case emptyReference
    /// A cell breaks its data validation.
    case validation
    /// A year has two digits.
    case twoDigitYear
  }

  /// Silences a remark for some cells; a second call for the same remark replaces the first.
  ///
  /// - Throws: ``XLSXError`` where there are no such cells.
  public func ignore(_ error: IgnoredError, in ranges: [CellRange]) throws(XLSXError) {
    guard !ranges.isEmpty else { return }
    for range in ranges { _ = try bounds(range) }
    let words = ranges.map(\.a1).joined(separator: " ")
    try check(
      worksheet_ignore_errors(
        sheet, UInt8(truncatingIfNeeded: error.libraryValue.rawValue), words))
  }

  private func holdsContent(_ bounds: CellRange.Bounds) -> Bool {
    for row in bounds.firstRow...bounds.lastRow {
      guard let found = lxw_worksheet_find_row(sheet, row) else { continue }
      for column in bounds.firstColumn...bounds.lastColumn {
        if let cell = lxw_worksheet_find_cell_in_row(found, column),
          cell.pointee.type != BLANK_CELL
        {
          return true
        }
      }
    }
    return false
  }
}

extension Worksheet.IgnoredError {
  fileprivate var libraryValue: lxw_ignore_errors {
    switch self {
    case .numberStoredAsText: LXW_IGNORE_NUMBER_STORED_AS_TEXT
    case .evaluationError: LXW_IGNORE_EVAL_ERROR
    case .formulaDiffers: LXW_IGNORE_FORMULA_DIFFERS
    case .formulaRange: LXW_IGNORE_FORMULA_RANGE
    case .unlockedFormula: LXW_IGNORE_FORMULA_UNLOCKED
    case .emptyReference: LXW_IGNORE_EMPTY_CELL_REFERENCE
    case .validation: LXW_IGNORE_LIST_DATA_VALIDATION
    case .twoDigitYear: LXW_IGNORE_TWO_DIGIT_TEXT_YEAR
    }
  }
}
