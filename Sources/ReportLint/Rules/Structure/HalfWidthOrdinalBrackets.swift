import BulletinSyntax
import SourceText

/// STR010: an ordinal in half-width brackets.
enum HalfWidthOrdinalBrackets: Rule {
  static let description = RuleDescription(
    "STR010", "half-width-ordinal-brackets", .warning, fix: .safe,
    summary: Message(zh: "序号用了半角括号", en: "an ordinal in half-width brackets"),
    reason: Message(
      zh: "汉字序号的括号是中文标点，用全角。", en: "The brackets of a Chinese ordinal are Chinese marks."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.9.2", en: "GB/T 15834-2011 4.9.2")),
    exemption: Message(
      zh: "已声明用半角标点的文件不查；同一列里的在第一处一并报告。",
      en: "Texts declared to use half-width marks; those of one list are reported together."),
    bad: [
      RuleExample(
        "一、总体情况\n⟦(一)⟧教学\n开展教研。\n(二)师资\n培训教师。",
        fixed: "一、总体情况\n（一）教学\n开展教研。\n（二）师资\n培训教师。")
    ],
    good: [
      "一、总体情况\n（一）教学\n开展教研。\n（二）师资\n培训教师。",
      RuleExample(
        "一、总体情况\n(一)教学\n开展教研。\n(二)师资\n培训教师。",
        configuration: LintConfiguration(markWidth: .half)),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.configuration.markWidth != .half else { return }
    var lists: [Int: (first: Range<Int>, edits: [Fix.Edit], count: Int)] = [:]
    for heading in input.tree.headings where heading.mark.style == .chineseBrackets {
      let edits = heading.number.compactMap { offset -> Fix.Edit? in
        switch input.byte(offset) {
        case 0x28: Fix.Edit(offset..<offset + 1, with: "（")
        case 0x29: Fix.Edit(offset..<offset + 1, with: "）")
        default: nil
        }
      }
      guard !edits.isEmpty else { continue }
      lists[heading.parent ?? -1, default: (heading.number, [], 0)].edits += edits
      lists[heading.parent ?? -1]?.count += 1
    }
    for list in lists.values {
      report.report(
        list.first,
        Message(
          zh: "序号“{0}”用了半角括号，这一列共{1}处", en: "“{0}” has half-width brackets; {1} in this list",
          input.text(list.first), String(list.count)),
        remedy: Message(zh: "改用全角括号", en: "use full-width brackets"),
        fixes: [Fix(.safe, list.edits)])
    }
  }
}
