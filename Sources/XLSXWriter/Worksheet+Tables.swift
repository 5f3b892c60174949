import CXLSXWriter

extension Worksheet {
  /// Makes a range a table and writes its headings and totals; its cells are written as others.
  ///
  /// The cells of the headings must stay as they are: a spreadsheet repairs a table whose heading
  /// and cell differ.
  ///
  /// - Parameters:
  ///   - range: A row of headings, at least one row below, and the row of totals if there is one.
  ///   - layout: What the table looks like, with as many columns as `range`, at most 1,024.
  /// - Throws: ``XLSXError`` where one of them is not so, where another table, a merge or the
  ///   filter covers one of the cells, where a name cannot be used, or with constant memory.
  public func addTable(_ range: CellRange, _ layout: TableLayout) throws(XLSXError) {
    let bounds = try bounds(range)
    try checkTableRange(range, bounds, layout)
    if let name = layout.name {
      if let fault = NameRules.tableNameFault(name) {
        throw failure(.badName(.tableName, name: name, fault))
      }
    }
    let columns = try preparedColumns(layout)
    let style = try libraryStyle(layout.style)
    if let name = layout.name { try core.claimDefinedName(name, .tableName) }
    let sheet = sheet
    let status = CStrings.with { strings in
      var values = columns.map { column in
        lxw_table_column(
          header: strings.add(column.header), formula: nil,
          total_string: strings.add(column.label), total_function: column.function,
          header_format: column.headerFormat, format: column.totalFormat,
          total_value: column.value)
      }
      return values.withUnsafeMutableBufferPointer { buffer in
        var list = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } }
        list.append(nil)
        return list.withUnsafeMutableBufferPointer { pointers in
          var options = lxw_table_options()
          options.name = strings.add(layout.name)
          options.style_type = style.type
          options.style_type_number = style.number
          options.total_row = layout.hasTotals ? 1 : 0
          options.no_banded_rows = layout.bandedRows ? 0 : 1
          options.no_autofilter = layout.hasFilter ? 0 : 1
          options.columns = pointers.baseAddress
          return worksheet_add_table(
            sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn, &options)
        }
      }
    }
    try check(status)
    state.tables.add(range)
  }

  private func checkTableRange(
    _ range: CellRange, _ bounds: CellRange.Bounds, _ layout: TableLayout
  ) throws(XLSXError) {
    if constantMemory { throw failure(.notWithConstantMemory(.table)) }
    let rows = Int(bounds.lastRow - bounds.firstRow) + 1
    let width = Int(bounds.lastColumn - bounds.firstColumn) + 1
    guard rows >= (layout.hasTotals ? 3 : 2), width == layout.columns.count else {
      throw failure(.badRange(.table, range))
    }
    // The library's memory for a table grows with the square of its width.
    guard width <= 1_024 else { throw failure(.tooMany(.table, limit: 1_024)) }
    let filter = state.filter.flatMap { $0.overlaps(range) ? $0 : nil }
    if let other = state.tables.overlapping(range) ?? state.merges.overlapping(range) ?? filter {
      throw failure(.overlap(.table, range, with: other))
    }
  }

  private struct PreparedColumn {
    let header: String
    let headerFormat: UnsafeMutablePointer<lxw_format>?
    let totalFormat: UnsafeMutablePointer<lxw_format>?
    var label: String?
    var function: UInt8 = 0
    var value = 0.0
  }

  private func preparedColumns(_ layout: TableLayout) throws(XLSXError) -> [PreparedColumn] {
    var headers: Set<String> = []
    var prepared: [PreparedColumn] = []
    for column in layout.columns {
      let header = column.header
      guard !header.isEmpty else { throw failure(.empty(.tableHeader)) }
      for (offset, byte) in header.utf8.enumerated() where byte < 0x20 {
        throw failure(.badCharacter(.tableHeader, scalar: UInt32(byte), utf8Offset: offset))
      }
      guard headers.insert(NameRules.folded(header)).inserted else {
        throw failure(.badName(.tableHeader, name: header, .duplicate))
      }
      let text = try CellText.prepared(header, .tableHeader, limit: 255, escapes: true)
      var made = PreparedColumn(
        header: text, headerFormat: try handle(column.headerFormat),
        totalFormat: column.total == nil ? nil : try handle(column.totalFormat))
      if layout.hasTotals, let total = column.total { try set(total, in: &made) }
      prepared.append(made)
    }
    return prepared
  }

  private func set(
    _ total: TableLayout.Total, in column: inout PreparedColumn
  ) throws(XLSXError) {
    let function: lxw_table_total_functions
    switch total {
    case .label(let text):
      column.label = try CellText.prepared(text, .text, escapes: true)
      return
    case .sum(let value): (function, column.value) = (LXW_TABLE_FUNCTION_SUM, value)
    case .average(let value): (function, column.value) = (LXW_TABLE_FUNCTION_AVERAGE, value)
    case .countOfNumbers(let value):
      (function, column.value) = (LXW_TABLE_FUNCTION_COUNT_NUMS, value)
    case .maximum(let value): (function, column.value) = (LXW_TABLE_FUNCTION_MAX, value)
    case .minimum(let value): (function, column.value) = (LXW_TABLE_FUNCTION_MIN, value)
    }
    guard column.value.isFinite else { throw failure(.notFinite(.formulaResult)) }
    column.function = UInt8(truncatingIfNeeded: function.rawValue)
  }

  private func libraryStyle(
    _ style: TableLayout.Style
  ) throws(XLSXError) -> (type: UInt8, number: UInt8) {
    let type: lxw_table_style_type
    let number: Int
    let limits: (Double, Double)
    switch style {
    case .light(let value): (type, number, limits) = (LXW_TABLE_STYLE_TYPE_LIGHT, value, (0, 21))
    case .medium(let value): (type, number, limits) = (LXW_TABLE_STYLE_TYPE_MEDIUM, value, (1, 28))
    case .dark(let value): (type, number, limits) = (LXW_TABLE_STYLE_TYPE_DARK, value, (1, 11))
    }
    try checkLimits(Double(number), limits.0, limits.1, .table)
    return (UInt8(truncatingIfNeeded: type.rawValue), UInt8(truncatingIfNeeded: number))
  }
}
