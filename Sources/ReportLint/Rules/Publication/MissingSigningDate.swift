import SourceText

/// PUB002: the text has no signing date, or one of the wrong form.
enum MissingSigningDate: Rule {
  static let description = RuleDescription(
    "PUB002", "missing-signing-date", .warning,
    summary: Message(zh: "文末没有成文日期，或写法不对", en: "no signing date, or one of the wrong form"),
    reason: Message(
      zh: "成文日期是公文生效的日子，用阿拉伯数字写全年、月、日。",
      en: "The signing date is the day the text takes effect; it has year, month and day in digits."
    ),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第九条第十二项；GB/T 9704-2012 7.3.5.4",
        en: "党政机关公文处理工作条例, article 9(12); GB/T 9704-2012 7.3.5.4")),
    exemption: Message(
      zh: "只查写全了情况和打算两部分的总结；节选、声明了格式的报告不查；网站发布件可在设置里关掉。",
      en:
        "Only summaries that have both what was done and what comes next; excerpts and reports of a "
        + "declared format; web copies may turn it off."),
    bad: [RuleExample(signed: false), "澄溪县教育局2023年上半年工作总结\n一、工作开展情况\n已完成。\n澄溪县教育局\n⟦2023.7.5⟧"],
    good: [RuleExample(signed: true)])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    if let range = wrongForm(input) {
      report.report(
        range,
        Message(
          zh: "成文日期“{0}”写法不对", en: "the signing date “{0}” is of the wrong form", input.text(range)),
        remedy: Message(zh: "写成“2023年7月5日”", en: "write 2023年7月5日"))
      return
    }
    guard ClosingLines.isExpected(input) else { return }
    let lines = input.closing
    guard lines.date == nil, !lines.mayBeSigned.date else { return }
    report.report(
      lines.end, Message(zh: "文末没有成文日期", en: "the text has no signing date"),
      remedy: Message(zh: "在署名下写成文日期", en: "put the date below the organ's name"))
  }

  /// A last line that is a date in figures and nothing else, below an organ's name.
  private static func wrongForm(_ input: LintInput) -> Range<Int>? {
    guard !input.configuration.isFrameDeclared else { return nil }
    let last = input.lines.lazy.map(input.trimmed).filter { !$0.isEmpty }.suffix(2)
    guard last.count == 2, let line = last.last, let organ = last.first,
      (8...10).contains(line.count), TitleParts.isOrgan(organ, input),
      ClosingLines.day(in: line, input) != nil, !input.hasHan(line)
    else { return nil }
    return line
  }
}
