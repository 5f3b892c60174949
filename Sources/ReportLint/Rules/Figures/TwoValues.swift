import FigureClaims
import ReportModel
import SourceText

/// FIG012: one quantity with two values.
enum TwoValues: ClaimRule {
  static let description = RuleDescription(
    "FIG012", "two-values", .error,
    summary: Message(zh: "同一个量前后两处数值不同", en: "one quantity with two values in the text"),
    reason: Message(
      zh: "同样的话说的是同一个量，前后应当一致。",
      en: "The same words speak of the same quantity, which has one value."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "只比说到全县、全系统一类范围且字句相同的；时期、范围不同的，分在成绩和打算里的不比。",
      en:
        "Only the same words about the whole county or system are compared; other periods and scopes, and plans against work done, are not."
    ),
    bad: ["全县公办幼儿园共有42所。此外，全县公办幼儿园共有⟦41所⟧。"],
    good: [
      "全县公办幼儿园共有42所。此外，全县公办幼儿园共有42所。", "去年全县公办幼儿园共有41所。今年全县公办幼儿园共有42所。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .repeated && $1 == .fails }) {
      var notes: [Diagnostic.Note] = []
      if let first = claim.terms.first, input.figures.indices.contains(first.figure) {
        notes.append(
          report.note(
            Message(zh: "另一处", en: "the other place"), at: input.figures[first.figure].range))
      }
      report.report(
        claim, remedy: Message(zh: "核对两处，改成一致", en: "check both places and make them agree"),
        notes: notes)
    }
  }
}
