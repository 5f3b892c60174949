public import SourceText

/// A name that templates ask data or settings for, with the places where they do.
public struct TemplateNeed: Sendable, Hashable {
  /// What a name stands for.
  public enum Kind: String, Sendable, CaseIterable {
    /// A single figure.
    case figure
    /// A column of a table, row by row in a loop, or as a whole.
    case column
    /// One cell of a table, named by row and column.
    case cell
    /// A table, gone through by a loop or asked for by a condition.
    case table
    /// Prose of the period.
    case narrative
    /// A setting of the report or the bureau.
    case setting
  }

  /// A place where a template asks for the name.
  public struct Use: Sendable, Hashable {
    /// The template or narrative file.
    public let file: String
    /// Where in it, from 1.
    public let position: TextPosition
    /// Whether the value is printed there; otherwise it decides what is printed.
    public let isPrinted: Bool
    /// The conditions the place stands under, the name itself left out; empty for none.
    public let conditions: [String]
    /// Whether the place is under a condition at all.
    public let isConditional: Bool
    /// Whether what is printed there can be read back; nil where nothing is printed.
    public let readability: SlotReadability?

    /// The place as people read it: `01-总体情况.txt:13:62`.
    public var place: String { "\(file):\(position.line):\(position.column)" }
  }

  /// What the name stands for.
  public let kind: Kind
  /// The name: `安全.会议`, `资助.金额`, `叙述.问题[].标题`.
  public let name: String
  /// The table, for a column, cell or table.
  public let table: String?
  /// The row, for a cell.
  public let row: String?
  /// The column, for a column or cell.
  public let column: String?
  /// Where it is asked for, in the order of the text.
  public private(set) var uses: [Use]

  init(
    kind: Kind, name: String, table: String?, row: String?, column: String?, uses: [Use]
  ) {
    self.kind = kind
    self.name = name
    self.table = table
    self.row = row
    self.column = column
    self.uses = uses
  }

  /// Adds places.
  public mutating func add(_ more: [Use]) { uses += more }

  /// Whether the text cannot do without the value, wherever data decide nothing else.
  public var isAlwaysPrinted: Bool { uses.contains { $0.isPrinted && !$0.isConditional } }

  /// The conditions under which the text prints it, the fewest of its places; empty where one place
  /// asks only whether the value is there.
  public var conditions: [String] {
    let printed = uses.filter(\.isPrinted).map(\.conditions)
    return printed.min { $0.count < $1.count } ?? []
  }

  /// How well it can be read back: as the best of the places that print it; nil where none does.
  public var readability: SlotReadability? {
    let printed = uses.compactMap(\.readability)
    for level in SlotReadability.Level.allCases {
      if let found = printed.first(where: { $0.level == level }) { return found }
    }
    return nil
  }
}
