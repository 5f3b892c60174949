import BulletinSyntax
import SourceText

/// COR007: plans among what was done, or what is done among the plans.
enum MisplacedTense: Rule {
  static let description = RuleDescription(
    "COR007", "misplaced-tense", .info,
    summary: Message(
      zh: "工作情况里写了打算，或打算里写了已完成的事", en: "plans among what was done, or what is done among the plans"),
    reason: Message(
      zh: "工作情况只写做成的事；打算混在里面，读者会当成成绩。",
      en: "What was done holds facts; a plan among them is taken for one."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：内容真实", en: "党政机关公文处理工作条例, article 19: be true")),
    exemption: Message(
      zh: "只查词表里的词，如“计划招聘”“已完成”；引号里的不算；“原计划”不算。",
      en: "Only the words of the list, such as 计划招聘 and 已完成; quotations and 原计划."),
    bad: [
      "一、工作开展情况\n公费招生63名，⟦计划招聘⟧教师8名。\n二、下一步打算\n抓好招聘。",
      "一、工作开展情况\n招聘教师8名。\n二、下一步打算\n食堂改造⟦已完成⟧。",
    ],
    good: [
      "一、工作开展情况\n招聘教师8名。\n二、下一步打算\n计划招聘教师8名。", "一、工作开展情况\n原计划招聘8名，实招6名。\n二、下一步打算\n抓好招聘。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    find(
      .planWords, in: .done, input, &report,
      Message(zh: "工作情况里写的是打算", en: "a plan among what was done"),
      remedy: Message(zh: "移到下一步打算，或写做成的结果", en: "move it to the plans, or write what came of it"))
    find(
      .doneWords, in: .plans, input, &report,
      Message(zh: "打算里写的是已完成的事", en: "a fact among the plans"),
      remedy: Message(zh: "移到工作情况", en: "move it to what was done"))
  }

  private static func find(
    _ list: WordList, in role: PartRole, _ input: LintInput, _ report: inout FindingReporter,
    _ message: Message, remedy: Message
  ) {
    let words = input.words(of: list)
    guard !words.isEmpty else { return }
    let parts = input.parts(role).map(\.extent)
    for match in words where LintInput.holds(parts, match.range.lowerBound) {
      let start = match.range.lowerBound
      guard !input.has("原", before: start), !input.isQuoted(start), !input.isFrame(start) else {
        continue
      }
      report.report(match.range, message, remedy: remedy)
    }
  }
}
