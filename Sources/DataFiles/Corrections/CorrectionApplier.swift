import ReportModel
import SourceText

/// Puts corrections over the values of a data set.
struct CorrectionApplier {
  typealias Entry = DataCorrections.Entry

  let file: String
  let schema: DataSchema
  var diagnostics: [Diagnostic]
  /// Where the values stood that count no more.
  private(set) var replaced: [ValueOrigin] = []
  private var done: [(place: GridCell, message: Message)] = []

  /// How many values are told of one by one.
  private static let mostReports = 20

  init(file: String, schema: DataSchema, diagnostics: [Diagnostic]) {
    self.file = file
    self.schema = schema
    self.diagnostics = diagnostics
  }

  /// What each correction did; of very many, how many there are.
  var reports: [Diagnostic] {
    guard done.count <= Self.mostReports else {
      return [
        Diagnostic(
          "data-corrected", .info, at: .file(file),
          Message(
            zh: "有 {0} 个值以更正为准", en: "{0} values are those of the corrections",
            "\(done.count)"))
      ]
    }
    return done.map {
      Diagnostic("data-corrected", .info, at: place(of: $0.place), $0.message)
    }
  }

  func place(of cell: GridCell) -> DiagnosticPlace { .text(file: file, range: cell.range) }

  mutating func reportUnknown(_ entry: Entry, nearest: [String]) {
    report(.unknownTarget(entry.row, nearest: nearest), entry)
  }

  // MARK: Tables

  mutating func correct(
    _ name: String, _ entries: [Entry], in data: inout DataSet, _ totals: inout [TotalRow]
  ) {
    guard let index = data.tables.firstIndex(where: { $0.name == name }) else {
      for entry in entries {
        report(
          .unknownTarget(name, nearest: NearestNames.of(name, in: data.tables.map(\.name))), entry)
      }
      return
    }
    let rows = Dictionary(
      data.tables[index].rows.indices.compactMap { row in
        data.tables[index].key(ofRow: row).map { ($0, row) }
      }, uniquingKeysWith: { first, _ in first })
    let byRow = entries.byRow
    let columns = data.tables[index].columns
    for entry in entries where !columns.contains(where: { $0.name == entry.column }) {
      report(
        .unknownTarget(
          "\(name).\(entry.column)",
          nearest: NearestNames.of(entry.column, in: columns.map(\.name))), entry)
    }
    let values = read(byRow, of: data.tables[index])
    for (place, group) in byRow.enumerated() {
      if let row = rows[group.row] {
        patch(&data.tables[index], row: row, with: group.entries, values[place])
      } else if let total = totals.firstIndex(where: { $0.table == name && $0.name == group.row }) {
        patch(&totals[total], with: group.entries, values[place], columns)
      } else if group.entries.allSatisfy(\.isAddition) {
        append(to: &data.tables[index], group.entries, values[place])
      } else {
        report(
          .unknownTarget(
            "\(name).\(group.row)", nearest: NearestNames.of(group.row, in: rows.keys)),
          group.entries[0])
      }
    }
  }

  /// The corrected rows as the table's reader makes them, one a group.
  private mutating func read(
    _ groups: [(row: String, entries: [Entry])], of table: DataTable
  ) -> [[DataValue]] {
    guard let key = table.keyColumn else {
      return groups.map { _ in table.columns.map { _ in .blank } }
    }
    let cells = groups.map { group -> [GridCell] in
      let place = group.entries[0].place
      return table.columns.indices.map { column in
        if column == key { return place }
        let name = table.columns[column].name
        // The last correction of a cell counts.
        if let entry = group.entries.last(where: { $0.column == name }) { return entry.value }
        return GridCell(
          content: .text(""), range: place.range, line: place.line, column: place.column)
      }
    }
    guard let head = cells.first?[key] else { return [] }
    let heads = table.columns.map { column in
      GridCell(
        content: .text(column.head), range: head.range, line: head.line, column: head.column)
    }
    let grid = Grid(name: table.name, file: file, sheet: nil, head: heads, rows: CellRows(cells))
    var reader = TableReader(grid, schema: schema(of: table))
    let read = reader.read()
    diagnostics += reader.diagnostics
    return read.rows.map { row in
      table.columns.map { column in read.column(named: column.name).map { row[$0].value } ?? .blank
      }
    }
  }

  /// What the table's cells must be; nothing is required of a row that gives some cells alone.
  private func schema(of table: DataTable) -> DataSchema.Table {
    let known = schema.table(named: table.name)
    var own = DataSchema.Table(
      name: table.name, key: table.keyColumn.map { table.columns[$0].name },
      columns: table.columns.map { column in
        var value =
          known?.column(named: column.name)
          ?? DataSchema.Value(type: column.isNumeric ? .number : .text)
        value.isRequired = false
        return DataSchema.Member(column.name, value)
      })
    // No row of a few corrections is one of sums.
    own.totalRow = "\u{0}"
    return own
  }

  private mutating func patch(
    _ table: inout DataTable, row: Int, with entries: [Entry], _ values: [DataValue]
  ) {
    for entry in entries {
      guard let column = table.column(named: entry.column) else { continue }
      var cell = table.rows[row, column]
      let old = cell.value
      check(entry, against: old)
      checkUnit(entry, table.columns[column].unit)
      let value = qualified(values[column], by: entry, over: old)
      note(
        entry, "\(table.name).\(entry.row).\(entry.column)", value, over: old,
        table.origin(row: row, column: column))
      cell.value = value
      table.rows[row, column] = placed(cell, by: entry)
    }
  }

