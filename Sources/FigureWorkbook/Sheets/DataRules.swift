import ReportModel
import XLSXWriter

extension SheetLayout {
  /// As many rules as a worksheet takes, with some to spare.
  private static var mostRules: Int { 200 }
  /// Comparing every key with every other costs a spreadsheet too much beyond these.
  private static var mostKeys: Int { 1_000 }

  /// Says what the cells of a data table accept, and marks those that hold something else.
  mutating func addRules(
    of table: DataTable, _ geometry: TableGeometry, asked schema: DataSchema.Table?
  ) {
    guard !table.rows.isEmpty else { return }
    for column in table.columns.indices {
      let own = table.columns[column]
      let range = geometry.cells(ofColumn: column)
      let place = geometry.sheetColumn(column)
      if column == table.keyColumn {
        markTwins(range, place)
        continue
      }
      guard let value = schema?.column(named: own.name) ?? Self.plainNumber(own.isNumeric) else {
        continue
      }
      addRule(
        CellRequirement(head: own.head, schema: value, unit: own.unit.text), for: range, place)
    }
  }

  /// Says what the values of single figures accept, and marks those that hold something else.
  mutating func addRules(of figures: [SingleFigure], asked schema: DataSchema) {
    let column = SingleFigureSheet.valueColumn
    for (index, figure) in figures.enumerated().prefix(Self.mostRules) {
      guard let value = schema.figure(id: figure.id) ?? Self.plainNumber(true) else { continue }
      let requirement = CellRequirement(
        head: figure.label.isEmpty ? figure.id : figure.label, schema: value,
        unit: figure.quantity?.unit.text ?? value.unit ?? "", kind: figure.kind)
      rules.append(
        Rule(
          requirement.quietValidation,
          for: CellRange(row: TableGeometry.firstRow + index, column: column)))
    }
    guard !figures.isEmpty else { return }
    let first = CellPosition(row: TableGeometry.firstRow, column: column).a1
    addLooks([(.bad, "ISTEXT(\(first))")], toColumn: column)
  }

  /// What a column of numbers holds where the schema does not say.
  private static func plainNumber(_ isNumeric: Bool) -> DataSchema.Value? {
    isNumeric ? DataSchema.Value(type: .number) : nil
  }

  private mutating func addRule(
    _ requirement: CellRequirement, for range: CellRange, _ column: Int
  ) {
    // Any text will do: nothing to say.
    let isOpen = requirement.schema.type == .text && requirement.schema.allowed.isEmpty
    if !isOpen, requirement.schema.type != .list, rules.count < Self.mostRules {
      rules.append(Rule(requirement.quietValidation, for: range))
    }
    let cell = range.first.a1
    var looks: [(ConditionalLook.Look, String)] = []
    if let fault = requirement.faultFormula(cell) { looks.append((.bad, fault)) }
    if let blank = requirement.blankFormula(cell) { looks.append((.doubtful, blank)) }
    if !looks.isEmpty { addLooks(looks, toColumn: column) }
  }

  /// Marks rows that are called the same.
  private mutating func markTwins(_ range: CellRange, _ column: Int) {
    guard range.last.row - range.first.row < Self.mostKeys else { return }
    let cell = range.first.a1
    addLooks(
      [
        (.doubtful, "\(cell)=\"\""),
        (.bad, "SUMPRODUCT(--(\(range.absoluteA1)=\(cell)))>1"),
      ], toColumn: column)
  }
}
