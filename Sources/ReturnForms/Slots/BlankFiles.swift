import DataFiles
import ReportModel
public import ReportWorkspace
import SourceText

/// The data files of a form with nothing filled in, for people who fill them in a text editor.
public struct BlankFiles: Sendable {
  /// The files' names and contents.
  public let files: [(name: String, bytes: [UInt8])]

  /// Blank files for what a source asks for: `figures.csv`, a file a table, `narrative.yaml`.
  ///
  /// Rows of an earlier period stand without their numbers, which are beside the cells to fill.
  public init(_ source: FormSource) {
    let content = FormContent(source)
    var files: [(String, [UInt8])] = []
    if !content.figures.isEmpty {
      files.append(("figures.csv", Self.figures(content.figures)))
    }
    for table in content.tables { files.append(("\(table.name).csv", Self.table(table))) }
    if !content.narratives.isEmpty {
      files.append(("narrative.yaml", Self.narrative(content.narratives)))
    }
    self.files = files
  }

  /// Writes the files that are not there yet into a folder.
  ///
  /// A file is there, too, where one of the same name holds the table in another form.
  ///
  /// - Parameter folder: The folder, made where it is missing.
  /// - Returns: The names of the files written, and of those that were there and stay as they are.
  /// - Throws: An error where a file cannot be written.
  public func write(
    into folder: String
  ) throws(WorkspaceError) -> (written: [String], kept: [String]) {
    var written: [String] = []
    var kept: [String] = []
    do throws(FileError) {
      try LocalFiles.makeFolder(folder)
      let there = Set(try LocalFiles.names(in: folder).map(Self.stem))
      for (name, bytes) in files {
        guard !Self.aliases(Self.stem(name)).contains(where: there.contains) else {
          kept.append(name)
          continue
        }
        try LocalFiles.write(bytes, to: "\(folder)/\(name)")
        written.append(name)
      }
    } catch {
      throw WorkspaceError(error)
    }
    return (written, kept)
  }

  private static func aliases(_ stem: String) -> [String] {
    switch stem {
    case "figures": ["figures", "指标"]
    case "narrative": ["narrative", "叙述"]
    default: [stem]
    }
  }

  private static func stem(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }

  private static func figures(_ figures: [FormContent.Figure]) -> [UInt8] {
    var csv = CSVWriter(columns: SingleFigure.fileColumns + ["上期", "上年同期"])
    for figure in figures {
      csv.row([
        figure.id, figure.label, "", figure.unit, "", "", figure.kind?.chinese ?? "", figure.asOf,
        figure.owner, "", "", figure.last, figure.lastYear,
      ])
    }
    return csv.bytes
  }

  private static func table(_ table: FormContent.Table) -> [UInt8] {
    var heads: [String] = []
    let hasLast = table.rows.contains { $0.last.contains { !$0.isEmpty } }
    let hasYear = table.rows.contains { $0.lastYear.contains { !$0.isEmpty } }
    for column in table.columns {
      heads.append(column.head)
      if column.isNumeric, hasLast { heads.append(column.name + "上期") }
      if column.isNumeric, hasYear { heads.append(column.name + "上年同期") }
    }
    var csv = CSVWriter(columns: heads + ["责任科室", "来源", "说明"])
    for row in table.rows {
      var cells: [String] = []
      for (index, column) in table.columns.enumerated() {
        cells.append(column.isNumeric ? "" : row.values[index])
        if column.isNumeric, hasLast { cells.append(row.last[index]) }
        if column.isNumeric, hasYear { cells.append(row.lastYear[index]) }
      }
      csv.row(cells + [row.owner, "", ""])
    }
    return csv.bytes
  }

  private static func narrative(_ narratives: [FormContent.Narrative]) -> [UInt8] {
    var tree = NarrativeOutline()
    for narrative in narratives { tree.add(narrative.path, "") }
    return Array("# 本期的叙述,逐条填写。列表里的一项写完,照样再加一项。\n".utf8) + tree.yaml
  }
}
