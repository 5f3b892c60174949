public import ReportModel
import SectionTemplates

/// What a form holds: tables with rows, single figures, narratives, each with what is known already.
public struct FormContent: Sendable {
  /// A column to fill.
  public struct Column: Sendable, Hashable {
    /// The name templates use.
    public let name: String
    /// The unit; empty where it has none.
    public let unit: String
    /// What a cell must be.
    public let schema: DataSchema.Value
    /// Whether the column names the rows.
    public let isKey: Bool
    /// Whether it holds numbers.
    public var isNumeric: Bool { schema.type == .number || schema.type == .integer }
    /// The head as data files write it: `金额(万元)`.
    public var head: String { unit.isEmpty ? name : "\(name)(\(unit))" }
  }

  /// A row, its cells in the order of the table's columns.
  public struct Row: Sendable, Hashable {
    /// What names it; empty for a row to be named.
    public var key: String
    /// What is filled in, as data files write it.
    public var values: [String]
    /// What the period before had.
    public var last: [String]
    /// What the same period a year ago had.
    public var lastYear: [String]
    /// The section responsible.
    public var owner: String
    /// The remark.
    public var note: String
  }

  /// A table to fill.
  public struct Table: Sendable, Hashable {
    /// The table's name.
    public let name: String
    /// Its columns, the key first where it has one.
    public let columns: [Column]
    /// Whether it must be there.
    public let isRequired: Bool
    /// Whether the period has rows of its own already.
    public let hasOwnRows: Bool
    /// Its rows: the period's own, or those of an earlier one with nothing filled in.
    public var rows: [Row]
  }

  /// A single figure to fill.
  public struct Figure: Sendable, Hashable {
    /// The name templates use.
    public let id: String
    /// What people call it.
    public let label: String
    /// Its unit; empty where it has none.
    public let unit: String
    /// What it must be.
    public let schema: DataSchema.Value
    /// What stretch of time it covers.
    public let kind: FigureKind?
    /// The number filled in.
    public let value: String
    /// The words that qualify it.
    public let qualifiers: String
    /// What the period before had, printed.
    public let last: String
    /// What the same period a year ago had, printed.
    public let lastYear: String
    /// The section responsible.
    public let owner: String
    /// The day it holds for.
    public let asOf: String
    /// The remark.
    public let note: String
  }

  /// Prose to write.
  public struct Narrative: Sendable, Hashable {
    /// Its place in `narrative.yaml`: `管理.党建`, `问题[1].标题`.
    public let path: String
    /// What is written already.
    public let text: String
    /// What the period before said.
    public let last: String
  }

  /// The tables, in the schema's order.
  public var tables: [Table]
  /// The single figures.
  public var figures: [Figure]
  /// The narratives.
  public var narratives: [Narrative]

  /// What a source asks for; linear in its data.
  public init(_ source: FormSource) {
    var maker = ContentMaker(source)
    tables = maker.tables()
    figures = maker.figures()
    narratives = maker.narratives()
  }

  /// The sections that some row or figure is the responsibility of, in the order they occur.
  public var owners: [String] {
    (figures.map(\.owner) + tables.flatMap { $0.rows.map(\.owner) }).filter { !$0.isEmpty }.unique
  }

  /// The content that one section is responsible for; narratives belong to nobody and are left out.
  public func only(owner: String) -> FormContent {
    var content = self
    content.figures.removeAll { $0.owner != owner }
    for index in content.tables.indices {
      content.tables[index].rows.removeAll { $0.owner != owner }
    }
    content.tables.removeAll { $0.rows.isEmpty }
    content.narratives = []
    return content
  }

  /// The content with only those rows that hold `value` in a column of the name `column`; a table
  /// that has the column and no such row gets a row to fill.
  public func only(rowsWith value: String, in column: String) -> FormContent {
    var content = self
    for index in content.tables.indices {
      guard let place = content.tables[index].columns.firstIndex(where: { $0.name == column })
      else {
        continue
      }
      content.tables[index].rows.removeAll { $0.values[place] != value }
      if content.tables[index].rows.isEmpty {
        var row = Row(columns: content.tables[index].columns.count)
        row.values[place] = value
        if content.tables[index].columns[place].isKey { row.key = value }
        content.tables[index].rows = [row]
      }
    }
    return content
  }

  /// Whether some table has a column of that name.
  public func hasColumn(_ name: String) -> Bool {
    tables.contains { $0.columns.contains { $0.name == name } }
  }
}

extension FormContent.Row {
  /// A row with nothing in it.
  init(columns: Int) {
    key = ""
    values = Array(repeating: "", count: columns)
    last = values
    lastYear = values
    owner = ""
    note = ""
  }
}
