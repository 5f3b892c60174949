public import ReportModel
import SourceText

/// The values that a whole name, `资助.幼儿园.金额`, may mean.
///
/// Made once for many names: it holds all of them.
public struct CorrectionTargets: Sendable {
  private let figures: Set<String>
  private var cells: [String: (table: String, row: String, column: String)] = [:]

  /// The values of a data set.
  public init(_ data: DataSet) {
    figures = Set(data.figures.map(\.id))
    for table in data.tables {
      for row in table.rows.indices {
        guard let key = table.key(ofRow: row) else { continue }
        for column in table.columns where column.isNumeric {
          cells["\(table.name).\(key).\(column.name)"] = (table.name, key, column.name)
        }
      }
    }
  }

  /// The table, row and column that a name means; nil where the data have none of that name.
  func target(ofPath path: String) -> (table: String, row: String, column: String)? {
    if figures.contains(path) { return (DataCorrections.figures, path, "数值") }
    return cells[path]
  }

  func nearest(to path: String) -> [String] {
    NearestNames.of(path, in: (Array(figures) + cells.keys).sorted())
  }
}
