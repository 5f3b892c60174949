public import BulletinSyntax
import DataFiles
public import ReportModel
public import SectionTemplates
public import SourceText
import YAMLNodes

/// A report folder, read: its settings, templates and data, and the data of earlier periods.
public struct ReportFolder: Sendable {
  /// The folder's path as it was given, without a slash at its end.
  public let path: String
  /// The bureau's settings with the report's own put over them.
  public let bureau: BureauSettings
  /// The report's settings.
  public let settings: ReportSettings
  /// How the text is set.
  public let format: BulletinFormat
  /// The compiled templates.
  public let pack: TemplatePack
  /// What the pack asks of the data.
  public let schema: DataSchema
  /// The report's data.
  public let data: DataSet
  /// The data of the same period a year ago, where that folder is there.
  public let lastYear: DataSet?
  /// The data of the period before, where that folder is there.
  public let previous: DataSet?
  /// What was found that does not stop the work.
  public let warnings: [Diagnostic]
  /// The texts that diagnostics point into.
  public let sources: [SourceFile]
  /// The files the report was made from.
  let files: [ReportFile]

  /// Reads a report folder with everything it refers to.
  ///
  /// - Parameters:
  ///   - path: The folder with `report.yaml`.
  ///   - allowsMissing: Whether values that the schema requires may be missing still, as in a period
  ///     that is being filled.
  /// - Throws: All faults of settings, templates and data files, with the texts they point into.
  public init(at path: String, allowsMissing: Bool = false) throws(WorkspaceError) {
    try self.init(at: path, allowsMissing: allowsMissing, replacing: [:])
  }

  /// Reads a report folder as it would be with other data files, given by their paths below it.
  init(
    at path: String, allowsMissing: Bool, replacing replacements: [String: [UInt8]]
  ) throws(WorkspaceError) {
    var reader = FolderReader(path, allowsMissing: allowsMissing, replacing: replacements)
    let root = reader.path
    try reader.requireReport()
    settings =
      reader.settings(root + "/report.yaml", as: "report.yaml") { ReportSettings(&$0) }
      ?? ReportSettings()
    let parent = LocalFiles.parent(of: root)
    let bureauFolder = LocalFiles.kind(of: parent + "/bureau.yaml") == .file ? parent : nil
    var bureau = BureauSettings()
    if let bureauFolder {
      bureau =
        reader.settings(bureauFolder + "/bureau.yaml", as: "bureau.yaml") { BureauSettings(&$0) }
        ?? bureau
    }
    self.bureau = bureau.overridden(by: settings.bureau)
    format = reader.format(self.bureau, folder: bureauFolder)
    let located = reader.pack(self.bureau.pack, bureau: bureauFolder)
    schema = reader.schema(located)
    let pack = reader.compile(located)
    data = reader.data(in: root, named: settings.dataFiles, prefix: "", schema: schema)
    lastYear = reader.earlier(settings.period?.sameOfLastYear, beside: root, schema: schema)
    previous = reader.earlier(settings.period?.previous, beside: root, schema: schema)
    guard let pack, !reader.hasErrors else {
      throw WorkspaceError(reader.diagnostics, sources: reader.sources)
    }
    self.path = root
    self.pack = pack
    warnings = reader.diagnostics
    sources = reader.sources
    files = reader.files
  }

  /// Whether a folder is a report folder.
  public static func isReport(_ path: String) -> Bool {
    LocalFiles.kind(of: path + "/report.yaml") == .file
  }

  /// The drafted text, with missing values as visible placeholders where `allowsMissing` says so.
  public func draft(allowsMissing: Bool = false) -> Draft {
    ReportDrafter.draft(
      pack, context: context, data: data, format: format, allowsMissing: allowsMissing)
  }

  /// A reader of the values in a text that was drafted from this folder and edited since.
  public func reader() -> SectionReader {
    SectionReader(pack, context: context)
  }

  /// What is wrong with the data, then with the templates; prose that is not written yet is told once,
  /// where a template asks for it.
  public func findings(of draft: Draft) -> [Diagnostic] {
    let missing = Set(
      draft.diagnostics.lazy.filter { $0.id == "template-missing-value" }
        .compactMap(\.message.arguments.first))
    let own = warnings.filter { warning in
      guard warning.id == "data-blank-narrative", let path = warning.message.arguments.first
      else { return true }
      return !missing.contains(path)
    }
    return own + draft.diagnostics
  }

  /// Warnings for figures and columns that were collected and that no template prints.
  public func unusedWarnings(_ draft: Draft) -> [Diagnostic] {
    draft.unused.map { origin in
      Diagnostic(
        "data-unused", .warning, at: place(of: origin),
        Message(
          zh: "“{0}”收集了,正文没有用到", en: "“{0}” was collected and is not used in the text", origin.path),
        remedy: Message(
          zh: "在模板里用上,或从数据里删去", en: "use it in a template, or remove it from the data"))
    }
  }

