/// All that a workbook shows of one report: its text's figures, its data, where they came from.
public struct ReportSnapshot: Sendable {
  /// A top-level part of the text.
  public struct Part: Sendable, Hashable {
    /// Number and title as printed: `一、总体情况`.
    public var heading: String
    /// How many figures stand in it.
    public var figureCount: Int

    /// A part from its parts.
    public init(heading: String, figureCount: Int) {
      self.heading = heading
      self.figureCount = figureCount
    }
  }

  /// A file the report was made from.
  public struct Source: Sendable, Hashable {
    /// The path below the report folder.
    public var file: String
    /// What it is: data, template, settings.
    public var kind: Kind
    /// The SHA-256 of its bytes, in hexadecimal.
    public var hash: String
    /// The encoding it was read in.
    public var encoding: String

    /// What a file is for.
    public enum Kind: String, Sendable {
      /// Figures, tables, narratives.
      case data
      /// Section templates and the pack's manifest.
      case template
      /// `bureau.yaml` and `report.yaml`.
      case settings
    }

    /// A file from its parts.
    public init(file: String, kind: Kind, hash: String, encoding: String) {
      self.file = file
      self.kind = kind
      self.hash = hash
      self.encoding = encoding
    }
  }

  /// The report's title as printed.
  public var title: String
  /// The bureau's full name.
  public var bureau: String
  /// The period; nil where the report names none.
  public var period: Period?
  /// When it was published, as written; empty where it was not.
  public var publicationTime: String
  /// The day the figures hold for, as written.
  public var asOf: String
  /// The whole text, as drafted; empty where there is none.
  public var text: String
  /// The parts, in order.
  public var parts: [Part]
  /// The figures of the text, in text order.
  public var figures: [PlacedFigure]
  /// The choices that the data made in the text, in its order.
  public var decisions: [TextDecision]
  /// The data.
  public var data: DataSet
  /// What the report's pack asks of the data.
  public var schema: DataSchema
  /// The data of the same period a year ago, where there are any.
  public var lastYear: DataSet?
  /// The data of the period before, where there are any.
  public var lastPeriod: DataSet?
  /// The files, in the order of their paths.
  public var sources: [Source]

  /// A snapshot from its parts.
  public init(
    title: String, bureau: String, period: Period?, publicationTime: String, asOf: String,
    text: String = "", parts: [Part], figures: [PlacedFigure],
    decisions: [TextDecision] = [], data: DataSet,
    schema: DataSchema = DataSchema(), lastYear: DataSet?, lastPeriod: DataSet? = nil,
    sources: [Source]
  ) {
    self.title = title
    self.bureau = bureau
    self.period = period
    self.publicationTime = publicationTime
    self.asOf = asOf
    self.text = text
    self.parts = parts
    self.figures = figures
    self.decisions = decisions
    self.data = data
    self.schema = schema
    self.lastYear = lastYear
    self.lastPeriod = lastPeriod
    self.sources = sources
  }
}
