/// A chart that a schema asks for on a table's worksheet.
public struct TableChart: Sendable, Hashable {
  /// What the chart looks like.
  public enum Kind: String, Sendable, CaseIterable {
    /// Upright bars.
    case column
    /// Lying bars, for long names.
    case bar
    /// Points joined by lines, for rows that follow each other in time.
    case line
    /// Parts of a whole.
    case pie

    /// The kind of that name, in Chinese or English.
    public init?(name: String) {
      guard let kind = Self.allCases.first(where: { $0.rawValue == name || $0.chinese == name })
      else { return nil }
      self = kind
    }

    /// The Chinese name.
    public var chinese: String {
      switch self {
      case .column: "柱形"
      case .bar: "条形"
      case .line: "折线"
      case .pie: "饼形"
      }
    }
  }

  /// What it looks like.
  public var kind: Kind
  /// The columns shown, derived ones too; a pie shows one.
  public var columns: [String]
  /// The title; nil lets the columns' names stand for it.
  public var title: String?

  /// A chart from its parts.
  public init(_ kind: Kind, columns: [String], title: String? = nil) {
    self.kind = kind
    self.columns = columns
    self.title = title
  }
}
