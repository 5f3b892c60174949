import ReportModel

/// What an expression came to, and the cells it came from.
struct TemplateValue: Sendable {
  enum Kind: Sendable {
    case text(String)
    case quantity(Quantity)
    case list([String])
    case boolean(Bool)
    /// A row of a table, by its index.
    case row(IndexedTable, Int)
    case table(IndexedTable)
    case column(IndexedTable, Int)
    case narrative(NarrativeNode, path: String)
    /// The name is known, but there is no value; where it was looked for.
    case missing(MissingValue)
  }

  var kind: Kind
  var origins: [ValueOrigin]
  /// What stretch of time (口径) a figure covers, where the data or the schema say so.
  var figureKind: FigureKind?

  init(_ kind: Kind, from origins: [ValueOrigin] = [], figureKind: FigureKind? = nil) {
    self.kind = kind
    self.origins = origins
    self.figureKind = figureKind
  }

  /// The value of a table's cell; nil where the cell is blank.
  init?(cell row: Int, _ column: Int, of indexed: IndexedTable) {
    let kind: Kind
    switch indexed.table.rows.value(row, column) {
    case .blank: return nil
    case .text(let text): kind = .text(text)
    case .list(let members): kind = .list(members)
    case .quantity(let quantity): kind = .quantity(quantity)
    }
    self.init(
      kind, from: indexed.table.origin(row: row, column: column).map { [$0] } ?? [],
      figureKind: indexed.figureKind(row: row, column: column))
  }

  /// What a condition makes of the value: present, and neither zero, empty nor false.
  var isTrue: Bool {
    switch kind {
    case .text(let text): !text.isEmpty
    case .quantity(let quantity): !quantity.number.isZero
    case .list(let members): !members.isEmpty
    case .boolean(let value): value
    case .row: true
    case .table(let indexed): !indexed.table.rows.isEmpty
    case .column(let indexed, _): !indexed.table.rows.isEmpty
    case .narrative(let node, _):
      switch node {
      case .text(let text, _): !text.isEmpty
      case .mapping(let members): !members.isEmpty
      case .sequence(let members): !members.isEmpty
      }
    case .missing: false
    }
  }

  /// Whether there is no value.
  var isMissing: Bool {
    if case .missing = kind { true } else { false }
  }

  /// The stretches of time that the value's figures cover, each with the path of a figure.
  var kinds: [(kind: FigureKind, path: String)] {
    switch kind {
    case .column(let indexed, let column):
      indexed.table.rows.indices.compactMap { row in
        guard let kind = indexed.figureKind(row: row, column: column),
          !indexed.table.rows.isBlank(row, column)
        else { return nil }
        return (kind, indexed.table.origin(row: row, column: column)?.path ?? "")
      }
    case .quantity:
      figureKind.map { [($0, origins.first?.path ?? "")] } ?? []
    default:
      []
    }
  }

  /// What the value is, for messages.
  var kindName: (zh: String, en: String) {
    switch kind {
    case .text: ("文字", "a text")
    case .quantity: ("数值", "a number")
    case .list: ("列表", "a list")
    case .boolean: ("条件", "a condition")
    case .row: ("表的一行", "a row of a table")
    case .table: ("一张表", "a table")
    case .column: ("表的一列", "a column of a table")
    case .narrative(.text, _): ("叙述", "a narrative")
    case .narrative(.mapping, _): ("一组叙述", "a group of narratives")
    case .narrative(.sequence, _): ("叙述列表", "a list of narratives")
    case .missing: ("空缺", "missing")
    }
  }
}

/// A value that should be there and is not.
struct MissingValue: Sendable, Hashable {
  /// The path that was asked for.
  var path: String
  /// Where it was looked for: a file, or a file and row.
  let place: String
  /// Names there that are like the one asked for.
  var nearest: [String] = []
}

/// A table with its rows and columns found by name in constant time.
final class IndexedTable: Sendable {
  let table: DataTable
  let columns: [String: Int]
  private let names: NameIndex
  /// What the schema says each column covers.
  private let columnKinds: [FigureKind?]
  /// The column in which rows say it themselves.
  private let kindColumn: Int?

  init(_ table: DataTable, schema: DataSchema.Table?) {
    self.table = table
    columnKinds = table.columns.map { schema?.column(named: $0.name)?.kind }
    kindColumn = table.columns.firstIndex { $0.name == "口径" || $0.name == "kind" }
    columns = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var names = NameIndex(capacity: table.keyColumn == nil ? 0 : table.rows.count)
    if table.keyColumn != nil {
      for row in table.rows.indices {
        guard let key = table.key(ofRow: row) else { continue }
        _ = names.insert(row, name: key) { table.key(ofRow: $0) == key }
      }
    }
    self.names = names
  }

  /// The row of that name; of several the first.
  func row(named name: String) -> Int? {
    names.row(named: name) { table.key(ofRow: $0) == name }
  }

  /// The names of the first rows.
  func rowNames(first count: Int) -> [String] {
    table.rows.indices.prefix(count).compactMap { table.key(ofRow: $0) }
  }

  /// The name of a column.
  func columnName(_ column: Int) -> String { table.columns[column].name }

  /// What stretch of time a cell's figure covers, by its row or else by the schema.
  func figureKind(row: Int, column: Int) -> FigureKind? {
    if let kindColumn, case .text(let name) = table.rows.value(row, kindColumn),
      let kind = FigureKind(name: name)
    {
      return kind
    }
    return columnKinds[column]
  }
}
