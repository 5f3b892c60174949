import FigureClaims
import SourceText

/// FIG001: part, whole and percentage that do not agree.
enum ShareMismatch: ClaimRule {
  static let description = RuleDescription(
    "FIG001", "share-mismatch", .warning,
    summary: Message(zh: "部分、整体与百分比不符", en: "a part, a whole and a percentage that disagree"),
    reason: Message(
      zh: "部分和整体都写明了，比率可以算出来；算不出这个百分比，三个数里至少有一个错。",
      en: "Part and whole stand there, so the rate can be worked out; one of the three is wrong."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "按四舍五入判断，截去尾数的只提示；带“约”“余”等概数词的、看不出哪个是整体的不报。",
      en:
        "Rounding is allowed for and digits cut off are only mentioned; approximate figures, and rates whose whole is not plain, are left alone."
    ),
    bad: [
      "累计扫码⟦4200次,完成任务数2310,完成率70%⟧。", "受理来信⟦320件，办结288件，办结率95%⟧。",
      "培训教师⟦1200人次，其中骨干教师430人次，占38.5%⟧。",
    ],
    good: [
      "受理来信320件，办结288件，办结率90%。", "共有教师2000余人，其中女教师1300人，占60%。",
      "开展培训12期，覆盖1200人，参训率98%。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { kind, _ in kind == .share }) {
      switch (claim.verdict, claim.sides.note) {
      case (.fails, _): report.report(claim, remedy: remedy)
      case (.uncertain, .cutOff): report.report(claim, remedy: remedy, atMost: .info)
      default: break
      }
    }
  }

  private static let remedy = Message(
    zh: "核对部分、整体和比率", en: "check the part, the whole and the rate")
}
