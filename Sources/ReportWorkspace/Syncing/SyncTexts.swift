import ReportModel
import SectionTemplates
import SourceText
import WordDocuments

/// The texts of a merge, decoded.
struct SyncTexts {
  let raw: [UInt8]
  let edited: SourceFile
  let base: SourceFile
  private let mark: [UInt8]
  private let encoding: TextEncoding
  /// Whether the draft is a Word document.
  let isDocument: Bool

  init(
    _ report: ReportFolder, store: DraftStore, draftPath: String, _ request: DraftSync.Request
  ) throws(WorkspaceError) {
    guard LocalFiles.kind(of: draftPath) != nil || request.draftPath != nil else {
      throw WorkspaceError([SyncFault.noDraft(draftPath)])
    }
    raw = try LocalFiles.contents(of: draftPath)
    if WordReader.takes(raw) {
      isDocument = true
      mark = []
      encoding = .utf8
      (edited, base) = try Self.document(report, raw, draftPath, request)
      try Self.refuseOpenConflicts(in: edited)
      return
    }
    isDocument = false
    let file = SourceFile(name: draftPath, raw: raw, encoding: request.encoding)
    guard file.decodingFaults.isEmpty else {
      throw WorkspaceError([SyncFault.undecoded(file)], sources: [file])
    }
    mark = file.bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark : []
    encoding = file.encoding
    edited = SourceFile(
      name: draftPath, utf8: Array(file.bytes.dropFirst(mark.count)), encoding: .utf8)
    try Self.refuseOpenConflicts(in: edited)
    base = try Self.base(report, store, raw, request)
  }

  private static func refuseOpenConflicts(in edited: SourceFile) throws(WorkspaceError) {
    let marks = SyncFault.openConflicts(in: edited)
    guard marks.isEmpty else { throw WorkspaceError(marks, sources: [edited]) }
  }

  /// A Word draft's text, laid out as the text it was generated as, and that text.
  private static func document(
    _ report: ReportFolder, _ raw: [UInt8], _ path: String, _ request: DraftSync.Request
  ) throws(WorkspaceError) -> (edited: SourceFile, base: SourceFile) {
    let document: WordDocument
    do throws(WordFault) {
      document = try WordReader.read(raw, changes: request.changes)
    } catch {
      throw WorkspaceError([error.diagnostic(in: path)])
    }
    var base: SourceFile?
    if request.basePath != nil {
      base = try Self.base(report, DraftStore(folder: report.path), raw, request)
    } else if let generated = document.generated {
      base = SourceFile(name: path, utf8: generated, encoding: .utf8)
    }
    guard let base else { throw WorkspaceError([SyncFault.noBase(path)]) }
    let text = BlankLines.restored(document.bytes, like: base.bytes)
    let places = LaidOutPlaces.read(text, from: document)
    return (SourceFile(name: path, utf8: text, document: places), base)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func base(
    _ report: ReportFolder, _ store: DraftStore, _ raw: [UInt8], _ request: DraftSync.Request
  ) throws(WorkspaceError) -> SourceFile {
    var kept: (path: String, bytes: [UInt8])?
    if let path = request.basePath {
      kept = (path, try LocalFiles.contents(of: path))
    } else {
      kept = try store.base(ofDraft: raw)
    }
    guard let kept else { throw WorkspaceError([SyncFault.noBase(store.draftPath)]) }
    var file = SourceFile(name: kept.path, raw: kept.bytes, encoding: report.settings.encoding)
    if !file.decodingFaults.isEmpty { file = SourceFile(name: kept.path, raw: kept.bytes) }
    let hasMark = file.bytes.starts(with: byteOrderMark)
    return SourceFile(
      name: kept.path, utf8: Array(file.bytes.dropFirst(hasMark ? 3 : 0)), encoding: .utf8)
  }

  /// A merged text, which knows where its lines stand in the document it will be.
  func merged(_ bytes: [UInt8], with generated: Draft) -> SourceFile {
    guard isDocument else { return SourceFile(name: edited.name, utf8: bytes, encoding: .utf8) }
    if isUnchanged(bytes, generated) { return edited }
    return SourceFile(name: edited.name, utf8: bytes, document: LaidOutPlaces.written(bytes))
  }

  /// Whether a merge brought nothing new, so that a document stays as people set it.
  private func isUnchanged(_ bytes: [UInt8], _ generated: Draft) -> Bool {
    bytes == edited.bytes && base.bytes == generated.text.bytes
  }

  /// A merged text as the draft's file holds it: as a Word document, or in its encoding, with its byte
  /// order mark.
  func fileBytes(
    _ merged: SourceFile, of report: ReportFolder, _ generated: Draft
  ) throws(WorkspaceError) -> [UInt8] {
    if isDocument {
      if isUnchanged(merged.bytes, generated) { return raw }
      return try report.wordBytes(of: merged, generated: generated)
    }
    let bytes = merged.bytes
    do throws(EncodingError) {
      return try TextDecoder.encode(mark + bytes, as: encoding)
    } catch {
      let source = SourceFile(name: edited.name, utf8: bytes, encoding: .utf8)
      throw WorkspaceError(
        [SyncFault.notEncodable(source, at: max(0, error.offset - mark.count), encoding)],
        sources: [source])
    }
  }
}