  /// A value with the words that the correction gives, or else those of the value before.
  private mutating func qualified(
    _ value: DataValue, by entry: Entry, over old: DataValue
  ) -> DataValue {
    guard case .quantity(var quantity) = value else { return value }
    if let cell = entry.qualifiers, !cell.isBlank {
      quantity.qualifiers = qualifiers(cell)
    } else if case .quantity(let before) = old {
      quantity.qualifiers = before.qualifiers
    }
    if let cell = entry.asWritten, !cell.isBlank { quantity.asWritten = cell.text }
    return .quantity(quantity)
  }

  mutating func qualifiers(_ cell: GridCell) -> [Qualifier] {
    guard cell.text != DataCorrections.noQualifier else { return [] }
    var judge = CellJudge(
      Grid(name: "", file: file, sheet: nil, head: [], rows: CellRows([])))
    let found = judge.qualifiers(cell, row: CellRows([[cell]])[0])
    diagnostics += judge.diagnostics
    return found
  }

  /// A row of sums: only its numbers count.
  private mutating func patch(
    _ total: inout TotalRow, with entries: [Entry], _ values: [DataValue], _ columns: [DataColumn]
  ) {
    for entry in entries {
      guard let column = columns.firstIndex(where: { $0.name == entry.column }),
        let index = total.cells.firstIndex(where: { $0.column == entry.column }),
        case .quantity(let quantity) = values[column]
      else { continue }
      let old = DataValue.quantity(Quantity(total.cells[index].number, unit: quantity.unit))
      check(entry, against: old)
      note(
        entry, "\(total.table).\(entry.row).\(entry.column)", values[column], over: old,
        total.cells[index].origin)
      total.cells[index].number = quantity.number
      total.cells[index].origin = nil
      total.cells[index].place = place(of: entry.value)
    }
  }

  /// Notes what a correction did.
  mutating func note(
    _ entry: Entry, _ path: String, _ new: DataValue, over old: DataValue, _ origin: ValueOrigin?
  ) {
    if let origin { replaced.append(origin) }
    done.append(
      (
        entry.place,
        Message(
          zh: "“{0}”按更正取 {1},不取 {2} 的 {3}", en: "“{0}” is corrected to {1}; {2} has {3}",
          path, new.shown, origin?.place ?? "", old.shown)
      ))
  }

  mutating func checkUnit(_ entry: Entry, _ expected: MeasureUnit) {
    guard !entry.unit.isEmpty, !expected.text.isEmpty,
      !MeasureUnit(entry.unit).isSame(as: expected)
    else { return }
    report(
      .unitMismatch(column: entry.row, found: entry.unit, expected: expected.text), entry)
  }

  private func append(to table: inout DataTable, _ entries: [Entry], _ values: [DataValue]) {
    table.rows.append(
      zip(table.columns, values).map { column, value in
        let entry = entries.last { $0.column == column.name } ?? entries[0]
        return placed(DataCell(value, line: 0, column: 0), by: entry)
      })
  }

  /// A cell as one that a correction gives.
  private func placed(_ cell: DataCell, by entry: Entry) -> DataCell {
    var cell = cell
    cell.line = entry.value.line
    cell.column = entry.value.column
    cell.overridingFile = file
    return cell
  }

  // MARK: Single figure

  // MARK: What they share

  /// Warns where a correction stands over another value than the one it was made for.
  mutating func check(_ entry: Entry, against old: DataValue) {
    guard !entry.original.isEmpty else { return }
    let isSame: Bool =
      switch old {
      case .quantity(let quantity): ExactDecimal(entry.original) == quantity.number
      case .text(let text): Self.isSame(text, entry.original)
      case .list(let members): members.joined(separator: "、") == entry.original
      case .blank: false
      }
    if !isSame { report(.outdatedCorrection(entry.original), entry) }
  }

  /// Numbers are the same whatever zeros they end in; line ends are kept as blanks.
  private static func isSame(_ one: String, _ two: String) -> Bool {
    if let first = ExactDecimal(one), let second = ExactDecimal(two) { return first == second }
    func plain(_ text: String) -> String {
      String(text.trimmedBlanks.unicodeScalars.filter { $0.value > 0x20 }.map(Character.init))
    }
    return plain(one) == plain(two)
  }

  func origin(_ entry: Entry, path: String) -> ValueOrigin {
    ValueOrigin(file: file, line: entry.value.line, column: entry.value.column, path: path)
  }

  mutating func report(_ fault: DataFault, _ entry: Entry) {
    diagnostics.append(fault.diagnostic(at: place(of: entry.place)))
  }
}

extension DataValue {
  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .blank: "–"
    case .text(let text): text.isEmpty ? "–" : text.quoted
    case .list(let members): members.joined(separator: "、").quoted
    case .quantity(let quantity): quantity.printed
    }
  }
}

extension [DataCorrections.Entry] {
  /// The entries of each row, in the order in which the rows first occur.
  var byRow: [(row: String, entries: [DataCorrections.Entry])] {
    var groups: [(row: String, entries: [DataCorrections.Entry])] = []
    var places: [String: Int] = [:]
    for entry in self {
      if let place = places[entry.row] {
        groups[place].entries.append(entry)
      } else {
        places[entry.row] = groups.count
        groups.append((entry.row, [entry]))
      }
    }
    return groups
  }
}
