import BulletinSyntax
import SourceText

/// PUB006: a heading names another year than the title.
enum PeriodMismatch: Rule {
  static let description = RuleDescription(
    "PUB006", "period-mismatch", .error,
    summary: Message(zh: "小标题的年份和标题不一致", en: "a heading names another year than the title"),
    reason: Message(
      zh: "标题是2023年，“一、2022年工作情况”多半是套用旧稿忘了改。",
      en: "A heading with last year's number was left over from last year's text."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第二十条第四项：时间准确", en: "党政机关公文处理工作条例, article 20(4): times")),
    exemption: Message(
      zh: "只查以年份开头、讲工作情况的一级标题；标题里有两个年份的不查；下一年的打算不算。",
      en: "Only first-level headings on work done that begin with a year; titles with two years."),
    bad: ["某局2023年上半年工作总结\n一、⟦2022年⟧上半年工作开展情况\n校舍维修已完成。\n二、存在的问题\n教师不足。"],
    good: [
      "某局2023年上半年工作总结\n一、2023年上半年工作开展情况\n校舍维修已完成。\n二、存在的问题\n教师不足。",
      "某局2023年工作总结\n一、2023年工作情况\n校舍维修已完成。\n二、2024年工作打算\n补充教师。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts, title.isSummary, title.years.count == 1,
      let year = title.years.first, !input.contains(["计划", "打算", "思路", "安排"], in: title.range)
    else { return }
    for heading in input.parts(.done) {
      let start = heading.title.lowerBound
      guard let run = input.digits(at: start), run.count == 4,
        input.has("年", at: run.upperBound), let found = input.number(run),
        (1990...2100).contains(found), found != year, found < year
      else { continue }
      report.report(
        run.lowerBound..<run.upperBound + 3,
        Message(
          zh: "标题是{0}年，这里是{1}年", en: "the title has {0}, this heading {1}", "\(year)", "\(found)"),
        remedy: Message(zh: "核对年份", en: "look the year up"),
        notes: [report.note(Message(zh: "标题", en: "the title"), at: title.range)])
    }
  }
}