  /// A drafted text as it is written to a file: in the report's encoding, with its mark.
  ///
  /// - Throws: An error where the encoding has no place for a character.
  public func fileBytes(of draft: Draft) throws(WorkspaceError) -> [UInt8] {
    let mark: [UInt8] = settings.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    let encoding = settings.encoding ?? .utf8
    guard !mark.isEmpty || encoding != .utf8 else { return draft.text.bytes }
    do throws(EncodingError) {
      return try TextDecoder.encode(mark + draft.text.bytes, as: encoding)
    } catch {
      let source = SourceFile(name: "draft.txt", text: draft.text.text)
      let offset = max(0, error.offset - mark.count)
      throw WorkspaceError(
        [
          Diagnostic(
            "text-not-encodable", at: .text(file: "draft.txt", range: offset..<offset),
            Message(
              zh: "{0} 里没有这个字", en: "{0} has no place for this character", encoding.rawValue),
            remedy: Message(
              zh: "把 report.yaml 的编码改为 UTF-8", en: "write UTF-8 as the encoding in report.yaml"))
        ], sources: [source])
    }
  }

  /// The text as it stands: the saved draft where there is one, else what would be drafted.
  public func currentText(_ draft: Draft) throws(WorkspaceError) -> SourceFile {
    let path = DraftStore(folder: self.path).draftPath
    guard LocalFiles.kind(of: path) == .file else {
      return SourceFile(name: "\(self.path)/draft.txt", text: draft.text.text)
    }
    return SourceFile(name: path, raw: try LocalFiles.contents(of: path))
  }

  /// The text that went out: the frozen one where there is one, else the text as it stands.
  func publishedText() throws(WorkspaceError) -> SourceFile {
    let path = path + "/published.txt"
    guard LocalFiles.kind(of: path) == .file else {
      return try currentText(draft(allowsMissing: true))
    }
    return SourceFile(name: path, raw: try LocalFiles.contents(of: path))
  }

  /// The bytes of a file the report was made from, by its name below the report folder.
  func bytes(ofFile name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// The templates that lie in the report folder itself, by their path in it.
  var ownTemplates: [(path: String, bytes: [UInt8])] {
    let prefix = path + "/"
    return files.filter { $0.kind == .template && $0.name.hasPrefix(prefix + "templates/") }
      .map { (String($0.name.dropFirst(prefix.count)), $0.bytes) }
  }

  /// The names of the report's own data files, by their path below it.
  package var dataFiles: [String] { files.filter { $0.kind == .data }.map(\.name) }

  /// The bytes of a data file, as they were when the report was read.
  ///
  /// - Throws: An error where the report has no such file.
  package func bytes(of name: String) throws(WorkspaceError) -> [UInt8] {
    guard let file = files.first(where: { $0.kind == .data && $0.name == name }) else {
      throw WorkspaceError(FileError(path: name, reason: .notFound))
    }
    return file.bytes
  }

  private func place(of origin: ValueOrigin) -> DiagnosticPlace {
    if let sheet = origin.sheet {
      return .cell(
        file: origin.file, sheet: sheet,
        reference: ValueOrigin.letters(origin.column) + String(origin.line))
    }
    guard let source = sources.first(where: { $0.name == origin.file }),
      let offset = LineTable(source.bytes).offset(
        of: TextPosition(line: origin.line, column: origin.column))
    else { return .file(origin.file) }
    return .text(file: origin.file, range: offset..<offset)
  }

  /// All that the templates can name.
  package var context: TemplateContext {
    TemplateContext(
      settings: Self.names(settings, bureau), data: data, schema: schema,
      lastYear: lastYear, previous: previous)
  }

  /// The settings by the names templates call them.
  package var settingNames: [String: String] { Self.names(settings, bureau) }

  /// What templates call the settings, and what they are; empty ones are missing.
  static func names(_ settings: ReportSettings, _ bureau: BureauSettings) -> [String: String] {
    var names: [String: String] = [
      "单位": bureau.name, "name": bureau.name,
      "来源": bureau.source.isEmpty ? bureau.name : bureau.source,
      "截至": settings.asOf, "as_of": settings.asOf,
      "标题": settings.title, "title": settings.title,
      "发布.时间": settings.publicationTime, "publication.time": settings.publicationTime,
    ]
    let organ =
      settings.publicationOrgan.isEmpty ? bureau.publisher : settings.publicationOrgan
    names["发布.机关"] = organ
    names["publication.organ"] = organ
    names["source"] = names["来源"]
    names["期间"] = settings.period?.title ?? ""
    names["period"] = names["期间"]
    names["年"] = settings.period.map { String($0.year) } ?? ""
    names["year"] = names["年"]
    return names
  }
}
