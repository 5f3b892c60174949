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
    let all = grid.rows
    var rows = DataRows(
      sharing: all.packed, places: plans.map(\.index), isNumeric: plans.map(\.isNumeric),
      units: plans.map(\.label.unit), skipping: totalRow)
    // Where many cells are not as the file has them, the table keeps its own.
    let mostReplaced = max(1 << 10, all.count * plans.count / 16)
    var isShared = true
    for (number, index) in indices.joined().enumerated() {
      if isShared, rows.replacedCount > mostReplaced {
        rows = rows.owned(first: number)
        isShared = false
      }
      for column in plans.indices {
        let isPlain = plain[column].isPlain(index, of: all)
        if isShared, isPlain { continue }
        if isPlain, let slot = plain[column].slot(index, of: all) {
          rows.append(slot)
          continue
        }
        let row = all[index]
        let cell = row[plans[column].index]
        let value = DataCell(
          value(of: plans[column], in: row), line: cell.line, column: cell.column)
        if isShared { rows[number, column] = value } else { rows.append(value, column: column) }
      }
      if !isShared { rows.endRow() }
    }
    return rows
  }

  /// Takes out the row that gives the others' sums, and judges it.
  private mutating func judgeTotalRow() {
    guard let key = plan.key.map({ plan.columns[$0].index }), grid.rows.count > 1 else { return }
    let names = schema?.totalRow.map { [$0] } ?? ["合计", "总计"]
    let ordinal = plan.columns.first { $0.isOrdinal }?.index
    let rows = grid.rows
    func name(_ row: Int) -> String {
      let name = rows.name(row, key)
      return name.isEmpty ? ordinal.map { rows.name(row, $0) } ?? "" : name
    }
    let found = rows.indices.filter { names.contains(name($0).withoutBlanks) }
    // Several are totals of groups, which nothing tells apart.
    guard found.count == 1 else { return }
    let row = rows[found[0]]
    let adding = plan.columns.filter { $0.isNumeric && $0.schema?.addsUp == true }
    // Where it has no name it can be no row of its own.
    guard !adding.isEmpty || schema?.totalRow != nil || row[key].isBlank else {
      judge.report(.totalRow(row[key].text), at: row[key], row: row)
      return
    }
    totalRow = found[0]
    let note = CellJudge.note(of: row, in: grid)
    total = TotalRow(
      table: grid.name, name: name(found[0]), note: note,
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
      guard case .quantity(let quantity) = rows.value(row, column) else { continue }
      if let common, common != quantity.unit { return nil }
      common = quantity.unit
    }
    return common.map { (column, $0) }
  }

  private mutating func judgeKeys() {
    guard let key = plan.key else { return }
    let column = plan.columns[key].index
    let rows = grid.rows
    var names = NameIndex(capacity: rows.count)
    for index in indices.joined() {
      let name = rows.name(index, column)
      guard !name.isEmpty else {
        judge.report(.blankKey, at: rows.cell(index, column), row: rows[index])
        continue
      }
      guard let before = names.insert(index, name: name, has: { rows.name($0, column) == name })
      else { continue }
      judge.report(
        .duplicateKey(name.quoted), at: rows.cell(index, column),
        notes: [
          Diagnostic.Note(
            Message(zh: "第一次出现在这里", en: "it first occurs here"),
            at: grid.place(rows.cell(before, column)))
        ], row: rows[index])
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
  /// Whether the column is in percent.
  private let isPercent: Bool
  /// The only texts that may stand there; any where there are none.
  private let allowed: [[UInt8]]

  init(_ column: TablePlan.Column) {
    place = column.index
    range = column.schema?.range
    isPercent = column.label.unit.base == "%"
    allowed = (column.schema?.allowed ?? []).map { Array($0.utf8) }
    let isAlone =
      column.unitCell == nil && column.qualifierCell == nil && column.wordingCell == nil
    switch column.schema?.type {
    case _ where column.isNumeric:
      kind = isAlone ? .number(isWhole: column.schema?.type == .integer) : .judged
    case .date?: kind = .day
    case .text?, nil: kind = .text
    default: kind = .judged
    }
  }

  /// Whether a cell is ordinary: what it holds is its value.
  func isPlain(_ row: Int, of rows: CellRows) -> Bool {
    let slot = rows.slot(row, place)
    switch (kind, slot.kind) {
    case (.judged, _): return false
    case (_, .blank): return true
    case (_, .text) where slot.isEmpty: return true
    case (.number, .percent) where !isPercent: return false
    case (.number(let isWhole), .number), (.number(let isWhole), .text),
      (.number(let isWhole), .percent):
      guard isWhole || range != nil || slot.kind == .text else { return true }
      guard let number = number(slot, of: rows) else { return false }
      return (!isWhole || number.scale == 0) && range?.contains(number) != false
    case (.text, .text):
      guard !allowed.isEmpty else { return rows.isTrimmed(slot) }
      return rows.withText(row, place) { text in allowed.contains { text.elementsEqual($0) } }
        ?? false
    case (.day, .text): return rows.withText(row, place) { CalendarDay(utf8: $0) != nil } ?? false
    case (.day, .day): return true
    case (.text, .day), (.text, .number): return allowed.isEmpty
    default: return false
    }
  }

  /// The value of an ordinary cell for a table that keeps its own; nil where it does not fit.
  func slot(_ row: Int, of rows: CellRows) -> PackedCells.Slot? {
    let slot = rows.slot(row, place)
    let isNumber: Bool = if case .number = kind { true } else { false }
    switch slot.kind {
    case .number where !isNumber: return nil
    case .number, .day, .blank, .other: return slot
    case .text, .percent: break
    }
    let cell = rows.position(row, place)
    if slot.isEmpty {
      return PackedCells.Slot(blankAtLine: cell.line, column: cell.column)
    }
    guard isNumber else {
      return PackedCells.Slot(text: slot.textRange, line: cell.line, column: cell.column)
    }
    return number(slot, of: rows).flatMap {
      PackedCells.Slot($0, line: cell.line, column: cell.column)
    }
  }

  private func number(_ slot: PackedCells.Slot, of rows: CellRows) -> ExactDecimal? {
    slot.kind == .percent ? slot.percentage : rows.plainNumber(slot)
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

extension String {
  /// The text without any blanks: 合 计 is 合计.
  fileprivate var withoutBlanks: String {
    guard utf8.contains(where: { $0 == 0x20 || $0 == 0xE3 || $0 == 0xC2 }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !String($0).isBlank }))
  }
}

extension DataValue {
  fileprivate init(text: String) {
    self = text.isEmpty ? .blank : .text(text)
  }
}
