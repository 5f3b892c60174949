import BulletinSyntax
import SourceText

/// STR006: a level of marks is left out.
enum SkippedLevel: Rule {
  static let description = RuleDescription(
    "STR006", "skipped-level", .info,
    summary: Message(zh: "序号跳过一个层次", en: "a level of ordinals is skipped"),
    reason: Message(
      zh: "公文的层次序号依次为一、（一）1.（1）；跳级使层次关系不明。",
      en: "Levels are numbered 一、（一）1.（1） in turn; a skipped one blurs what belongs to what."),
    basis: RuleBasis(
      .standard,
      Message(
        zh: "GB/T 9704-2012 7.3.3；但 GB/T 15834-2011 B.3.8 允许根据需要选用层次",
        en: "GB/T 9704-2012 7.3.3; yet GB/T 15834-2011 B.3.8 lets the writer choose the levels")),
    exemption: Message(
      zh: "全文不用（一）时，一、之下直接用1.不算跳级；“一是”等不在这一次序之内；同一种跳级只提示一次。",
      en: "1. directly under 一、 is right where the text uses no （一）; 一是 is outside the order; each "
        + "kind of skip is reported once."),
    bad: ["一、总体情况\n⟦（1）⟧教学\n开展教研。\n（2）师资\n培训教师。"],
    good: ["一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let headings = input.tree.headings
    let usesSecond = headings.contains { $0.mark.style.rank == 2 }
    var reported: Set<Int> = []
    for heading in headings {
      guard let rank = heading.mark.style.rank, let parent = heading.parent,
        headings.indices.contains(parent), let above = headings[parent].mark.style.rank,
        rank > above + 1, input.isAtLineStart(heading.number.lowerBound)
      else { continue }
      if above == 1, rank == 3, !usesSecond { continue }
      guard reported.insert(above << 8 | rank).inserted else { continue }
      report.report(
        heading.number,
        Message(
          zh: "“{0}”直接用在“{1}”之下，中间跳过了一层",
          en: "“{0}” stands directly below “{1}”: a level is skipped",
          input.text(heading.number), input.text(headings[parent].number)),
        remedy: Message(
          zh: "按一、（一）1.（1）的次序改用序号", en: "use the ordinals in the order 一、（一）1.（1）"))
    }
  }
}
