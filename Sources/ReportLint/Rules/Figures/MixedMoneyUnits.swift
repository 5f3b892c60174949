import BulletinSyntax
import ReportModel
import SourceText

/// FIG014: 元 beside 万元 and 亿元 in one list.
enum MixedMoneyUnits: Rule {
  static let description = RuleDescription(
    "FIG014", "mixed-money-units", .info,
    summary: Message(zh: "并列的金额单位不一", en: "amounts of one list in different units"),
    reason: Message(
      zh: "并列的金额用同一个单位，读者才好比较。", en: "Amounts side by side are easier compared in one unit."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 9704-2012", en: "GB/T 9704-2012")),
    exemption: Message(
      zh: "只查用顿号并列的；不足一万元的写“元”不算，“万元”与“亿元”并列不算。",
      en: "Only amounts joined by 、; less than 10,000 in 元, and 万元 beside 亿元, are left alone."),
    bad: ["安排资金627万元、⟦2660000元⟧。"],
    good: ["安排资金627万元、266万元。", "奖励2万元、500元。", "投资1.2亿元、3500万元。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let figures = input.figures
    for index in figures.indices.dropFirst() {
      guard input.has("、", at: figures[index - 1].range.upperBound) else { continue }
      let (one, two) = (figures[index - 1], figures[index])
      guard input.isMoney(one), input.isMoney(two), one.range.upperBound <= two.range.lowerBound
      else { continue }
      let between = one.range.upperBound..<two.range.lowerBound
      guard between.count <= 36, !input.contains(["，", ",", "；", "。", "\n"], in: between) else {
        continue
      }
      let isPlain = (
        input.has("元", at: one.unit.lowerBound), input.has("元", at: two.unit.lowerBound)
      )
      guard isPlain.0 != isPlain.1, let value = (isPlain.0 ? one : two).value,
        !(value < ExactDecimal(10_000))
      else { continue }
      let odd = isPlain.0 ? one : two
      report.report(
        odd.range,
        Message(
          zh: "“{0}”与旁边的“{1}”单位不一", en: "“{0}” beside “{1}”", input.text(odd.range),
          input.text((isPlain.0 ? two : one).range)),
        remedy: Message(zh: "换成同一个单位", en: "write both in one unit"))
    }
  }
}
