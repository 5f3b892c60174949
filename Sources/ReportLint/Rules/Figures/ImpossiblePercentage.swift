import FigureClaims
import SourceText

/// FIG010: a percentage that no whole numbers can give.
enum ImpossiblePercentage: ClaimRule {
  static let description = RuleDescription(
    "FIG010", "impossible-percentage", .warning,
    summary: Message(zh: "整数相除得不出的百分比", en: "a percentage that no whole numbers give"),
    reason: Message(
      zh: "人、件、所都是整数，几个人占多少只有有限几种可能；写的百分比不在其中，数就有错。",
      en:
        "People and cases are whole numbers, so few shares are possible; this one is not among them."
    ),
    basis: RuleBasis(.fact, Message(zh: "算术", en: "arithmetic")),
    exemption: Message(
      zh: "按四舍五入、截去尾数都算不出才报；带概数词的、数大到什么比率都可能的不查。",
      en:
        "Only where neither rounding nor cutting digits off gives it; approximate figures, and numbers so large that every rate is possible, are left alone."
    ),
    bad: ["评选先进，⟦3个村获奖，占45.7%⟧。", "抽检食品⟦7批次，合格率45.7%⟧。"],
    good: ["抽检食品7批次，合格率85.7%。", "录取391人，录取率46.7%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .wholeNumbers && $1 == .fails }) {
      report.report(
        claim, remedy: Message(zh: "核对数量和百分比", en: "check the number and the percentage"))
    }
  }
}
