import FigureClaims
import ReportModel
import SourceText

/// FIG021: a vague figure among the parts of a total.
enum VagueSum: ClaimRule {
  static let description = RuleDescription(
    "FIG021", "vague-sum", .info,
    summary: Message(zh: "合计的分项用了概数", en: "a vague figure among the parts of a total"),
    reason: Message(
      zh: "总数是准确的，分项却写“余”“多”，加不起来，也无从核对。",
      en: "An exact total with vague parts cannot be added up or checked."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "usage")),
    exemption: Message(
      zh: "总数本身是概数的、只举出一部分的不算。",
      en: "Totals that are vague themselves, and single parts, are left alone."),
    bad: ["举办活动⟦127场，其中乡镇70余场、街道56场⟧。"],
    good: ["举办活动127场，其中乡镇71场、街道56场。", "举办活动120余场，其中乡镇70余场、街道50场。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { kind, _ in kind == .sum || kind == .within }) {
      guard claim.terms.count >= 3, claim.verdict != .fails,
        let total = claim.terms.first.flatMap({ figure($0, input) }), total.qualifiers.isEmpty,
        let vague = claim.terms.dropFirst().compactMap({ figure($0, input) }).first(where: {
          $0.qualifiers.contains { word in words.contains { input.has($0, at: word.lowerBound) } }
        })
      else { continue }
      report.report(
        claim.range,
        Message(
          zh: "总数“{0}”是准数，分项“{1}”是概数", en: "the total {0} is exact, the part {1} is not",
          input.text(total.range), input.text(vague.range)),
        remedy: Message(zh: "分项也写准数", en: "give the part's exact number"))
    }
  }

  private static let words: [StaticString] = ["余", "多", "近", "约"]

  private static func figure(_ term: ClaimTerm, _ input: LintInput) -> Figure? {
    input.figures.indices.contains(term.figure) ? input.figures[term.figure] : nil
  }
}
