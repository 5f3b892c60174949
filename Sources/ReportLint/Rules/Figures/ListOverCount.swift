import FigureClaims
import SourceText

/// FIG028: more members listed than 等N个 counts.
enum ListOverCount: ClaimRule {
  static let description = RuleDescription(
    "FIG028", "list-over-count", .warning,
    summary: Message(zh: "列出的比“等几个”的个数多", en: "more is listed than 等 counts"),
    reason: Message(
      zh: "“甲、乙、丙等2个”列了三个，却说是两个，名单和个数有一处错。",
      en: "The list and the number behind 等 contradict each other."),
    basis: RuleBasis(.fact, Message(zh: "计数", en: "counting")),
    exemption: Message(
      zh: "列出的少于个数是正常的；各项形式不一、可能断错的不报。",
      en: "Listing fewer is right; lists whose members are not of one form are left alone."),
    bad: ["联合公安局、城管局、水利局等⟦2个⟧部门检查。"],
    good: ["联合公安局、城管局、水利局等5个部门检查。", "整治道路、桥梁、河道堤防等2类设施。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .list && $1 == .fails }) {
      report.report(
        claim, remedy: Message(zh: "核对名单和个数", en: "check the list and the number"))
    }
  }
}
