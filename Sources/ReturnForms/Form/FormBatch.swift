import DataFiles
import ReportModel
public import ReportWorkspace
import SourceText
import XLSXWriter

/// A form a school or section: who gets one, and what each holds.
public struct FormBatch: Sendable {
  /// A form of the batch.
  public struct Entry: Sendable {
    /// The file's name.
    public let fileName: String
    /// Who fills it in.
    public let unit: String
    let content: FormContent
    /// The same for forms of the same content.
    let variant: Int
  }

  /// The forms, in the order of the list.
  public let entries: [Entry]
  private let source: FormSource

  /// A form for each section that is responsible for something; what nobody is responsible for makes
  /// up a form of its own, narratives included.
  public init(eachSectionOf source: FormSource) {
    self.source = source
    let content = FormContent(source)
    var names = FileNames()
    var entries: [Entry] = []
    for owner in content.owners + [""] {
      var part = content.only(owner: owner)
      if owner.isEmpty { part.narratives = content.narratives }
      guard !part.isEmpty else { continue }
      let unit = owner.isEmpty ? "未指明责任科室" : owner
      entries.append(
        Entry(
          fileName: names.allocate(unit), unit: unit, content: part, variant: entries.count))
    }
    self.entries = entries
  }

  /// A form for each row of a list of schools.
  ///
  /// The first column names the school and the file. A column 责任科室 limits a form to what that section
  /// is responsible for; any column with the name of a table's column limits the table to the rows
  /// that hold the school's value there.
  ///
  /// - Parameters:
  ///   - list: The list's name and bytes: CSV, TSV or a workbook.
  ///   - source: What is asked for.
  /// - Throws: An error with what is wrong with the list.
  public init(
    list: (name: String, bytes: [UInt8]), of source: FormSource
  ) throws(WorkspaceError) {
    self.source = source
    let input = DataInput(name: list.name, raw: list.bytes)
    let (data, diagnostics) = DataFileReader.read([input])
    var sources: [SourceFile] = []
    if case .text(let file) = input { sources.append(file) }
    guard let table = data.tables.first,
      !diagnostics.contains(where: { $0.severity == .error })
    else {
      throw WorkspaceError(
        diagnostics.isEmpty ? [Self.notAList(list.name)] : diagnostics, sources: sources)
    }
    let content = FormContent(source)
    var names = FileNames()
    let limiting = table.columns.map(\.name).enumerated().filter { _, name in
      name == RemarkColumn.owner || content.hasColumn(name)
    }
    var parts: [FormContent] = []
    var variants: [[String]: Int] = [:]
    entries = table.rows.map { row in
      let unit = row.first?.value.fileText ?? ""
      let values = limiting.map { row[$0.offset].value.fileText }
      let variant = variants[values] ?? parts.count
      if variant == parts.count {
        variants[values] = variant
        parts.append(content.only(zip(limiting.map(\.element), values)))
      }
      return Entry(
        fileName: names.allocate(unit), unit: unit, content: parts[variant], variant: variant)
    }
  }

  /// Writes the forms into a folder; no form there is replaced, for somebody may have filled it in.
  ///
  /// - Parameter folder: The folder, made where it is missing.
  /// - Returns: The paths of the forms, in order.
  /// - Throws: An error where a file of that name is there, or one cannot be written.
  public func write(into folder: String) throws(WorkspaceError) -> [String] {
    let paths = entries.map { "\(folder)/\($0.fileName)" }
    do throws(FileError) {
      try LocalFiles.makeFolder(folder)
      for path in paths where LocalFiles.kind(of: path) != nil {
        throw FileError(path: path, reason: .exists)
      }
    } catch {
      throw WorkspaceError(error)
    }
    let shared = Dictionary(grouping: entries, by: \.variant).filter { $0.value.count > 1 }
    var series: [Int: WorkbookSeries] = [:]
    for (entry, path) in zip(entries, paths) {
      guard shared[entry.variant] != nil, WorkbookSeries.accepts(entry.unit) else {
        try FormWriter.write(layout(entry.content, entry.unit), to: path, isOneOfMany: true)
        continue
      }
      if series[entry.variant] == nil {
        series[entry.variant] = try FormWriter.series(
          layout(entry.content, WorkbookSeries.placeholder), at: path)
      }
      if let known = series[entry.variant] {
        try FormWriter.write(known, for: entry.unit, to: path)
      }
    }
    // Once for all: waiting for the disk after each form takes longer than writing it.
    DiskSync.files(paths, in: folder)
    return paths
  }

  private func layout(_ content: FormContent, _ unit: String) -> FormLayout {
    FormMaker.layout(content, FormMaker.Header(source, unit: unit))
  }

  private static func notAList(_ name: String) -> Diagnostic {
    Diagnostic(
      "form-list-empty", at: .file(name),
      Message(zh: "“{0}”里没有名单", en: "“{0}” holds no list", name),
      remedy: Message(
        zh: "第一列写学校或单位的名称,第一行是列名", en: "name a school a row in the first column, under a head"))
  }
}

extension FormContent {
  /// The content that a school's values in some columns leave of it.
  fileprivate func only(_ limits: some Sequence<(String, String)>) -> FormContent {
    limits.reduce(self) { part, limit in
      let (name, value) = limit
      guard !value.isEmpty else { return part }
      return name == RemarkColumn.owner
        ? part.only(owner: value) : part.only(rowsWith: value, in: name)
    }
  }

  /// Whether there is nothing to fill in.
  var isEmpty: Bool {
    figures.isEmpty && narratives.isEmpty && tables.allSatisfy { $0.rows.isEmpty }
  }
}

/// Gives each form a file name that every system takes and no other form has.
private struct FileNames {
  private var taken: Set<String> = []

  mutating func allocate(_ wanted: String) -> String {
    var clean = ""
    for scalar in wanted.unicodeScalars {
      let isBad =
        scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
      clean.unicodeScalars.append(isBad ? "_" : scalar)
    }
    while let last = clean.last, last == "." || last == " " { clean.removeLast() }
    while clean.first == "." || clean.first == " " { clean.removeFirst() }
    // A name holds 255 bytes.
    while clean.utf8.count > 200 { clean.unicodeScalars.removeLast() }
    if clean.isEmpty { clean = "表" }
    var name = clean
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(clean)(\(number))"
      number += 1
    }
    return name + ".xlsx"
  }
}
