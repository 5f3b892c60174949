import ArgumentParser
import ReportLint
import SectionTemplates
import SourceText

struct ExplainCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "explain",
    abstract:
      "Explain a rule of the linter or a template function, or list them. 解释一条校对规则或一个模板函数,或列出全部。",
    discussion: """
      Without an argument the rules are listed, with `functions` (函数) the filters and functions of \
      templates. 不带参数列出校对规则,写 functions(函数)列出模板的过滤器和函数。
      """)

  @Argument(
    help:
      "A rule's id or name, such as STR003; a function's name, such as 约; or functions. 规则编号、函数名,或 functions。"
  )
  var name: String?

  @Flag(help: "Explain every rule. 解释全部规则。")
  var all = false

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  @Option(help: "How --all is printed: text or markdown. 全部规则的输出格式。")
  var format = Format.text

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    if all {
      session.print(Array(allPages(session.language).utf8))
      return
    }
    guard let name else {
      session.print(Array(RulePage.list(RuleCatalogue.descriptions, in: session.language).utf8))
      return
    }
    if name == "functions" || name == "函数" {
      session.print(Array(FunctionPage.list(in: session.language).utf8))
    } else if let rule = RuleCatalogue.description(of: name) {
      session.print(Array(RulePage.text(of: rule, in: session.language).utf8))
    } else if let function = FunctionDescription.named(name) {
      session.print(Array(FunctionPage.text(of: function, in: session.language).utf8))
    } else {
      session.report([Self.unknown(name)], sources: [], code: 2)
    }
  }

  private static func unknown(_ name: String) -> Diagnostic {
    let rules = RuleCatalogue.descriptions.flatMap { [$0.id, $0.name] }
    let functions = FunctionDescription.all.flatMap { [$0.chineseName, $0.englishName] }
    let nearest =
      NearestNames.of(name.uppercased(), in: rules) + NearestNames.of(name, in: functions)
    return Diagnostic(
      "unknown-rule", at: .file("explain"),
      Message(
        zh: "没有规则或函数“{0}”", en: "there is no rule or function “{0}”", VisibleText.escape(name)),
      remedy: nearest.isEmpty
        ? Message(
          zh: "不带参数运行 explain 可列出全部规则,explain functions 列出全部函数",
          en: "run explain for the list of rules, explain functions for that of functions")
        : Message(zh: "是不是:{0}", en: "did you mean: {0}", nearest.joined(separator: "、")))
  }

  func validate() throws {
    if all, name != nil { throw ValidationError("--all explains every rule; name none") }
    if format == .markdown, !all { throw ValidationError("--format markdown needs --all") }
  }

  private func allPages(_ language: MessageLanguage) -> String {
    let rules = RuleCatalogue.descriptions
    return switch format {
    case .markdown: RulePage.markdown(rules, in: language)
    case .text: rules.map { RulePage.text(of: $0, in: language) }.joined(separator: "\n")
    }
  }
}
