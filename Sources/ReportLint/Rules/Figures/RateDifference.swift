import ReportModel
import SourceText

/// FIG006: the difference of two rates given in per cent.
enum RateDifference: Rule {
  static let description = RuleDescription(
    "FIG006", "rate-difference", .warning, fix: .needsReview,
    summary: Message(zh: "两个百分比之差写成了“%”", en: "the difference of two rates given in per cent"),
    reason: Message(
      zh: "百分比之差的单位是“个百分点”；写成“%”就成了相对增幅，数也不对。",
      en: "Rates differ by percentage points; % says how much one grew relative to the other."),
    basis: RuleBasis(.practice, Message(zh: "统计用语", en: "statistics usage")),
    exemption: Message(
      zh: "后一个数恰好等于前两个百分比之差的才报。",
      en: "Only where the third number is just the difference of the two rates."),
    bad: [RuleExample("覆盖率由40%提高到46%，提高⟦6%⟧。", fixed: "覆盖率由40%提高到46%，提高6个百分点。")],
    good: ["覆盖率由40%提高到46%，提高6个百分点。", "覆盖率由40%提高到46%，增长15%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let figures = input.figures
    for index in figures.indices.dropLast(2) {
      let (first, second, third) = (figures[index], figures[index + 1], figures[index + 2])
      guard third.range.upperBound - first.range.lowerBound < 150,
        [first, second, third].allSatisfy({ input.isPercent($0) }),
        let from = first.value, let to = second.value, let change = third.value,
        let rise = to.subtracting(from), rise == change || from.subtracting(to) == change,
        input.contains(["到", "至"], in: first.range.upperBound..<second.range.lowerBound),
        input.isOneSentence(first.range.lowerBound..<third.range.upperBound),
        change > ExactDecimal(0),
        input.contains(changes, in: second.range.upperBound..<third.range.lowerBound)
      else { continue }
      let sign = third.numerals.upperBound..<third.range.upperBound
      report.report(
        third.range,
        Message(
          zh: "两个百分比之差应写“{0}个百分点”", en: "the rates differ by {0} percentage points",
          input.text(third.numerals)),
        fixes: [Fix(.needsReview, [Fix.Edit(sign, with: "个百分点")])])
    }
  }

  private static let changes: [StaticString] = [
    "提高", "增长", "上升", "下降", "降低", "提升", "增加", "减少", "回落",
  ]
}
