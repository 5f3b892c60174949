import ReportModel
import SectionTemplates
import SourceText

/// What a report put out: the text, frozen, with its hash and day.
public struct Publication: Sendable {
  /// The frozen text's path.
  public let path: String
  /// The SHA-256 of its bytes.
  public let hash: String

  /// Freezes a report's text as `published.txt`.
  ///
  /// The text is the saved draft, or what is drafted now. Publishing the same text again changes
  /// nothing; another text under the same name is refused.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - day: The day, as `2023-07-25`.
  /// - Throws: An error where values are missing, another text was published already, or a file
  ///   cannot be written.
  public init(of report: ReportFolder, day: String) throws(WorkspaceError) {
    let draft = report.draft()
    guard !draft.diagnostics.contains(where: { $0.severity == .error }) else {
      throw WorkspaceError(draft.diagnostics, sources: report.sources + draft.narrativeSources)
    }
    path = report.path + "/published.txt"
    let store = DraftStore(folder: report.path)
    do throws(FileError) {
      let bytes =
        LocalFiles.kind(of: store.draftPath) == .file
        ? try LocalFiles.read(store.draftPath) : draft.text.bytes
      hash = ContentHash.sha256(bytes)
      if LocalFiles.kind(of: path) != nil {
        guard try LocalFiles.read(path) == bytes else {
          throw FileError(path: path, reason: .exists)
        }
        return
      }
      try LocalFiles.write(bytes, to: path)
      try LocalFiles.makeFolder(report.path + "/.bulletin")
      let record = "文件: published.txt\n校验值: \(hash)\n日期: \(day)\n"
      try LocalFiles.write(Array(record.utf8), to: report.path + "/.bulletin/published.yaml")
    } catch {
      throw WorkspaceError(error)
    }
  }
}
