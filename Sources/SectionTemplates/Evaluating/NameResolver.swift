import ReportModel
import SourceText

/// Which period's data a name is looked up in.
enum DataPeriod: Sendable, Hashable {
  case current, lastYear, previous

  /// The period a path's first name chooses, if it chooses one.
  init?(name: String) {
    switch name {
    case "上年同期", "去年同期", "last_year": self = .lastYear
    case "上期", "previous": self = .previous
    default: return nil
    }
  }

  var name: (zh: String, en: String) {
    switch self {
    case .current: ("本期", "this period")
    case .lastYear: ("上年同期", "the same period of last year")
    case .previous: ("上期", "the last period")
    }
  }
}

/// What a path came to: a value, a known name without one, or a name nobody knows.
enum Resolution: Sendable {
  case value(TemplateValue)
  case unknown(looked: String, nearest: [String])
}

/// Looks paths up in a context.
struct NameResolver: Sendable {
  let context: TemplateContext

  /// The value of a path that no loop variable begins.
  func resolve(_ path: [String], in period: DataPeriod) -> Resolution {
    let found = look(path, in: period)
    // What an earlier period lacks is asked for, and guarded, by the period's name.
    guard period != .current, case .value(let value) = found,
      case .missing(var missing) = value.kind
    else { return found }
    missing.path = "\(period.name.zh).\(missing.path)"
    return .value(TemplateValue(.missing(missing)))
  }

  private func look(_ path: [String], in period: DataPeriod) -> Resolution {
    guard let first = path.first else { return .unknown(looked: "", nearest: []) }
    if let other = DataPeriod(name: first) {
      return resolve(Array(path.dropFirst()), in: other)
    }
    let written = path.joined(separator: ".")
    if let setting = context.settings[written] {
      guard !setting.isEmpty else { return missing(written, in: "report.yaml") }
      return .value(TemplateValue(.text(setting)))
    }
    guard let data = data(of: period) else {
      return resolveInNothing(path, period)
    }
    if first == "叙述" || first == "narrative" {
      return narrative(Array(path.dropFirst()), in: data, period)
    }
    if let figure = data.figures[written] { return .value(value(of: figure)) }
    if let table = data.tables[first] {
      return member(Array(path.dropFirst()), of: table, written: written)
    }
    if context.schemaFigures[written] != nil || isSchemaName(path) {
      return missing(written, in: data.figureFile)
    }
    return .unknown(looked: places(data), nearest: NearestNames.of(written, in: names(data)))
  }

  /// A member of a row, table or narrative that a loop variable or a longer path names.
  func member(_ path: [String], of value: TemplateValue) -> Resolution {
    guard !path.isEmpty else { return .value(value) }
    let name = path[0]
    switch value.kind {
    case .row(let table, let row) where path.count == 1:
      return cell(table, row: row, column: name)
    case .table(let table):
      return member(path, of: table, written: path.joined(separator: "."))
    case .narrative(let node, let prefix):
      return narrative(path, in: node, prefix: prefix)
    default:
      return .unknown(looked: value.kindName.zh, nearest: [])
    }
  }

  private func data(of period: DataPeriod) -> TemplateContext.IndexedData? {
    switch period {
    case .current: context.current
    case .lastYear: context.lastYear
    case .previous: context.previous
    }
  }

  /// A period without data: names this period or the schema knows are missing, others unknown.
  private func resolveInNothing(_ path: [String], _ period: DataPeriod) -> Resolution {
    let written = path.joined(separator: ".")
    let isKnown: Bool =
      switch resolve(path, in: .current) {
      case .value: true
      case .unknown: isSchemaName(path) || context.schemaFigures[written] != nil
      }
    if isKnown || path.isEmpty { return missing(written, in: period.name.zh) }
    return .unknown(
      looked: period.name.zh, nearest: NearestNames.of(written, in: names(context.current)))
  }

  private func missing(
    _ path: String, in place: String, nearest: [String] = []
  ) -> Resolution {
    .value(TemplateValue(.missing(MissingValue(path: path, place: place, nearest: nearest))))
  }

