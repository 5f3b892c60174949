import ReportModel

/// The rows of one table in one period, by what names them.
struct TableRows {
  private let table: DataTable?
  private let rows: [String: Int]
  /// The names of the rows, in the file's order.
  let keys: [String]

  init(_ table: DataTable?) {
    self.table = table
    var rows: [String: Int] = [:]
    var keys: [String] = []
    for row in table?.rows.indices ?? 0..<0 {
      guard let key = table?.key(ofRow: row), rows[key] == nil else { continue }
      rows[key] = row
      keys.append(key)
    }
    self.rows = rows
    self.keys = keys
  }

  func has(_ key: String) -> Bool { rows[key] != nil }

  /// A cell; nil where there is no such row or column.
  func value(_ key: String, _ column: String) -> DataValue? {
    guard let table, let row = rows[key], let index = table.column(named: column) else {
      return nil
    }
    return table.rows[row][index].value
  }

  /// Whether a cell holds several members, which are named anew each period.
  func isList(_ key: String, _ column: String) -> Bool {
    if case .list = value(key, column) { true } else { false }
  }

  /// A cell's words; a number as its digits.
  func text(_ key: String, _ column: String) -> String {
    switch value(key, column) {
    case .text(let text): text
    case .list(let members): members.joined(separator: "、")
    case .quantity(let quantity): quantity.number.description
    case .blank, nil: ""
    }
  }

  /// A cell's number with its unit and qualifiers, as the text prints it; empty without a number.
  func printed(_ key: String, _ column: String) -> String {
    guard case .quantity(let quantity) = value(key, column) else { return "" }
    return quantity.printed
  }
}
