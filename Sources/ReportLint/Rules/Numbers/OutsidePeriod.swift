import BulletinSyntax
import ReportModel
import SourceText

/// NUM014: something done in a month after the period the title names.
enum OutsidePeriod: Rule {
  static let description = RuleDescription(
    "NUM014", "outside-period", .warning,
    summary: Message(zh: "工作写在了总结的时段之后", en: "work dated after the period of the summary"),
    reason: Message(
      zh: "上半年的总结里出现8月做成的事，不是月份写错，就是时段写错。",
      en: "A summary of the first half cannot tell what August brought; one of the two is wrong."),
    basis: RuleBasis(.fact, Message(zh: "标题写明的时段", en: "the period the title names")),
    exemption: Message(
      zh: "只查“工作开展情况”部分里的“某月某日”和“某年某月”；写到计划、预计、截止期限的句子不查。",
      en: "Only the part on work done; sentences that plan, expect or set a date are left alone."),
    bad: [
      "某局2023年上半年工作总结\n一、工作开展情况\n⟦8月12日⟧召开教研会议。\n二、存在的问题\n教师不足。"
    ],
    good: [
      "某局2023年上半年工作总结\n一、工作开展情况\n6月12日召开教研会议。\n二、存在的问题\n教师不足。",
      "某局2023年上半年工作总结\n一、工作开展情况\n计划于8月12日召开教研会议。\n二、存在的问题\n教师不足。",
      "某局2023年上半年工作总结\n一、工作开展情况\n2022年8月12日建成。\n二、存在的问题\n教师不足。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts, title.isSummary, let period = title.period,
      let end = CalendarDay(period.lastDay)
    else { return }
    let parts = input.parts(.done)
    let runs = input.scan.digits
    for (index, run) in runs.enumerated() where input.has("月", at: run.upperBound) {
      guard let month = input.number(run), month <= 12, month > end.month,
        parts.contains(where: { $0.extent.contains(run.lowerBound) }),
        !input.isFrame(run.lowerBound), let range = date(index, year: end.year, input),
        isTold(range, input)
      else { continue }
      report.report(
        range,
        Message(
          zh: "“{0}”在总结的时段（{1}）之后", en: "{0} is after the period of the summary ({1})",
          input.text(range), period.title),
        remedy: Message(zh: "核对月份和标题的时段", en: "look up the month, and the title's period"))
    }
  }

  /// The date around a month: a day after it, or the period's year before it.
  private static func date(_ index: Int, year: Int, _ input: LintInput) -> Range<Int>? {
    let runs = input.scan.digits
    let run = runs[index]
    var range = run.lowerBound..<run.upperBound + 3
    if index > 0, input.has("年", before: run.lowerBound),
      runs[index - 1].upperBound == run.lowerBound - 3
    {
      guard input.number(runs[index - 1]) == year else { return nil }
      range = runs[index - 1].lowerBound..<range.upperBound
    } else if !input.scalar(before: run.lowerBound).isChineseMark,
      !input.isAtLineStart(run.lowerBound)
    {
      return nil
    }
    if index + 1 < runs.count, runs[index + 1].lowerBound == range.upperBound,
      input.has("日", at: runs[index + 1].upperBound)
    {
      return range.lowerBound..<runs[index + 1].upperBound + 3
    }
    return nil
  }

  /// Whether the sentence tells something done, and sets no date.
  private static func isTold(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let ahead: [StaticString] = [
      "计划", "预计", "拟", "将", "争取", "力争", "确保", "下半年", "下一步", "前完成", "底前", "日前", "截至", "截止",
      "去年", "上年", "同期", "到期", "有效期", "以前", "之前", "期限",
    ]
    return !input.contains(ahead, in: input.sentence(at: range.lowerBound))
  }
}
