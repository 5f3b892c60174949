import ReportModel
import SourceText

/// Makes single figures of a grid with the columns 指标 and 数值, judged by the schema's figures.
struct FigureReader {
  private let grid: Grid
  private let schema: [String: DataSchema.Value]
  private var columns: [UsualColumn: Int] = [:]
  private var valueUnit = ""
  private(set) var judge: CellJudge

  init(_ grid: Grid, schema: [String: DataSchema.Value]) {
    self.grid = grid
    self.schema = schema
    judge = CellJudge(grid)
    findColumns()
  }

  /// Whether a head is that of single figures: it has both 指标 and 数值.
  static func fits(_ head: [GridCell]) -> Bool {
    let columns = head.compactMap { UsualColumn(ColumnHead($0.text).name) }
    return columns.contains(.id) && columns.contains(.value)
  }

  /// The figures, in the file's order; `places` keeps where each id was first seen in any file.
  mutating func read(places: inout [String: DiagnosticPlace]) -> [SingleFigure] {
    guard columns[.id] != nil, columns[.value] != nil else { return [] }
    var figures: [SingleFigure] = []
    figures.reserveCapacity(grid.rows.count)
    for row in grid.rows {
      guard let id = id(of: row, places: &places) else { continue }
      figures.append(figure(id, row: row))
    }
    return figures
  }

  private mutating func findColumns() {
    var unknown: [GridCell] = []
    for (index, cell) in grid.head.enumerated() {
      let head = ColumnHead(cell.text)
      guard let usual = UsualColumn(head.name) else {
        if !cell.isBlank {
          unknown.append(cell)
        } else if grid.rows.indices.contains(where: { !grid.rows.isBlank($0, index) }) {
          judge.report(.blankColumnName, at: cell)
        }
        continue
      }
      guard columns[usual] == nil else {
        judge.report(.duplicateColumn(usual.names.chinese), at: cell)
        continue
      }
      columns[usual] = index
      if usual == .value { valueUnit = head.unit ?? "" }
    }
    report(unknown: unknown)
  }

  private mutating func report(unknown: [GridCell]) {
    let absent = UsualColumn.allCases.filter { columns[$0] == nil }
    for cell in unknown where !schema.isEmpty {
      let names = absent.flatMap { [$0.names.chinese, $0.names.english] }
      judge.report(
        .unknownColumn(
          cell.text.quoted, nearest: NearestNames.of(cell.text, in: names),
          known: UsualColumn.allCases.map(\.names.chinese)), at: cell)
    }
    for usual in [UsualColumn.id, .value] where columns[usual] == nil {
      let near = unknown.map(\.text).filter {
        !NearestNames.of($0, in: [usual.names.chinese, usual.names.english]).isEmpty
      }
      judge.report(
        .missingColumn(usual.names.chinese, unit: "", nearest: near), at: grid.headPlace)
    }
  }

  private mutating func id(
    of row: CellRow, places: inout [String: DiagnosticPlace]
  ) -> String? {
    guard let cell = cell(.id, row) else { return nil }
    let id = cell.text
    guard !id.isEmpty else {
      judge.report(.blankKey, at: cell, row: row)
      return nil
    }
    if let first = places[id] {
      judge.report(
        .duplicateKey(id.quoted), at: cell,
        notes: [
          Diagnostic.Note(Message(zh: "第一次出现在这里", en: "it first occurs here"), at: first)
        ], row: row)
      return nil
    }
    places[id] = grid.place(cell)
    if schema[id] == nil, !schema.isEmpty {
      judge.report(
        .unknownFigure(id.quoted, nearest: NearestNames.of(id, in: schema.keys.sorted())),
        at: cell, row: row)
    }
    return id
  }

  private mutating func figure(_ id: String, row: CellRow) -> SingleFigure {
    let value = schema[id]
    let cell = cell(.value, row) ?? row[0]
    if value?.isRequired == true { judge.require(cell, column: id, row: row) }
    return SingleFigure(
      id: id, label: text(.label, row), quantity: quantity(id, cell, row: row, schema: value),
      asOf: self.cell(.asOf, row).map { judge.asOf($0, column: "截至", row: row) } ?? "",
      kind: kind(id, row: row, schema: value), owner: text(.owner, row),
      source: text(.source, row), note: text(.note, row),
      origin: grid.origin(cell, path: id))
  }

  private mutating func quantity(
    _ id: String, _ cell: GridCell, row: CellRow, schema: DataSchema.Value?
  ) -> Quantity? {
    let written = text(.unit, row)
    let own = written.isEmpty ? valueUnit : written
    let unit = MeasureUnit(own.isEmpty ? schema?.unit ?? "" : own == "％" ? "%" : own)
    if let expected = schema?.unit, !own.isEmpty, !unit.isSame(as: MeasureUnit(expected)),
      let place = self.cell(.unit, row)
    {
      judge.report(.unitMismatch(column: id, found: own, expected: expected), at: place, row: row)
    }
    let column = ColumnLabel(name: id, unit: unit, qualifierColumn: "限定")
    let number = judge.number(cell, column: column, schema: schema, row: row)
    let qualifiers = self.cell(.qualifier, row).map { judge.qualifiers($0, row: row) } ?? []
    let wording = text(.asWritten, row)
    guard let number else {
      for usual in [UsualColumn.qualifier, .asWritten] where cell.isBlank {
        guard let companion = self.cell(usual, row), !companion.isBlank else { continue }
        judge.report(
          .withoutNumber(usual.names.chinese, found: companion.text.quoted), at: companion,
          row: row)
      }
      return nil
    }
    return Quantity(
      number, unit: unit, qualifiers: qualifiers, asWritten: wording.isEmpty ? nil : wording)
  }

  private mutating func kind(
    _ id: String, row: CellRow, schema: DataSchema.Value?
  ) -> FigureKind? {
    guard let cell = cell(.kind, row), let kind = judge.kind(cell, row: row) else {
      return schema?.kind
    }
    if let expected = schema?.kind, expected != kind {
      judge.report(.kindMismatch(id, found: kind, expected: expected), at: cell, row: row)
    }
    return kind
  }

  private func cell(_ usual: UsualColumn, _ row: CellRow) -> GridCell? {
    columns[usual].map { row[$0] }
  }

  private func text(_ usual: UsualColumn, _ row: CellRow) -> String {
    cell(usual, row)?.text ?? ""
  }
}
