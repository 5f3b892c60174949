import SourceText

/// All the data of one report: tables, single figures, narratives.
public struct DataSet: Sendable {
  /// The tables, in the order of their names.
  public var tables: [DataTable]
  /// The single figures, in the file's order.
  public var figures: [SingleFigure]
  /// The prose of the period.
  public var narrative: NarrativeNode?

  /// A data set from its parts.
  public init(
    tables: [DataTable] = [], figures: [SingleFigure] = [], narrative: NarrativeNode? = nil
  ) {
    self.tables = tables
    self.figures = figures
    self.narrative = narrative
  }

  /// The table of that name.
  public func table(named name: String) -> DataTable? {
    tables.first { $0.name == name }
  }

  /// The single figure of that id.
  public func figure(id: String) -> SingleFigure? {
    figures.first { $0.id.isSame(as: id) }
  }
}

/// Prose of the period as `narrative.yaml` holds it: template texts under names.
public indirect enum NarrativeNode: Sendable, Hashable {
  /// A template text and its place.
  case text(String, origin: ValueOrigin)
  /// Named members, in the file's order.
  case mapping([Member])
  /// Members in order, for loops.
  case sequence([NarrativeNode])

  /// A named member.
  public struct Member: Sendable, Hashable {
    /// The name.
    public let name: String
    /// What it names.
    public let node: NarrativeNode

    /// A member from its parts.
    public init(_ name: String, _ node: NarrativeNode) {
      self.name = name
      self.node = node
    }
  }
}
