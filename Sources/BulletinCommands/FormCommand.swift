import ArgumentParser
import ReportWorkspace
import ReturnForms
import SourceText

struct FormCommand: BulletinCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "List what a report needs, or write blank data files. 列出要填的内容,或写出空白数据文件。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json

    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  @Argument(help: "The report folder, or a template pack's name or folder. 报告文件夹或模板包。")
  var source: String

  @Option(help: "How the list is printed: text, csv or json. 输出格式。")
  var format = Format.text

  @Option(
    help: "Write blank data files into this folder, never over files that are there. 在此文件夹写空白数据文件。"
  )
  var blank: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let source = try Self.source(self.source, &session)
      if let blank {
        try write(BlankFiles(source), into: blank, &session)
        return
      }
      let listing = SlotListing(FormSlot.all(source), language: session.language)
      switch format {
      case .text: session.print(listing.text)
      case .csv: session.print(listing.csv)
      case .json: session.print(listing.json)
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  /// A report folder, or else a pack.
  static func source(
    _ name: String, _ session: inout CommandSession
  ) throws(WorkspaceError) -> FormSource {
    if ReportFolder.isReport(name) {
      let report = try ReportFolder(at: name, allowsMissing: true)
      session.report(report.warnings, sources: report.sources)
      return FormSource(report)
    }
    return FormSource(try PackFolder(name))
  }

  private func write(
    _ files: BlankFiles, into folder: String, _ session: inout CommandSession
  ) throws(WorkspaceError) {
    let target = ReportFolder.isReport(folder) ? folder + "/data" : folder
    let (written, kept) = try files.write(into: target)
    for name in written {
      session.note(Message(zh: "已写入 {0}/{1}", en: "wrote {0}/{1}", target, name))
    }
    for name in kept {
      session.note(
        Message(
          zh: "{0}/{1} 已经有了,没有动", en: "{0}/{1} is there already and stays as it is", target, name))
    }
  }
}
