import ReportModel
import XLSXWriter

extension CheckSheet {
  /// What a pack says must agree, as formulas over the cells it names.
  ///
  /// A check that names what this period's data do not hold has no row.
  mutating func checkRelations() {
    for check in plan.snapshot.schema.checks {
      guard let left = RelationSide(check.left, plan), let unit = left.unit ?? rightUnit(check),
        let right = RelationSide(check.right, plan), left.first != nil || right.first != nil,
        let one = left.value(in: unit), let two = right.value(in: unit),
        let difference = two.subtracting(one),
        [one, two, difference].allSatisfy(LayoutFaults.isExact)
      else { continue }
      let style = CellStyle(
        .number, decimals: NumberPrecision.decimals(of: unit, for: [one, two]))
      let row = nextRow
      let present = left.presence + right.presence
      let holds = check.holds(one, two)
      let isPresent = left.isPresent && right.isPresent
      let isExact = left.isExact && right.isExact
      let verdict: Verdict = !isPresent || !isExact ? .unchecked : holds ? .agrees : .differs
      let formula =
        "IF(AND(\(present.joined(separator: ","))),IF(\(Self.condition(check, row)),"
        + "\"\(Verdict.agrees.rawValue)\",\"\(Verdict.differs.rawValue)\"),"
        + "\"\(Verdict.unchecked.rawValue)\")"
      append([
        .count(row - TableGeometry.firstRow), .text("数据:\(check.text)", .small),
        .text(isExact ? "模板包写明的核对" : "模板包写明的核对;约数不核", .small),
        CellLayout(.formula(left.formula(in: unit), .number(one)), style),
        CellLayout(.formula(right.formula(in: unit), .number(two)), style),
        CellLayout(.formula("ROUND(E\(row)-D\(row),10)", .number(difference)), style),
        isExact
          ? CellLayout(.formula(formula, .text(verdict.rawValue)), CellStyle(.verdict))
          : .text(verdict.rawValue, .verdict),
        (left.first ?? right.first).map {
          CellLayout(.link("\($0.sheet)!\($0.range.first.a1)", $0), CellStyle(.tableLink))
        } ?? .text("", .text),
      ])
    }
  }

  private func rightUnit(_ check: DataCheck) -> MeasureUnit? {
    RelationSide(check.right, plan)?.unit
  }

  private static func condition(_ check: DataCheck, _ row: Int) -> String {
    switch check.relation {
    case .equal: "ABS(F\(row))<=\(check.tolerance)"
    case .atMost: "F\(row)>=\(check.tolerance.isZero ? "" : "-")\(check.tolerance)"
    case .atLeast: "F\(row)<=\(check.tolerance)"
    }
  }
}

/// One side of a check: its cells and what they come to.
private struct RelationSide {
  private struct Term {
    /// The cell or range as formulas write it; nil for a number.
    var reference: String?
    var isColumn = false
    var isSubtracted: Bool
    var number: ExactDecimal?
    var unit: MeasureUnit?
  }

  /// More terms make no check of a bulletin.
  private static let mostTerms = 50
  private var terms: [Term] = []
  /// Whether no value is only about right, as 余 and 近 say.
  private(set) var isExact = true
  /// The first cell; nil for numbers alone.
  private(set) var first: SheetRange?

  /// Nil where the data hold nothing of the kind.
  init?(_ side: DataCheck.Side, _ plan: WorkbookPlan) {
    guard side.terms.count <= Self.mostTerms else { return nil }
    for term in side.terms {
      guard let made = make(term, plan) else { return nil }
      terms.append(made)
    }
  }

