import SourceText

/// NUM003: a date in two kinds of numerals, or 零 and ○ for 〇 in a year.
enum MixedDateNumerals: Rule {
  static let description = RuleDescription(
    "NUM003", "mixed-date-numerals", .warning, fix: .needsReview,
    summary: Message(
      zh: "日期里数字写法混用，或年份的“〇”写错", en: "a date in mixed numerals, or a year with 零 or ○ for 〇"),
    reason: Message(
      zh: "同一个日期用同一种数字；汉字年份里的零写作“〇”。",
      en: "One date takes one kind of numerals; in a Chinese year the zero is 〇."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(
      zh: "农历、节日和“五四”一类的名称不算。", en: "Lunar dates, festivals and names such as 五四."),
    bad: [
      RuleExample("⟦二零二三年⟧印发。", fixed: "二〇二三年印发。"), RuleExample("⟦二○二三年⟧印发。", fixed: "二〇二三年印发。"),
      "⟦2023年七月⟧召开。", "⟦七月5日⟧召开。",
    ],
    good: ["二〇二三年印发。", "2023年7月召开。", "2023年正月十五。", "七月五日召开。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    checkYears(input, &report)
    for run in input.scan.digits {
      if let range = mixedAfterYear(run, input) ?? mixedBeforeDay(run, input) {
        report.report(
          range,
          Message(zh: "“{0}”里两种数字混用", en: "“{0}” mixes two kinds of numerals", input.text(range)),
          remedy: Message(zh: "改用同一种数字", en: "use one kind"))
      }
    }
  }

  private static func checkYears(_ input: LintInput, _ report: inout FindingReporter) {
    // A Chinese year has four numerals before its 年, most of three bytes.
    for index in input.places(of: .year) where index >= 12 {
      var offset = index
      var edits: [Fix.Edit] = []
      var count = 0
      while count < 4, offset > 0 {
        let start = input.start(before: offset)
        let scalar = input.scalar(at: start)
        guard isYearNumeral(scalar) else { break }
        if scalar != "〇", isWrongZero(scalar) {
          edits.insert(Fix.Edit(start..<offset, with: "〇"), at: 0)
        }
        offset = start
        count += 1
      }
      guard count == 4, !edits.isEmpty, input.has("二", at: offset) || input.has("一", at: offset),
        !isYearNumeral(input.scalar(before: offset))
      else { continue }
      let range = offset..<index + 3
      report.report(
        range,
        Message(zh: "“{0}”里的零应写作“〇”", en: "the zero of “{0}” is written 〇", input.text(range)),
        fixes: [Fix(.needsReview, edits)])
    }
  }

  private static func isYearNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇": true
    default: isWrongZero(scalar)
    }
  }

  private static func isWrongZero(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "零", "○", "O", "0", "Ｏ": true
    default: false
    }
  }

  /// 2023年七月: four digits, then a month in Chinese numerals.
  private static func mixedAfterYear(_ run: Range<Int>, _ input: LintInput) -> Range<Int>? {
    guard run.count == 4, input.has("年", at: run.upperBound) else { return nil }
    var end = run.upperBound + 3
    let start = end
    while isMonthNumeral(input.scalar(at: end)) { end += 3 }
    guard end > start, end - start <= 6, input.has("月", at: end), !input.has("月份牌", at: end) else {
      return nil
    }
    return run.lowerBound..<end + 3
  }

  /// 七月5日: a month in Chinese numerals, then digits for the day.
  private static func mixedBeforeDay(_ run: Range<Int>, _ input: LintInput) -> Range<Int>? {
    guard run.count <= 2, input.has("日", at: run.upperBound), input.has("月", before: run.lowerBound)
    else { return nil }
    let month = run.lowerBound - 3
    var start = month
    while start >= 3, isMonthNumeral(input.scalar(before: start)) { start -= 3 }
    guard start < month, month - start <= 6 else { return nil }
    return start..<run.upperBound + 3
  }

  private static func isMonthNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
