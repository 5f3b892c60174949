import ReportModel
import SourceText

/// Makes a data table of a grid, judged by the table's schema where there is one.
struct TableReader {
  private let grid: Grid
  private let schema: DataSchema.Table?
  private var judge: CellJudge
  private var plan: TablePlan
  /// Where the row stands that gives the others' sums.
  private var totalRow: Int?
  /// The row that gives the others' sums, to be judged once the table holds what counts.
  private(set) var total: TotalRow?

  /// What is wrong, in no order.
  var diagnostics: [Diagnostic] { plan.judge.diagnostics + judge.diagnostics }

  init(_ grid: Grid, schema: DataSchema.Table?) {
    self.grid = grid
    self.schema = schema
    judge = CellJudge(grid)
    plan = TablePlan(grid, schema: schema)
  }

  mutating func read() -> DataTable {
    let shown = plan.columns.indices.filter { plan.columns[$0].isShown }
    let key = plan.key.map { plan.columns[$0].index }
    judgeTotalRow()
    for column in plan.columns { check(column, isKey: column.index == key) }
    let plans = shown.map { plan.columns[$0] }
    let rows = rows(plans)
    var columns = plans.map(\.dataColumn)
    if let unit = commonUnit(rows, of: columns) { columns[unit.column].unit = unit.unit }
    let table = DataTable(
      name: grid.name, file: grid.file, sheet: grid.sheet, columns: columns, rows: rows,
      keyColumn: plan.key.flatMap { key in shown.firstIndex(of: key) })
    judgeKeys()
    if indices.isEmpty, schema != nil {
      judge.report(.noRows(grid.name), at: grid.headPlace)
    }
    return table
  }

  /// The rows of data, in order: all but the one that gives the others' sums.
  private var indices: [Range<Int>] {
    let all = grid.rows.indices
    guard let totalRow else { return all.isEmpty ? [] : [all] }
    return [0..<totalRow, totalRow + 1..<all.upperBound].filter { !$0.isEmpty }
  }

  private mutating func rows(_ plans: [TablePlan.Column]) -> DataRows {
    let plain = plans.map { PlainColumn($0) }
    var rows = DataRows(text: grid.rows.text, units: plans.map(\.label.unit))
    rows.reserve(rows: grid.rows.count, cells: grid.rows.count * plans.count)
    for index in indices.joined() {
      for (column, plan) in plans.enumerated() {
        if let slot = plain[column].slot(index, of: grid.rows) {
          rows.append(slot)
        } else {
          let row = grid.rows[index]
          let cell = row[plan.index]
          rows.append(
            DataCell(value(of: plan, in: row), line: cell.line, column: cell.column),
            column: column)
        }
      }
      rows.endRow()
    }
    return rows
  }

  /// Takes out the row that gives the others' sums, and judges it.
  private mutating func judgeTotalRow() {
    guard let key = plan.key.map({ plan.columns[$0].index }), grid.rows.count > 1 else { return }
    let names = schema?.totalRow.map { [$0] } ?? ["合计", "总计"]
    let found = grid.rows.indices.filter { names.contains(grid.rows.cell($0, key).text) }
    // Several are totals of groups, which nothing tells apart.
    guard found.count == 1 else { return }
    let row = grid.rows[found[0]]
    let adding = plan.columns.filter { $0.isNumeric && $0.schema?.addsUp == true }
    guard !adding.isEmpty || schema?.totalRow != nil else {
      judge.report(.totalRow(row[key].text), at: row[key], row: row)
      return
    }
    totalRow = found[0]
    let note = CellJudge.note(of: row, in: grid)
    total = TotalRow(
      table: grid.name, name: row[key].text, note: note,
      cells: adding.compactMap { total(of: $0, row) })
  }

  private mutating func total(of column: TablePlan.Column, _ row: CellRow) -> TotalRow.Cell? {
    let cell = row[column.index]
    guard column.unitCell == nil,
      let number = judge.number(cell, column: column.label, schema: nil, row: row)
    else { return nil }
    let faulty = indices.joined().filter { index in
      let other = grid.rows.slot(index, column.index)
      guard other.kind != .number, grid.rows.plainNumber(other) == nil else { return false }
      let own = grid.rows.cell(index, column.index)
      return !own.isBlank && own.number(in: column.label.unit) == nil
    }
    return TotalRow.Cell(
      column: column.label.name, head: column.label.head, unit: column.label.unit, number: number,
      origin: grid.origin(cell, path: "\(grid.name).\(column.label.name)"),
      place: grid.place(cell), faultyRows: faulty.map { $0 > (totalRow ?? $0) ? $0 - 1 : $0 })
  }

  /// Judges what a column asks of every row, whatever its values are.
  private mutating func check(_ column: TablePlan.Column, isKey: Bool) {
    switch column.role {
    case .value where column.schema?.isRequired == true && !isKey:
      for row in indices.joined() where grid.rows.isBlank(row, column.index) {
        judge.require(
          grid.rows.cell(row, column.index), column: column.label.head, row: grid.rows[row])
      }
    case .usual(.kind):
      for row in indices.joined() {
        _ = judge.kind(grid.rows.cell(row, column.index), row: grid.rows[row])
      }
    case .usual(.asOf):
      for row in indices.joined() {
        _ = judge.asOf(
          grid.rows.cell(row, column.index), column: column.label.name, row: grid.rows[row])
      }
    default: break
    }
  }

