import BulletinSyntax
import SourceText

/// NUM002: a month or day with a zero before it.
enum PaddedDate: Rule {
  static let description = RuleDescription(
    "NUM002", "padded-date", .warning, fix: .safe,
    summary: Message(zh: "月、日前面补了零", en: "a month or day padded with a zero"),
    reason: Message(zh: "成文日期中的月、日不编虚位，1不写成01。", en: "Months and days are not padded: 1, not 01."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 9704-2012 7.3.5.4", en: "GB/T 9704-2012 7.3.5.4")),
    exemption: Message(
      zh: "网页的发布信息、2023-07-05 这样的写法不算。",
      en: "The publication lines of a web page, and dates such as 2023-07-05."),
    bad: [RuleExample("会议于7月⟦05⟧日召开。", fixed: "会议于7月5日召开。"), "会议于2023年⟦07⟧月15日召开。"],
    good: ["会议于7月5日召开。", "发布日期2023-07-05。", "10月20日结束。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let frame = input.tree.nodes.filter { $0.kind == .publication }.map(\.range)
    for run in input.scan.digits where run.count == 2 && input.byte(run.lowerBound) == 0x30 {
      let isDay =
        input.has("日", at: run.upperBound) && input.has("月", before: run.lowerBound)
      let isMonth =
        input.has("月", at: run.upperBound)
        && (input.has("年", before: run.lowerBound)
          || input.scalar(at: run.upperBound + 3).isDigit)
      guard isDay || isMonth, input.byte(run.lowerBound + 1) != 0x30,
        !input.isFurniture(run.lowerBound),
        !frame.contains(where: { $0.contains(run.lowerBound) }), isInSentence(run, input)
      else { continue }
      report.report(
        run,
        Message(
          zh: "“{0}”应写作“{1}”", en: "“{0}” should be “{1}”", input.text(run),
          input.text(run.lowerBound + 1..<run.upperBound)),
        fixes: [Fix(.safe, [Fix.Edit(run.lowerBound..<run.lowerBound + 1, with: "")])])
    }
  }

  /// Web pages put their dates on lines of their own, often with a time of day.
  private static func isInSentence(_ run: Range<Int>, _ input: LintInput) -> Bool {
    let line = input.lines[input.lineIndex(of: run.lowerBound)]
    return input.find("。", in: line) != nil || input.find("，", in: line) != nil
  }
}
