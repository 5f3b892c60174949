import BulletinSyntax
import SourceText

/// STR009: two styles of marks in one list.
enum MixedOrdinalMarks: Rule {
  static let description = RuleDescription(
    "STR009", "mixed-ordinal-marks", .warning,
    summary: Message(zh: "同一列序号用了两种写法", en: "two styles of ordinals in one list"),
    reason: Message(
      zh: "同一层次的序号应当一致，否则像是两列。", en: "Ordinals of one level look alike, or they seem two lists."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 B.3", en: "GB/T 15834-2011 B.3")),
    exemption: Message(
      zh: "只比较同一标题下相邻的两项。", en: "Only neighbouring items under one heading are compared."),
    bad: ["一、总体情况\n1.教学\n开展教研。\n⟦2、⟧师资\n培训教师。"],
    good: ["一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var last: [Int: Heading] = [:]
    for heading in input.tree.headings where heading.mark.style.rank != nil {
      let key = heading.parent ?? -1
      defer { last[key] = heading }
      guard let before = last[key], before.level == heading.level,
        heading.mark.value == before.mark.value + 1,
        before.mark.style.rank == heading.mark.style.rank,
        style(of: before, input) != style(of: heading, input)
      else { continue }
      report.report(
        heading.number,
        Message(
          zh: "上一项写作“{1}”，这一项写作“{0}”", en: "the item before is written “{1}”, this one “{0}”",
          input.text(heading.number), input.text(before.number)),
        remedy: Message(zh: "统一序号的写法", en: "write both in one way"))
    }
  }

  /// What must be equal: the bracket or mark around the numeral.
  private static func style(of heading: Heading, _ input: LintInput) -> [Unicode.Scalar] {
    input.text(heading.number).unicodeScalars.filter { !$0.isHan && !$0.isDigit && !$0.isBlank }
  }
}
