public import ReportMerge
import ReportModel
public import SectionTemplates
public import SourceText
public import WordDocuments

/// New data brought into a draft that people have edited.
///
/// The text last generated is the base; what people changed since is kept, what only the data
/// changed is updated. Nothing is written before ``write()``.
public struct DraftSync: Sendable {
  /// What is to be done.
  public struct Request: Sendable {
    /// The edited draft; nil for the one in the report folder.
    public var draftPath: String?
    /// The text the draft was generated as; nil for the one that was kept.
    public var basePath: String?
    /// The draft's encoding; nil to recognise it.
    public var encoding: TextEncoding?
    /// Which side of a Word draft's tracked changes is what people wrote.
    public var changes = WordDocument.Changes.accepted
    /// Whether missing values become placeholders.
    public var allowsMissing = false
    /// Whether numbers typed by hand are written back to the data.
    public var takesDraft = false
    /// Whether conflicts stand in the text.
    public var marksConflicts = false

    /// The usual: the folder's own draft, nothing taken, nothing marked.
    public init() {}
  }

  /// The draft's path.
  public let draftPath: String
  /// The edited draft, without a byte order mark.
  public let edited: SourceFile
  /// The merged text, without a byte order mark.
  public let merged: SourceFile
  /// What the merge did.
  public let result: ThreeWayMerge.Result
  /// The numbers written back to the data.
  public let takeover: DraftTakeover
  /// The newly generated text the draft was merged with.
  public let generated: Draft
  /// Whether the draft changes.
  public var changesDraft: Bool { raw != newBytes }

  private let store: DraftStore
  private let folder: String
  private let raw: [UInt8]
  private let newBytes: [UInt8]
  private let newBase: [UInt8]

  /// Merges; the cost is near linear in the texts.
  ///
  /// - Parameters:
  ///   - report: The report, read.
  ///   - draft: Its text as the data give it now, without faults.
  ///   - request: What is to be done.
  /// - Throws: An error where there is no draft or no base, the draft holds conflicts or does not
  ///   decode, or with the values taken the data would be faulty.
  public init(
    _ report: ReportFolder, _ draft: Draft, _ request: Request
  ) throws(WorkspaceError) {
    folder = report.path
    store = DraftStore(folder: folder)
    draftPath = request.draftPath ?? store.draftPath
    let opened = try SyncTexts(report, store: store, draftPath: draftPath, request)
    (raw, edited) = (opened.raw, opened.edited)
    let texts = opened
    func merge(_ draft: Draft, _ style: ThreeWayMerge.ConflictStyle) -> ThreeWayMerge.Result {
      ThreeWayMerge.merge(
        base: texts.base, mine: texts.edited,
        theirs: SourceFile(name: "draft.txt", utf8: draft.text.bytes, encoding: .utf8),
        theirsSegments: draft.text.segments, style: style)
    }
    let style: ThreeWayMerge.ConflictStyle = request.marksConflicts ? .markBoth : .keepDraft
    var result = merge(draft, style)
    var generated = draft
    var latest = report
    var takeover = DraftTakeover(nothingFrom: report, allowsMissing: request.allowsMissing)
    if request.takesDraft {
      takeover = try DraftTakeover(
        from: result, of: report, allowsMissing: request.allowsMissing,
        merge: { merge($0, .keepDraft) })
      if !takeover.files.isEmpty {
        latest = try ReportFolder(
          at: report.path, allowsMissing: request.allowsMissing,
          replacing: Dictionary(
            takeover.files.map { ($0.name, $0.new) }, uniquingKeysWith: { $1 }))
        generated = latest.draft(allowsMissing: request.allowsMissing)
        result = merge(generated, style)
      }
    }
    self.result = result
    self.takeover = takeover
    self.generated = generated
    newBase = try latest.fileBytes(of: generated)
    merged = SourceFile(name: draftPath, utf8: result.bytes, encoding: .utf8)
    newBytes = try texts.encoded(result.bytes)
  }

  /// The difference that the draft and the data files take, as a patch in UTF-8.
  public var patch: [UInt8] {
    var patch: [UInt8] = []
    for file in takeover.files {
      patch += UnifiedDiff.bytes(
        from: SourceFile(name: "", raw: file.old ?? []).bytes,
        to: SourceFile(name: "", raw: file.new).bytes, name: "\(folder)/\(file.name)")
    }
    return patch + UnifiedDiff.bytes(from: edited.bytes, to: merged.bytes, name: draftPath)
  }

  /// Writes data files, draft and base, each whole or not at all; the old draft is kept beside.
  ///
  /// Stopped at any moment, the draft is the old one or the new one, and running again brings the
  /// rest about.
  ///
  /// - Returns: The path of the old draft; nil where the draft does not change.
  /// - Throws: An error where a file cannot be written, or the draft was changed meanwhile.
  public func write() throws(WorkspaceError) -> String? {
    do throws(FileError) {
      guard try LocalFiles.read(draftPath) == raw else {
        throw FileError(path: draftPath, reason: .changed)
      }
      let old = changesDraft ? try DraftStore.keepOld(raw, of: draftPath) : nil
      try store.keepBase(newBase)
      for file in takeover.files {
        try LocalFiles.write(file.new, to: "\(folder)/\(file.name)")
      }
      if changesDraft { try LocalFiles.write(newBytes, to: draftPath) }
      try store.pointTo(newBase)
      return old
    } catch {
      throw WorkspaceError(error)
    }
  }
}

/// The texts of a merge, decoded.
private struct SyncTexts {
  let raw: [UInt8]
  let edited: SourceFile
  let base: SourceFile
  private let mark: [UInt8]
  private let encoding: TextEncoding

  init(
    _ report: ReportFolder, store: DraftStore, draftPath: String, _ request: DraftSync.Request
  ) throws(WorkspaceError) {
    guard LocalFiles.kind(of: draftPath) != nil || request.draftPath != nil else {
      throw WorkspaceError([SyncFault.noDraft(draftPath)])
    }
    do throws(FileError) {
      raw = try LocalFiles.read(draftPath)
    } catch {
      throw WorkspaceError(error)
    }
    let file = SourceFile(name: draftPath, raw: raw, encoding: request.encoding)
    guard file.decodingFaults.isEmpty else {
      throw WorkspaceError([SyncFault.undecoded(file)], sources: [file])
    }
    mark = file.bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark : []
    encoding = file.encoding
    edited = SourceFile(
      name: draftPath, utf8: Array(file.bytes.dropFirst(mark.count)), encoding: .utf8)
    let marks = SyncFault.openConflicts(in: edited)
    guard marks.isEmpty else { throw WorkspaceError(marks, sources: [edited]) }
    base = try Self.base(report, store, raw, request)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func base(
    _ report: ReportFolder, _ store: DraftStore, _ raw: [UInt8], _ request: DraftSync.Request
  ) throws(WorkspaceError) -> SourceFile {
    var kept: (path: String, bytes: [UInt8])?
    if let path = request.basePath {
      do throws(FileError) {
        kept = (path, try LocalFiles.read(path))
      } catch {
        throw WorkspaceError(error)
      }
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

  /// A merged text as the draft's file holds it: in its encoding, with its byte order mark.
  func encoded(_ bytes: [UInt8]) throws(WorkspaceError) -> [UInt8] {
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
