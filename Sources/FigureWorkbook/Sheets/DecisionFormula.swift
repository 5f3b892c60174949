import ReportModel
import XLSXWriter

/// Choices of the text as formulas over the cells that made them.
struct DecisionFormula {
  /// Longer lists of texts make formulas that spreadsheets do not take.
  private static let longest = 6_000
  /// A call may have as many arguments.
  private static let mostArguments = 200

  let plan: WorkbookPlan

  /// The condition as a formula; nil where a cell of it has no place in the workbook.
  func formula(_ condition: CellCondition) -> String? {
    switch condition {
    case .not(let inner): formula(inner).map { "NOT(\($0))" }
    case .and(let left, let right): call("AND", left, right)
    case .or(let left, let right): call("OR", left, right)
    case .isPresent(let term): presence(of: term)
    case .compare(let comparison, let left, let right): compare(comparison, left, right)
    }
  }

  /// The first cell that a condition is about.
  func target(_ condition: CellCondition) -> SheetRange? {
    switch condition {
    case .not(let inner): target(inner)
    case .and(let left, let right), .or(let left, let right): target(left) ?? target(right)
    case .isPresent(let term): target(term)
    case .compare(_, let left, let right): target(left) ?? target(right)
    }
  }

  /// How many rows a table has now, rows put in between or below included; nil for no such table.
  func rowCount(ofTable name: String) -> String? {
    guard let index = tableIndex(name) else { return nil }
    let table = plan.snapshot.data.tables[index]
    let geometry = plan.tables[index]
    // With a row of totals the range reaches from head to total, so that rows put in at its ends
    // are inside; without one it reaches to the end of the sheet.
    let hasTotals = DataTableSheet.hasTotals(table)
    let first = hasTotals ? TableGeometry.headRow : TableGeometry.firstRow
    let last = hasTotals ? geometry.totalRow : LayoutFaults.mostRows - 1
    let range = CellRange(firstRow: first, firstColumn: 0, lastRow: last, lastColumn: 0)
    let count = "COUNTA(\(SheetRange.quoted(geometry.sheet))!\(range.a1))"
    return hasTotals ? count + "-2" : count
  }

  /// Whether the texts of these columns are those of now, as formulas short enough to be taken.
  ///
  /// Nil where there are too many.
  func sameTexts(table name: String, columns: [String]) -> [String]? {
    guard let index = tableIndex(name) else { return nil }
    let table = plan.snapshot.data.tables[index]
    var parts: [String] = []
    var length = 0
    for column in columns.compactMap(table.column(named:)) {
      for row in table.rows.indices where table.rows[row].indices.contains(column) {
        let text = DataTableSheet.text(of: table.rows[row][column].value).withPlainLineEnds
        let cell = FormulaText.reference(
          plan.tables[index].sheet, plan.tables[index].position(row: row, column: column))
        let part =
          text.isEmpty
          ? "\(cell)=\"\"" : "EXACT(\(cell),\(FormulaText.literal(text)))"
        parts.append(part)
        length += part.utf16.count + 1
        guard length <= Self.longest, parts.count <= Self.mostArguments else { return nil }
      }
    }
    return parts
  }

  private func tableIndex(_ name: String) -> Int? {
    plan.snapshot.data.tables.firstIndex { $0.name == name }
  }

  private func call(_ name: String, _ left: CellCondition, _ right: CellCondition) -> String? {
    guard let one = formula(left), let two = formula(right) else { return nil }
    return "\(name)(\(one),\(two))"
  }

  private func presence(of term: CellTerm) -> String? {
    switch term {
    case .number, .text: nil
    case .words(let cell): reference(cell).map { "\($0)<>\"\"" }
    // N makes a text that somebody writes into the cell a zero.
    case .value(let cell, _): reference(cell).map { "N(\($0))<>0" }
    case .rows, .sum: formula(term).map { "\($0)<>0" }
    }
  }

  private func compare(
    _ comparison: CellCondition.Comparison, _ left: CellTerm, _ right: CellTerm
  ) -> String? {
    guard let one = formula(left), let two = formula(right) else { return nil }
    let isOfTexts = isText(left) && isText(right)
    guard isText(left) == isText(right) else { return nil }
    let compared =
      switch comparison {
      // Comparison of texts disregards case in spreadsheets.
      case .equal where isOfTexts: "EXACT(\(one),\(two))"
      case .notEqual where isOfTexts: "NOT(EXACT(\(one),\(two)))"
      default: "\(one)\(comparison.rawValue)\(two)"
      }
    let blanks = [left, right].compactMap(reference).map { "\($0)=\"\"" }
    guard !blanks.isEmpty else { return compared }
    let missing = blanks.joined(separator: ",")
    return comparison == .notEqual
      ? "OR(\(missing),\(compared))" : "IF(OR(\(missing)),FALSE,\(compared))"
  }

  private func isText(_ term: CellTerm) -> Bool {
    switch term {
    case .text, .words: true
    case .number, .value, .rows, .sum: false
    }
  }

  private func formula(_ term: CellTerm) -> String? {
    switch term {
    case .number(let number):
      return LayoutFaults.isExact(number) ? number.description : nil
    case .text(let text): return FormulaText.literal(text)
    case .words(let cell): return reference(cell)
    case .value(let cell, let power): return reference(cell).map { Self.scaled($0, by: power) }
    case .rows(let table): return rowCount(ofTable: table).map { "(\($0))" }
    case .sum(let name, let column, let power):
      guard let index = tableIndex(name),
        let number = plan.snapshot.data.tables[index].column(named: column)
      else { return nil }
      let geometry = plan.tables[index]
      let range = geometry.cells(ofColumn: number).a1
      return Self.scaled("SUM(\(SheetRange.quoted(geometry.sheet))!\(range))", by: power)
    }
  }

  /// Rounding takes off what binary arithmetic adds.
  private static func scaled(_ formula: String, by power: Int) -> String {
    let factor = power > 0 ? "*1" + String(repeating: "0", count: power) : ""
    return "ROUND(\(formula)\(factor),10)"
  }

  private func reference(_ term: CellTerm) -> String? {
    switch term {
    case .words(let cell), .value(let cell, _): reference(cell)
    case .number, .text, .rows, .sum: nil
    }
  }

  private func reference(_ cell: CellReference) -> String? {
    target(cell).map { FormulaText.reference($0.sheet, $0.range.first) }
  }

  private func target(_ term: CellTerm) -> SheetRange? {
    switch term {
    case .number, .text: nil
    case .value(let cell, _), .words(let cell): target(cell)
    case .rows(let name), .sum(let name, _, _):
      tableIndex(name).map { index in
        SheetRange(
          sheet: plan.tables[index].sheet,
          range: CellRange(row: TableGeometry.headRow, column: 0))
      }
    }
  }

  private func target(_ cell: CellReference) -> SheetRange? {
    switch cell {
    case .figure(let id):
      plan.snapshot.data.figures.firstIndex { $0.id == id }.map(plan.place(ofSingle:))
    case .cell(let name, let row, let column):
      tableIndex(name).flatMap { index in
        plan.snapshot.data.tables[index].column(named: column).map { column in
          SheetRange(
            sheet: plan.tables[index].sheet,
            range: CellRange(plan.tables[index].position(row: row, column: column)))
        }
      }
    case .earlier(let origin):
      plan.comparisons.lazy.compactMap { comparisons in
        comparisons.row(ofBase: origin).map { row in
          SheetRange(
            sheet: comparisons.sheet,
            range: CellRange(ComparisonSheet.cell(row, ComparisonSheet.baseColumn)))
        }
      }.first
    }
  }
}
