import ReportModel
import XLSXWriter

/// How a figure of the text hangs on the cells it was printed or worked out from.
struct FigureLink {
  /// Where a figure comes from.
  enum Basis: String, CaseIterable {
    /// The text prints a cell of the data.
    case direct = "取自数据"
    /// The text prints what was worked out from cells.
    case derived = "由数据算出"
    /// Words of a template or of the text.
    case words = "文字"
  }

  /// Where the figure comes from.
  let basis: Basis
  /// A formula that comes to the figure's value, exactly; nil where none is known.
  let formula: String?
  /// The data cell to go and see.
  let target: SheetRange?

  init(_ figure: PlacedFigure, in plan: WorkbookPlan) {
    basis = figure.origins.isEmpty ? .words : figure.isDirect ? .direct : .derived
    var seen: Set<ValueOrigin> = []
    let origins = figure.origins.filter { seen.insert($0).inserted }
    let places = origins.map(plan.place(of:))
    target =
      places.lazy.compactMap { $0 }.first?.cell
      ?? plan.comparisons.lazy.compactMap { comparisons in
        origins.lazy.compactMap(comparisons.row(ofBase:)).first.map { row in
          SheetRange(
            sheet: comparisons.sheet,
            range: CellRange(ComparisonSheet.cell(row, ComparisonSheet.baseColumn)))
        }
      }.first
    let known = places.compactMap { $0 }
    guard let value = figure.value, !known.isEmpty, known.count == places.count else {
      formula = figure.value.flatMap { value in
        plan.comparisons.lazy.compactMap {
          Self.change(from: origins, value, figure.unit, in: $0)
        }.first
      }
      return
    }
    formula =
      known.count == 1
      ? Self.formula(for: known[0], value, figure.unit)
      : Self.sum(of: known, value, figure.unit, plan)
  }

  /// The cell itself, or the cell in the unit the text prints.
  private static func formula(
    for place: WorkbookPlan.DataPlace, _ value: ExactDecimal, _ unit: MeasureUnit
  ) -> String? {
    let number = place.quantity.number
    if number == value, unit.text == place.quantity.unit.text || unit.text.isEmpty {
      return place.reference
    }
    guard unit.isCommensurable(with: place.quantity.unit) else { return nil }
    let shift = place.quantity.unit.powerOfTen - unit.powerOfTen
    guard number.scaled(byPowerOfTen: shift) == value else { return nil }
    return place.reference + FormulaText.factor(powerOfTen: shift)
  }

  /// The change on an earlier period, or the value then, as the sheet of comparisons has it.
  private static func change(
    from origins: [ValueOrigin], _ value: ExactDecimal, _ unit: MeasureUnit,
    in comparisons: ComparisonRows
  ) -> String? {
    func cell(_ row: Int, _ column: Int) -> String {
      FormulaText.reference(comparisons.sheet, ComparisonSheet.cell(row, column))
    }
    if origins.count > 1, let total = comparisons.total(ofBases: origins, value: value),
      comparisons.rows[total].unit == unit
    {
      return cell(total, ComparisonSheet.baseColumn)
    }
    // The earlier cell tells which of the periods it is: this period's own is in all of them.
    guard let index = origins.lazy.compactMap(comparisons.row(ofBase:)).first else { return nil }
    let row = comparisons.rows[index]
    if origins.count == 1 {
      return row.base == value && row.unit == unit ? cell(index, ComparisonSheet.baseColumn) : nil
    }
    guard let now = row.nowOrigin, origins.contains(now) else { return nil }
    if unit.text == "%", row.rate?.magnitude == value {
      return "ABS(\(cell(index, ComparisonSheet.rateColumn)))"
    }
    if unit.base == "百分点" || unit.text == "个百分点" ? row.isInPoints : unit == row.unit,
      row.change?.magnitude == value
    {
      return "ABS(\(cell(index, ComparisonSheet.changeColumn)))"
    }
    if unit.text == "倍", row.times == value, row.rate != nil {
      return "ROUND(ABS(\(cell(index, ComparisonSheet.changeColumn)))"
        + "/\(cell(index, ComparisonSheet.baseColumn)),1)"
    }
    return nil
  }

  /// The sum of cells, where the text prints just that.
  private static func sum(
    of places: [WorkbookPlan.DataPlace], _ value: ExactDecimal, _ unit: MeasureUnit,
    _ plan: WorkbookPlan
  ) -> String? {
    guard places.allSatisfy({ $0.quantity.unit == places[0].quantity.unit }),
      DataTableSheet.sum(places.map(\.quantity)) == value,
      unit.text == places[0].quantity.unit.text || unit.text.isEmpty
    else { return nil }
    if let total = total(of: places, plan) { return total }
    let formula = places.map(\.reference).joined(separator: "+")
    return formula.utf16.count <= 2_000 ? formula : nil
  }

  /// The total of a table's column, where the cells are all the numbers of one that adds up.
  private static func total(of places: [WorkbookPlan.DataPlace], _ plan: WorkbookPlan) -> String? {
    guard let (table, column) = places[0].column,
      places.allSatisfy({ $0.column?.table == table && $0.column?.column == column })
    else { return nil }
    let data = plan.snapshot.data.tables[table]
    let numbers = data.rows.filter { row in
      guard row.indices.contains(column), case .quantity = row[column].value else { return false }
      return true
    }
    guard data.columns[column].addsUp, numbers.count == places.count else { return nil }
    let geometry = plan.tables[table]
    return SheetRange.quoted(geometry.sheet) + "!" + geometry.total(ofColumn: column).a1
  }
}
