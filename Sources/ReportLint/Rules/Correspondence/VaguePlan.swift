import BulletinSyntax
import SourceText

/// COR005: a plan with no number, date or organ in it.
enum VaguePlan: Rule {
  static let description = RuleDescription(
    "COR005", "vague-plan", .off,
    summary: Message(zh: "打算没有数量、时限、责任单位", en: "a plan with no number, date or organ"),
    reason: Message(
      zh: "没有数量和时限的打算，下一期无从检查。", en: "A plan without number or date cannot be checked."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "默认关闭。", en: "Off unless asked for."),
    bad: [
      RuleExample(
        "一、工作开展情况\n招聘教师8名。\n二、下一步打算\n1.⟦加快推进项目建设⟧。抓好落实。",
        configuration: LintConfiguration(levels: ["COR005": .info]))
    ],
    good: ["一、工作开展情况\n招聘教师8名。\n二、下一步打算\n1.加快推进项目建设。年底前完工3个。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for part in input.parts(.plans) {
      for heading in input.tree.headings
      where heading.level == 2 && part.extent.contains(heading.number.lowerBound)
        && heading.mark.style != .measure && !heading.title.isEmpty
      {
        let body =
          heading.number.upperBound..<max(heading.number.upperBound, heading.extent.upperBound)
        let isMeasured =
          runs.contains { body.contains($0.lowerBound) }
          || input.contains(["年底", "月底", "牵头", "责任单位", "负责"], in: body)
        guard !isMeasured else { continue }
        report.report(
          heading.title,
          Message(zh: "这一项没有数量、时限和责任单位", en: "no number, date or organ in this plan"),
          remedy: Message(zh: "写明做多少、何时完成、谁来做", en: "say how much, by when, and who"))
      }
    }
  }
}
