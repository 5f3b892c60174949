public import ReportModel

extension FigureWorkbook {
  /// A table's worksheet.
  public struct TableSheet: Sendable {
    /// Its name.
    public let name: String
    /// The heads of its columns that are worked out from others and hold no data.
    public let derivedHeads: Set<String>
  }

  /// The worksheets that hold data: the name of the single figures', nil where there are none, and one
  /// a table, in the tables' order.
  public static func dataSheets(
    of data: DataSet, schema: DataSchema
  ) -> (figures: String?, tables: [TableSheet]) {
    let plan = WorkbookPlan(
      ReportSnapshot(
        title: "", bureau: "", period: nil, publicationTime: "", asOf: "", text: "", parts: [],
        figures: [], data: data, schema: schema, lastYear: nil, sources: []))
    return (
      data.figures.isEmpty ? nil : plan.singles,
      plan.tables.map { geometry in
        TableSheet(name: geometry.sheet, derivedHeads: Set(geometry.derived.map(\.column.head)))
      }
    )
  }
}
