import FigureClaims
import SourceText

/// FIG011: more closed than opened, more mended than found.
enum ClosedOverOpened: ClaimRule {
  static let description = RuleDescription(
    "FIG011", "closed-over-opened", .warning,
    summary: Message(zh: "办结、整改的多于立案、发现的", en: "more closed than opened, or mended than found"),
    reason: Message(
      zh: "结案的来自立案的，整改的来自发现的，后一个数不会更大。",
      en: "What is closed was opened before, and what is mended was found; it cannot be more."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "写明含上年结转、历年积案、累计数的不查；单位不同的、说的不是同一件事的不查。",
      en: "Carried-over and cumulative numbers, other units and other matters are left alone."),
    bad: ["立案⟦2起，结案3起⟧。", "发现问题⟦36个，整改问题38个⟧。"],
    good: [
      "立案2起5人次，结案1起1人次。", "发现问题36个，已整改32个。", "受理案件100件，结案120件（含上年结转）。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .progress && $1 == .fails }) {
      report.report(
        claim,
        remedy: Message(
          zh: "核对两个数；含以前结转的，写明白",
          en: "check both numbers; say so where older ones are counted in"))
    }
  }
}
