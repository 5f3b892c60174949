import SourceText

/// NUM011: a decimal without the zero before its point.
enum MissingLeadingZero: Rule {
  static let description = RuleDescription(
    "NUM011", "missing-leading-zero", .warning, fix: .safe,
    summary: Message(zh: "小数点前少了0", en: "a decimal without its leading zero"),
    reason: Message(
      zh: "小于1的小数要写出0，否则小数点容易看漏。", en: "Without the zero the point is easily overlooked."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(
      zh: "前一个字是汉字、后面带百分号或单位的才报。",
      en: "Only after a Chinese character and before a percent sign or unit is it reported."),
    bad: [RuleExample("下降⟦.5⟧个百分点。", fixed: "下降0.5个百分点。")],
    good: ["下降0.5个百分点。", "见图.5。", "第一.3个问题。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits where input.byte(run.lowerBound - 1) == 0x2E {
      let start = run.lowerBound - 1
      let before = input.scalar(before: start)
      guard before.isHan, isUnit(input.scalar(at: run.upperBound)) else { continue }
      switch before {
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "图", "表", "第": continue
      default: break
      }
      report.report(
        start..<run.upperBound, Message(zh: "小数点前应有0", en: "a zero belongs before the point"),
        fixes: [Fix(.safe, [Fix.Edit(start..<start, with: "0")])])
    }
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "％", "个", "元", "万", "亿", "倍", "米", "吨", "亩": true
    default: false
    }
  }
}
