import ReportModel

/// Puts conditions of templates as conditions on cells of the data, where they are such.
struct CellConditions {
  var evaluator: ExpressionEvaluator
  private let context: TemplateContext

  init(_ context: TemplateContext) {
    self.context = context
    evaluator = ExpressionEvaluator(context)
  }

  /// The table of this period of that name.
  func table(named name: String) -> IndexedTable? { context.current.tables[name] }

  /// Whether a table is one of this period.
  func isCurrent(_ table: IndexedTable) -> Bool {
    context.current.tables[table.table.name] === table
  }

  /// The table and column of words that a path names; nil for anything else.
  func wordColumn(of path: [String]) -> (table: String, column: String)? {
    guard let name = path.last else { return nil }
    let indexed: IndexedTable?
    if let binding = evaluator.bindings.last(where: { $0.name == path[0] }) {
      guard path.count == 2, case .row(let table, _) = binding.value.kind else { return nil }
      indexed = isCurrent(table) ? table : nil
    } else {
      indexed = (2...3).contains(path.count) ? table(named: path[0]) : nil
    }
    guard let indexed, let column = indexed.columns[name],
      !indexed.table.columns[column].isNumeric
    else { return nil }
    return (indexed.table.name, name)
  }

  /// The condition on cells; nil where something else decides it.
  mutating func condition(of expression: Expression, in file: String) -> CellCondition? {
    switch expression.kind {
    case .not(let inner): return condition(of: inner, in: file).map { .not($0) }
    case .and(let left, let right):
      guard let one = condition(of: left, in: file), let two = condition(of: right, in: file)
      else { return nil }
      return .and(one, two)
    case .or(let left, let right):
      guard let one = condition(of: left, in: file), let two = condition(of: right, in: file)
      else { return nil }
      return .or(one, two)
    case .comparison(let comparison, let left, let right):
      return comparing(comparison, left, right, in: file)
    case .path, .call: return term(of: expression, in: file).map { .isPresent($0.term) }
    case .number, .string: return nil
    }
  }

  private mutating func comparing(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression, in file: String
  ) -> CellCondition? {
    guard let one = term(of: left, in: file), let two = term(of: right, in: file) else {
      return nil
    }
    // A bare number in a template is meant in the other side's unit.
    let isBare = one.unit.text.isEmpty || two.unit.text.isEmpty
    let sides = [one, two].map { side -> CellTerm in
      guard !isBare else { return side.term }
      switch side.term {
      case .value(let cell, _): return .value(cell, powerOfTen: side.unit.powerOfTen)
      case .sum(let table, let column, _):
        return .sum(table: table, column: column, powerOfTen: side.unit.powerOfTen)
      default: return side.term
      }
    }
    return .compare(Self.comparison(comparison), sides[0], sides[1])
  }

  private static func comparison(_ comparison: Expression.Comparison) -> CellCondition.Comparison {
    switch comparison {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }

  /// An expression as a value of cells, with the unit it is in.
  private struct UnitTerm {
    let term: CellTerm
    var unit = MeasureUnit("")
  }

  private mutating func term(of expression: Expression, in file: String) -> UnitTerm? {
    switch expression.kind {
    case .number(let number): return UnitTerm(term: .number(number))
    case .string(let text): return UnitTerm(term: .text(text))
    case .path(let path): return term(of: path.map(\.name), expression, in: file)
    case .call(let name, let arguments):
      guard arguments.count == 1, case .path(let path) = arguments[0].kind,
        let first = path.first, !evaluator.bindings.contains(where: { $0.name == first.name }),
        let table = table(named: first.name)
      else { return nil }
      switch name.name {
      case "计数" where path.count == 1, "count" where path.count == 1:
        return UnitTerm(term: .rows(table: table.table.name))
      case "合计" where path.count == 2, "sum" where path.count == 2:
        guard let column = table.columns[path[1].name], isOfOneUnit(table.table, column) else {
          return nil
        }
        return UnitTerm(
          term: .sum(table: table.table.name, column: path[1].name, powerOfTen: 0),
          unit: table.table.columns[column].unit)
      default: return nil
      }
    default: return nil
    }
  }

  private func isOfOneUnit(_ table: DataTable, _ column: Int) -> Bool {
    table.rows.allSatisfy { row in
      guard case .quantity(let quantity) = row[column].value else { return true }
      return quantity.unit == table.columns[column].unit
    }
  }

  private mutating func term(
    of path: [String], _ expression: Expression, in file: String
  ) -> UnitTerm? {
    if path.count == 1, context.settings[path[0]] == nil, let table = table(named: path[0]),
      !evaluator.bindings.contains(where: { $0.name == path[0] })
    {
      return UnitTerm(term: .rows(table: table.table.name))
    }
    guard let cell = reference(of: path, expression, in: file),
      let value = evaluator.value(of: expression, in: file)
    else { return nil }
    switch value.kind {
    case .quantity(let quantity):
      return UnitTerm(term: .value(cell, powerOfTen: 0), unit: quantity.unit)
    case .text, .list: return UnitTerm(term: .words(cell))
    case .missing:
      return isNumeric(cell)
        ? UnitTerm(term: .value(cell, powerOfTen: 0), unit: unit(of: cell))
        : UnitTerm(term: .words(cell))
    default: return nil
    }
  }

  /// The cell that a path names, whether or not it holds a value.
  private mutating func reference(
    of path: [String], _ expression: Expression, in file: String
  ) -> CellReference? {
    guard let first = path.first else { return nil }
    if let binding = evaluator.bindings.last(where: { $0.name == first }) {
      guard path.count == 2, case .row(let table, let row) = binding.value.kind,
        let column = table.columns[path[1]]
      else { return nil }
      guard isCurrent(table) else {
        return table.table.origin(row: row, column: column).map { .earlier($0) }
      }
      return .cell(table: table.table.name, row: row, column: path[1])
    }
    if DataPeriod(name: first) != nil {
      let value = evaluator.value(of: expression, in: file)
      guard case .quantity? = value?.kind, value?.origins.count == 1 else { return nil }
      return value?.origins.first.map { .earlier($0) }
    }
    let written = path.joined(separator: ".")
    if context.settings[written] != nil { return nil }
    if context.current.figures[written] != nil { return .figure(written) }
    guard path.count == 3, let table = table(named: first), let row = table.row(named: path[1]),
      table.columns[path[2]] != nil
    else { return nil }
    return .cell(table: first, row: row, column: path[2])
  }

  private func isNumeric(_ cell: CellReference) -> Bool {
    switch cell {
    case .figure, .earlier: true
    case .cell(let name, _, let column):
      table(named: name).flatMap { table in
        table.columns[column].map { table.table.columns[$0].isNumeric }
      } ?? false
    }
  }

  private func unit(of cell: CellReference) -> MeasureUnit {
    switch cell {
    case .figure(let id): MeasureUnit(context.schemaFigures[id]?.unit ?? "")
    case .cell(let name, _, let column):
      table(named: name).flatMap { table in
        table.columns[column].map { table.table.columns[$0].unit }
      } ?? MeasureUnit("")
    case .earlier: MeasureUnit("")
    }
  }
}