  private func isSchemaName(_ path: [String]) -> Bool {
    guard let first = path.first, let table = context.schema.table(named: first) else {
      return false
    }
    switch path.count {
    case 1: return true
    case 2: return true
    case 3: return table.columns.isEmpty || table.column(named: path[2]) != nil
    default: return false
    }
  }

  private func member(_ path: [String], of table: IndexedTable, written: String) -> Resolution {
    switch path.count {
    case 0:
      return .value(TemplateValue(.table(table)))
    case 1:
      if let row = table.row(named: path[0]) { return .value(TemplateValue(.row(table, row))) }
      if let column = table.columns[path[0]] {
        return .value(TemplateValue(.column(table, column)))
      }
      if context.schema.table(named: table.table.name)?.column(named: path[0]) != nil {
        return missing(written, in: table.table.file)
      }
      return missingRow(path[0], table, written: written)
    case 2:
      guard let row = table.row(named: path[0]) else {
        return missingRow(path[0], table, written: written)
      }
      return cell(table, row: row, column: path[1])
    default:
      return .unknown(looked: table.table.file, nearest: [])
    }
  }

  /// A row that is not in the file is a missing value: rows are data, and come and go by period.
  private func missingRow(_ name: String, _ table: IndexedTable, written: String) -> Resolution {
    let nearest = NearestNames.of(
      name, in: table.rowNames(first: 10_000) + Array(table.columns.keys))
    return missing(written, in: table.table.file, nearest: nearest)
  }

  private func cell(_ table: IndexedTable, row: Int, column name: String) -> Resolution {
    let written =
      "\(table.table.name).\(table.table.key(ofRow: row) ?? String(row + 1)).\(name)"
    guard let column = table.columns[name] else {
      if context.schema.table(named: table.table.name)?.column(named: name) != nil {
        return missing(written, in: table.table.file)
      }
      return .unknown(
        looked: table.table.file, nearest: NearestNames.of(name, in: table.columns.keys))
    }
    guard let value = TemplateValue(cell: row, column, of: table) else {
      return missing(
        written, in: table.table.origin(row: row, column: column)?.place ?? table.table.file)
    }
    return .value(value)
  }

  private func value(of figure: SingleFigure) -> TemplateValue {
    guard let quantity = figure.quantity else {
      return TemplateValue(.missing(MissingValue(path: figure.id, place: figure.origin.place)))
    }
    return TemplateValue(
      .quantity(quantity), from: [figure.origin],
      figureKind: figure.kind ?? context.schemaFigures[figure.id]?.kind)
  }

  private func narrative(
    _ path: [String], in data: TemplateContext.IndexedData, _ period: DataPeriod
  ) -> Resolution {
    guard let root = data.narrative else {
      return missing((["叙述"] + path).joined(separator: "."), in: "data/narrative.yaml")
    }
    return narrative(path, in: root, prefix: "叙述")
  }

  private func narrative(_ path: [String], in root: NarrativeNode, prefix: String) -> Resolution {
    var node = root
    var written = prefix
    for name in path {
      guard case .mapping(let members) = node else {
        return .unknown(looked: written, nearest: [])
      }
      written += "." + name
      guard let member = members.first(where: { $0.name == name }) else {
        let nearest = NearestNames.of(name, in: members.map(\.name))
        return missing(written, in: "data/narrative.yaml", nearest: nearest)
      }
      node = member.node
    }
    if case .text(let text, let origin) = node {
      // Prose that is still to be written is missing, like a number that is.
      guard !text.trimmedBlanks.isEmpty else { return missing(written, in: origin.place) }
      return .value(TemplateValue(.narrative(node, path: written), from: [origin]))
    }
    return .value(TemplateValue(.narrative(node, path: written)))
  }

  private func places(_ data: TemplateContext.IndexedData) -> String {
    ([data.figureFile] + data.tables.values.map(\.table.file).sorted()).joined(separator: "、")
  }

  private func names(_ data: TemplateContext.IndexedData) -> [String] {
    var names = Array(data.figures.keys) + Array(context.schemaFigures.keys)
    names += context.settings.keys
    for (name, table) in data.tables {
      names.append(name)
      for row in table.rowNames(first: 200) {
        for column in table.columns.keys { names.append("\(name).\(row).\(column)") }
      }
    }
    return Array(Set(names))
  }
}
