import SourceText

/// FIG008: 同比 together with 较上年同期.
enum DoubledComparison: Rule {
  static let description = RuleDescription(
    "FIG008", "doubled-comparison", .warning,
    summary: Message(zh: "“同比”与“较上年同期”重复", en: "同比 together with 较上年同期"),
    reason: Message(
      zh: "“同比”就是与上年同期相比，两个说法留一个。", en: "同比 says “against the same period a year ago” already."),
    basis: RuleBasis(.practice, Message(zh: "统计用语", en: "statistics usage")),
    exemption: Message(
      zh: "“全年…同比”已通行，不查。", en: "同比 of whole years is common by now and left alone."),
    bad: ["收入⟦同比较去年同期⟧增长6%。", "收入⟦较上年同期同比⟧增长6%。"],
    good: ["收入同比增长6%。", "收入较上年同期增长6%。", "预计全年收入同比增长6%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var start = 0
    while let offset = input.find("同比", in: start..<input.bytes.count) {
      start = offset + 6
      guard let range = doubled(offset, input) else { continue }
      report.report(
        range, Message(zh: "“{0}”重复", en: "“{0}” says the same twice", input.text(range)),
        remedy: Message(zh: "只留“同比”或“较上年同期”", en: "keep one of the two"))
    }
  }

  private static func doubled(_ offset: Int, _ input: LintInput) -> Range<Int>? {
    for first in ["较", "比", "与"] as [StaticString] {
      for second in ["上年同期", "去年同期"] as [StaticString] {
        let length = first.utf8CodeUnitCount + second.utf8CodeUnitCount
        if input.has(first, at: offset + 6), input.has(second, at: offset + 9) {
          return offset..<offset + 6 + length
        }
        if input.has(second, before: offset),
          input.has(first, before: offset - second.utf8CodeUnitCount)
        {
          return offset - length..<offset + 6
        }
      }
    }
    return nil
  }
}