  private mutating func value(of column: TablePlan.Column, in row: CellRow) -> DataValue {
    let cell = row[column.index]
    guard column.isNumeric else {
      if case .usual = column.role { return .init(text: cell.text) }
      return judge.value(cell, column: column.label.name, schema: column.schema, row: row)
    }
    var label = column.label
    if let unit = column.unitCell {
      label = ColumnLabel(name: label.name, unit: MeasureUnit(row[unit].text))
    }
    let number = judge.number(cell, column: label, schema: column.schema, row: row)
    let qualifiers = column.qualifierCell.map { judge.qualifiers(row[$0], row: row) } ?? []
    let wording = column.wordingCell.map { row[$0].text } ?? ""
    guard let number else {
      for companion in [column.qualifierCell, column.wordingCell] {
        guard let companion, cell.isBlank, !row[companion].isBlank else { continue }
        judge.report(
          .withoutNumber(grid.head[companion].text, found: row[companion].text.quoted),
          at: row[companion], row: row)
      }
      return .blank
    }
    return .quantity(
      Quantity(
        number, unit: label.unit, qualifiers: qualifiers,
        asWritten: wording.isEmpty ? nil : wording))
  }

  /// The unit that a column's 单位 cells agree on.
  private func commonUnit(
    _ rows: DataRows, of columns: [DataColumn]
  ) -> (column: Int, unit: MeasureUnit)? {
    guard let owner = plan.columns.first(where: { $0.unitCell != nil }),
      let column = columns.firstIndex(where: { $0.name == owner.label.name })
    else { return nil }
    var common: MeasureUnit?
    for row in rows.indices {
      guard case .quantity(let quantity) = rows[row, column].value else { continue }
      if let common, common != quantity.unit { return nil }
      common = quantity.unit
    }
    return common.map { (column, $0) }
  }

  private mutating func judgeKeys() {
    guard let key = plan.key else { return }
    let column = plan.columns[key].index
    // By the names' hashes: a million names of their own would take ten times the room.
    var first: [Int: Int32] = [:]
    first.reserveCapacity(grid.rows.count)
    for index in indices.joined() {
      let cell = grid.rows.cell(index, column)
      let name = cell.text
      guard !name.isEmpty else {
        judge.report(.blankKey, at: cell, row: grid.rows[index])
        continue
      }
      guard let before = first.updateValue(Int32(truncatingIfNeeded: index), forKey: name.hashValue)
      else { continue }
      first[name.hashValue] = before
      let earlier = grid.rows.cell(Int(before), column)
      guard earlier.text == name else { continue }
      judge.report(
        .duplicateKey(name.quoted), at: cell,
        notes: [
          Diagnostic.Note(
            Message(zh: "第一次出现在这里", en: "it first occurs here"), at: grid.place(earlier))
        ], row: grid.rows[index])
    }
  }
}

/// A column whose ordinary cells need no judging: nearly all cells are values right away.
private struct PlainColumn {
  private enum Kind {
    case number(isWhole: Bool), text, day, judged
  }

  /// Where it stands in the grid.
  private let place: Int
  private let kind: Kind
  private let range: ClosedRange<ExactDecimal>?

  init(_ column: TablePlan.Column) {
    place = column.index
    range = column.schema?.range
    let isAlone =
      column.unitCell == nil && column.qualifierCell == nil && column.wordingCell == nil
    switch column.schema?.type {
    case _ where column.isNumeric:
      kind = isAlone ? .number(isWhole: column.schema?.type == .integer) : .judged
    case .date?: kind = .day
    case .text?, nil: kind = column.schema?.allowed.isEmpty == false ? .judged : .text
    default: kind = .judged
    }
  }

  /// The value of an ordinary cell as it is kept; nil for one that must be judged.
  func slot(_ row: Int, of rows: CellRows) -> PackedCells.Slot? {
    let slot = rows.slot(row, place)
    switch (kind, slot.kind) {
    case (.number(let isWhole), .number), (.number(let isWhole), .text):
      guard let number = rows.plainNumber(slot), !isWhole || number.scale == 0,
        range?.contains(number) != false
      else { return nil }
      return slot.kind == .number
        ? slot : PackedCells.Slot(number, line: Int(slot.line), column: Int(slot.column))
    case (.text, .text): return rows.isTrimmed(slot) ? slot : nil
    case (.judged, _): return nil
    case (.text, .day), (.day, .day), (_, .blank): return slot
    default: return nil
    }
  }
}

extension GridCell {
  /// The cell as a number in the unit of its column, without a word where it is none.
  fileprivate func number(in unit: MeasureUnit) -> ExactDecimal? {
    switch content {
    case .text(let text): ExactDecimal(text.trimmed)
    case .number(let number, let isPercent):
      isPercent ? (unit.base == "%" ? number.scaled(byPowerOfTen: 2)?.normalized : nil) : number
    default: nil
    }
  }
}

extension DataValue {
  fileprivate init(text: String) {
    self = text.isEmpty ? .blank : .text(text)
  }
}
