public import ReportModel

/// All that a template can name: the report's settings, its data, and the data of earlier periods.
public struct TemplateContext: Sendable {
  /// The data of one period, found by name.
  struct IndexedData: Sendable {
    let figures: [String: SingleFigure]
    let tables: [String: IndexedTable]
    let narrative: NarrativeNode?
    let figureFile: String

    init(_ data: DataSet, schema: DataSchema) {
      figures = Dictionary(
        data.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      tables = Dictionary(
        data.tables.map { ($0.name, IndexedTable($0, schema: schema.table(named: $0.name))) },
        uniquingKeysWith: { first, _ in first })
      narrative = data.narrative
      figureFile = data.figures.first?.origin.file ?? "data/figures.csv"
    }
  }

  /// Settings by name, such as 单位 and 期间, dotted names included.
  let settings: [String: String]
  let schema: DataSchema
  let current: IndexedData
  let lastYear: IndexedData?
  let previous: IndexedData?
  /// The schema's figures by id, to tell a missing value from an unknown name.
  let schemaFigures: [String: DataSchema.Value]

  /// A context from its parts.
  ///
  /// - Parameters:
  ///   - settings: Names such as 单位, 期间, 发布.时间 and what they stand for; an empty text is a
  ///     value that is missing.
  ///   - data: The data of the report's period.
  ///   - schema: What the pack asks for; names in it are known even where the data lack them.
  ///   - lastYear: The data of the same period a year ago, for 上年同期 and 同比.
  ///   - previous: The data of the period before, for 上期 and 环比.
  public init(
    settings: [String: String], data: DataSet, schema: DataSchema, lastYear: DataSet? = nil,
    previous: DataSet? = nil
  ) {
    self.settings = settings
    self.schema = schema
    current = IndexedData(data, schema: schema)
    self.lastYear = lastYear.map { IndexedData($0, schema: schema) }
    self.previous = previous.map { IndexedData($0, schema: schema) }
    schemaFigures = Dictionary(
      schema.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
