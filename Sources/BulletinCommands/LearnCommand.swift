import ArgumentParser
import ReportWorkspace
import SourceText

struct LearnCommand: BulletinCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Turn a published text into a report folder that prints it again. 由公布稿建立报告文件夹。")

  @Argument(help: "The published text. 公布的文本。")
  var text: String

  @Argument(help: "The folder to make; it must not exist or be empty. 要建立的文件夹。")
  var folder: String

  @Option(help: "The encoding of the text, instead of recognising it. 指定编码。")
  var encoding: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws { try TextInputs.validate(encoding: encoding) }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let source = try TextInputs.source(text, encoding: encoding)
      let learned = try LearnedReport(source)
      try NewFolder.write(learned.files.map { ($0.path, $0.bytes) }, into: folder)
      session.note(
        Message(
          zh: "已建立 {0}:{1} 个数字存入 data/figures.csv,{2} 个留在模板文字里",
          en: "made {0}: {1} figures are in data/figures.csv, {2} stay words of the templates",
          folder, "\(learned.boundFigures)", "\(learned.literalFigures)"))
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }
}
