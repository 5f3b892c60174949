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
    var byRow: [(key: String, entries: [Entry])] = []
    var places: [String: Int] = [:]
    for entry in entries {
      if let place = places[entry.row] {
        byRow[place].entries.append(entry)
      } else {
        places[entry.row] = byRow.count
        byRow.append((entry.row, [entry]))
      }
    }
    let columns = data.tables[index].columns
    for entry in entries where !columns.contains(where: { $0.name == entry.column }) {
      report(
        .unknownTarget(
          "\(name).\(entry.column)",
          nearest: NearestNames.of(entry.column, in: columns.map(\.name))), entry)
    }
    let values = read(byRow, of: data.tables[index])
    for (place, group) in byRow.enumerated() {
      if let row = rows[group.key] {
        patch(&data.tables[index], row: row, with: group.entries, values[place])
      } else if let total = totals.firstIndex(where: { $0.table == name && $0.name == group.key }) {
        patch(&totals[total], with: group.entries, values[place], columns)
      } else if group.entries.allSatisfy(\.isAddition) {
        append(to: &data.tables[index], group.entries, values[place])
      } else {
        report(
          .unknownTarget(
            "\(name).\(group.key)", nearest: NearestNames.of(group.key, in: rows.keys)),
          group.entries[0])
      }
    }
  }

  /// The corrected rows as the table's reader makes them, one a group.
  private mutating func read(
    _ groups: [(key: String, entries: [Entry])], of table: DataTable
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

  private mutating func qualifiers(_ cell: GridCell) -> [Qualifier] {
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
  private mutating func note(
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

  private mutating func checkUnit(_ entry: Entry, _ expected: MeasureUnit) {
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

  // MARK: Single figures

  mutating func correct(figures entries: [Entry], in data: inout DataSet) {
    let fields = ["指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "责任科室", "来源", "说明"]
    for id in entries.map(\.row).uniqued {
      let own = entries.filter { $0.row == id }
      let index = data.figures.firstIndex { $0.id == id }
      guard index != nil || own.allSatisfy(\.isAddition) else {
        report(
          .unknownTarget(id, nearest: NearestNames.of(id, in: data.figures.map(\.id))), own[0])
        continue
      }
      let old = index.map { data.figures[$0] }
      var row = (old?.fileTexts ?? [id] + Array(repeating: "", count: fields.count - 1)).map {
        text in
        GridCell(
          content: .text(text), range: own[0].place.range, line: own[0].place.line,
          column: own[0].place.column)
      }
      for entry in own {
        guard let column = fields.firstIndex(of: entry.column), column > 0 else {
          report(
            .unknownTarget(
              "\(id).\(entry.column)", nearest: NearestNames.of(entry.column, in: fields)), entry)
          continue
        }
        check(entry, against: .text(row[column].text))
        row[column] = entry.value
        guard entry.column == "数值" else { continue }
        // A wording is that of one number.
        row[5].content = .text("")
        if let cell = entry.asWritten, !cell.isBlank { row[5] = cell }
        guard let cell = entry.qualifiers, !cell.isBlank else { continue }
        row[4] = cell
        if cell.text == DataCorrections.noQualifier { row[4].content = .text("") }
      }
      if let unit = old?.quantity?.unit { for entry in own { checkUnit(entry, unit) } }
      let heads = fields.map { name in
        GridCell(
          content: .text(name), range: row[0].range, line: row[0].line, column: row[0].column)
      }
      var reader = FigureReader(
        Grid(name: "指标", file: file, sheet: nil, head: heads, rows: CellRows([row])),
        schema: schema(of: id))
      var places: [String: DiagnosticPlace] = [:]
      let read = reader.read(places: &places)
      diagnostics += reader.judge.diagnostics
      guard var figure = read.first else { continue }
      // A number that was not corrected still comes from where it came from.
      if let old {
        for entry in own {
          guard let field = fields.firstIndex(of: entry.column), field > 0 else { continue }
          let isNumber = entry.column == "数值"
          note(
            entry, isNumber ? id : "\(id).\(entry.column)",
            isNumber ? figure.quantity.map { .quantity($0) } ?? .blank : .text(entry.value.text),
            over: isNumber
              ? old.quantity.map { .quantity($0) } ?? .blank : .text(old.fileTexts[field]),
            old.origin)
        }
        if !own.contains(where: { $0.column == "数值" }) { figure.origin = old.origin }
      }
      if let index { data.figures[index] = figure } else { data.figures.append(figure) }
    }
  }

  private func schema(of id: String) -> [String: DataSchema.Value] {
    guard var value = schema.figure(id: id) else { return [:] }
    value.isRequired = false
    return [id: value]
  }

  // MARK: Narratives

  mutating func correct(narrative entries: [Entry], in data: inout DataSet) {
    for entry in entries {
      let steps = NarrativeStep.steps(entry.row)
      var isFound = false
      if let steps {
        data.narrative = corrected(
          data.narrative ?? .mapping([]), steps[...], entry, path: "叙述", isFound: &isFound)
      }
      if !isFound { report(.unknownTarget("叙述.\(entry.row)", nearest: []), entry) }
    }
  }

  private mutating func corrected(
    _ node: NarrativeNode, _ steps: ArraySlice<NarrativeStep>, _ entry: Entry, path: String,
    isFound: inout Bool
  ) -> NarrativeNode {
    guard let step = steps.first else {
      guard case .text(let old, let origin) = node else { return node }
      isFound = true
      if !entry.isAddition {
        note(entry, path, .text(entry.value.text), over: .text(old), origin)
      }
      if !entry.isAddition { check(entry, against: .text(old)) }
      return .text(entry.value.text, origin: self.origin(entry, path: path))
    }
    let rest = steps.dropFirst()
    let blank = NarrativeNode.empty(before: rest.first, origin(entry, path: path))
    switch step {
    case .name(let name):
      guard case .mapping(var members) = node else { return node }
      let inner = "\(path).\(name)"
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index] = NarrativeNode.Member(
          name, corrected(members[index].node, rest, entry, path: inner, isFound: &isFound))
      } else if entry.isAddition {
        members.append(
          NarrativeNode.Member(
            name, corrected(blank, rest, entry, path: inner, isFound: &isFound)))
      }
      return .mapping(members)
    case .member(let number):
      guard case .sequence(var members) = node else { return node }
      let inner = "\(path).\(number)"
      if members.indices.contains(number - 1) {
        members[number - 1] = corrected(
          members[number - 1], rest, entry, path: inner, isFound: &isFound)
      } else if entry.isAddition, number == members.count + 1 {
        members.append(corrected(blank, rest, entry, path: inner, isFound: &isFound))
      }
      return .sequence(members)
    }
  }

  // MARK: What they share

  /// Warns where a correction stands over another value than the one it was made for.
  private mutating func check(_ entry: Entry, against old: DataValue) {
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

  private func origin(_ entry: Entry, path: String) -> ValueOrigin {
    ValueOrigin(file: file, line: entry.value.line, column: entry.value.column, path: path)
  }

  private mutating func report(_ fault: DataFault, _ entry: Entry) {
    diagnostics.append(fault.diagnostic(at: place(of: entry.place)))
  }
}

/// A step on the way into a narrative.
package enum NarrativeStep: Sendable, Hashable {
  /// A name in a mapping.
  case name(String)
  /// A member of a list, from 1.
  case member(Int)

  /// A path such as `问题[2].标题` taken apart; nil where it is not built like one.
  package static func steps(_ path: String) -> [NarrativeStep]? {
    var steps: [NarrativeStep] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = part.prefix { $0 != "[" }
      if !name.isEmpty { steps.append(.name(String(name))) }
      var rest = part.dropFirst(name.count)
      while rest.first == "[" {
        guard let close = rest.firstIndex(of: "]"),
          let number = Int(rest[rest.index(after: rest.startIndex)..<close]), number > 0
        else { return nil }
        steps.append(.member(number))
        rest = rest[rest.index(after: close)...]
      }
      guard rest.isEmpty, !name.isEmpty || part.first == "[" else { return nil }
    }
    return steps
  }
}

extension NarrativeNode {
  /// A node with nothing in it, of the kind that a step leads into.
  fileprivate static func empty(before step: NarrativeStep?, _ origin: ValueOrigin) -> NarrativeNode
  {
    switch step {
    case .name?: .mapping([])
    case .member?: .sequence([])
    case nil: .text("", origin: origin)
    }
  }
}

extension SingleFigure {
  /// The figure's cells as a data file writes them, in the order 指标, 名称, 数值, 单位, 限定, 写法, 口径, 截至,
  /// 责任科室, 来源, 说明.
  package var fileTexts: [String] {
    [
      id, label, quantity?.number.description ?? "", quantity?.unit.text ?? "",
      quantity?.qualifiers.map(\.word).joined(separator: ";") ?? "", quantity?.asWritten ?? "",
      kind?.chinese ?? "", asOf, owner, source, note,
    ]
  }
}

extension DataValue {
  /// The value as a message shows it.
  fileprivate var shown: String {
    switch self {
    case .blank: "–"
    case .text(let text): text.isEmpty ? "–" : text.quoted
    case .list(let members): members.joined(separator: "、").quoted
    case .quantity(let quantity): quantity.printed
    }
  }
}

extension Sequence<String> {
  /// The members without later equals, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension DataFault {
  fileprivate static func unknownTarget(_ name: String, nearest: [String]) -> DataFault {
    DataFault(
      "data-correction-unknown",
      Message(
        zh: "更正的“{0}”在数据里没有", en: "the data have no “{0}” to correct", name),
      remedy: nearest.isEmpty
        ? Message(
          zh: "核对表、行、列的写法;要新加的,在“操作”里写 新增",
          en: "check table, row and column; to add one, write 新增 under 操作")
        : Message(
          zh: "是不是 {0}", en: "did you mean {0}", nearest.joined(separator: "、")))
  }

  fileprivate static func outdatedCorrection(_ original: String) -> DataFault {
    DataFault(
      "data-correction-outdated", severity: .warning,
      Message(
        zh: "数据文件里的值已经不是“{0}”,更正可能过时了",
        en: "the data file's value is no longer “{0}”; the correction may be out of date",
        original.quoted),
      remedy: Message(
        zh: "核对后改“原值”,或删去这一行更正", en: "check it, then mend 原值 or delete this correction"))
  }
}
