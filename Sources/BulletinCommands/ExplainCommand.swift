import ArgumentParser
import ReportLint
import SourceText

struct ExplainCommand: BulletinCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule of the linter, or list them all. 解释一条校对规则,或列出全部规则。")

  @Argument(help: "The rule's id or name, such as STR003. 规则编号或名称。")
  var rule: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    guard let rule else {
      session.print(Array(RulePage.list(RuleCatalogue.descriptions, in: session.language).utf8))
      return
    }
    guard let description = RuleCatalogue.description(of: rule) else {
      let nearest = NearestNames.of(
        rule.uppercased(), in: RuleCatalogue.descriptions.flatMap { [$0.id, $0.name] })
      session.report(
        [
          Diagnostic(
            "unknown-rule", at: .file("explain"),
            Message(zh: "没有规则“{0}”", en: "there is no rule “{0}”", VisibleText.escape(rule)),
            remedy: nearest.isEmpty
              ? Message(zh: "不带编号运行 explain 可列出全部规则", en: "run explain without an id for the list")
              : Message(
                zh: "是不是:{0}", en: "did you mean: {0}", nearest.joined(separator: "、")))
        ], sources: [], code: 2)
      return
    }
    session.print(Array(RulePage.text(of: description, in: session.language).utf8))
  }
}
