import ReportMerge
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

/// One side of a comparison: a text, and where its figures came from.
struct ComparedText {
  let source: SourceFile
  let segments: [SourcedText.Segment]

  /// A text file, or the text of a report folder as it stands: its draft, else what its data give.
  init(at path: String, _ reading: ReadingOptions) throws(WorkspaceError) {
    guard LocalFiles.kind(of: path) == .folder else {
      source = Self.withoutMark(try reading.source(path))
      segments = []
      return
    }
    let report = try ReportFolder(at: path, allowsMissing: true)
    let draft = try Self.draft(of: report)
    self = Self.bound(try report.currentText(draft), to: draft)
  }

  private init(_ source: SourceFile, _ segments: [SourcedText.Segment]) {
    self.source = source
    self.segments = segments
  }

  /// The text that a report's data give now, and its draft.
  static func dataAndDraft(
    ofReport path: String
  ) throws(WorkspaceError) -> (ComparedText, ComparedText) {
    let report = try ReportFolder(at: path, allowsMissing: true)
    let draft = try Self.draft(of: report)
    let name = DraftStore(folder: report.path).draftPath
    guard LocalFiles.kind(of: name) == .file else {
      throw WorkspaceError([
        Diagnostic(
          "diff-no-draft", at: .file(name),
          Message(zh: "还没有草稿“{0}”", en: "there is no draft “{0}” yet", name),
          remedy: Message(
            zh: "先运行 bulletin draft --save,或给出两份文本",
            en: "run bulletin draft --save, or name two texts"))
      ])
    }
    let generated = SourceFile(
      name: "\(report.path)/data", utf8: draft.text.bytes, encoding: .utf8)
    return (
      ComparedText(generated, draft.text.segments),
      bound(try report.currentText(draft), to: draft)
    )
  }

  private static func draft(of report: ReportFolder) throws(WorkspaceError) -> Draft {
    let draft = report.draft(allowsMissing: true)
    guard !draft.diagnostics.contains(where: { $0.severity == .error }) else {
      throw WorkspaceError(draft.diagnostics, sources: report.sources + draft.narrativeSources)
    }
    return draft
  }

  /// A text that was drafted and perhaps edited since, its figures bound to the cells of those they
  /// were generated as.
  private static func bound(_ text: SourceFile, to draft: Draft) -> ComparedText {
    let source = withoutMark(text)
    guard source.bytes != draft.text.bytes else {
      return ComparedText(source, draft.text.segments)
    }
    let generated = SourceFile(name: "", utf8: draft.text.bytes, encoding: .utf8)
    let comparison = TextComparison(
      from: generated, to: source, oldSegments: draft.text.segments)
    let segments = comparison.figures.compactMap { figure -> SourcedText.Segment? in
      guard !figure.id.isEmpty, let new = figure.new, let value = new.value else { return nil }
      let origin = ValueOrigin(file: "", line: 1, column: 1, path: figure.id)
      return SourcedText.Segment(new.range, .value([origin], Quantity(value, unit: new.unit)))
    }
    return ComparedText(source, segments)
  }

  private static func withoutMark(_ source: SourceFile) -> SourceFile {
    guard source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return source }
    return SourceFile(
      name: source.name, utf8: Array(source.bytes.dropFirst(3)), encoding: source.encoding)
  }
}
