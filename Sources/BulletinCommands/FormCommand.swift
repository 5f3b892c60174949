import ArgumentParser
import ReportWorkspace
import ReturnForms
import SourceText

struct FormCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
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
    name: [.customShort("o"), .long],
    help:
      "Write a return form, a workbook to fill in; with --each or --each-section, a folder of them. 写出填报表(工作簿);分发时写到文件夹。"
  )
  var output: String?

  @Option(help: "A form for each school of this list (CSV or XLSX, names first). 按名单每校一份。")
  var each: String?

  @Flag(help: "A form for each responsible section. 每个责任科室一份。")
  var eachSection = false

  @Option(
    help: "Write blank data files into this folder, never over files that are there. 在此文件夹写空白数据文件。"
  )
  var blank: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if each != nil || eachSection, output == nil {
      throw ValidationError("--each and --each-section need -o FOLDER")
    }
    if each != nil, eachSection {
      throw ValidationError("--each and --each-section exclude each other")
    }
    if output != nil, blank != nil { throw ValidationError("-o and --blank exclude each other") }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let source = try Self.source(self.source, &session)
      if let blank {
        try write(BlankFiles(source), into: blank, &session)
        return
      }
      if let output {
        try write(source, to: output, &session)
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
    _ source: FormSource, to output: String, _ session: inout CommandSession
  ) throws(WorkspaceError) {
    if let batch = try batch(source) {
      let paths = try batch.write(into: output)
      session.note(
        Message(zh: "已在 {0} 写出 {1} 份填报表", en: "wrote {1} forms into {0}", output, "\(paths.count)"))
      return
    }
    guard LocalFiles.kind(of: output) == nil else {
      throw WorkspaceError(FileError(path: output, reason: .exists))
    }
    let layout = FormMaker.layout(FormContent(source), FormMaker.Header(source))
    try FormWriter.write(layout, to: output)
    session.note(Message(zh: "已写入 {0}", en: "wrote {0}", output))
  }

  private func batch(_ source: FormSource) throws(WorkspaceError) -> FormBatch? {
    if eachSection { return FormBatch(eachSectionOf: source) }
    guard let each else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try LocalFiles.read(each)
    } catch {
      throw WorkspaceError(error)
    }
    return try FormBatch(list: (each, bytes), of: source)
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
