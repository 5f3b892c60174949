import BulletinSyntax
import SourceText

/// STR005: a mark of a higher level stands below one of a lower level.
enum InvertedOrdinal: Rule {
  static let description = RuleDescription(
    "STR005", "inverted-ordinal", .error,
    summary: Message(zh: "序号层次颠倒：高层次序号用在低层次之下", en: "a higher-level ordinal below a lower one"),
    reason: Message(
      zh: "序号的层次是一、（一）1.（1）；在“1.”之下又用“（一）”，读者分不清谁属于谁。",
      en: "Ordinals go 一、（一）1.（1） from the top; （一） under 1. leaves open which belongs to which."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.3.8", en: "GB/T 15834-2011 B.3.8")),
    exemption: Message(
      zh: "“一是”“第一”“第一章”不在这一次序之内；段落中间的编号不查。",
      en: "一是, 第一 and 第一章 are outside this order; numbers inside a paragraph are left alone."),
    bad: ["一、总体情况\n1.教学\n⟦（一）⟧教研\n开展教研。\n（二）师资\n培训教师。"],
    good: [
      "一、总体情况\n（一）教学\n1.教研\n开展教研。\n2.师资\n培训教师。", "一、总体情况\n1.教学。一是开展教研。二是培训教师。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let headings = input.tree.headings
    var reported: Set<Int> = []
    var siblings = Siblings(headings)
    for (index, heading) in headings.enumerated() {
      guard let rank = heading.mark.style.rank else { continue }
      let sibling = siblings.replace(under: heading.parent, with: index)
      guard input.isAtLineStart(heading.number.lowerBound), heading.mark.value == 1,
        let above = [heading.parent, sibling].compactMap({ $0 }).first(where: {
          isLower(headings[$0], than: rank, input)
        }), reported.insert(above).inserted
      else { continue }
      let number = input.text(heading.number)
      let outer = input.text(headings[above].number)
      report.report(
        heading.number,
        Message(
          zh: "“{0}”用在“{1}”之下，层次颠倒", en: "“{0}” is used below “{1}”: the levels are inverted",
          number, outer),
        remedy: Message(
          zh: "按一、（一）1.（1）的次序改用序号", en: "use the ordinals in the order 一、（一）1.（1）"),
        notes: [
          report.note(
            Message(zh: "前一个序号在这里", en: "the ordinal before is here"),
            at: headings[above].number)
        ])
    }
  }

  /// Whether a heading's mark belongs below `rank` in the usual order.
  private static func isLower(_ heading: Heading, than rank: Int, _ input: LintInput) -> Bool {
    guard let other = heading.mark.style.rank else { return false }
    return other > rank && input.isAtLineStart(heading.number.lowerBound)
  }
}
