import ArgumentParser
import ReportModel
import ReportWorkspace
import ReturnForms
import SourceText

struct ImportCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "import",
    abstract: "Take filled forms, or an edited workbook, back into the data. 把填好的表或改过的工作簿收回数据文件。",
    discussion: """
      Forms that “bulletin form” wrote and workbooks that “bulletin export” wrote are told apart by a \
      document property. All faults of all files are found in one run; with a fault, or where two \
      files differ on a cell, nothing is written. CSV and TSV files keep their encoding, line ends, \
      order of columns and every cell that is not changed; what stands in other files is \
      overridden by data/更正.csv. A blank cell of a form changes nothing; a blank cell of a \
      workbook empties the value.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json

    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Argument(help: "Filled forms, workbooks, or folders of them. 填好的表、工作簿,或放表的文件夹。")
  var files: [String]

  @Flag(
    name: [.customShort("n"), .long], help: "Show what would change, and write nothing. 只显示,不写。")
  var dryRun = false

  @Flag(help: "Take the sound files where others are faulty. 有错的表不收,其余照收。")
  var skipFaulty = false

  @Option(
    name: .customLong("return"),
    help:
      "Write a workbook that shows schools their faults, or into a folder one for each school. 把问题写成退回单;给出文件夹则每校一份。"
  )
  var slip: String?

  @Option(help: "How changes are printed: text or json. 输出格式。")
  var format = Format.text

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  private func write(
    _ slips: ReturnSlip, to path: String, _ title: String, in session: inout CommandSession
  ) throws(WorkspaceError) {
    if path.lowercased().hasSuffix(".xlsx"), LocalFiles.kind(of: path) != .folder {
      try slips.write(to: path, title: title)
      session.note(Message(zh: "退回单已写入 {0}", en: "wrote the return slip {0}", path))
    } else {
      let count = try slips.writeEach(into: path, title: title)
      session.note(
        Message(
          zh: "{0} 份退回单已写入 {1},每个填报单位一份",
          en: "wrote {0} return slips into {1}, one for each school", "\(count)", path))
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder, allowsMissing: true)
      let outcome = FormImport(try workbooks(), into: report, skipsFaulty: skipFaulty)
      session.report(
        outcome.files.flatMap(\.diagnostics) + outcome.conflicts, sources: report.sources)
      if let slip, !ReturnSlip(outcome).items.isEmpty {
        let period = report.settings.period?.title ?? ""
        try write(ReturnSlip(outcome), to: slip, "\(period)数据填报退回单", in: &session)
      }
      let isSound = outcome.isSound(skipsFaulty: skipFaulty)
      var plan = isSound ? try ChangePlan(outcome.changes, in: report) : nil
      if let made = plan, !made.files.isEmpty {
        let found = made.newFaults(in: report)
        session.report(found.faults, sources: found.sources)
        if !found.faults.isEmpty { plan = nil }
      }
      let writes = !dryRun && plan?.files.isEmpty == false
      if writes { try plan?.write() }
      show(outcome, plan, isWritten: writes, in: &session)
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private func show(
    _ outcome: FormImport, _ plan: ChangePlan?, isWritten: Bool, in session: inout CommandSession
  ) {
    let listing = ImportListing(outcome, plan, language: session.language)
    if format == .json {
      session.print(listing.json(isWritten: isWritten))
      return
    }
    session.print(listing.text)
    session.note(
      Message(
        zh: "表 {0} 份,改动 {1} 处", en: "{0} file(s), {1} change(s)", "\(outcome.files.count)",
        "\(outcome.changes.count)"))
    guard let plan else {
      session.note(Message(zh: "有问题,什么也没有写", en: "there are faults; nothing was written"))
      return
    }
    for file in plan.files {
      session.note(
        isWritten
          ? Message(zh: "已写入 {0}", en: "wrote {0}", file.name)
          : Message(zh: "将写入 {0}", en: "would write {0}", file.name))
    }
    if !plan.corrected.isEmpty {
      session.note(
        Message(
          zh: "其中 {0} 处的数据文件不能直接改,记在 data/更正.csv",
          en: "{0} of them stand in data/更正.csv, for their files are not edited",
          "\(plan.corrected.count)"))
    }
  }

  /// The files named, and the workbooks in the folders named.
  private func workbooks() throws(WorkspaceError) -> [(name: String, bytes: [UInt8])] {
    do throws(FileError) {
      var paths: [String] = []
      for file in files {
        guard LocalFiles.kind(of: file) == .folder else {
          paths.append(file)
          continue
        }
        // `~$` begins the name of the file that marks a workbook as open.
        let names = try LocalFiles.names(in: file)
          .filter { $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~$") }
        guard !names.isEmpty else { throw FileError(path: file + "/*.xlsx", reason: .notFound) }
        paths += names.map { file.hasSuffix("/") ? file + $0 : "\(file)/\($0)" }
      }
      var workbooks: [(name: String, bytes: [UInt8])] = []
      for path in paths { workbooks.append((path, try LocalFiles.read(path))) }
      return workbooks
    } catch {
      throw WorkspaceError(error)
    }
  }
}
