import FigureClaims
import ReportModel
import SourceText

/// FIG002: a total that is not the sum of its parts, or less than one of them.
enum SumMismatch: ClaimRule {
  static let description = RuleDescription(
    "FIG002", "sum-mismatch", .error,
    summary: Message(zh: "合计与分项之和不符", en: "a total that is not the sum of its parts"),
    reason: Message(
      zh: "总数和各分项都写明了，加起来就知道；部分也不会多于总数。",
      en: "Total and parts stand there to be added; and no part is more than the total."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh:
        "只在文中写明是合计或“其中”、分项不会重叠时才报错；按人分项可能重复的、只差一点可能没有列全的只提示；带概数词的不报。",
      en:
        "An error only where 其中, 共 or 合计 says so and the parts cannot overlap; groups of people that may overlap, and lists that miss their total by little, are mentioned; approximate figures are left alone."
    ),
    bad: [
      "举办活动⟦27场，其中乡镇7场、街道21场⟧。", "城区⟦3所、乡镇5所，共9所⟧。", "查处案件⟦12件，其中重大案件15件⟧。",
      "计划⟦20个，建成15个，剩余6个⟧。", "检查企业⟦2000家，其中工业1200家、商贸795家⟧。",
    ],
    good: [
      "举办活动27场，其中乡镇7场、街道20场。", "举办活动27场，其中乡镇7场、街道12场。", "城区3所、乡镇5所，共8所。",
      "走访企业300余家，其中规上企业310家。", "现有企业90家，比上年增加3家，其中工业企业70家。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { kind, _ in kind == .sum || kind == .within }) {
      switch (claim.verdict, claim.sides.note) {
      case (.fails, _): report.report(claim, remedy: remedy)
      case (.uncertain, .overlap): report.report(claim, remedy: remedy, atMost: .info)
      case (.uncertain, .openList) where isNearlyEqual(claim):
        report.report(claim, remedy: remedy, atMost: .info)
      default: break
      }
    }
  }

  private static let remedy = Message(zh: "核对总数和各分项", en: "check the total and its parts")

  /// Whether the parts miss their total by less than a two-hundredth of it: more like a slip than like
  /// a part left out.
  private static func isNearlyEqual(_ claim: Claim) -> Bool {
    guard let gap = number(claim.sides.margin), gap != ExactDecimal(0),
      let total = number(claim.sides.stated),
      let scaled = gap.multiplied(by: ExactDecimal(200))
    else { return false }
    return scaled < total
  }

  private static func number(_ text: String) -> ExactDecimal? {
    ExactDecimal(text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
  }
}
