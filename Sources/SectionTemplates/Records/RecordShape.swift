import ReportModel

/// Which values a template asks of each record, numbered once so that filling looks nothing up.
struct RecordShape: Sendable {
  /// A list of rows.
  struct List: Sendable {
    let name: String
    /// The members that the template asks of each row, in their order within it.
    var columns: [String]
    /// The unit printed behind each column's numbers.
    var units: [[UInt8]]
  }

  /// The single values' names, dotted where they are nested.
  private(set) var fields: [String] = []
  /// The unit printed behind each field's number.
  private(set) var units: [[UInt8]] = []
  private(set) var lists: [List] = []
  private let schema: DataSchema

  init(schema: DataSchema) {
    self.schema = schema
  }

  /// The index of a single value, added where it is new.
  mutating func field(_ name: String) -> Int {
    if let index = fields.firstIndex(of: name) { return index }
    fields.append(name)
    units.append(Array((schema.figure(id: name)?.unit ?? "").utf8))
    return fields.count - 1
  }

  /// The index of a list, added where it is new.
  mutating func list(_ name: String) -> Int {
    if let index = lists.firstIndex(where: { $0.name == name }) { return index }
    lists.append(List(name: name, columns: [], units: []))
    return lists.count - 1
  }

  /// The index of a list that is known already, or named as a table by the schema.
  mutating func knownList(_ name: String) -> Int? {
    if let index = lists.firstIndex(where: { $0.name == name }) { return index }
    return schema.table(named: name).map { _ in list(name) }
  }

  /// The index of a member of a list's rows, added where it is new.
  mutating func column(_ name: String, of list: Int) -> Int {
    if let index = lists[list].columns.firstIndex(of: name) { return index }
    lists[list].columns.append(name)
    let unit = schema.table(named: lists[list].name)?.column(named: name)?.unit ?? ""
    lists[list].units.append(Array(unit.utf8))
    return lists[list].columns.count - 1
  }
}

/// The values of one record, as places in its bytes; the arrays are used again for the next one.
struct Record {
  /// A value's place.
  struct Value {
    enum Kind: UInt8 {
      case missing, text, number, yes, no
      /// A text that had escapes; it stands in ``Record/unescaped``.
      case unescaped
    }

    var kind = Kind.missing
    /// Whether a text must be looked through for what no value may hold.
    var isSuspect = false
    var start: Int32 = 0
    var end: Int32 = 0
  }

  /// A list's rows.
  struct Rows {
    /// −1 where the record has no such list.
    var count = -1
    /// The first row's first cell.
    var first = 0
  }

  var fields: [Value] = []
  var lists: [Rows] = []
  var cells: [Value] = []
  var unescaped: [UInt8] = []

  /// Makes ready for another record.
  mutating func reset(_ shape: RecordShape) {
    if fields.count == shape.fields.count, lists.count == shape.lists.count {
      for index in fields.indices { fields[index] = Value() }
      for index in lists.indices { lists[index] = Rows() }
    } else {
      fields = Array(repeating: Value(), count: shape.fields.count)
      lists = Array(repeating: Rows(), count: shape.lists.count)
    }
    cells.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
  }
}
