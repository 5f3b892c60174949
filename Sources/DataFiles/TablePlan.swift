import ReportModel
import SourceText

/// What each column of a grid is, decided from heads, schema and, where both are silent, the cells.
struct TablePlan {
  /// What a column is for.
  enum Role: Equatable {
    /// A column of the table's own.
    case value
    /// A usual column: source, owner and so on.
    case usual(UsualColumn)
    /// It says something of another column's numbers and is not shown itself.
    case companion
  }

  struct Column {
    /// Where it stands in the grid.
    let index: Int
    var label: ColumnLabel
    var schema: DataSchema.Value?
    var role: Role
    var isNumeric = false
    /// Whether the head gives the unit, or the schema.
    var hasUnit: Bool
    var qualifierCell: Int?
    var wordingCell: Int?
    var unitCell: Int?

    var isShown: Bool { role != .companion }

    /// Whether the column only numbers the rows, as most tables of schools do.
    var isOrdinal: Bool {
      schema == nil && ["序号", "No.", "NO.", "№"].contains(label.name)
    }

    var dataColumn: DataColumn {
      DataColumn(
        name: label.name, unit: isNumeric ? label.unit : MeasureUnit(""),
        addsUp: schema?.addsUp ?? false, isNumeric: isNumeric)
    }
  }

  private(set) var columns: [Column] = []
  /// The index in `columns` of the column that names the rows.
  private(set) var key: Int?
  private(set) var judge: CellJudge

  private let grid: Grid
  private let schema: DataSchema.Table?

  init(_ grid: Grid, schema: DataSchema.Table?) {
    self.grid = grid
    self.schema = schema
    judge = CellJudge(grid)
    nameColumns()
    findKey()
    bindCompanions()
    decideTypes()
    bindLoneColumns()
    takeTitleUnit()
    reportUnknown()
    reportMissing()
  }

  private mutating func nameColumns() {
    var names: [String: Int] = [:]
    for (index, cell) in grid.head.enumerated() {
      guard !cell.isBlank else {
        if grid.rows.indices.contains(where: { !grid.rows.isBlank($0, index) }) {
          judge.report(.blankColumnName, at: cell)
        }
        continue
      }
      let column = column(index, head: cell)
      if let first = names[column.label.name] {
        judge.report(
          .duplicateColumn(column.label.name), at: cell,
          notes: [
            Diagnostic.Note(
              Message(zh: "第一个在这里", en: "the first one is here"),
              at: grid.place(grid.head[first]))
          ])
        continue
      }
      names[column.label.name] = index
      columns.append(column)
    }
  }

  private mutating func column(_ index: Int, head cell: GridCell) -> Column {
    let text = cell.text
    let head = schema?.column(named: text) == nil ? ColumnHead(text) : ColumnHead(name: text)
    let value = schema?.column(named: head.name)
    let unit = head.unit ?? value?.unit ?? ""
    if let own = head.unit, let expected = value?.unit, !expected.isEmpty,
      !MeasureUnit(own).isSame(as: MeasureUnit(expected))
    {
      judge.report(.unitMismatch(column: head.name, found: own, expected: expected), at: cell)
    }
    var role = Role.value
    var name = head.name
    if value == nil, let usual = UsualColumn(name), usual.isForTables(with: schema), index > 0 {
      role = .usual(usual)
      name = usual.names.chinese
    }
    return Column(
      index: index, label: ColumnLabel(name: name, unit: MeasureUnit(unit)), schema: value,
      role: role, hasUnit: !unit.isEmpty)
  }

  private mutating func findKey() {
    guard let name = schema?.key else {
      // Running numbers name rows only where what stands beside them does not tell them apart.
      let named = columns.firstIndex { !$0.isOrdinal } ?? 0
      key = columns.isEmpty ? nil : named > 0 && !isDistinct(named) ? 0 : named
      return
    }
    key = columns.firstIndex { $0.label.name == name }
  }

