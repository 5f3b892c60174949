import ArgumentParser
import ReportModel
import ReportWorkspace
import SourceText

struct NextCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "next",
    abstract: "Make the following period's folder from a report. 由一期报告建立下一期的文件夹。")

  @Argument(help: "The report folder to start from. 从哪一期开始。")
  var folder: String

  @Option(
    help: "The period to make, such as 2024H1 or 2024年上半年; by default the one that follows. 目标期间。")
  var to: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if let to, Period(to) == nil {
      throw ValidationError("unknown period \(to); write 2023H2, 2023 or 2023Q4")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder, allowsMissing: true)
      session.report(report.warnings, sources: report.sources)
      let next = try NextPeriod(after: report, to: to.flatMap { Period($0) })
      try NewFolder.write(next.files, into: next.folder)
      session.note(
        Message(
          zh: "已建立 {0}:待填 {1} 项,见 {0}/待办.txt",
          en: "made {0}: {1} values to collect, see {0}/待办.txt",
          next.folder, "\(next.valueCount)"))
      if next.doubtfulCount > 0 {
        session.note(
          Message(
            zh: "另有 {0} 项本期可能没有,在说明里注明",
            en: "{0} more may have no value in the period; they are marked",
            "\(next.doubtfulCount)"))
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }
}
