import ArgumentParser
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

struct DraftCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "draft",
    abstract: "Draft a report's text from its templates and data. 按模板和数据起草正文。")

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Option(
    name: [.customShort("o"), .long],
    help: "Write to this file; a Word document where it ends in .docx. 写入文件;以 .docx 结尾则写成 Word 文稿。")
  var output: String?

  @Flag(help: "Save as draft.txt in the folder, unless it was edited. 存为文件夹里的 draft.txt。")
  var save = false

  @Flag(
    help: "Print 〔待填：…〕 for missing values and list them. 缺的值印成〔待填：…〕并列出。")
  var allowMissing = false

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if save, output != nil {
      throw ValidationError("--save and --output exclude each other")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder, allowsMissing: allowMissing)
      let draft = report.draft(allowsMissing: allowMissing)
      session.report(
        report.findings(of: draft) + report.unusedWarnings(draft),
        sources: report.sources + draft.narrativeSources)
      guard session.result.exitCode == 0 else { return }
      let isWord = output.map(ReportFolder.isWordName) ?? false
      let bytes = try isWord ? report.wordBytes(of: draft) : report.fileBytes(of: draft)
      listPlaceholders(draft.placeholders, in: &session)
      if save {
        let path = try DraftStore(folder: folder).save(bytes)
        session.note(Message(zh: "已存为 {0}", en: "saved as {0}", path))
      } else if let output {
        try write(bytes, to: output)
      } else {
        session.print(bytes)
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private func listPlaceholders(_ paths: [String], in session: inout CommandSession) {
    guard !paths.isEmpty else { return }
    session.note(
      Message(zh: "待填 {0} 处:", en: "{0} values to fill in:", "\(paths.count)"))
    for path in paths { session.note(Message(zh: "  {0}", en: "  {0}", path)) }
  }
}

extension BulletinCommand {
  /// Writes a result to a file, its failure as a workspace error.
  func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    do throws(FileError) {
      try LocalFiles.write(bytes, to: path)
    } catch {
      throw WorkspaceError(error)
    }
  }
}
