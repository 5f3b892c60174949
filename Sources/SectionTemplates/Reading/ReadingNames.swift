import ReportModel
import SourceText

/// What the names in a template stand for when a text is read: types and units, not values.
struct ReadingNames: Sendable {
  /// What a slot's path leads to.
  enum Subject: Sendable {
    case quantity(unit: String?, asWritten: [ReadingSlot.Written])
    case text
    case list
    /// Words that are known beforehand.
    case words([String])
    case narrative(NarrativeNode?, path: String)
    case table(String, DataPeriod)
    case column(Column)
    case ordinal
  }

  /// What a loop's variable stands for.
  enum Member: Sendable {
    case row(of: String, DataPeriod)
    case value(Subject)
  }

  /// A variable, its member and what its path begins with.
  struct Binding: Sendable {
    let name: String
    let member: Member
    let path: [ReadingSlot.PathPart]
  }

  /// A table's column: what its cells are.
  struct Column: Sendable {
    let type: ValueType?
    let unit: String?
    let allowed: [String]
    let asWritten: [ReadingSlot.Written]
  }

  let context: TemplateContext
  var bindings: [Binding] = []

  init(_ context: TemplateContext) {
    self.context = context
  }

  /// What a path stands for, and the parts its values are named by.
  func subject(of path: [Expression.Segment]) -> (Subject, [ReadingSlot.PathPart]) {
    let names = path.map(\.name)
    if let first = names.first, let binding = bindings.last(where: { $0.name == first }) {
      let rest = Array(names.dropFirst())
      let parts = binding.path + rest.map { .name($0) }
      return (member(rest, of: binding.member), parts)
    }
    let parts = names.map { ReadingSlot.PathPart.name($0) }
    if names.count == 1, names[0] == "序号" || names[0] == "index", !bindings.isEmpty {
      return (.ordinal, parts)
    }
    return (resolve(names, in: .current), parts)
  }

  private func member(_ names: [String], of member: Member) -> Subject {
    switch member {
    case .row(let table, let period):
      return names.count == 1 ? cell(column(names[0], of: table, period)) : .text
    case .value(.narrative(let node, let path)):
      return narrative(names, in: node, path: path)
    case .value(let subject):
      return names.isEmpty ? subject : .text
    }
  }

  private func resolve(_ names: [String], in period: DataPeriod) -> Subject {
    guard let first = names.first else { return .text }
    if let other = DataPeriod(name: first) { return resolve(Array(names.dropFirst()), in: other) }
    let written = names.joined(separator: ".")
    if let setting = context.settings[written] { return .words([setting]) }
    let data = data(of: period)
    if first == "叙述" || first == "narrative" {
      return narrative(Array(names.dropFirst()), in: data?.narrative, path: first)
    }
    if data?.figures[written] != nil || context.schemaFigures[written] != nil {
      return figure(written, in: data)
    }
    guard data?.tables[first] != nil || context.schema.table(named: first) != nil else {
      return .text
    }
    switch names.count {
    case 1: return .table(first, period)
    case 2: return .column(column(names[1], of: first, period))
    default: return cell(column(names[2], of: first, period))
    }
  }

  private func data(of period: DataPeriod) -> TemplateContext.IndexedData? {
    switch period {
    case .current: context.current
    case .lastYear: context.lastYear
    case .previous: context.previous
    }
  }

  private func figure(_ id: String, in data: TemplateContext.IndexedData?) -> Subject {
    let quantity = data?.figures[id]?.quantity
    let written = quantity.flatMap { quantity in
      quantity.asWritten == nil
        ? nil : ReadingSlot.Written(text: quantity.printed, quantity: quantity)
    }
    return .quantity(
      unit: quantity?.unit.text ?? context.schemaFigures[id]?.unit
        ?? context.current.figures[id]?
        .quantity?.unit.text,
      asWritten: [written].compactMap { $0 })
  }

  private func column(_ name: String, of table: String, _ period: DataPeriod) -> Column {
    let schema = context.schema.table(named: table)?.column(named: name)
    guard let indexed = data(of: period)?.tables[table], let index = indexed.columns[name] else {
      return Column(
        type: schema?.type, unit: schema?.unit, allowed: schema?.allowed ?? [], asWritten: [])
    }
    let column = indexed.table.columns[index]
    var type = schema?.type
    var written: [ReadingSlot.Written] = []
    let rows = indexed.table.rows
    for row in rows.indices {
      // Where no number has words of its own, the first cell tells all.
      if type != nil, rows.holdsOnlyPlainCells { break }
      switch rows.value(row, index) {
      case .blank: continue
      case .list: type = type ?? .list
      case .text: type = type ?? .text
      case .quantity(let quantity):
        type = type ?? .number
        guard quantity.asWritten != nil else { continue }
        let text = quantity.printed
        if !written.contains(where: { $0.text == text }) {
          written.append(ReadingSlot.Written(text: text, quantity: quantity))
        }
      }
    }
    if type == nil, column.isNumeric { type = .number }
    let unit = column.unit.text.isEmpty ? schema?.unit ?? "" : column.unit.text
    return Column(type: type, unit: unit, allowed: schema?.allowed ?? [], asWritten: written)
  }

  /// What a cell of a column is.
  private func cell(_ column: Column) -> Subject {
    switch column.type {
    case .number, .integer: .quantity(unit: column.unit, asWritten: column.asWritten)
    case .list: .list
    case .text, .date, nil: .text
    }
  }

  private func narrative(_ names: [String], in node: NarrativeNode?, path: String) -> Subject {
    guard var node else { return .narrative(nil, path: path) }
    var path = path
    for name in names {
      path += "." + name
      // Prose that the data do not hold is not printed, save as a placeholder.
      guard case .mapping(let members) = node,
        let member = members.first(where: { $0.name == name })
      else { return .words([]) }
      node = member.node
    }
    return .narrative(node, path: path)
  }
}
