import DataFiles
import ReportModel
public import ReportWorkspace
public import SourceText
import YAMLNodes

/// What an import writes: whole files, made before any is written.
public struct ChangePlan: Sendable {
  /// A file to write.
  public struct File: Sendable {
    /// Its path below the report folder.
    public let name: String
    /// Its new bytes.
    public let bytes: [UInt8]
  }

  /// The files, corrections last.
  public let files: [File]
  /// The changes that stand in `data/更正.csv`, because their file is not edited.
  public let corrected: [FormChange]

  private let folder: String

  /// Makes the files that hold a report's data with changes in them.
  ///
  /// CSV and TSV files keep their encoding, byte order mark, line ends, order of columns, and every cell
  /// that is not changed, byte for byte; so does a YAML narrative. What stands in other files is
  /// overridden in `data/更正.csv`.
  ///
  /// - Parameters:
  ///   - changes: The changes, each cell once.
  ///   - report: The report.
  /// - Throws: An error where a file cannot be read, or has no place for a character.
  public init(_ changes: [FormChange], in report: ReportFolder) throws(WorkspaceError) {
    var planner = ChangePlanner(report)
    try planner.add(changes)
    files = planner.files
    corrected = planner.corrected
    folder = report.path
  }

  /// What would be wrong with the data once the files are written, and is not now: sums that no longer
  /// agree, above all.
  ///
  /// - Parameter report: The report the plan was made for.
  /// - Returns: The errors, and the new texts they point into.
  public func newFaults(in report: ReportFolder) -> (faults: [Diagnostic], sources: [SourceFile]) {
    var contents = Dictionary(
      report.dataFiles.compactMap { name in (try? report.bytes(of: name)).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let before = Set(Self.faults(contents, report.schema).faults.map(\.message))
    for file in files { contents[file.name] = file.bytes }
    let after = Self.faults(contents, report.schema)
    return (after.faults.filter { !before.contains($0.message) }, after.sources)
  }

  /// The errors of data files, save those of what is not there yet.
  private static func faults(
    _ contents: [String: [UInt8]], _ schema: DataSchema
  ) -> (faults: [Diagnostic], sources: [SourceFile]) {
    let missing: Set<String> = ["data-blank-required", "data-missing-figure", "data-missing-table"]
    let inputs = contents.sorted { $0.key < $1.key }
      .map { DataInput(name: $0.key, raw: $0.value) }
    let sources = inputs.compactMap { input in
      if case .text(let file) = input { file } else { nil }
    }
    let faults = DataFileReader.read(inputs, schema: schema).diagnostics
    return (faults.filter { $0.severity == .error && !missing.contains($0.id) }, sources)
  }

  /// Writes the files, each whole or not at all.
  ///
  /// - Throws: An error at the first that cannot be written; those before it are.
  public func write() throws(WorkspaceError) {
    do throws(FileError) {
      for file in files {
        let path = "\(folder)/\(file.name)"
        try LocalFiles.makeFolder(LocalFiles.parent(of: path))
        try LocalFiles.write(file.bytes, to: path)
      }
    } catch {
      throw WorkspaceError(error)
    }
  }
}
