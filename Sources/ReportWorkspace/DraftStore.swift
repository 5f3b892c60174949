import SourceText

/// Keeps a report's draft: `draft.txt`, and under `.bulletin/` the text it was generated as.
///
/// The base's name is its hash. A draft that differs from every base was edited by hand and is never
/// overwritten.
public struct DraftStore: Sendable {
  private let folder: String

  /// The store of a report folder.
  public init(folder: String) {
    self.folder = folder
  }

  /// The draft's path.
  public var draftPath: String { folder + "/draft.txt" }

  /// Writes a generated text as the draft, and keeps it as the base of later edits.
  ///
  /// - Returns: The draft's path.
  /// - Throws: An error where the draft was edited, or a file cannot be written.
  public func save(_ bytes: [UInt8]) throws(WorkspaceError) -> String {
    if try isEdited(bytes) {
      throw WorkspaceError([
        Diagnostic(
          "draft-edited", at: .file(draftPath),
          Message(
            zh: "“{0}”已被人改过,没有覆盖", en: "“{0}” was edited by hand and is not overwritten",
            draftPath),
          remedy: Message(
            zh: "用 -o 写到另一个文件;或先把它改名", en: "write to another file with -o, or rename it first"))
      ])
    }
    do throws(FileError) {
      try LocalFiles.makeFolder(folder + "/.bulletin")
      try LocalFiles.write(bytes, to: basePath(of: bytes))
      try LocalFiles.write(bytes, to: draftPath)
      return draftPath
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Whether the draft there is neither `bytes` nor any text that was generated before.
  func isEdited(_ bytes: [UInt8]) throws(WorkspaceError) -> Bool {
    guard LocalFiles.kind(of: draftPath) != nil else { return false }
    do throws(FileError) {
      let old = try LocalFiles.read(draftPath)
      return old != bytes && LocalFiles.kind(of: basePath(of: old)) == nil
    } catch {
      throw WorkspaceError(error)
    }
  }

  private func basePath(of bytes: [UInt8]) -> String {
    "\(folder)/.bulletin/\(ContentHash.sha256(bytes)).txt"
  }
}
