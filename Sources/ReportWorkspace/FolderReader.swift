import BulletinSyntax
import DataFiles
import ReportModel
import SectionTemplates
import SourceText
import YAMLNodes

/// Reads the files of a report folder, collecting all faults and all texts.
struct FolderReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [SourceFile] = []
  private(set) var files: [ReportFile] = []

  private let allowsMissing: Bool
  /// Data files of the report, by their path below its folder, read in place of those on the disk.
  private let replacements: [String: [UInt8]]

  init(_ path: String, allowsMissing: Bool, replacing replacements: [String: [UInt8]] = [:]) {
    self.allowsMissing = allowsMissing
    self.replacements = replacements
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Makes sure that there is a report folder at all.
  func requireReport() throws(WorkspaceError) {
    switch LocalFiles.kind(of: path) {
    case nil: throw WorkspaceError(FileError(path: path, reason: .notFound))
    case .file: throw WorkspaceError(FileError(path: path, reason: .notFolder))
    case .folder: break
    }
    guard ReportFolder.isReport(path) else {
      throw WorkspaceError([
        Diagnostic(
          "report-no-settings", at: .file(path),
          Message(
            zh: "“{0}”里没有 report.yaml,不是报告文件夹",
            en: "“{0}” has no report.yaml: it is no report folder",
            path),
          remedy: Message(
            zh: "给出某一期的文件夹,如 Samples/zhijiang-education/2023H1",
            en: "name the folder of one period, such as Samples/zhijiang-education/2023H1"))
      ])
    }
  }

  /// Reads a settings file through `body`; nil after a fault.
  mutating func settings<Value>(
    _ file: String, as name: String, _ body: (inout YAMLFields) -> Value
  ) -> Value? {
    guard let source = source(file, as: name, kind: .settings) else { return nil }
    let read = YAMLReader.read(source)
    diagnostics += read.diagnostics
    guard let root = read.root else { return nil }
    return YAMLFields.read(root, in: name, into: &diagnostics, body)
  }

  /// The text format that the settings name; the usual one after a fault.
  mutating func format(_ bureau: BureauSettings, folder: String?) -> BulletinFormat {
    let reference = FormatReference(bureau.format)
    switch reference {
    case .builtIn(let format): return format
    case .file(let name, let isInside):
      guard isInside else { break }
      let path = name.hasPrefix("/") ? name : "\(folder ?? self.path)/\(name)"
      guard let source = source(path, as: name, kind: .settings) else { return .bulletin }
      let read = YAMLReader.read(source)
      diagnostics += read.diagnostics
      guard let root = read.root else { return .bulletin }
      return BulletinFormat(root, in: name, into: &diagnostics)
    case .unknown: break
    }
    diagnostics.append(reference.fault(at: bureau.formatPlace ?? .file("report.yaml")))
    return .bulletin
  }

  /// Finds the pack.
  mutating func pack(_ name: String, bureau: String?) -> PackFiles? {
    do throws(WorkspaceError) {
      var located = try PackLocator(report: path, bureau: bureau).locate(name)
      prepare(&located)
      return located
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// Reads a pack's manifest and notes its files.
  mutating func prepare(_ located: inout PackFiles) {
    located.read = YAMLReader.read(located.manifest)
    for source in [located.manifest] + located.sections.values {
      note(source, kind: .template, raw: source.bytes)
    }
  }

  /// What the pack asks of the data.
  mutating func schema(_ located: PackFiles?) -> DataSchema {
    guard let located, let root = located.read?.root else { return DataSchema() }
    return YAMLFields.read(root, in: located.manifest.name, into: &diagnostics) { fields in
      // The members about the text are read when the templates are compiled.
      _ = fields.allMembers()
      return DataSchema(from: &fields)
    }
  }

  /// The compiled pack; nil after a fault.
  mutating func compile(_ located: PackFiles?) -> TemplatePack? {
    guard let located else { return nil }
    do throws(DiagnosticError) {
      let pack = try TemplatePack(
        located.manifest, sections: located.sections, manifest: located.read)
      sources += pack.sources.filter { source in !sources.contains { $0.name == source.name } }
      return pack
    } catch {
      // Faults of the manifest's syntax were reported when its schema was read.
      diagnostics += error.diagnostics.filter { !diagnostics.contains($0) }
      return nil
    }
  }

  /// The data files of a folder, judged by the schema.
  mutating func data(
    in folder: String, named names: [String], prefix: String, schema: DataSchema
  ) -> DataSet {
    var inputs: [DataInput] = []
    let replacements = prefix.isEmpty ? replacements : [:]
    for name in dataNames(in: folder, named: names, replacements) {
      let shown = "\(prefix)data/\(name)"
      guard let raw = replacements[shown] ?? bytes("\(folder)/data/\(name)", as: shown) else {
        continue
      }
      let input = DataInput(name: shown, raw: raw)
      inputs.append(input)
      note(input, raw: raw, isOwn: prefix.isEmpty)
    }
    let (data, faults) = DataFileReader.read(inputs, schema: schema)
    diagnostics += faults.filter { fault in
      !(allowsMissing && Self.missingFaults.contains(fault.id))
        && (prefix.isEmpty || fault.id != "data-corrected")
    }
    return data
  }

  /// Faults of data that are not there yet.
  private static let missingFaults: Set<String> = [
    "data-blank-required", "data-missing-figure", "data-missing-table", "data-blank-narrative",
    "data-no-rows",
  ]

  /// The data of an earlier period, where its folder stands beside this one.
  mutating func earlier(_ period: Period?, beside root: String, schema: DataSchema) -> DataSet? {
    guard let period else { return nil }
    let parent = LocalFiles.parent(of: root)
    let folder = "\(parent)/\(period.folderName)"
    guard ReportFolder.isReport(folder) else { return nil }
    // What an earlier period lacks is no fault of this one.
    var lenient = schema
    for table in lenient.tables.indices {
      lenient.tables[table].isRequired = false
      for column in lenient.tables[table].columns.indices {
        lenient.tables[table].columns[column].value.isRequired = false
      }
    }
    for figure in lenient.figures.indices { lenient.figures[figure].value.isRequired = false }
    return data(
      in: folder, named: [], prefix: "../\(period.folderName)/", schema: lenient)
  }

  /// The data files to read: those named, else all; the corrections always.
  private mutating func dataNames(
    in folder: String, named names: [String], _ replacements: [String: [UInt8]]
  ) -> [String] {
    var all = names.isEmpty ? dataNames(in: folder) : names
    let corrections = DataCorrections.file
    let name = String(corrections.dropFirst("data/".count))
    if !all.contains(name),
      replacements[corrections] != nil || LocalFiles.kind(of: "\(folder)/\(corrections)") == .file
    {
      all.append(name)
    }
    return all
  }

  private mutating func dataNames(in folder: String) -> [String] {
    guard LocalFiles.kind(of: folder + "/data") == .folder else { return [] }
    do throws(FileError) {
      return try LocalFiles.names(in: folder + "/data").filter { name in
        [".csv", ".tsv", ".yaml", ".yml", ".json", ".xlsx"].contains { name.hasSuffix($0) }
      }
    } catch {
      diagnostics.append(error.diagnostic)
      return []
    }
  }

  private mutating func source(
    _ file: String, as name: String, kind: ReportSnapshot.Source.Kind
  ) -> SourceFile? {
    guard let raw = bytes(file, as: name) else { return nil }
    let source = SourceFile(name: name, raw: raw)
    note(source, kind: kind, raw: raw)
    return source
  }

  private mutating func bytes(_ file: String, as name: String) -> [UInt8]? {
    do throws(FileError) {
      return try LocalFiles.read(file)
    } catch {
      diagnostics.append(FileError(path: name, reason: error.reason).diagnostic)
      return nil
    }
  }

  private mutating func note(
    _ source: SourceFile, kind: ReportSnapshot.Source.Kind, raw: [UInt8]
  ) {
    sources.append(source)
    files.append(
      ReportFile(name: source.name, kind: kind, bytes: raw, encoding: source.encoding.rawValue))
  }

  private mutating func note(_ input: DataInput, raw: [UInt8], isOwn: Bool) {
    switch input {
    case .text(let source):
      if isOwn { note(source, kind: .data, raw: raw) } else { sources.append(source) }
    case .workbook(let name, _):
      guard isOwn else { return }
      files.append(ReportFile(name: name, kind: .data, bytes: raw, encoding: "XLSX"))
    }
  }
}
