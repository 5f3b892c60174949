import BulletinSyntax
import SourceText

/// PUB005: the lines of publication are missing.
enum MissingMetadata: Rule {
  static let description = RuleDescription(
    "PUB005", "missing-metadata", .off,
    summary: Message(
      zh: "发布件缺发布时间或来源", en: "a published text without time or source of publication"),
    reason: Message(
      zh: "政府网站发布的信息要标明来源和发布时间。", en: "What a government site publishes names its source and time."),
    basis: RuleBasis(.practice, Message(zh: "政府网站发布惯例", en: "how government sites publish")),
    exemption: Message(
      zh: "默认关闭，用 published 档案时打开。", en: "Off; the profile published turns it on."),
    bad: [
      RuleExample(
        "⟦某局2023年上半年工作总结⟧\n一、总体情况\n校舍维修已完成。",
        configuration: LintConfiguration(levels: ["PUB005": .warning]))
    ],
    good: ["某局2023年上半年工作总结\n某县人民政府 发布时间：2023-07-25 17:44\n一、总体情况\n校舍维修已完成。\n来源：某局"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts else { return }
    let lines = input.tree.nodes.filter { $0.kind == .publication || $0.kind == .sourceLine }
    let hasTime = lines.contains { ClosingLines.day(in: $0.range, input) != nil }
    guard !hasTime else { return }
    report.report(
      title.range, Message(zh: "没有发布时间", en: "no time of publication"),
      remedy: Message(zh: "补上发布时间和来源", en: "give time and source"))
  }
}
