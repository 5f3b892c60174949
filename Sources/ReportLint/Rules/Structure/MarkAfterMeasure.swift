import BulletinSyntax
import SourceText

/// STR012: a mark after 一是.
enum MarkAfterMeasure: Rule {
  static let description = RuleDescription(
    "STR012", "mark-after-measure", .warning, fix: .safe,
    summary: Message(zh: "“一是”之后加了标点", en: "a mark after 一是"),
    reason: Message(
      zh: "“一是”的“是”连着后面的话，中间不能停顿。", en: "The 是 of 一是 goes on into the clause; nothing parts them."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.3.7", en: "GB/T 15834-2011 B.3.7")),
    exemption: Message(zh: "“第一，”“首先，”后应有逗号，不在此列。", en: "第一， and 首先， do take a comma."),
    bad: [
      RuleExample(
        "一、总体情况\n1.教学工作。一是⟦，⟧抓教研。二是⟦，⟧抓培训。", fixed: "一、总体情况\n1.教学工作。一是抓教研。二是抓培训。")
    ],
    good: ["一、总体情况\n1.教学工作。一是抓教研。二是抓培训。", "一、总体情况\n做到三点：第一，抓教研；第二，抓培训。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for heading in input.tree.headings where heading.mark.style == .measure {
      var start = heading.number.upperBound
      if !input.scalar(before: start).isHan { start = input.start(before: start) }
      let found = input.scalar(at: start)
      switch found {
      case "，", ",", "、", "：", ":", "；", ";", "。", ".": break
      default: continue
      }
      let range = start..<start + input.width(at: start)
      report.report(
        range,
        Message(zh: "“一是”一类的词之后不用“{0}”", en: "no “{0}” after 一是 and its like", String(found)),
        remedy: Message(zh: "删去这个标点", en: "take the mark out"),
        fixes: [Fix(.safe, [Fix.Edit(range, with: "")])])
    }
  }
}
