import FigureClaims
import SourceText

/// FIG005: a change from one number to another that is not the change given.
enum GrowthMismatch: ClaimRule {
  static let description = RuleDescription(
    "FIG005", "growth-mismatch", .error,
    summary: Message(
      zh: "由甲到乙的增减与给出的幅度不符", en: "a change from a to b that is not the change given"),
    reason: Message(
      zh: "前后两个数已经写明，增减可以算出来；算不出这个幅度，几个数里必有一个错。",
      en: "Both numbers stand there, so the change can be worked out; one of them is wrong."),
    basis: RuleBasis(.fact, Message(zh: "算术", en: "arithmetic")),
    exemption: Message(
      zh: "按四舍五入的余量判断，截去尾数的只提示；带“约”“余”等概数词的、看不出同谁比的不查。",
      en:
        "Rounding is allowed for and digits cut off are only mentioned; approximate numbers, and changes whose base is not plain, are left alone."
    ),
    bad: [
      "教研活动由⟦40次增至50次，增长20%⟧。", "标准由⟦500元提高到530元，提高7%⟧。", "农户由⟦320户减至280户，减少50户⟧。",
      "学生由⟦320人增加到280人⟧。", "入园率由⟦88.5%提高到91.2%，提高3.7个百分点⟧。",
      "去年同期立案⟦40件，今年立案50件，同比增长20%⟧。",
    ],
    good: [
      "教研活动由40次增至50次，增长25%。", "标准由500元提高到530元，提高6%。", "由约40次增至50次，增长20%。",
      "入园率由88.5%提高到91.2%，提高2.7个百分点。", "完成投资3.2亿元，同比增长28%。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { kind, _ in isChange(kind) }) {
      switch (claim.verdict, claim.sides.note) {
      case (.fails, .pointsAsPercent): break
      case (.fails, _): report.report(claim, remedy: remedy)
      case (.uncertain, .cutOff): report.report(claim, remedy: remedy, atMost: .info)
      default: break
      }
    }
  }

  private static func isChange(_ kind: ClaimKind) -> Bool {
    switch kind {
    case .growth, .direction, .comparison, .difference, .points: true
    default: false
    }
  }

  private static let remedy = Message(zh: "核对这几个数", en: "check the numbers")
}