  /// Whether every row has a text of its own in a column.
  private func isDistinct(_ column: Int) -> Bool {
    let (rows, place) = (grid.rows, columns[column].index)
    var names = NameIndex(capacity: rows.count)
    return rows.indices.allSatisfy { row in
      let name = rows.name(row, place)
      // A total may stand where the number would.
      if name.isEmpty { return ExactDecimal(rows.name(row, columns[0].index)) == nil }
      return names.insert(row, name: name) { rows.name($0, place) == name } == nil
    }
  }

  /// Binds `金额限定` and `金额写法` to 金额.
  private mutating func bindCompanions() {
    for index in columns.indices where columns[index].schema == nil {
      guard let companion = UsualColumn.companion(columns[index].label.name),
        let owner = columns.firstIndex(where: { $0.label.name == companion.column })
      else { continue }
      bind(index, companion.kind, to: owner)
    }
  }

  private mutating func bind(_ index: Int, _ kind: UsualColumn, to owner: Int) {
    columns[index].role = .companion
    switch kind {
    case .qualifier:
      columns[owner].qualifierCell = columns[index].index
      columns[owner].label.qualifierColumn = columns[index].label.name
    case .asWritten: columns[owner].wordingCell = columns[index].index
    case .lastPeriod, .lastYear: break
    default: columns[owner].unitCell = columns[index].index
    }
  }

  private mutating func decideTypes() {
    for index in columns.indices where columns[index].role == .value {
      let column = columns[index]
      if let value = column.schema {
        columns[index].isNumeric = value.type == .number || value.type == .integer
      } else if column.qualifierCell != nil || column.wordingCell != nil {
        columns[index].isNumeric = true
      } else if index != key, !column.isOrdinal {
        columns[index].isNumeric = looksNumeric(column)
      }
      if columns[index].isNumeric, !column.hasUnit, isShownInPercent(column) {
        columns[index].label.unit = MeasureUnit("%")
        columns[index].hasUnit = true
      }
    }
  }

  /// Whether a workbook shows every number of the column in percent, and so gives its unit.
  private func isShownInPercent(_ column: Column) -> Bool {
    var isShown = false
    for row in grid.rows.indices {
      switch grid.rows.slot(row, column.index).kind {
      case .percent: isShown = true
      case .number: return false
      // Numbers of many digits are kept elsewhere.
      case .other:
        guard case .number(_, let isPercent) = grid.rows.cell(row, column.index).content else {
          continue
        }
        guard isPercent else { return false }
        isShown = true
      case .blank, .text, .day: continue
      }
    }
    return isShown
  }

  /// Without a schema a column holds numbers where its head has a unit and some cell means a
  /// number, or where every cell is one.
  private mutating func looksNumeric(_ column: Column) -> Bool {
    var numbers = 0
    var others = 0
    let rows = grid.rows
    for row in rows.indices where !rows.isBlank(row, column.index) {
      let slot = rows.slot(row, column.index)
      if slot.kind == .number || slot.kind == .percent
        || (slot.kind == .text && rows.plainNumber(slot) != nil
          && rows.withText(row, column.index, { $0[0] != UInt8(ascii: "0") }) == true)
      {
        numbers += 1
        continue
      }
      if !column.hasUnit, rows.isTrimmed(slot), rows.plainNumber(slot) == nil {
        others += 1
        continue
      }
      guard case .text(let text) = rows.cell(row, column.index).content else {
        if case .number = rows.cell(row, column.index).content {
          numbers += 1
        } else {
          others += 1
        }
        continue
      }
      let trimmed = text.trimmed
      if ExactDecimal(trimmed) != nil, !trimmed.hasCodeForm {
        numbers += 1
      } else {
        others += 1
        // One cell that means a number settles a column with a unit.
        if column.hasUnit, NumeralText(trimmed, unit: column.label.unit).isMeantAsNumber {
          return true
        }
      }
    }
    if column.hasUnit { return numbers > 0 || others == 0 }
    if others > 0, numbers > others {
      judge.report(
        .mixedColumn(column.label.name, numbers: numbers, others: others),
        at: grid.head[column.index])
    }
    return numbers > 0 && others == 0
  }

