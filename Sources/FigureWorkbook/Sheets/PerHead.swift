import ReportModel

/// The columns of a table from which amounts per head follow.
struct PerHeadColumns {
  /// The column of amounts.
  let amount: Int
  /// The column of persons.
  let persons: Int
  /// The column of what each person is due, in 元.
  let standard: Int?

  /// Nil where the table has not just one column of amounts that add up and one of persons.
  init?(_ table: DataTable) {
    let columns = table.columns
    let amounts = columns.indices.filter {
      columns[$0].isNumeric && columns[$0].addsUp && columns[$0].unit.base == "元"
    }
    let persons = columns.indices.filter {
      columns[$0].isNumeric && ["人", "名"].contains(columns[$0].unit.text)
    }
    guard amounts.count == 1, persons.count == 1 else { return nil }
    amount = amounts[0]
    self.persons = persons[0]
    standard = columns.indices.first {
      columns[$0].name == "标准" && columns[$0].isNumeric && columns[$0].unit.text == "元"
    }
  }
}

/// A row's amount per head against what each person is due.
struct PerHeadCheck {
  /// The amount per head in 元, to 0.01.
  let perHead: ExactDecimal
  /// What each person is due; nil where the row does not say.
  let standard: ExactDecimal?
  /// The amount per head less the standard.
  let difference: ExactDecimal
  /// Half of the amount's last digit in 元, by which rounding may have moved it.
  let slack: ExactDecimal
  /// Whether amount and standard agree within the rounding of the amount.
  let agrees: Bool

  /// Nil where the row lacks an amount or persons.
  init?(_ table: DataTable, row: Int, _ columns: PerHeadColumns) {
    func number(_ column: Int?) -> ExactDecimal? {
      guard let column, table.rows[row].indices.contains(column),
        case .quantity(let quantity) = table.rows[row][column].value,
        quantity.unit == table.columns[column].unit
      else { return nil }
      return quantity.number
    }
    let power = table.columns[columns.amount].unit.powerOfTen
    guard let amount = number(columns.amount), let persons = number(columns.persons),
      !persons.isZero, let total = amount.scaled(byPowerOfTen: power),
      let perHead = total.divided(by: persons, digits: 2),
      let slack = ExactDecimal(5).scaled(byPowerOfTen: power - max(amount.scale, 2) - 1)
    else { return nil }
    self.perHead = perHead
    self.slack = slack.normalized
    standard = number(columns.standard)
    guard let standard else {
      difference = ExactDecimal(0)
      agrees = true
      return
    }
    guard let due = standard.multiplied(by: persons), let gap = total.subtracting(due)?.magnitude,
      let difference = perHead.subtracting(standard)?.rounded(to: 2)
    else { return nil }
    self.difference = difference
    agrees = gap <= slack
  }
}
