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
  /// The columns worked out from them, which stand together.
  let derived: [DerivedCells]
  /// Where on the sheet the first of these stands.
  let derivedStart: Int
  private let rowCount: Int
  private let sheetColumns: [Int]

  init(_ table: DataTable, sheet: String, asked schema: DataSchema.Table? = nil) {
    self.sheet = sheet
    derived = DerivedCells.all(of: table, asked: schema)
    var order = Array(table.columns.indices)
    if let key = table.keyColumn, order.indices.contains(key) {
      order.remove(at: key)
      order.insert(key, at: 0)
    }
    columns = order
    let lastNumber = order.lastIndex { table.columns[$0].isNumeric }
    let start = lastNumber.map { $0 + 1 } ?? order.count
    derivedStart = start
    var places = order
    for (place, column) in order.enumerated() {
      places[column] = place < start ? place : place + derived.count
    }
    sheetColumns = places
    rowCount = table.rows.count
  }

  /// How many columns the sheet has.
  var width: Int { columns.count + derived.count }

  /// A value for each of the sheet's columns, from those of the table and the derived ones.
  func arranged<Value>(
    _ own: (Int) -> Value, _ derivedValue: (DerivedCells) -> Value
  ) -> [Value] {
    var values = columns.map(own)
    values.insert(contentsOf: derived.map(derivedValue), at: min(derivedStart, values.count))
    return values
  }

  /// The row of totals, where the table has one.
  var totalRow: Int { Self.firstRow + rowCount }

  /// The cell of a row and column of the table.
  func position(row: Int, column: Int) -> CellPosition {
    CellPosition(row: Self.firstRow + row, column: sheetColumns[column])
  }

  /// The cells of a column of the table, without head and total.
  func cells(ofColumn column: Int) -> CellRange { cells(inSheetColumn: sheetColumns[column]) }

  /// The cells of a derived column, without head and total.
  func cells(ofDerived index: Int) -> CellRange { cells(inSheetColumn: derivedStart + index) }

  /// The place of a column of the table on the sheet.
  func sheetColumn(_ column: Int) -> Int { sheetColumns[column] }

  private func cells(inSheetColumn column: Int) -> CellRange {
    CellRange(
      firstRow: Self.firstRow, firstColumn: column, lastRow: max(Self.firstRow, totalRow - 1),
      lastColumn: column)
  }

  /// The cell of a column's total.
  func total(ofColumn column: Int) -> CellPosition {
    CellPosition(row: totalRow, column: sheetColumns[column])
  }
}
