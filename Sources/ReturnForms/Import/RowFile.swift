import DataFiles
import ReportModel
import SourceText

/// Data files that are not there yet, made of what was filled in.
enum RowFile {
  /// A table's file: its own columns, then the others that something was filled in for.
  static func table(_ changes: [FormChange], columns: [FormContent.Column]) -> [UInt8] {
    let cells = changes.compactMap { change -> (row: String, column: String, text: String)? in
      guard case .cell(_, let row, let column) = change.target else { return nil }
      return (row, column, change.new)
    }
    return write(
      cells, columns: columns.map(\.name), heads: columns.map(\.head), key: columns.first?.name)
  }

  /// The file of single figures.
  static func figures(_ changes: [FormChange]) -> [UInt8] {
    let fields = SingleFigure.fileColumns
    let cells = changes.compactMap { change -> (row: String, column: String, text: String)? in
      guard case .figure(let id, let field) = change.target else { return nil }
      return (id, field, change.new)
    }
    return write(cells, columns: fields, heads: fields, key: "指标")
  }

  private static func write(
    _ cells: [(row: String, column: String, text: String)], columns: [String], heads: [String],
    key: String?
  ) -> [UInt8] {
    let others = cells.map(\.column).filter { !columns.contains($0) }.unique
    let places = Dictionary(
      (columns + others).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var csv = CSVWriter(columns: heads + others)
    let byRow = Dictionary(grouping: cells) { $0.row }
    for row in cells.map(\.row).unique {
      var texts = Array(repeating: "", count: columns.count + others.count)
      if let key, let place = places[key] { texts[place] = row }
      for cell in byRow[row] ?? [] {
        if let place = places[cell.column] { texts[place] = cell.text }
      }
      csv.row(texts)
    }
    return csv.bytes
  }
}
