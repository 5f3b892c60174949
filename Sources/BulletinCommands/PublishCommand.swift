import ArgumentParser
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

struct PublishCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "publish",
    abstract: "Freeze what a report puts out: text, hash, day. 定稿:留存公布的文本、校验值和日期。",
    discussion: """
      The text is linted first: one with errors is not frozen, unless --allow-errors is given.
      定稿之前先校对,有错误就不定稿;确要定稿,加 --allow-errors。
      """)

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Option(help: "The day of publication, as 2023-07-25; by default today. 公布日期。")
  var date: String?

  @Option(
    help: "The Word document that goes out with it; its text must be the same. 一并定稿的 Word 文稿。")
  var document: String?

  @Flag(
    help:
      "With --document: take out comments, tracked changes, hidden text and names. 清除批注、修订、隐藏文字和姓名。"
  )
  var strip = false

  @Flag(help: "Freeze the text though lint finds errors in it. 校对有错误也定稿。")
  var allowErrors = false

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if strip, document == nil { throw ValidationError("--strip needs --document") }
    if let date, CalendarDay(date) == nil {
      throw ValidationError("no such day: \(date); write it as 2023-07-25")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      let published = try Publication(
        of: report, draft: draft, day: date ?? session.environment.today)
      if !published.isFrozen {
        guard try isFit(report, draft, in: &session) else { return }
      }
      try published.freeze()
      session.note(
        Message(
          zh: "已定稿 {0}({2}),校验值 {1}", en: "frozen as {0} on {2}, SHA-256 {1}", published.path,
          published.hash, published.day))
      if let document {
        let frozen = try PublishedDocument(document, of: folder, strips: strip)
        session.note(
          Message(
            zh: "Word 文稿定稿为 {0},清除 {1} 处",
            en: "the document is frozen as {0}; {1} traces taken out",
            frozen.path, "\(frozen.strippedTraces)"))
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  /// Whether the text may go out: errors that lint finds are shown and refuse it, lesser findings are
  /// counted.
  private func isFit(
    _ report: ReportFolder, _ draft: Draft, in session: inout CommandSession
  ) throws(WorkspaceError) -> Bool {
    let result = try LintRun.findings(in: report, draft: draft)
    guard !result.findings.isEmpty else { return true }
    let errors = result.findings.filter { $0.severity == .error }
    if !errors.isEmpty, !allowErrors {
      session.report(errors, sources: [result.source] + result.otherSources)
      session.note(
        Message(
          zh: "没有定稿:先改正以上错误,或在 .bulletin-lint.yaml 里写明理由;确要定稿,加 --allow-errors",
          en:
            "not frozen: mend these, or accept them with a reason in .bulletin-lint.yaml; --allow-errors freezes the text as it is"
        ))
      return false
    }
    session.note(SeverityCounts(result.findings).message)
    return true
  }
}
