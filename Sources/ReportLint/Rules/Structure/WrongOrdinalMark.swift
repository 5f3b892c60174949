import BulletinSyntax
import SourceText

/// STR008: the mark after an ordinal is not the one that goes with it.
enum WrongOrdinalMark: Rule {
  static let description = RuleDescription(
    "STR008", "wrong-ordinal-mark", .warning, fix: .safe,
    summary: Message(zh: "序号后的标点不对", en: "the wrong mark after an ordinal"),
    reason: Message(
      zh: "汉字序号后用顿号，阿拉伯数字后用下脚点，带括号的序号后不再加标点。",
      en: "Chinese numerals take 、, Arabic ones a stop, bracketed ones nothing."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.3.2至B.3.4", en: "GB/T 15834-2011 B.3.2–B.3.4")),
    exemption: Message(zh: "只查行首的标题序号。", en: "Only ordinals of headings at the head of a line."),
    bad: [
      RuleExample(
        "一、总体情况\n1⟦、⟧教学\n开展教研。\n2⟦、⟧师资\n培训教师。", fixed: "一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。"),
      RuleExample(
        "一⟦.⟧总体情况\n已完成。\n二⟦.⟧下一步打算\n继续抓。", fixed: "一、总体情况\n已完成。\n二、下一步打算\n继续抓。"),
      RuleExample(
        "一、总体情况\n（一）⟦、⟧教学\n开展教研。\n（二）⟦、⟧师资\n培训教师。",
        fixed: "一、总体情况\n（一）教学\n开展教研。\n（二）师资\n培训教师。"),
    ],
    good: ["一、总体情况\n（一）教学\n1.教研\n开展教研。\n2.师资\n培训教师。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for heading in input.tree.headings where input.isAtLineStart(heading.number.lowerBound) {
      switch heading.mark.style {
      case .chineseComma: checkMark(heading, is: "、", "汉字序号", "Chinese numerals", input, &report)
      case .arabicComma: checkMark(heading, is: ".", "阿拉伯数字序号", "Arabic numerals", input, &report)
      case .chineseBrackets, .arabicBrackets: checkAfterBrackets(heading, input, &report)
      default: break
      }
    }
  }

  private static func checkMark(
    _ heading: Heading, is right: Unicode.Scalar, _ chinese: String, _ english: String,
    _ input: LintInput, _ report: inout FindingReporter
  ) {
    let start = input.start(before: heading.number.upperBound)
    let found = input.scalar(at: start)
    guard found != right, !found.isHan, !found.isDigit, !found.isBlank else { return }
    let range = start..<heading.number.upperBound
    report.report(
      range,
      Message(
        zh: "{2}后用“{1}”，不用“{0}”", en: "{3} take “{1}”, not “{0}”", String(found), String(right),
        chinese, english),
      fixes: [Fix(.safe, [Fix.Edit(range, with: String(right))])])
  }

  private static func checkAfterBrackets(
    _ heading: Heading, _ input: LintInput, _ report: inout FindingReporter
  ) {
    var start = heading.number.upperBound
    let last = input.scalar(before: start)
    if last != "）", last != ")" { start = input.start(before: start) }
    let found = input.scalar(at: start)
    switch found {
    case "、", "，", ",", ".", "．", "：", ":": break
    default: return
    }
    let range = start..<start + input.width(at: start)
    report.report(
      range,
      Message(zh: "带括号的序号后不加“{0}”", en: "no “{0}” after a bracketed ordinal", String(found)),
      fixes: [Fix(.safe, [Fix.Edit(range, with: "")])])
  }
}
