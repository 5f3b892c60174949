import ArgumentParser
import FigureWorkbook
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

struct ExportCommand: BulletinCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a workbook of a report's figures. 导出报告数字的工作簿。")

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Option(
    name: [.customShort("o"), .long],
    help: "The workbook to write; by default PERIOD.xlsx in the folder. 工作簿文件。")
  var output: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      session.report(
        report.warnings + draft.diagnostics, sources: report.sources + draft.narrativeSources)
      guard session.result.exitCode == 0 else { return }
      let path =
        output ?? "\(report.path)/\(report.settings.period?.folderName ?? "report").xlsx"
      let snapshot = report.snapshot(of: draft)
      do throws(WorkbookError) {
        try FigureWorkbook.write(try FigureWorkbook.layout(snapshot), to: path)
      } catch {
        throw WorkspaceError(error.diagnostics)
      }
      session.note(Message(zh: "已写入 {0}", en: "wrote {0}", path))
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }
}
