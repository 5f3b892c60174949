public import ReportModel

extension FigureWorkbook {
  /// The names of the worksheets that hold data: the single figures', nil where there are none, and one
  /// a table, in the tables' order.
  public static func dataSheets(of data: DataSet) -> (figures: String?, tables: [String]) {
    let plan = WorkbookPlan(
      ReportSnapshot(
        title: "", bureau: "", period: nil, publicationTime: "", asOf: "", text: "", parts: [],
        figures: [], data: data, lastYear: nil, sources: []))
    return (data.figures.isEmpty ? nil : plan.singles, plan.tables.map(\.sheet))
  }
}
