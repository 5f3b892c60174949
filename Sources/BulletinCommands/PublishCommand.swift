import ArgumentParser
import ReportModel
import ReportWorkspace
import SourceText

struct PublishCommand: BulletinCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Freeze what a report puts out: text, hash, day. 定稿:留存公布的文本、校验值和日期。")

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
      let published = try Publication(of: report, day: date ?? session.environment.today)
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
}
