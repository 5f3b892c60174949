import ReportModel
public import ReportWorkspace
import SourceText
import XLSXWriter

/// A slip that goes back with a form: what is wrong with it, cell by cell, in words for a school.
public struct ReturnSlip: Sendable {
  /// A line of the slip.
  public struct Item: Sendable, Hashable {
    /// The form's file.
    public let file: String
    /// The sheet; empty for a fault of the whole file.
    public let sheet: String
    /// The cell: `D5`; empty for a fault of the whole file.
    public let cell: String
    /// The row's own text.
    public let row: String
    /// What the cell holds.
    public let found: String
    /// What is wrong with it.
    public let problem: String
    /// What to do.
    public let remedy: String
    /// Whether it must be mended; otherwise it is for notice.
    public let isFault: Bool
  }

  /// The lines, in the order of the files and of the places in them.
  public let items: [Item]

  private init(items: [Item]) {
    self.items = items
  }

  /// A slip of what is wrong with some workbooks, and where they contradict each other.
  public init(_ outcome: FormImport) {
    var items = outcome.files.flatMap { file in
      file.diagnostics.map { Self.item($0, in: file) }
    }
    for conflict in outcome.conflicts {
      let file = outcome.files.first { $0.name == conflict.place.file } ?? outcome.files.first
      if let file { items.append(Self.item(conflict, in: file)) }
    }
    self.items = items
  }

  private static func item(_ diagnostic: Diagnostic, in file: ReturnedFile) -> Item {
    var (sheet, cell) = ("", "")
    if case .cell(_, let name, let reference) = diagnostic.place {
      (sheet, cell) = (name, reference)
    }
    return Item(
      file: file.name, sheet: sheet, cell: cell,
      row: diagnostic.rowText ?? "",
      found: file.text(ofCell: cell, in: sheet), problem: diagnostic.message.text(in: .zh),
      remedy: diagnostic.remedy?.text(in: .zh) ?? "", isFault: diagnostic.severity == .error)
  }

  private static let heads = ["序号", "文件", "工作表", "单元格", "本行", "填的是", "问题", "怎么改", "是否必改"]
  private static let widths: [ClosedRange<Double>] = [
    6...8, 14...30, 10...18, 8...10, 14...40, 8...24, 20...44, 20...44, 9...10,
  ]

  /// Writes the slip as a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to make or replace.
  ///   - title: What stands above it.
  /// - Throws: An error where it cannot be written.
  public func write(to path: String, title: String) throws(WorkspaceError) {
    try FormWriter.write(layout(title), to: path)
  }

  /// Writes a slip for each file that has faults, named after it.
  ///
  /// - Parameters:
  ///   - folder: The folder, which is made where it is missing.
  ///   - title: What stands above each.
  /// - Returns: How many were written.
  /// - Throws: An error where one cannot be written.
  public func writeEach(into folder: String, title: String) throws(WorkspaceError) -> Int {
    do throws(FileError) {
      try LocalFiles.makeFolder(folder)
    } catch {
      throw WorkspaceError(error)
    }
    var order: [String] = []
    var slips: [String: [Item]] = [:]
    for item in items {
      if slips[item.file] == nil { order.append(item.file) }
      slips[item.file, default: []].append(item)
    }
    var taken: Set<String> = []
    for file in order {
      guard let items = slips[file], items.contains(where: \.isFault) else { continue }
      let name = Self.stem(file)
      var path = "\(folder)/退回单-\(name).xlsx"
      // Schools in folders of their own may name their forms alike.
      var count = 1
      while !taken.insert(path).inserted {
        count += 1
        path = "\(folder)/退回单-\(name)-\(count).xlsx"
      }
      try ReturnSlip(items: items).write(to: path, title: "\(title):\(name)")
    }
    return taken.count
  }

  private func layout(_ title: String) -> FormLayout {
    var layout = FormLayout(title: title, company: "", created: 946_684_800)
    var sheet = FormLayout.Sheet(name: "退回单")
    sheet.rows = [
      [FormLayout.Cell(title, .title)],
      [FormLayout.Cell("请按下面逐条改过,存好后再交一次。单元格写的是列和行,如 D5 是 D 列第 5 行。", .subtitle)],
      Self.heads.map { FormLayout.Cell($0, .head) },
    ]
    for (index, item) in items.enumerated() {
      sheet.rows.append([
        FormLayout.Cell(.number(.init(index + 1)), .number),
        FormLayout.Cell(Self.lastPart(item.file), .label), FormLayout.Cell(item.sheet, .label),
        FormLayout.Cell(item.cell, .label),
        FormLayout.Cell(Self.shortened(item.row), .label),
        FormLayout.Cell(item.found, .label), FormLayout.Cell(item.problem, .label),
        FormLayout.Cell(item.remedy, .label), FormLayout.Cell(item.isFault ? "必改" : "提示", .label),
      ])
    }
    sheet.widths = Self.heads.indices.map { column in
      FormWidth.of(
        sheet.rows.dropFirst(2).compactMap { $0[column]?.text }, within: Self.widths[column])
    }
    for (row, cells) in sheet.rows.enumerated().dropFirst(3) {
      sheet.heights[row] = cells.enumerated().map { column, cell in
        FormWidth.height(of: cell?.text ?? "", width: sheet.widths[column])
      }.max()
    }
    sheet.heights[0] = 28
    sheet.headRow = 2
    sheet.frozen = (3, 0)
    layout.sheets = [sheet]
    return layout
  }

  /// The first cells of a row, which name it; the whole of it is in the form.
  private static func shortened(_ row: String) -> String {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
    guard cells.count > 4 else { return row }
    return cells.prefix(3).joined(separator: "|") + "| …"
  }

  private static func stem(_ path: String) -> String {
    let name = lastPart(path)
    return name.lowercased().hasSuffix(".xlsx") ? String(name.dropLast(5)) : name
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
