import BulletinSyntax
import ReportModel
import SourceText

/// FIG022: amounts of one list with different numbers of decimals.
enum MixedDecimals: Rule {
  static let description = RuleDescription(
    "FIG022", "mixed-decimals", .off,
    summary: Message(zh: "并列金额的小数位数不一", en: "amounts of one list with different decimals"),
    reason: Message(
      zh: "同一组数据保留同样的小数位数，看得出精确到哪里。", en: "Equal decimals show how exact the amounts are."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "usage")),
    exemption: Message(
      zh: "只查用顿号并列、单位相同的金额。", en: "Only amounts of one unit joined by 、."),
    bad: [
      RuleExample(
        "发放补助78.55万元、⟦138.5万元⟧。", configuration: LintConfiguration(levels: ["FIG022": .info]))
    ],
    good: [
      RuleExample(
        "发放补助78.55万元、138.50万元。", configuration: LintConfiguration(levels: ["FIG022": .info]))
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let figures = input.figures
    for index in figures.indices.dropFirst() {
      let (one, two) = (figures[index - 1], figures[index])
      guard input.isMoney(one), input.isMoney(two), one.range.upperBound <= two.range.lowerBound,
        input.has("、", at: one.range.upperBound), let first = one.value, let second = two.value,
        first.scale != second.scale, input.text(one.unit) == input.text(two.unit),
        two.range.lowerBound - one.range.upperBound <= 36
      else { continue }
      report.report(
        two.range,
        Message(
          zh: "“{0}”与“{1}”的小数位数不一", en: "“{0}” and “{1}” have different decimals",
          input.text(one.range), input.text(two.range)),
        remedy: Message(zh: "保留同样的位数", en: "give the same number of decimals"))
    }
  }
}
