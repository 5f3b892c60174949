import ReportModel
import XLSXWriter

/// A derived column of one table: which columns it hangs on, what it comes to, as a formula and as
/// an exact number.
struct DerivedCells {
  /// What the schema asks for.
  let column: DerivedColumn
  private let left: Int
  private let right: Int
  private let power: Int
  private let leftTotal: ExactDecimal?
  private let rightTotal: ExactDecimal?

  /// The derived columns that a table's columns and units allow; one that it holds itself is its own.
  static func all(of table: DataTable, asked schema: DataSchema.Table?) -> [DerivedCells] {
    (schema?.derived ?? []).compactMap { DerivedCells($0, of: table) }
  }

  private init?(_ column: DerivedColumn, of table: DataTable) {
    guard table.column(named: column.name) == nil,
      let left = table.column(named: column.left.column), table.columns[left].isNumeric,
      let right = table.column(named: column.right.column), table.columns[right].isNumeric,
      let power = column.power(left: table.columns[left].unit, right: table.columns[right].unit)
    else { return nil }
    self.column = column
    self.left = left
    self.right = right
    self.power = power
    leftTotal = Self.total(left, of: table)
    rightTotal = Self.total(right, of: table)
  }

  private static func total(_ column: Int, of table: DataTable) -> ExactDecimal? {
    DataTableSheet.sum(table.rows.indices.compactMap { quantity(table, $0, column) })
  }

  /// The number of a cell, where it is in its column's unit.
  private static func quantity(_ table: DataTable, _ row: Int, _ column: Int) -> Quantity? {
    guard table.rows[row].indices.contains(column),
      case .quantity(let quantity) = table.rows[row][column].value,
      quantity.unit == table.columns[column].unit
    else { return nil }
    return quantity
  }

  private func operand(
    _ operand: DerivedColumn.Operand, _ index: Int, _ total: ExactDecimal?, _ table: DataTable,
    _ row: Int
  ) -> ExactDecimal? {
    operand.isTotal ? total : Self.quantity(table, row, index)?.number
  }

  /// The value of a row; nil where one of its numbers is missing or the divisor is zero.
  func value(_ table: DataTable, row: Int) -> ExactDecimal? {
    guard let one = operand(column.left, left, leftTotal, table, row),
      let two = operand(column.right, right, rightTotal, table, row)
    else { return nil }
    return column.value(one, two, power: power)
  }

  /// The cell of a row: its formula and value.
  func cell(_ table: DataTable, row: Int, _ geometry: TableGeometry) -> CellLayout {
    let style = CellStyle(.derived, decimals: Int8(clamping: column.decimals))
    let value = value(table, row: row)
    guard LayoutFaults.isExact(value) else { return CellLayout(.blank, style) }
    func reference(_ operand: DerivedColumn.Operand, _ index: Int) -> String {
      operand.isTotal
        ? "SUM(\(geometry.cells(ofColumn: index).absoluteA1))"
        : geometry.position(row: row, column: index).a1
    }
    let (one, two) = (reference(column.left, left), reference(column.right, right))
    let result = value.map(CellLayout.Result.number) ?? .text("")
    return CellLayout(
      .formula("IF(COUNT(\(one),\(two))<2,\"\",\(formula(one, two)))", result), style)
  }

  /// The cell in the row of totals; nil where the whole has no such value.
  ///
  /// A quotient of totals means something only where both add up and every row has both numbers.
  func total(_ table: DataTable, _ geometry: TableGeometry) -> CellLayout? {
    let style = CellStyle(.totalNumber, decimals: Int8(clamping: column.decimals))
    let addUp = table.columns[left].addsUp && table.columns[right].addsUp
    let isWhole =
      left == right
      || table.rows.indices.allSatisfy {
        Self.quantity(table, $0, left) != nil && Self.quantity(table, $0, right) != nil
      }
    guard addUp, isWhole, column.operation != .multiply, let leftTotal, let rightTotal,
      let value = column.value(leftTotal, rightTotal, power: power), LayoutFaults.isExact(value)
    else { return nil }
    let one = geometry.total(ofColumn: left).a1
    let two = geometry.total(ofColumn: right).a1
    return CellLayout(.formula(formula(one, two), .number(value)), style)
  }

  private func formula(_ one: String, _ two: String) -> String {
    let factor = FormulaText.factor(powerOfTen: power)
    switch column.operation {
    case .divide: return "IF(\(two)=0,\"\",ROUND(\(one)\(factor)/\(two),\(column.decimals)))"
    case .multiply: return "ROUND(\(one)*\(two)\(factor),\(column.decimals))"
    case .add: return "ROUND((\(one)+\(two))\(factor),\(column.decimals))"
    case .subtract: return "ROUND((\(one)-\(two))\(factor),\(column.decimals))"
    }
  }
}
