public import ReportModel
public import SectionTemplates

/// Something a report needs: a figure, a table's column, a narrative, a setting.
public struct FormSlot: Sendable {
  /// Whether the report can do without it.
  public enum Demand: String, Sendable, CaseIterable {
    /// The schema or the text always needs it.
    case always
    /// The text needs it where its conditions hold.
    case conditional
    /// Nothing fails without it.
    case never
  }

  /// What it is.
  public let kind: TemplateNeed.Kind
  /// The name templates use: `安全.会议`, `资助.金额`.
  public let name: String
  /// What people call it.
  public let label: String
  /// What a value must be; nil for prose and settings.
  public let type: ValueType?
  /// The unit; empty where it has none.
  public let unit: String
  /// The table, for a column.
  public let table: String?
  /// The column that names the table's rows, for a column.
  public let key: String?
  /// Whether the report can do without it.
  public let demand: Demand
  /// The conditions under which the text needs it.
  public let conditions: [String]
  /// How many of its values are filled in, and how many there are to fill.
  public let filled: (count: Int, total: Int)
  /// What the period before had; a column's by rows.
  public let last: [(key: String, value: String)]
  /// What the same period a year ago had.
  public let lastYear: [(key: String, value: String)]
  /// The sections responsible.
  public let owners: [String]
  /// How well it can be read back from the text; nil where the text does not print it.
  public let readability: SlotReadability?
  /// Where templates ask for it: `01-总体情况.txt:13:62`; empty where none does.
  public let uses: [String]

  /// All that a source's report needs, in the order of a form; linear in data and templates.
  public static func all(_ source: FormSource) -> [FormSlot] {
    let content = FormContent(source)
    let needs = NeedTable(source.needs)
    return content.figures.map { slot($0, needs[$0.id]) }
      + content.tables.flatMap { table in
        table.columns.indices.map { slot(table, column: $0, needs) }
      } + content.narratives.map { slot($0, needs.narrative($0.path)) }
      + source.needs.filter { $0.kind == .setting }.map { need in
        let isFilled = source.settings[need.name]?.isEmpty == false
        return FormSlot(
          kind: .setting, name: need.name, need: need, isRequired: false,
          filled: (isFilled ? 1 : 0, 1))
      }
  }

  private static func slot(_ figure: FormContent.Figure, _ need: TemplateNeed?) -> FormSlot {
    FormSlot(
      kind: .figure, name: figure.id, label: figure.label, type: figure.schema.type,
      unit: figure.unit, need: need, isRequired: figure.schema.isRequired,
      filled: (figure.value.isEmpty ? 0 : 1, 1),
      last: figure.last.isEmpty ? [] : [("", figure.last)],
      lastYear: figure.lastYear.isEmpty ? [] : [("", figure.lastYear)],
      owners: figure.owner.isEmpty ? [] : [figure.owner])
  }

  private static func slot(
    _ table: FormContent.Table, column index: Int, _ needs: NeedTable
  ) -> FormSlot {
    let column = table.columns[index]
    func earlier(_ values: (FormContent.Row) -> [String]) -> [(key: String, value: String)] {
      table.rows.compactMap { row in
        let value = values(row)[index]
        return value.isEmpty ? nil : (row.key, value + column.unit)
      }
    }
    let name = "\(table.name).\(column.name)"
    return FormSlot(
      kind: .column, name: name, type: column.schema.type, unit: column.unit, table: table.name,
      key: table.columns.first { $0.isKey }?.name, need: needs[name],
      isRequired: column.schema.isRequired && table.isRequired,
      filled: (
        table.hasOwnRows ? table.rows.count { !$0.values[index].isEmpty } : 0, table.rows.count
      ),
      last: earlier { $0.last }, lastYear: earlier { $0.lastYear },
      owners: table.rows.map(\.owner).filter { !$0.isEmpty }.unique)
  }

  private static func slot(_ narrative: FormContent.Narrative, _ need: TemplateNeed?) -> FormSlot {
    FormSlot(
      kind: .narrative, name: "叙述." + narrative.path, need: need, isRequired: false,
      filled: (narrative.text.isEmpty ? 0 : 1, 1),
      last: narrative.last.isEmpty ? [] : [("", narrative.last)])
  }

  private init(
    kind: TemplateNeed.Kind, name: String, label: String = "", type: ValueType? = nil,
    unit: String = "", table: String? = nil, key: String? = nil, need: TemplateNeed?,
    isRequired: Bool, filled: (Int, Int), last: [(String, String)] = [],
    lastYear: [(String, String)] = [], owners: [String] = []
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.type = type
    self.unit = unit
    self.table = table
    self.key = key
    self.filled = filled
    self.last = last
    self.lastYear = lastYear
    self.owners = owners
    uses = need?.uses.map(\.place) ?? []
    readability = need?.readability
    let conditions = need?.conditions ?? []
    if isRequired || need?.isAlwaysPrinted == true {
      demand = .always
      self.conditions = []
    } else {
      demand = conditions.isEmpty ? .never : .conditional
      self.conditions = conditions
    }
  }
}

/// Needs found by the names of a form: cells count for their column, members for their list.
private struct NeedTable {
  private var needs: [String: TemplateNeed] = [:]

  init(_ all: [TemplateNeed]) {
    for need in all {
      var name = need.name
      if need.kind == .cell, let table = need.table, let column = need.column {
        name = "\(table).\(column)"
      }
      if needs[name] == nil { needs[name] = need } else { needs[name]?.add(need.uses) }
    }
  }

  subscript(name: String) -> TemplateNeed? { needs[name] }

  /// The need of a narrative, whichever member of a list it is in.
  func narrative(_ path: String) -> TemplateNeed? {
    var name = "叙述."
    var isInBrackets = false
    for character in path {
      if character == "]" { isInBrackets = false }
      if !isInBrackets { name.append(character) }
      if character == "[" { isInBrackets = true }
    }
    return needs[name]
  }
}
