import ArgumentParser
import ReportModel
import ReportWorkspace
import ReturnForms
import SourceText

struct NewCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "new",
    abstract: "Start a bureau's folder from a template pack. 由模板包建立一个单位的文件夹。",
    discussion: """
      The folder gets bureau.yaml and one period with report.yaml and blank data files; what is to be \
      filled in, “bulletin form” lists, and “bulletin draft --allow-missing” prints the text with its \
      gaps. A pack built into the program is named in bureau.yaml; one given by its folder, and any \
      with --copy-templates, is copied to templates/. Nothing that is there is replaced.
      """)

  @Argument(help: "The template pack: a name or a folder. 模板包的名称或文件夹。")
  var pack: String

  @Argument(help: "The folder to make. 要建立的文件夹。")
  var folder: String

  @Option(help: "The first period; by default the half-year of today. 第一期,默认是今天所在的半年。")
  var period: String?

  @Option(help: "The bureau's full name; by default the folder's. 单位全称,默认用文件夹名。")
  var name: String?

  @Option(help: "The report's title, where it is not the pack's. 报告标题。")
  var title: String?

  @Flag(help: "Copy the templates, to change them. 复制模板,以便修改。")
  var copyTemplates = false

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if let period, Period(period) == nil {
      throw ValidationError("unknown period \(period); write 2023H2, 2023 or 2023Q4")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let source = try PackFolder(pack)
      let first =
        period.flatMap { Period($0) } ?? Period.halfYear(of: session.environment.today)
        ?? Period("2000H1")
      guard let first else { return }
      let isPath = LocalFiles.kind(of: source.name) == .folder
      let bureau = NewBureau(
        source, name: name ?? lastPart, period: first, title: title ?? "",
        copiesTemplates: copyTemplates || isPath)
      try NewFolder.write(bureau.files, into: folder)
      session.note(
        Message(
          zh: "已建立 {0};要填的内容见 bulletin form {0}/{1}",
          en: "made {0}; “bulletin form {0}/{1}” lists what to fill in", folder, bureau.periodFolder
        ))
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private var lastPart: String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }
}
