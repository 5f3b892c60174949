import ReportModel

/// The rows of data that hold an amount, its heads and the standard they should make.
struct StandardRows {
  /// A row whose amount is not what its standard and heads make.
  struct Fault {
    /// The name of the amount's cell.
    let path: String
    let amount: Quantity
    let heads: Quantity
    let standard: Quantity
    /// What standard and heads make.
    let product: Quantity
  }

  /// The faults of a data set; an amount paid up to twelve times is none.
  static func faults(in data: DataSet) -> [Fault] {
    data.tables.flatMap { table -> [Fault] in
      guard let amount = only(table, { $0.unit.base == "元" && !$0.name.contains("标准") }),
        let heads = only(table, { ["人", "名", "户"].contains($0.unit.base) }),
        let standard = only(table, { $0.unit.base == "元" && $0.name.contains("标准") })
      else { return [] }
      return table.rows.indices.compactMap { row in
        guard let money = quantity(table, row, amount), let count = quantity(table, row, heads),
          let each = quantity(table, row, standard),
          let path = table.origin(row: row, column: amount)?.path, let one = each.baseValue,
          let times = count.baseValue, let product = one.multiplied(by: times), !product.isZero,
          !isPaid(money, by: product)
        else { return nil }
        return Fault(
          path: path, amount: money, heads: count, standard: each,
          product: Quantity(product, unit: MeasureUnit("元")).converted(to: money.unit)
            ?? Quantity(product, unit: MeasureUnit("元")))
      }
    }
  }

  /// Whether the amount is the product or up to twelve times that.
  private static func isPaid(_ amount: Quantity, by product: ExactDecimal) -> Bool {
    (1...12).contains { times in
      guard let whole = product.multiplied(by: ExactDecimal(times)) else { return true }
      return TextDataMismatch.agrees(amount, Quantity(whole, unit: MeasureUnit("元")))
    }
  }

  private static func only(_ table: DataTable, _ fits: (DataColumn) -> Bool) -> Int? {
    let found = table.columns.indices.filter {
      table.columns[$0].isNumeric && fits(table.columns[$0])
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func quantity(_ table: DataTable, _ row: Int, _ column: Int) -> Quantity? {
    guard table.rows[row].indices.contains(column),
      case .quantity(let quantity) = table.rows[row][column].value
    else { return nil }
    return quantity
  }
}
