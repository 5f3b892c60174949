import SourceText

/// NUM015: a time that only the day of writing gives a meaning.
enum RelativeTime: Rule {
  static let description = RuleDescription(
    "NUM015", "relative-time", .info,
    summary: Message(zh: "用了“今年”“日前”等相对的时间", en: "a relative time: 今年, 日前"),
    reason: Message(
      zh: "文件归档以后，“今年”是哪一年要另查；写明年份日期，多年后也读得懂。",
      en: "In the files nobody knows which year 今年 was; a year stays readable."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "引号里的不算；全文只在第一处一并报告；报告、讲话稿可以在设置里关掉。",
      en: "Words in quotation marks; a text is told once; speeches may turn it off."),
    bad: ["⟦今年⟧招聘教师40人。"],
    good: ["2023年招聘教师40人。", "主题是“筑梦今年”。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let faults = input.words(of: .relativeTimes)
      .filter { !input.isFrame($0.range.lowerBound) && !input.isQuoted($0.range.lowerBound) }
      .map { MarkFault($0.range) }
    report.report(
      faults, remedy: Message(zh: "写明年份或日期", en: "write the year or the date"),
      safety: .displayOnly,
      limit: 1
    ) { fault in
      Message(
        zh: "“{0}”要看写作的日子才知道是何时", en: "“{0}” hangs on the day of writing", input.text(fault.range))
    }
  }
}
