import BulletinSyntax
import SourceText

/// STR004: the parts do not follow the usual order.
enum MisorderedParts: Rule {
  static let description = RuleDescription(
    "STR004", "misordered-parts", .warning,
    summary: Message(
      zh: "各部分的先后不合惯例：先情况，再问题，后打算", en: "parts out of order: first done, then problems, then plans"),
    reason: Message(
      zh: "打算是针对问题提出的，问题是在工作之后显出来的；次序颠倒，读者看不出打算由何而来。",
      en:
        "Plans answer problems, and problems show in the work; in another order the reader cannot "
        + "see what the plans answer."),
    basis: RuleBasis(.practice, Message(zh: "工作总结的通行结构", en: "the usual build of work summaries")),
    exemption: Message(
      zh: "只看一级标题，且每一部分只看第一次出现的地方。",
      en: "Only top-level headings count, each part where it first appears."),
    bad: ["一、工作情况\n已完成。\n二、下一步打算\n继续抓。\n⟦三、存在的问题⟧\n人手少。"],
    good: ["一、工作情况\n已完成。\n二、存在的问题\n人手少。\n三、下一步打算\n继续抓。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let order: [PartRole] = [.done, .problems, .plans]
    var seen: [PartRole] = []
    var latest: (rank: Int, heading: Heading)?
    for heading in input.tree.headings where heading.level == 1 {
      guard let rank = order.firstIndex(of: heading.role), !seen.contains(heading.role) else {
        continue
      }
      seen.append(heading.role)
      guard let before = latest, before.rank > rank else {
        latest = (rank, heading)
        continue
      }
      report.report(
        heading.head,
        Message(
          zh: "“{0}”应在“{1}”之前", en: "“{0}” belongs before “{1}”", input.text(heading.title),
          input.text(before.heading.title)),
        remedy: Message(zh: "调整两部分的先后", en: "change the order of the two parts"),
        notes: [
          report.note(
            Message(zh: "“{0}”在这里", en: "“{0}” stands here", input.text(before.heading.title)),
            at: before.heading.head)
        ])
    }
  }
}
