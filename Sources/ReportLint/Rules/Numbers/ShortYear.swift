import SourceText

/// NUM001: a year cut to two digits.
enum ShortYear: Rule {
  static let description = RuleDescription(
    "NUM001", "short-year", .warning, fix: .needsReview,
    summary: Message(zh: "年份只写了后两位", en: "a year cut to two digits"),
    reason: Message(
      zh: "年份要写全四位，否则归档后分不清年代。",
      en: "A year has four digits; a short one is ambiguous in the files."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(
      zh: "只查后面跟着上半年、下半年、季度或月日的两位年份。",
      en: "Only two digits before 上半年, 下半年, a quarter, or month and day are looked at."),
    bad: [RuleExample("⟦23年⟧上半年完成改造。", fixed: "2023年上半年完成改造。"), "⟦22年⟧7月5日开工。"],
    good: ["2023年上半年完成改造。", "使用年限20年。", "历时15年建成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (index, run) in runs.enumerated() where run.count == 2 && input.has("年", at: run.upperBound)
    {
      let before = input.scalar(before: run.lowerBound)
      guard let value = input.number(run), (10...39).contains(value), !before.isDigit,
        before != "第", before != ".", before != "-", before != "—", before != "～", before != "~",
        before != "’", before != "'", namesTime(after: run.upperBound + 3, index, input)
      else { continue }
      let range = run.lowerBound..<run.upperBound + 3
      report.report(
        range, Message(zh: "年份“{0}”没有写全", en: "“{0}” is a year cut short", input.text(run)),
        remedy: Message(zh: "写全四位", en: "write all four digits"),
        fixes: [Fix(.needsReview, [Fix.Edit(run.lowerBound..<run.lowerBound, with: "20")])])
    }
  }

  /// Whether a half-year, a quarter or a month with its day follows.
  private static func namesTime(after end: Int, _ index: Int, _ input: LintInput) -> Bool {
    let words: [StaticString] = [
      "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度",
    ]
    if words.contains(where: { input.has($0, at: end) }) { return true }
    let runs = input.scan.digits
    guard index + 2 < runs.count, runs[index + 1].lowerBound == end else { return false }
    return input.has("月", at: runs[index + 1].upperBound)
      && runs[index + 2].lowerBound == runs[index + 1].upperBound + 3
      && input.has("日", at: runs[index + 2].upperBound)
  }
}
