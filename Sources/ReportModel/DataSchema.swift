import SourceText

/// What a column or figure may hold.
public enum ValueType: String, Sendable, CaseIterable {
  /// Any text.
  case text
  /// A decimal number.
  case number
  /// A whole number.
  case integer
  /// Members joined by 、.
  case list
  /// A date, `2023-06-30`.
  case date

  /// The type of that name, in Chinese or English.
  public init?(name: String) {
    switch name {
    case "文本", "文字": self = .text
    case "数值", "数字": self = .number
    case "整数": self = .integer
    case "列表": self = .list
    case "日期": self = .date
    default: self.init(rawValue: name)
    }
  }
}

/// What a pack asks of its data: tables, columns, figures.
public struct DataSchema: Sendable, Hashable {
  /// What a value must be.
  public struct Value: Sendable, Hashable {
    /// Its type.
    public var type: ValueType
    /// Its unit; nil where the schema leaves it open.
    public var unit: String?
    /// Whether it must be there.
    public var isRequired: Bool
    /// The smallest and largest value.
    public var range: ClosedRange<ExactDecimal>?
    /// The only texts allowed; empty where any is.
    public var allowed: [String]
    /// Whether a column's numbers add up to a meaningful total.
    public var addsUp: Bool
    /// What stretch of time it covers.
    public var kind: FigureKind?

    /// A value's schema from its parts.
    public init(
      type: ValueType = .text, unit: String? = nil, isRequired: Bool = false,
      range: ClosedRange<ExactDecimal>? = nil, allowed: [String] = [], addsUp: Bool = false,
      kind: FigureKind? = nil
    ) {
      self.type = type
      self.unit = unit
      self.isRequired = isRequired
      self.range = range
      self.allowed = allowed
      self.addsUp = addsUp
      self.kind = kind
    }
  }

  /// A named value of a schema.
  public struct Member: Sendable, Hashable {
    /// The column's name, or the figure's id.
    public var name: String
    /// What it must be.
    public var value: Value

    /// A member from its parts.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// What a table must hold.
  public struct Table: Sendable, Hashable {
    /// The table's name.
    public var name: String
    /// The column that names the rows; nil for the first.
    public var key: String?
    /// Whether the table must be there.
    public var isRequired: Bool
    /// The columns.
    public var columns: [Member]
    /// What the row is called that gives the others' sums, where the schema names it.
    public var totalRow: String?
    /// Columns of the workbook's sheet that follow from others.
    public var derived: [DerivedColumn]
    /// The charts on the workbook's sheet.
    public var charts: [TableChart]

    /// A table's schema from its parts.
    public init(
      name: String, key: String? = nil, isRequired: Bool = false, columns: [Member] = [],
      totalRow: String? = nil, derived: [DerivedColumn] = [], charts: [TableChart] = []
    ) {
      self.name = name
      self.key = key
      self.isRequired = isRequired
      self.columns = columns
      self.totalRow = totalRow
      self.derived = derived
      self.charts = charts
    }

    /// The column of that name.
    public func column(named name: String) -> Value? {
      columns.first { $0.name.isSame(as: name) }?.value
    }
  }

  /// The tables.
  public var tables: [Table]
  /// The single figures.
  public var figures: [Member]
  /// What must agree, across tables and figures.
  public var checks: [DataCheck]

  /// A schema from its parts.
  public init(tables: [Table] = [], figures: [Member] = [], checks: [DataCheck] = []) {
    self.tables = tables
    self.figures = figures
    self.checks = checks
  }

  /// The table of that name.
  public func table(named name: String) -> Table? {
    tables.first { $0.name == name }
  }

  /// The figure of that id.
  public func figure(id: String) -> Value? {
    figures.first { $0.name.isSame(as: id) }?.value
  }
}
