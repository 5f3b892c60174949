import ReportModel
import SourceText

extension SheetLayout {
  /// The sheet's table as CSV in UTF-8 without a mark; nil for the overview, which is no table.
  ///
  /// Head and rows stand as the sheet shows them, formulas as their values, numbers exact and without
  /// grouping. A text that begins with `=`, `+`, `-` or `@`, which a spreadsheet would take for a
  /// formula, gets an apostrophe before it.
  public var csv: (bytes: [UInt8], guarded: Int)? {
    guard let tableHead else { return nil }
    var guarded = 0
    let columns = rows[tableHead].cells.indices.filter { !hiddenColumns.contains($0) }
    func words(_ row: Int) -> [String] {
      columns.map { column in
        let cell = self[row, column]
        if let number = cell.number { return number.description }
        let text = cell.shownText ?? ""
        guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
        else { return text }
        guarded += 1
        return "'" + text
      }
    }
    var writer = CSVWriter(columns: words(tableHead))
    for row in rows.indices.dropFirst(tableHead + 1) { writer.row(words(row)) }
    return (writer.bytes, guarded)
  }
}
