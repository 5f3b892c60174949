public import ReportModel
public import SectionTemplates
public import SourceText

/// A template pack by itself, found by name or path and read, without a report.
public struct PackFolder: Sendable {
  /// The name or path it was asked for by.
  public let name: String
  /// The compiled templates.
  public let pack: TemplatePack
  /// What the pack asks of the data.
  public let schema: DataSchema
  /// The pack's files by name, `pack.yaml` among them.
  public let files: [(path: String, bytes: [UInt8])]
  /// The texts that diagnostics point into.
  public let sources: [SourceFile]

  /// Finds and reads a pack.
  ///
  /// - Parameter name: The name of a pack built into the program, or the path of a folder with
  ///   `pack.yaml`.
  /// - Throws: An error where there is no such pack, or with all faults of its files.
  public init(_ name: String) throws(WorkspaceError) {
    var name = name
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    self.name = name
    var reader = FolderReader(".", allowsMissing: true)
    let located = try PackLocator(report: ".", bureau: nil).locate(name, isUserNamed: true)
    var read = located
    reader.prepare(&read)
    schema = reader.schema(read)
    guard let pack = reader.compile(read), !reader.hasErrors else {
      throw WorkspaceError(reader.diagnostics, sources: reader.sources)
    }
    self.pack = pack
    files =
      [("pack.yaml", located.manifest.bytes)]
      + located.sections.sorted { $0.key < $1.key }.map { ($0.key, $0.value.bytes) }
    sources = reader.sources
  }

  /// All that the templates can name while nothing is filled in.
  package var context: TemplateContext {
    TemplateContext(
      settings: ReportFolder.names(ReportSettings(), BureauSettings()), data: DataSet(),
      schema: schema)
  }
}