  /// Binds 限定, 写法 and 单位 columns where the table has one number column they can mean.
  private mutating func bindLoneColumns() {
    let numeric = columns.indices.filter { columns[$0].isNumeric }
    for index in columns.indices {
      switch columns[index].role {
      case .usual(.unit):
        let open = numeric.filter { !columns[$0].hasUnit }
        if open.count == 1 {
          bind(index, .unit, to: open[0])
        } else {
          // 单位 is also the word for an organisation.
          columns[index].role = .value
        }
      case .usual(let kind) where kind == .qualifier || kind == .asWritten:
        if numeric.count == 1 {
          bind(index, kind, to: numeric[0])
        } else if numeric.count > 1 {
          let example = columns[numeric[0]].label.name + kind.names.chinese
          judge.report(
            .ambiguousCompanion(columns[index].label.name, example: example),
            at: grid.head[columns[index].index])
        }
      default: break
      }
    }
  }

  /// A unit above the head is that of the one number column without its own, and must not differ by
  /// a power of ten from what the schema asks of any.
  private mutating func takeTitleUnit() {
    guard let (text, cell) = grid.unit else { return }
    let unit = MeasureUnit(text)
    let open = columns.indices.filter { index in
      columns[index].isNumeric && columns[index].unitCell == nil
        && ColumnHead(grid.head[columns[index].index].text).unit == nil
    }
    let bare = open.filter { !columns[$0].hasUnit }
    if bare.count == 1, open.count == 1 {
      columns[bare[0]].label.unit = unit
      columns[bare[0]].hasUnit = true
    }
    let wrong = open.first { index in
      columns[index].hasUnit && unit.isCommensurable(with: columns[index].label.unit)
        && !unit.isSame(as: columns[index].label.unit)
    }
    if let wrong {
      judge.report(
        .unitMismatch(
          column: columns[wrong].label.name, found: text,
          expected: columns[wrong].label.unit.text), at: cell)
    }
  }

  private mutating func reportUnknown() {
    guard let schema else { return }
    let known = schema.columns.map(\.name)
    for column in columns
    where column.role == .value && column.schema == nil && !column.isOrdinal {
      let name = column.label.name
      if column.index > 0, UsualColumn(name)?.isForTables(with: schema) == true { continue }
      let nearest = NearestNames.of(name, in: known.filter { name in !has(name) })
      judge.report(
        .unknownColumn(name, nearest: nearest, known: known), at: grid.head[column.index])
    }
  }

  private mutating func reportMissing() {
    guard let schema else { return }
    let own = columns.filter { $0.role == .value && $0.schema == nil }.map(\.label.name)
    for member in schema.columns
    where (member.value.isRequired || member.name == schema.key) && !has(member.name) {
      judge.report(
        .missingColumn(
          member.name, unit: member.value.unit ?? "", nearest: NearestNames.of(member.name, in: own)
        ), at: grid.headPlace)
    }
    if let key = schema.key, !has(key), schema.column(named: key) == nil {
      judge.report(
        .missingColumn(key, unit: "", nearest: NearestNames.of(key, in: own)), at: grid.headPlace)
    }
  }

  private func has(_ name: String) -> Bool {
    columns.contains { $0.label.name == name }
  }
}

extension ColumnHead {
  /// A head that is a name as a whole, brackets included.
  fileprivate init(name: String) {
    self.name = name
    unit = nil
  }
}

extension UsualColumn {
  /// Whether a table may have the column beside its own.
  ///
  /// Values of earlier periods stand beside cells to fill; a table without a schema that has a column
  /// of that name means it as one of its own.
  fileprivate func isForTables(with schema: DataSchema.Table?) -> Bool {
    switch self {
    case .id, .label, .value: false
    case .lastPeriod, .lastYear: schema != nil
    default: true
    }
  }
}

extension MeasureUnit {
  /// Whether two units are the same but for simplified and traditional characters.
  func isSame(as other: MeasureUnit) -> Bool {
    powerOfTen == other.powerOfTen && base == other.base
  }
}

extension String {
  /// Whether leading zeros show that the digits are a code, such as a postcode.
  fileprivate var hasCodeForm: Bool {
    utf8.count > 1 && hasPrefix("0") && !hasPrefix("0.")
  }
}
