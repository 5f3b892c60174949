import BulletinSyntax
import ReportModel
import SourceText

/// COR004: a problem copied from an earlier period.
enum CopiedProblem: Rule {
  static let description = RuleDescription(
    "COR004", "copied-problem", .warning,
    summary: Message(zh: "问题照抄以前一期", en: "a problem copied from an earlier period"),
    reason: Message(
      zh: "问题几乎一字不改，要么是照抄，要么是没有进展；没有进展也要说明。",
      en: "The same words again mean copying, or no progress, which then is to be said."),
    basis: RuleBasis(.practice, Message(zh: "工作总结前后期衔接", en: "one period follows the other")),
    exemption: Message(
      zh: "字词九成以上相同、且在二十字以上才报。", en: "Only items of over twenty characters, nine tenths alike."),
    need: .lastPeriod,
    bad: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n二、存在的问题\n⟦1.学位供给偏紧⟧。城区小学班额偏大，随迁子女入学需求增加，两所新校尚未开工。",
        data: ExampleData(
          lastText:
            "某局2023年上半年工作总结\n一、工作情况\n完成维修2所。\n二、存在的问题\n1.学位供给偏紧。城区小学班额偏大，随迁子女入学需求增加，两所新校尚未开工。"))
    ],
    good: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n完成维修3所。\n二、存在的问题\n1.学位供给偏紧。城东小学已开工，城西小学用地仍在报批，起始年级班额已降到四十五人。",
        data: ExampleData(
          lastText:
            "某局2023年上半年工作总结\n一、工作情况\n完成维修2所。\n二、存在的问题\n1.学位供给偏紧。城区小学班额偏大，随迁子女入学需求增加，两所新校尚未开工。"))
    ])

  /// How many problems of a period are compared, since each is with each.
  private static let limit = 100

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence else { return }
    let problems = ReportParts(input.tree).items(of: .problems).prefix(limit)
      .map { ($0, HanPairs($0.text)) }
    let earlier = evidence.earlier.flatMap { earlier in
      (earlier.text.map { ReportParts($0).items(of: .problems) } ?? []).prefix(limit).map {
        (earlier.period, $0, HanPairs($0.text))
      }
    }
    for (problem, words) in problems where words.count > 20 {
      guard let match = earlier.first(where: { words.likeness(to: $0.2) >= 0.9 }) else { continue }
      report.report(
        problem.head,
        Message(
          zh: "与{0}的“{1}”几乎相同", en: "nearly the same as “{1}” of {0}", match.0.title,
          match.1.title),
        remedy: Message(zh: "写明现在的情况", en: "say how it stands now"))
    }
  }
}
