import SourceText

/// NUM013: a date that no calendar has.
enum ImpossibleDate: Rule {
  static let description = RuleDescription(
    "NUM013", "impossible-date", .error,
    summary: Message(zh: "日期不存在", en: "a date that does not exist"),
    reason: Message(zh: "历法上没有这一天，必是笔误。", en: "The calendar has no such day."),
    basis: RuleBasis(.fact, Message(zh: "公历", en: "the Gregorian calendar")),
    exemption: Message(
      zh: "没有写年份的2月29日不算；只查数字写成的公历日期。",
      en: "29 February without a year; only dates written in digits are looked at."),
    bad: [
      "⟦6月31日⟧前完成。", "⟦2023年2月29日⟧召开会议。", "⟦13月5日⟧报送。", "发布日期：⟦2023-02-30⟧",
    ],
    good: [
      "6月30日前完成。", "2024年2月29日召开会议。", "2月29日召开会议。", "1-5月31个项目开工。", "编号2023-13-45号。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for (index, digits) in input.scan.digits.enumerated() {
      // 月 or a hyphen follows the first number of every date that is judged.
      let next = input.byte(digits.upperBound)
      guard next == 0xE6 || next == 0x2D else { continue }
      if let range = written(digits, index, input) ?? hyphenated(digits, index, input) {
        report.report(
          range, Message(zh: "没有“{0}”这一天", en: "there is no such day as {0}", input.text(range)),
          remedy: Message(zh: "核对日期", en: "look the date up"))
      }
    }
  }

  /// `month` 月 day 日, with the year where one stands before.
  private static func written(
    _ month: Range<Int>, _ index: Int, _ input: LintInput
  ) -> Range<Int>? {
    let runs = input.scan.digits
    guard input.has("月", at: month.upperBound), index + 1 < runs.count,
      runs[index + 1].lowerBound == month.upperBound + 3,
      input.has("日", at: runs[index + 1].upperBound),
      let monthValue = input.number(month), let dayValue = input.number(runs[index + 1])
    else { return nil }
    var start = month.lowerBound
    var year: Int?
    if index > 0, input.has("年", before: start), runs[index - 1].upperBound == start - 3,
      runs[index - 1].count == 4
    {
      year = input.number(runs[index - 1])
      start = runs[index - 1].lowerBound
    } else if start > 0, input.byte(start - 1) == 0x2D || input.byte(start - 1) == 0x2E {
      return nil
    }
    if exists(year, monthValue, dayValue) { return nil }
    return start..<runs[index + 1].upperBound + 3
  }

  /// `year`-month-day with two digits each, nothing glued to either end.
  private static func hyphenated(
    _ year: Range<Int>, _ index: Int, _ input: LintInput
  ) -> Range<Int>? {
    let runs = input.scan.digits
    guard year.count == 4, index + 2 < runs.count, runs[index + 1].count == 2,
      runs[index + 2].count == 2, runs[index + 1].lowerBound == year.upperBound + 1,
      runs[index + 2].lowerBound == runs[index + 1].upperBound + 1,
      input.byte(year.upperBound) == 0x2D, input.byte(runs[index + 1].upperBound) == 0x2D,
      let yearValue = input.number(year), (1900...2100).contains(yearValue),
      let month = input.number(runs[index + 1]), let day = input.number(runs[index + 2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let before = input.scalar(before: year.lowerBound)
    let after = input.scalar(at: runs[index + 2].upperBound)
    guard !before.isLatin, before != "-", !after.isLatin, after != "-", after != "号" else {
      return nil
    }
    return exists(yearValue, month, day) ? nil : year.lowerBound..<runs[index + 2].upperBound
  }

  private static func exists(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    switch month {
    case 2:
      guard let year else { return day <= 29 }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return day <= (isLeap ? 29 : 28)
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
  }
}
