import BulletinSyntax
import ReportModel
import SourceText

/// COR001: a problem that no plan answers.
enum UnansweredProblem: Rule {
  static let description = RuleDescription(
    "COR001", "unanswered-problem", .warning,
    summary: Message(zh: "提出的问题没有对应的打算", en: "a problem that no plan answers"),
    reason: Message(
      zh: "说了问题，就要说怎么办；问题和打算对不上，下期也无从检查。",
      en: "A problem named asks for a plan; without one nothing can be checked next time."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第十九条（二）", en: "official documents regulation, article 19(2)")
    ),
    exemption: Message(
      zh:
        "report.yaml 写了“对应”的按对应查：所写的问题、打算正文里要有。没有写的只看字词：打算里没有一处提到的才提示，从不作警告。",
      en:
        "Links declared in report.yaml are checked exactly: both ends must stand in the text. Without them only words are compared; that is never more than a notice."
    ),
    need: .data,
    bad: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n二、存在的问题\n⟦1.理科教师紧缺⟧。乡镇初中尤其缺。\n三、下一步打算\n1.抓好防溺水。逐村巡查。",
        data: ExampleData()),
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n⟦二、存在的问题⟧\n1.教师不足。缺音乐教师。\n三、下一步打算\n1.补充教师。公开招聘。",
        data: ExampleData(links: [.init(problem: "学位不足", plan: "补充教师")])),
    ],
    good: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n二、存在的问题\n1.理科教师紧缺。\n三、下一步打算\n1.配齐学科教师。招聘理科教师。",
        data: ExampleData()),
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n二、存在的问题\n1.学位不足。\n三、下一步打算\n1.新建城东小学。明年开工。",
        data: ExampleData(links: [.init(problem: "学位不足", plan: "新建城东小学")])),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let parts = ReportParts(input.tree)
    let problems = parts.items(of: .problems)
    guard let links = input.evidence?.links, !problems.isEmpty,
      let plans = parts.text(of: .plans)
    else { return }
    checkLinks(links, parts, &report)
    let planned = HanPairs(plans)
    for problem in problems {
      let title = folded(problem.title)
      if links.contains(where: { title.contains(folded($0.problem)) }) { continue }
      let words = HanPairs(problem.text, onlyTelling: true)
      let name = HanPairs(problem.title, onlyTelling: true)
      guard words.count >= 4, name.pairs.count >= 2,
        words.pairs.intersection(planned.pairs).isEmpty
      else { continue }
      report.report(
        problem.head,
        Message(
          zh: "下一步打算里没有提到“{0}”", en: "the plans do not speak of “{0}”", problem.title),
        remedy: Message(
          zh: "写明怎么办，或在 report.yaml 的“对应”里写明由哪条打算回答",
          en: "say what will be done, or declare in report.yaml which plan answers it"),
        atMost: .info)
    }
  }

  private static func checkLinks(
    _ links: [ReportEvidence.Link], _ parts: ReportParts, _ report: inout FindingReporter
  ) {
    let titles = [PartRole.problems, .plans].map { role in
      parts.items(of: role).map { folded($0.title) }
    }
    for (role, title) in links.flatMap({ [(PartRole.problems, $0.problem), (.plans, $0.plan)] }) {
      let wanted = folded(title)
      guard !titles[role == .plans ? 1 : 0].contains(where: { $0.contains(wanted) }),
        let head = parts.head(of: role)
      else { continue }
      report.report(
        head,
        Message(
          zh: "report.yaml 的“对应”里写的“{0}”，这一部分没有",
          en: "report.yaml links “{0}”, which this part does not have", title),
        remedy: Message(zh: "改正“对应”或正文", en: "mend the link or the text"))
    }
  }

  private static func folded(_ text: String) -> String { FindingContext.folded(text) }
}
