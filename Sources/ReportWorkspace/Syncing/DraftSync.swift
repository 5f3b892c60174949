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

  /// Whether the draft is a Word document, which is then set anew: its old looks and comments are in
  /// the old file alone.
  public let isDocument: Bool

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
    let texts = try SyncTexts(report, store: store, draftPath: draftPath, request)
    (raw, edited) = (texts.raw, texts.edited)
    isDocument = texts.isDocument
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
    merged = texts.merged(result.bytes, with: generated)
    newBytes = try texts.fileBytes(merged, of: latest, generated)
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
      if !isDocument { try store.keepBase(newBase) }
      for file in takeover.files {
        try LocalFiles.write(file.new, to: "\(folder)/\(file.name)")
      }
      if changesDraft { try LocalFiles.write(newBytes, to: draftPath) }
      // A document holds the text it was generated as itself.
      if !isDocument { try store.pointTo(newBase) }
      return old
    } catch {
      throw WorkspaceError(error)
    }
  }
}
