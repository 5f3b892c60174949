import SourceText

/// What a cell of a data table holds.
public enum DataValue: Sendable, Hashable {
  /// Nothing.
  case blank
  /// A text, or a date or list as it is written.
  case text(String)
  /// The members of a list cell.
  case list([String])
  /// A number with unit and qualifiers.
  case quantity(Quantity)
}

/// A cell with its place.
public struct DataCell: Sendable, Hashable {
  /// What the cell holds.
  public var value: DataValue
  /// The line or row, from 1.
  public var line: Int
  /// The column, counted as ``ValueOrigin/column`` is.
  public var column: Int
  /// The text file that overrides the table's own value, in which line and column then are.
  public var overridingFile: String?

  /// A cell from its parts.
  public init(_ value: DataValue, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }
}

/// A column of a data table.
public struct DataColumn: Sendable, Hashable {
  /// The name templates use: the head without its unit.
  public var name: String
  /// The unit of the column's numbers; empty where it has none.
  public var unit: MeasureUnit
  /// Whether the schema says the column's numbers add up.
  public var addsUp: Bool
  /// Whether the column holds numbers.
  public var isNumeric: Bool

  /// A column from its parts.
  public init(name: String, unit: MeasureUnit, addsUp: Bool = false, isNumeric: Bool = false) {
    self.name = name
    self.unit = unit
    self.addsUp = addsUp
    self.isNumeric = isNumeric
  }

  /// The head as a sheet shows it: `金额(万元)`.
  public var head: String {
    unit.text.isEmpty ? name : "\(name)(\(unit.text))"
  }
}

/// A data table: named columns, rows of cells, each cell with its place in the file.
public struct DataTable: Sendable, Hashable {
  /// The name templates use: the file's name without its ending.
  public var name: String
  /// The file, as a path below the report folder.
  public var file: String
  /// The sheet, for a workbook.
  public var sheet: String?
  /// The columns, in the file's order.
  public var columns: [DataColumn]
  /// The rows, each with one cell a column.
  public var rows: DataRows
  /// The index of the column that names the rows; nil where the table has none.
  public var keyColumn: Int?

  /// A table from its parts; each row must have a cell a column.
  public init(
    name: String, file: String, sheet: String? = nil, columns: [DataColumn], rows: [[DataCell]],
    keyColumn: Int?
  ) {
    self.init(
      name: name, file: file, sheet: sheet, columns: columns, rows: DataRows(rows),
      keyColumn: keyColumn)
  }

  /// A table from its parts; each row must have a cell a column.
  public init(
    name: String, file: String, sheet: String?, columns: [DataColumn], rows: DataRows,
    keyColumn: Int?
  ) {
    self.name = name
    self.file = file
    self.sheet = sheet
    self.columns = columns
    self.rows = rows
    self.keyColumn = keyColumn
  }

  /// The index of the column of that name.
  public func column(named name: String) -> Int? {
    columns.firstIndex { $0.name.isSame(as: name) }
  }

  /// The text that names a row, where the table has a key column.
  public func key(ofRow row: Int) -> String? {
    guard let keyColumn, rows.indices.contains(row), columns.indices.contains(keyColumn) else {
      return nil
    }
    switch rows.value(row, keyColumn) {
    case .text(let text): return text
    case .quantity(let quantity): return quantity.number.description
    case .blank, .list: return nil
    }
  }

  /// Where a cell's value came from.
  public func origin(row: Int, column: Int) -> ValueOrigin? {
    guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
    let cell = rows[row, column]
    let rowName = key(ofRow: row) ?? "\(row + 1)"
    return ValueOrigin(
      file: cell.overridingFile ?? file, sheet: cell.overridingFile == nil ? sheet : nil,
      line: cell.line, column: cell.column,
      path: "\(name).\(rowName).\(columns[column].name)")
  }
}
