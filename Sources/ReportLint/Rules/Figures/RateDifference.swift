import FigureClaims
import ReportModel
import SourceText

/// FIG006: the difference of two rates given in per cent.
enum RateDifference: ClaimRule {
  static let description = RuleDescription(
    "FIG006", "rate-difference", .warning, fix: .needsReview,
    summary: Message(zh: "两个百分比之差写成了“%”", en: "the difference of two rates given in per cent"),
    reason: Message(
      zh: "百分比之差的单位是“个百分点”；写成“%”就成了相对增幅，数也不对。",
      en: "Rates differ by percentage points; % says how much one grew relative to the other."),
    basis: RuleBasis(.practice, Message(zh: "统计用语", en: "statistics usage")),
    exemption: Message(
      zh: "后一个数恰好等于前两个百分比之差的才报；作为增幅四舍五入后也对的，只提示。",
      en:
        "Only where the third number is just the difference of the two rates; where it is right as a growth too, once rounded, it is only mentioned."
    ),
    bad: [
      RuleExample("覆盖率由40%提高到46%，提高⟦6%⟧。", fixed: "覆盖率由40%提高到46%，提高6个百分点。"),
      RuleExample("合格率由95%提高到98%，提高⟦3%⟧。", fixed: "合格率由95%提高到98%，提高3个百分点。"),
      RuleExample("辍学率由1.5%下降至1.1%，下降⟦0.4%⟧。", fixed: "辍学率由1.5%下降至1.1%，下降0.4个百分点。"),
    ],
    good: ["覆盖率由40%提高到46%，提高6个百分点。", "覆盖率由40%提高到46%，增长15%。", "满意率由100%下降到95%，下降5%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .points && ($1 == .fails || $1 == .uncertain) })
    where claim.sides.note == .pointsAsPercent {
      guard let term = claim.term(.change), input.figures.indices.contains(term.figure) else {
        continue
      }
      let figure = input.figures[term.figure]
      let sign = figure.numerals.upperBound..<figure.range.upperBound
      report.report(
        figure.range,
        Message(
          zh: "两个百分比之差应写“{0}个百分点”；作为增幅，应是{1}",
          en: "the rates differ by {0} percentage points; as a growth it would be {1}",
          input.text(figure.numerals), claim.sides.computed),
        remedy: Message(zh: "改“%”为“个百分点”", en: "write 个百分点 for %"),
        fixes: input.isPercent(figure) ? [Fix(.needsReview, [Fix.Edit(sign, with: "个百分点")])] : [],
        atMost: claim.verdict == .fails ? .error : .info)
    }
  }
}
