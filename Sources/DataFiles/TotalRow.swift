import ReportModel
import SourceText

/// The row of a table that gives the others' sums, judged once the rows hold what counts.
struct TotalRow {
  /// A column's sum.
  struct Cell {
    let column: String
    /// The column's name with its unit.
    let head: String
    let unit: MeasureUnit
    var number: ExactDecimal
    /// Where it stands; nil once it is corrected.
    var origin: ValueOrigin?
    var place: DiagnosticPlace
    /// The rows that hold something that is no number; a sum without them says nothing.
    let faultyRows: [Int]
  }

  let table: String
  let name: String
  /// The row's own text, for a workbook.
  let note: Diagnostic.Note?
  var cells: [Cell]

  /// Where the sums do not agree with the table's rows.
  func faults(in table: DataTable) -> [Diagnostic] {
    cells.compactMap { cell in
      guard let column = table.column(named: cell.column) else { return nil }
      return fault(of: cell, column, in: table)
    }
  }

  private func fault(of cell: Cell, _ column: Int, in table: DataTable) -> Diagnostic? {
    for row in cell.faultyRows where table.rows[row, column].value == .blank { return nil }
    var sum = ExactDecimal(0)
    var count = 0
    var first: [String] = []
    for row in table.rows.indices {
      guard case .quantity(let quantity) = table.rows[row, column].value else { continue }
      // A qualified number has no exact sum.
      guard quantity.qualifiers.isEmpty, quantity.unit == cell.unit,
        let next = sum.adding(quantity.number)
      else { return nil }
      sum = next
      count += 1
      if count <= 12 { first.append(quantity.number.description) }
    }
    guard count > 0, let gap = cell.number.subtracting(sum)?.magnitude, !gap.isZero else {
      return nil
    }
    let shown = first.joined(separator: " + ") + (count > 12 ? " + …" : "")
    let rows = Diagnostic.Note(Message(zh: "各行:{0}", en: "the rows: {0}", shown))
    return DataFault.totalFails(
      row: name, column: cell.head, found: Quantity(cell.number, unit: cell.unit).printed,
      sum: Quantity(sum.normalized, unit: cell.unit).printed, count: count,
      gap: Quantity(gap.normalized, unit: cell.unit).printed
    ).diagnostic(at: cell.place, notes: [note].compactMap { $0 } + [rows])
  }
}
