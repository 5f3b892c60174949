import ArgumentParser
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

struct StatusCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "status",
    abstract: "Show how far a period's report is. 显示一期报告的进度。")

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder, allowsMissing: true)
      let draft = report.draft(allowsMissing: true)
      let status = try ReportStatus(of: report, draft: draft)
      let findings = try LintRun.findings(in: report, draft: draft).findings
      show(report, status, findings, in: &session)
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private func show(
    _ report: ReportFolder, _ status: ReportStatus, _ findings: [Diagnostic],
    in session: inout CommandSession
  ) {
    session.print(
      Message(
        zh: "期间:{0}", en: "period: {0}", report.settings.period?.title ?? "–"))
    session.print(
      Message(
        zh: "数据:{0} 格里填了 {1} 格", en: "data: {1} of {0} cells filled", "\(status.total)",
        "\(status.filled)"))
    for outstanding in status.outstanding { show(outstanding, in: &session) }
    for review in status.reviews { show(review, in: &session) }
    session.print(Self.stage(status.stage))
    session.print(SeverityCounts(findings).message)
    guard !status.missing.isEmpty else { return }
    session.print(
      Message(zh: "正文还缺 {0} 个值:", en: "values the text lacks: {0}", "\(status.missing.count)"))
    for path in status.missing { session.print(Message(zh: "  {0}", en: "  {0}", path)) }
  }

  private func show(_ outstanding: ReportStatus.Outstanding, in session: inout CommandSession) {
    let shown = outstanding.names.prefix(6).joined(separator: "、")
    let isCut = outstanding.names.count > 6
    session.print(
      Message(
        zh: "  {0} 未交 {1} 项:{2}{3}", en: "  {4} owes {1}: {2}{5}",
        outstanding.owner.isEmpty ? "未指明责任科室" : outstanding.owner,
        "\(outstanding.names.count)", shown, isCut ? "等" : "",
        outstanding.owner.isEmpty ? "no section named" : outstanding.owner, isCut ? "、…" : ""))
  }

  private func show(_ review: ReportStatus.Review, in session: inout CommandSession) {
    let total = review.counts.reduce(0) { $0 + $1.count }
    func list(_ blank: String) -> String {
      review.counts.map { "\($0.state.isEmpty ? blank : $0.state) \($0.count)" }
        .joined(separator: ",")
    }
    session.print(
      Message(
        zh: "{0}:{1} 项,{2}", en: "{0}: {1} entries: {3}", review.table, "\(total)", list("未填"),
        list("blank")))
  }

  private static func stage(_ stage: ReportStatus.Stage) -> Message {
    switch stage {
    case .unsaved: Message(zh: "正文:还没有存草稿", en: "text: no draft saved")
    case .saved: Message(zh: "正文:草稿已存,没有人改过", en: "text: draft saved, not edited")
    case .edited: Message(zh: "正文:草稿已有人改过", en: "text: draft edited by hand")
    case .published(let day, true):
      Message(zh: "正文:已定稿 {0}", en: "text: published {0}", day)
    case .published(let day, false):
      Message(
        zh: "正文:{0} 定稿的文件后来被改动或删去",
        en: "text: the file published on {0} was changed or removed since",
        day)
    }
  }
}
