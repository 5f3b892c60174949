import ArgumentParser
import FigureWorkbook
import ReportMerge
import ReportWorkspace
import SourceText

struct DiffCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "diff",
    abstract: "Compare two texts or report folders; or a draft with its data. 比较两份文本、两期报告,或草稿与数据。",
    discussion: """
      Parts, items and sentences added, dropped, moved or reworded, and every figure with old and \
      new value, difference and change: in per cent, or in points for percentages. Figures are \
      matched by the names of their cells where a report folder is given, else by their place and \
      what they count. With one report folder, the text its data give now is compared with the draft.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, xlsx

    // The library's own way to list them is slow for a cold start.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  @Argument(help: "The old text or report folder; alone, a report folder. 旧的文本或报告文件夹。")
  var old: String

  @Argument(help: "The new text or report folder. 新的文本或报告文件夹。")
  var new: String?

  @Option(help: "How the outcome is shown: text, json or xlsx. 输出格式。")
  var format = Format.text

  @Option(name: [.customShort("o"), .long], help: "Write to this file. 写入文件。")
  var output: String?

  @Flag(help: "End with 1 where the texts differ. 有差别时以 1 退出。")
  var exitCode = false

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if format == .xlsx, output == nil {
      throw ValidationError("--format xlsx needs --output")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let (one, two) = try sides()
      for side in [one, two] { session.noteConversion(of: side.source) }
      let comparison = TextComparison(
        from: one.source, to: two.source, oldSegments: one.segments, newSegments: two.segments)
      let outcome = DiffOutcome(comparison, old: one.source, new: two.source)
      switch format {
      case .text:
        try deliver(
          DiffText(outcome, session.environment, session.language, isPlain: output != nil).bytes,
          in: &session)
      case .json: try deliver(DiffJSON(outcome).bytes, in: &session)
      case .xlsx: try writeWorkbook(outcome, in: &session)
      }
      if exitCode, !comparison.isEmpty { session.fail(1) }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private func sides() throws(WorkspaceError) -> (ComparedText, ComparedText) {
    if let new {
      return (try ComparedText(at: old, reading), try ComparedText(at: new, reading))
    }
    return try ComparedText.dataAndDraft(ofReport: old)
  }

  private func deliver(
    _ bytes: [UInt8], in session: inout CommandSession
  ) throws(WorkspaceError) {
    guard let output else { return session.print(bytes) }
    try write(bytes, to: output)
  }

  private func writeWorkbook(
    _ outcome: DiffOutcome, in session: inout CommandSession
  ) throws(WorkspaceError) {
    guard let output else { return }
    do throws(WorkbookError) {
      try FigureWorkbook.write(DiffSheets.layout(outcome, in: session.language), to: output)
    } catch {
      throw WorkspaceError(error.diagnostics)
    }
    session.note(Message(zh: "已写入 {0}", en: "wrote {0}", output))
  }
}
