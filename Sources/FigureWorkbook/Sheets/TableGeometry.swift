import ReportModel
import XLSXWriter

/// Which cell of its worksheet each cell of a data table stands in.
///
/// Above the head stand a title and a line on the source; the key column comes first.
struct TableGeometry {
  /// The row of the head.
  static let headRow = 2
  /// The first row of data.
  static let firstRow = 3

  /// The worksheet's name.
  let sheet: String
  /// The table's columns in the sheet's order.
  let columns: [Int]
  private let rowCount: Int
  private let sheetColumns: [Int]

  init(_ table: DataTable, sheet: String) {
    self.sheet = sheet
    var order = Array(table.columns.indices)
    if let key = table.keyColumn, order.indices.contains(key) {
      order.remove(at: key)
      order.insert(key, at: 0)
    }
    columns = order
    var places = order
    for (place, column) in order.enumerated() { places[column] = place }
    sheetColumns = places
    rowCount = table.rows.count
  }

  /// The row of totals, where the table has one.
  var totalRow: Int { Self.firstRow + rowCount }

  /// The cell of a row and column of the table.
  func position(row: Int, column: Int) -> CellPosition {
    CellPosition(row: Self.firstRow + row, column: sheetColumns[column])
  }

  /// The cells of a column of the table, without head and total.
  func cells(ofColumn column: Int) -> CellRange {
    CellRange(
      firstRow: Self.firstRow, firstColumn: sheetColumns[column],
      lastRow: max(Self.firstRow, totalRow - 1), lastColumn: sheetColumns[column])
  }

  /// The cell of a column's total.
  func total(ofColumn column: Int) -> CellPosition {
    CellPosition(row: totalRow, column: sheetColumns[column])
  }
}
