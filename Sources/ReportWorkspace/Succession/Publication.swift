import ReportModel
public import SectionTemplates
import SourceText
import YAMLNodes

/// What a report puts out: the text, to be frozen with its hash and day.
public struct Publication: Sendable {
  /// The frozen text's path.
  public let path: String
  /// The SHA-256 of its bytes.
  public let hash: String
  /// The day it is frozen on, or was before, as `2023-07-25`.
  public let day: String
  /// Whether the text was frozen before; its day stays.
  public let isFrozen: Bool
  private let bytes: [UInt8]
  private let folder: String

  /// Makes a report's text ready to be frozen; nothing is written yet.
  ///
  /// The text is the saved draft, or what is drafted now. One that was frozen already, the same byte
  /// for byte, is ready again; another under the same name is refused.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - draft: What is drafted of it now.
  ///   - today: The day, as `2023-07-25`.
  /// - Throws: An error where values are missing, another text was published already, or a file
  ///   cannot be read.
  public init(
    of report: ReportFolder, draft: Draft, day today: String
  ) throws(WorkspaceError) {
    bytes = try Self.text(of: report, draft)
    folder = report.path
    path = report.path + "/published.txt"
    hash = ContentHash.sha256(bytes)
    if let record = try Self.record(of: report.path) {
      guard record.hash == hash, record.isIntact else {
        throw WorkspaceError([Self.differs(path, record)])
      }
      day = record.day
      isFrozen = true
      return
    }
    day = today
    isFrozen = false
    do throws(FileError) {
      if LocalFiles.kind(of: path) != nil, try LocalFiles.read(path) != bytes {
        throw FileError(path: path, reason: .exists)
      }
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Writes the text as `published.txt`, and its hash and day beside; where that was done before,
  /// nothing changes.
  ///
  /// - Throws: An error where a file cannot be written.
  public func freeze() throws(WorkspaceError) {
    guard !isFrozen else { return }
    do throws(FileError) {
      try LocalFiles.write(bytes, to: path)
      try LocalFiles.makeFolder(folder + "/.bulletin")
      let record = "文件: published.txt\n校验值: \(hash)\n日期: \(day)\n"
      try LocalFiles.write(Array(record.utf8), to: Self.recordPath(folder))
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// What was recorded of a folder's publication.
  struct Record {
    let hash: String
    let day: String
    /// Whether the frozen file is still the text that was recorded.
    let isIntact: Bool
  }

  /// The record of a folder; nil where nothing was published.
  static func record(of folder: String) throws(WorkspaceError) -> Record? {
    let path = folder + "/published.txt"
    guard LocalFiles.kind(of: recordPath(folder)) == .file else {
      // A frozen text without its record counts, though nobody can tell whether it was changed.
      guard LocalFiles.kind(of: path) == .file else { return nil }
      let hash = ContentHash.sha256(try LocalFiles.contents(of: path))
      return Record(hash: hash, day: "", isIntact: true)
    }
    let source = SourceFile(
      name: "published.yaml", raw: try LocalFiles.contents(of: recordPath(folder)))
    var hash = ""
    var day = ""
    if case .mapping(let entries)? = YAMLReader.read(source).root?.content {
      for entry in entries {
        guard case .scalar(let text, _) = entry.value.content else { continue }
        if entry.key == "校验值" { hash = text }
        if entry.key == "日期" { day = text }
      }
    }
    let frozen = LocalFiles.kind(of: path) == .file ? try LocalFiles.contents(of: path) : nil
    return Record(
      hash: hash, day: day, isIntact: frozen.map { ContentHash.sha256($0) == hash } ?? false)
  }

  /// The saved draft, or what is drafted now, without any gap.
  private static func text(of report: ReportFolder, _ draft: Draft) throws(WorkspaceError)
    -> [UInt8]
  {
    let store = DraftStore(folder: report.path)
    guard LocalFiles.kind(of: store.draftPath) == .file else {
      guard !draft.diagnostics.contains(where: { $0.severity == .error }) else {
        throw WorkspaceError(
          draft.diagnostics, sources: report.sources + draft.narrativeSources)
      }
      return try report.fileBytes(of: draft)
    }
    let saved = try LocalFiles.contents(of: store.draftPath)
    let source = SourceFile(name: store.draftPath, raw: saved)
    let mark = Array("〔待填".utf8)
    if let first = source.bytes.indices.first(where: { source.bytes[$0...].starts(with: mark) }) {
      throw WorkspaceError(
        [
          Diagnostic(
            "publish-gap", at: .text(file: source.name, range: first..<first + mark.count),
            Message(zh: "草稿里还有没填的地方", en: "the draft has a value that is still to come"),
            remedy: Message(
              zh: "填好后再定稿;bulletin status 列出缺哪些", en: "fill it in first; bulletin status lists them"
            ))
        ], sources: [source])
    }
    return saved
  }

  private static func recordPath(_ folder: String) -> String {
    folder + "/.bulletin/published.yaml"
  }

  private static func differs(_ path: String, _ record: Record) -> Diagnostic {
    Diagnostic(
      "publish-differs", at: .file(path),
      record.isIntact
        ? Message(
          zh: "{0} 已定稿,现在的正文与它不同", en: "a text was frozen on {0}; the present one differs",
          record.day)
        : Message(
          zh: "{0} 定稿的文件后来被改动或删去", en: "the file frozen on {0} was changed or removed since",
          record.day),
      remedy: Message(
        zh: "定稿不改写;确要重新公布,先把 published.txt 和 .bulletin/published.yaml 改名留存",
        en:
          "a frozen text is not rewritten; to publish anew, first rename published.txt and .bulletin/published.yaml"
      ),
      notes: [
        Diagnostic.Note(
          Message(zh: "定稿的校验值是 {0}", en: "the frozen text's SHA-256 is {0}", record.hash))
      ])
  }
}
