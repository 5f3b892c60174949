import BulletinSyntax
import SourceText

/// STR015: a heading on a line of its own ends with a mark.
enum HeadingStop: Rule {
  static let description = RuleDescription(
    "STR015", "heading-stop", .info, fix: .needsReview,
    summary: Message(zh: "独占一行的小标题末尾有标点", en: "a mark at the end of a heading line"),
    reason: Message(zh: "独占一行的标题末尾不用点号。", en: "A heading on its own line takes no stop."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 B.4", en: "GB/T 15834-2011 B.4")),
    exemption: Message(
      zh: "后面接着写正文的标题用句号是对的；自成一句的条目不算标题。",
      en: "Headings that run into their text; items that are sentences."),
    bad: [
      RuleExample(
        "一、总体情况⟦。⟧\n校舍维修已完成。\n二、存在的问题\n教师不足。", fixed: "一、总体情况\n校舍维修已完成。\n二、存在的问题\n教师不足。")
    ],
    good: ["一、总体情况\n校舍维修已完成。", "一、总体情况\n1.教学工作。抓好教研。", "1.维修校舍3所。\n2.培训教师40人。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    for heading in input.tree.headings
    where heading.form == .ownLineWithStop && heading.level <= 2 && heading.mark.style.rank != nil {
      guard heading.mark.style == .chineseComma || heading.mark.style == .chineseBrackets,
        heading.title.count <= 60, !input.contains(["，", ","], in: heading.title),
        input.trimmed(
          heading.head.upperBound..<max(heading.head.upperBound, heading.extent.upperBound)
        )
        .count > 12
      else { continue }
      let line = input.trimmed(input.lines[input.lineIndex(of: heading.title.lowerBound)])
      let start = input.start(before: line.upperBound)
      let mark = input.scalar(at: start)
      guard mark == "。" || mark == "：" || mark == "；" || mark == "，" else { continue }
      faults.append(MarkFault(start..<line.upperBound, with: ""))
    }
    report.report(
      faults, remedy: Message(zh: "删去末尾的标点", en: "take the mark out"), safety: .needsReview,
      limit: 3
    ) { fault in
      Message(
        zh: "小标题末尾不用“{0}”", en: "no “{0}” at the end of a heading", input.text(fault.range))
    }
  }
}
