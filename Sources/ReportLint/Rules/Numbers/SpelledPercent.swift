import SourceText

/// NUM009: a percentage in Chinese numerals.
enum SpelledPercent: Rule {
  static let description = RuleDescription(
    "NUM009", "spelled-percent", .info,
    summary: Message(zh: "百分数用了汉字", en: "a percentage in Chinese numerals"),
    reason: Message(
      zh: "统计用的数值写阿拉伯数字，便于比较和核对。", en: "Statistical figures take digits, which can be compared."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15835-2011 4.1.1", en: "GB/T 15835-2011 4.1.1")),
    exemption: Message(
      zh: "“百分之百”一类的说法、全文都用汉字数字的文件不算。",
      en: "百分之百 and the like; texts that write all their numbers in Chinese."),
    bad: ["上线率为⟦百分之四十六点七⟧，共782人。"],
    good: ["上线率为46.7%，共782人。", "做到百分之百落实，共782人。", "产量比上年增长百分之四十六点七。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.digits.count > 0 else { return }
    for match in input.words(of: .percentWords) {
      var end = match.range.upperBound
      var count = 0
      while isNumeral(input.scalar(at: end)) {
        end += 3
        count += 1
      }
      guard count >= 2, !input.isQuoted(match.range.lowerBound) else { continue }
      report.report(
        match.range.lowerBound..<end,
        Message(
          zh: "“{0}”应写成阿拉伯数字加%", en: "“{0}” should be digits and %",
          input.text(match.range.lowerBound..<end)))
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "零", "〇", "点", "百": true
    default: false
    }
  }
}
