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
    exemption: Message(
      zh: "只查行首的标题序号；同一列里的在第一处一并报告。",
      en:
        "Only ordinals of headings at the head of a line; those of one list are reported together."),
    bad: [
      RuleExample(
        "一、总体情况\n1⟦、⟧教学\n开展教研。\n2、师资\n培训教师。", fixed: "一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。"),
      RuleExample(
        "一⟦.⟧总体情况\n已完成。\n二.下一步打算\n继续抓。", fixed: "一、总体情况\n已完成。\n二、下一步打算\n继续抓。"),
      RuleExample(
        "一、总体情况\n（一）⟦、⟧教学\n开展教研。\n（二）、师资\n培训教师。",
        fixed: "一、总体情况\n（一）教学\n开展教研。\n（二）师资\n培训教师。"),
    ],
    good: ["一、总体情况\n（一）教学\n1.教研\n开展教研。\n2.师资\n培训教师。"])

  /// The wrong marks of one list, which are reported together at the first.
  private struct Fault {
    let range: Range<Int>
    let message: Message
    var edits: [Fix.Edit]
  }

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [[Int]: Fault] = [:]
    for heading in input.tree.headings where input.isAtLineStart(heading.number.lowerBound) {
      guard let fault = fault(of: heading, input) else { continue }
      let list = [heading.parent ?? -1, Int(heading.mark.style.rawValue)]
      if faults[list] == nil {
        faults[list] = fault
      } else {
        faults[list]?.edits += fault.edits
      }
    }
    for fault in faults.values {
      let count = fault.edits.count
      report.report(
        fault.range, fault.message,
        notes: count > 1
          ? [
            Diagnostic.Note(
              Message(zh: "这一列共有{0}处", en: "{0} in this list", String(count)))
          ] : [],
        fixes: [Fix(.safe, fault.edits)])
    }
  }

  private static func fault(of heading: Heading, _ input: LintInput) -> Fault? {
    switch heading.mark.style {
    case .chineseComma: fault(of: heading, right: "、", "汉字序号", "Chinese numerals", input)
    case .arabicComma: fault(of: heading, right: ".", "阿拉伯数字序号", "Arabic numerals", input)
    case .chineseBrackets, .arabicBrackets: faultAfterBrackets(heading, input)
    default: nil
    }
  }

  private static func fault(
    of heading: Heading, right: String, _ chinese: String, _ english: String, _ input: LintInput
  ) -> Fault? {
    let start = input.start(before: heading.number.upperBound)
    let found = String(input.scalar(at: start))
    guard found == "、" || found == "." || found == "．" || found == "，" || found == ",",
      found != right
    else { return nil }
    let range = start..<heading.number.upperBound
    return Fault(
      range: range,
      message: Message(
        zh: "{2}后用“{1}”，不用“{0}”", en: "{3} take “{1}”, not “{0}”", found, right, chinese, english),
      edits: [Fix.Edit(range, with: right)])
  }

  private static func faultAfterBrackets(_ heading: Heading, _ input: LintInput) -> Fault? {
    var start = heading.number.upperBound
    let last = input.scalar(before: start)
    if last != "）", last != ")" { start = input.start(before: start) }
    let found = input.scalar(at: start)
    switch found {
    case "、", "，", ",", ".", "．", "：", ":": break
    default: return nil
    }
    let range = start..<start + input.width(at: start)
    return Fault(
      range: range,
      message: Message(
        zh: "带括号的序号后不加“{0}”", en: "no “{0}” after a bracketed ordinal", String(found)),
      edits: [Fix.Edit(range, with: "")])
  }
}