  private mutating func make(_ term: DataCheck.Term, _ plan: WorkbookPlan) -> Term? {
    let data = plan.snapshot.data
    switch term.subject {
    case .number(let number):
      return Term(isSubtracted: term.isSubtracted, number: number)
    case .figure(let id):
      guard let index = data.figures.firstIndex(where: { $0.id == id }) else { return nil }
      let cell = plan.place(ofSingle: index)
      first = first ?? cell
      let quantity = data.figures[index].quantity
      note(quantity)
      return Term(
        reference: FormulaText.reference(cell.sheet, cell.range.first),
        isSubtracted: term.isSubtracted, number: quantity?.number, unit: quantity?.unit)
    case .cell(let name, let key, let columnName):
      guard let index = data.tables.firstIndex(where: { $0.name == name }),
        let column = data.tables[index].column(named: columnName),
        let row = data.tables[index].rows.indices.first(where: {
          data.tables[index].key(ofRow: $0) == key
        })
      else { return nil }
      let table = data.tables[index]
      var number: ExactDecimal?
      if case .quantity(let quantity) = table.rows[row][column].value,
        quantity.unit == table.columns[column].unit
      {
        number = quantity.number
        note(quantity)
      }
      let cell = plan.tables[index].position(row: row, column: column)
      first = first ?? SheetRange(sheet: plan.tables[index].sheet, range: CellRange(cell))
      return Term(
        reference: FormulaText.reference(plan.tables[index].sheet, cell),
        isSubtracted: term.isSubtracted, number: number, unit: table.columns[column].unit)
    case .column(let name, let columnName):
      guard let index = data.tables.firstIndex(where: { $0.name == name }),
        let column = data.tables[index].column(named: columnName)
      else { return nil }
      let table = data.tables[index]
      let quantities = table.rows.compactMap { row -> Quantity? in
        guard row.indices.contains(column), case .quantity(let quantity) = row[column].value else {
          return nil
        }
        return quantity
      }
      for quantity in quantities { note(quantity) }
      let cells = SheetRange(
        sheet: plan.tables[index].sheet, range: plan.tables[index].cells(ofColumn: column))
      first = first ?? cells
      return Term(
        reference: cells.formula, isColumn: true, isSubtracted: term.isSubtracted,
        number: quantities.isEmpty ? nil : DataTableSheet.sum(quantities),
        unit: table.columns[column].unit)
    }
  }

  private mutating func note(_ quantity: Quantity?) {
    if ComparisonRows.isApproximate(quantity) { isExact = false }
  }

  /// The unit of the first term that has one.
  var unit: MeasureUnit? { terms.lazy.compactMap(\.unit).first }

  /// Whether every cell holds a number.
  var isPresent: Bool { terms.allSatisfy { $0.number != nil } }

  /// Conditions that hold where every cell holds a number.
  var presence: [String] {
    terms.compactMap { term in term.reference.map { "COUNT(\($0))>0" } }
  }

  /// What the side comes to, blank cells counting as nothing; nil where units do not fit.
  func value(in unit: MeasureUnit) -> ExactDecimal? {
    var sum = ExactDecimal(0)
    for term in terms {
      guard let power = power(of: term, to: unit) else { return nil }
      guard let number = term.number else { continue }
      guard let scaled = number.scaled(byPowerOfTen: power),
        let next = term.isSubtracted ? sum.subtracting(scaled) : sum.adding(scaled)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// The side as a formula; rounding takes off what binary arithmetic adds.
  func formula(in unit: MeasureUnit) -> String {
    var formula = ""
    for term in terms {
      let factor = FormulaText.factor(powerOfTen: power(of: term, to: unit) ?? 0)
      let sign = term.isSubtracted ? "-" : formula.isEmpty ? "" : "+"
      let value =
        term.reference.map { term.isColumn ? "SUM(\($0))" : $0 } ?? term.number?.description ?? "0"
      formula += sign + value + factor
    }
    return "ROUND(\(formula),10)"
  }

  private func power(of term: Term, to unit: MeasureUnit) -> Int? {
    guard let own = term.unit else { return 0 }
    return own.isCommensurable(with: unit) ? own.powerOfTen - unit.powerOfTen : nil
  }
}
