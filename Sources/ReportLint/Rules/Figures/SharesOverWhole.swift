import FigureClaims
import SourceText

/// FIG023: shares of one whole that do not make 100 %.
enum SharesOverWhole: ClaimRule {
  static let description = RuleDescription(
    "FIG023", "shares-over-whole", .warning,
    summary: Message(zh: "各占比之和不是100%", en: "shares that do not make 100 %"),
    reason: Message(
      zh: "同一整体的各部分占比加起来是100%，四舍五入只差末位几个单位。",
      en: "The shares of one whole make 100 %, save for a unit or so of rounding."),
    basis: RuleBasis(.fact, Message(zh: "算术", en: "arithmetic")),
    exemption: Message(
      zh: "只查“分别占”后列出的几项；和不足100%的可能没有列全，不报。",
      en: "Only shares listed behind 分别占; a sum below 100 % may be an open list and is left alone."),
    bad: ["一、二、三产业分别占⟦40.1%、35.2%和25.7%⟧。"],
    good: ["一、二、三产业分别占40.1%、35.2%和24.7%。", "前三类分别占50.1%、30.2%和17.7%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .shares && $1 == .fails }) {
      report.report(claim, remedy: Message(zh: "核对各项占比", en: "check the shares"))
    }
  }
}
