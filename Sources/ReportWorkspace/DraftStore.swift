import ReportModel
import SourceText

/// Keeps a report's draft: `draft.txt`, and under `.bulletin/` the text it was generated as.
///
/// The base's name is its hash. A draft that differs from every base was edited by hand and is never
/// overwritten but by what it was merged into, and then kept beside.
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
            zh: "用 bulletin sync 把新数据并进去;或用 -o 写到另一个文件",
            en: "bring the new data into it with bulletin sync, or write to another file with -o"))
      ])
    }
    do throws(FileError) {
      try keepBase(bytes)
      try LocalFiles.write(bytes, to: draftPath)
      try pointTo(bytes)
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
      return old != bytes && !isBase(old)
    } catch {
      throw WorkspaceError(error)
    }
  }

  // MARK: Bases

  /// The text that a draft was generated as, before people edited it.
  ///
  /// It is the draft itself where nobody edited it, else the text generated last.
  ///
  /// - Returns: Its path and bytes; nil where none is kept.
  /// - Throws: An error where a file cannot be read, or the text kept is damaged.
  func base(ofDraft draft: [UInt8]) throws(WorkspaceError) -> (path: String, bytes: [UInt8])? {
    if isBase(draft) { return (basePath(of: draft), draft) }
    do throws(FileError) {
      guard let name = try currentBase() else { return nil }
      let path = "\(folder)/.bulletin/\(name).txt"
      let bytes = try LocalFiles.read(path)
      guard ContentHash.sha256(bytes) == name else { throw FileError(path: path, reason: .damaged) }
      return (path, bytes)
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// The hash of the text generated last; of the newest one kept, where that was not written down.
  private func currentBase() throws(FileError) -> String? {
    if LocalFiles.kind(of: pointerPath) == .file {
      let name = String(decoding: try LocalFiles.read(pointerPath), as: UTF8.self).trimmedBlanks
      if LocalFiles.kind(of: "\(folder)/.bulletin/\(name).txt") == .file { return name }
    }
    guard LocalFiles.kind(of: folder + "/.bulletin") == .folder else { return nil }
    let names = try LocalFiles.names(in: folder + "/.bulletin").filter { name in
      name.utf8.count == 68 && name.hasSuffix(".txt")
    }
    let newest = names.max { one, two in
      let times = [one, two].map { LocalFiles.modificationTime(of: "\(folder)/.bulletin/\($0)") }
      return (times[0] ?? 0) < (times[1] ?? 0)
    }
    return newest.map { String($0.dropLast(4)) }
  }

  func isBase(_ bytes: [UInt8]) -> Bool {
    LocalFiles.kind(of: basePath(of: bytes)) == .file
  }

  /// Keeps a generated text; it is not yet the one that edits count from.
  func keepBase(_ bytes: [UInt8]) throws(FileError) {
    try LocalFiles.makeFolder(folder + "/.bulletin")
    let path = basePath(of: bytes)
    if LocalFiles.kind(of: path) != .file { try LocalFiles.write(bytes, to: path) }
  }

  /// Writes down which kept text the draft's edits count from.
  ///
  /// To be done after the draft is written: should the program be stopped in between, edits count
  /// from the older text, and what was merged already is found on both sides.
  func pointTo(_ bytes: [UInt8]) throws(FileError) {
    try LocalFiles.write(Array((ContentHash.sha256(bytes) + "\n").utf8), to: pointerPath)
  }

  private var pointerPath: String { folder + "/.bulletin/base" }

  private func basePath(of bytes: [UInt8]) -> String {
    "\(folder)/.bulletin/\(ContentHash.sha256(bytes)).txt"
  }

  // MARK: Old drafts

  /// Keeps an edited draft beside itself under a name of its own, and tells the path.
  ///
  /// `draft.old.txt`, then `draft.old.2.txt` and so on; one that is there with the same bytes serves.
  static func keepOld(_ bytes: [UInt8], of path: String) throws(FileError) -> String {
    var stem = path
    var ending = ""
    if let point = path.lastIndex(of: "."), !path[point...].contains("/") {
      stem = String(path[..<point])
      ending = String(path[point...])
    }
    var number = 1
    while true {
      let name = stem + (number == 1 ? ".old" : ".old.\(number)") + ending
      if LocalFiles.kind(of: name) == nil {
        try LocalFiles.write(bytes, to: name)
        return name
      }
      if LocalFiles.kind(of: name) == .file, try LocalFiles.read(name) == bytes { return name }
      number += 1
    }
  }
}
