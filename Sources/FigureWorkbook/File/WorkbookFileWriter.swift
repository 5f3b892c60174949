import ReportModel
import SourceText
import XLSXWriter

/// Puts a layout into a file, cell by cell; decides nothing.
enum WorkbookFileWriter {
  static func write(_ layout: WorkbookLayout, to path: String) throws(XLSXError) {
    let book = try WorkbookFile(
      path: path,
      properties: DocumentProperties(
        created: layout.created, title: layout.title, company: layout.company),
      options: options(for: layout))
    for property in layout.properties where !property.value.isEmpty {
      try book.setProperty(property.name, to: property.value)
    }
    for sheet in layout.sheets {
      let id = try book.addWorksheet(sheet.name)
      try book.withWorksheet(id) { worksheet throws(XLSXError) in
        try write(sheet, to: worksheet)
      }
    }
    for name in layout.names { try book.define(name.name, as: name.range.formula) }
    try book.close()
  }

  /// More cells than these make parts that are left to temporary files.
  private static let mostInMemory = 200_000

  private static func options(for layout: WorkbookLayout) -> WorkbookOptions {
    let cells = layout.sheets.reduce(0) { sum, sheet in
      sum + sheet.rows.reduce(0) { $0 + $1.cells.count }
    }
    return WorkbookOptions(partsInMemory: cells <= mostInMemory, removesLeftovers: true)
  }

  private static func write(
    _ sheet: SheetLayout, to worksheet: borrowing Worksheet
  ) throws(XLSXError) {
    if let color = sheet.tabColor { worksheet.setTabColor(color) }
    worksheet.hideGridlines()
    let open =
      sheet.columnsAreOpen
      ? try worksheet.format(WorkbookTheme.format(of: CellStyle(.plain, isOpen: true))) : .general
    for (column, width) in sheet.columnWidths.enumerated() {
      try worksheet.setColumns(
        column...column, width: width, format: open, hidden: sheet.hiddenColumns.contains(column))
    }
    if let name = sheet.tableName { try addTable(name, to: worksheet, as: sheet) }
    for range in sheet.merges {
      let style = sheet[range.first.row, range.first.column].style
      try worksheet.merge(range, format: worksheet.format(WorkbookTheme.format(of: style)))
    }
    // A sheet has a dozen styles at most.
    var formats: [(style: CellStyle, id: FormatID)] = []
    for (index, row) in sheet.rows.enumerated() {
      if let height = row.height { try worksheet.setRow(index, height: height) }
      for (column, cell) in row.cells.enumerated() {
        if cell.style.role == .plain, cell.content == .blank, cell.note == nil { continue }
        let format: FormatID
        if let known = formats.first(where: { $0.style == cell.style }) {
          format = known.id
        } else {
          format = try worksheet.format(WorkbookTheme.format(of: cell.style))
          formats.append((cell.style, format))
        }
        try write(cell, format, to: worksheet, row: index, column: column)
      }
    }
    try frame(worksheet, as: sheet)
  }

  private static func write(
    _ cell: CellLayout, _ format: FormatID, to worksheet: borrowing Worksheet, row: Int, column: Int
  ) throws(XLSXError) {
    switch cell.content {
    case .blank: try worksheet.writeBlank(row: row, column: column, format: format)
    case .text(let text): try worksheet.write(text, row: row, column: column, format: format)
    case .number(let number):
      try worksheet.write(number.doubleValue, row: row, column: column, format: format)
    case .formula(let formula, let result):
      let value: FormulaResult =
        switch result {
        case .number(let number): .number(number.doubleValue)
        case .text(let text): .text(text)
        }
      try worksheet.writeFormula(formula, result: value, row: row, column: column, format: format)
    case .link(let text, let target):
      try worksheet.writeLink(
        to: .cells(target), text: text, row: row, column: column, format: format)
    }
    if let note = cell.note {
      // The box grows with its text, 20 characters and 18 pixels a line.
      let lines = note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .reduce(1) { $0 + Int(TypesetWidth.of(Substring($1)) / 40) + 1 }
      try worksheet.writeComment(
        note, row: row, column: column, width: 320, height: min(lines * 18 + 8, 400))
    }
  }

  /// What protection never keeps from anyone: looking, copying charts, making room.
  private static let allowed: SheetProtection.Allowance = [
    .selectLockedCells, .selectUnlockedCells, .formatCells, .formatColumns, .formatRows, .sort,
    .useAutofilter, .editObjects,
  ]

  /// Makes the filtered cells a table; its cells are written with the others.
  private static func addTable(
    _ name: String, to worksheet: borrowing Worksheet, as sheet: SheetLayout
  ) throws(XLSXError) {
    guard let range = sheet.filter else { return }
    let heads = (range.first.column...range.last.column).map { column in
      TableLayout.Column(header: sheet[range.first.row, column].shownText ?? "")
    }
    try worksheet.addTable(
      range,
      TableLayout(
        name: name.isEmpty ? nil : name, columns: heads, style: .light(0), bandedRows: false))
  }

  private static func frame(
    _ worksheet: borrowing Worksheet, as sheet: SheetLayout
  ) throws(XLSXError) {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      try worksheet.freezePanes(rows: sheet.frozenRows, columns: sheet.frozenColumns)
    }
    if let filter = sheet.filter, sheet.tableName == nil { try worksheet.setAutofilter(filter) }
    for rule in sheet.rules { try worksheet.addValidation(rule.validation, to: rule.range) }
    for look in sheet.conditionalLooks {
      try worksheet.addConditionalFormat(
        ConditionalFormat(.formula(look.formula, WorkbookTheme.format(of: look.look))),
        to: look.range)
    }
    try worksheet.setPage(sheet.page)
    if sheet.isProtected {
      try worksheet.protect(
        SheetProtection(allowed: allowed.union(sheet.canGrow ? .insertRows : [])))
    }
    for placed in sheet.charts {
      try worksheet.insert(placed.chart, row: placed.corner.row, column: placed.corner.column)
    }
  }
}
