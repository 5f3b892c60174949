import DataFiles
import ReportModel
import ReportWorkspace
import SourceText

/// The file `data/补正.csv`, with new corrections in it.
struct CorrectionFile {
  private static let name = "data/\(DataCorrections.fileName)"
  private let report: ReportFolder

  init(_ report: ReportFolder) {
    self.report = report
  }

  /// The file with changes added; one of a cell that is corrected already replaces its value.
  ///
  /// - Throws: An error where the file that is there cannot be read.
  func file(adding changes: [FormChange]) throws(WorkspaceError) -> ChangePlan.File {
    guard report.dataFiles.contains(Self.name) else {
      var csv = CSVWriter(columns: DataCorrections.columns)
      for change in changes { csv.row(Self.cells(change)) }
      return ChangePlan.File(name: Self.name, bytes: csv.bytes)
    }
    let source = SourceFile(name: Self.name, raw: try report.bytes(of: Self.name))
    var document = CSVDocument(source, isTabbed: false)
    let headRow = document.headRow(with: Array(DataCorrections.columns.prefix(4))) ?? 0
    let heads = document.texts(ofRow: headRow)
    let places = DataCorrections.columns.map { heads.firstIndex(of: $0) }
    var rows: [[String]: Int] = [:]
    for row in headRow + 1..<max(document.rowCount, headRow + 1) {
      let texts = document.texts(ofRow: row)
      rows[places.prefix(3).map { place in place.map { texts[$0] } ?? "" }] = row
    }
    for change in changes {
      let cells = Self.cells(change)
      if let row = rows[Array(cells.prefix(3))], let value = places[3] {
        document.set(cells[3], row: row, column: value)
        if let origin = places[6] { document.set(cells[6], row: row, column: origin) }
        continue
      }
      var row = Array(repeating: "", count: heads.count)
      for (cell, place) in zip(cells, places) {
        if let place { row[place] = cell }
      }
      document.add(row: row)
    }
    return ChangePlan.File(
      name: Self.name, bytes: try encoded(document.text(headRow: headRow), like: source))
  }

  private static func cells(_ change: FormChange) -> [String] {
    let (table, row, column): (String, String, String) =
      switch change.target {
      case .figure(let id, let field): (DataCorrections.figures, id, field)
      case .cell(let table, let row, let column): (table, row, column)
      case .narrative(let path): (DataCorrections.narrative, path, "内容")
      }
    return [
      table, row, column, change.new, change.old,
      change.isAddition ? DataCorrections.addition : "", change.place.place, "",
    ]
  }
}
