import SourceText

/// PUN011: a range with a hyphen for its mark.
enum RangeMark: Rule {
  static let description = RuleDescription(
    "PUN011", "range-mark", .warning, fix: .needsReview,
    summary: Message(zh: "起止范围用了短横或半角波纹", en: "a range with a hyphen or a half-width tilde"),
    reason: Message(
      zh: "时间、地域的起止用一字线“—”，数值的范围用浪纹线“～”；短横是连接号里用来连编号、复合词的。",
      en:
        "Years, months and places are joined by —, amounts by ～; the hyphen joins codes and compounds."
    ),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.13.3", en: "GB/T 15834-2011 4.13.3")),
    exemption: Message(
      zh: "编号、电话、比分、数字写成的日期不算；数值范围用一字线也对；百分数由 NUM005、省去“万”的由 NUM006 检查；很多的一并报告。",
      en:
        "Codes, telephones, scores and dates in figures; — between amounts is right too; percentages "
        + "are for NUM005 and a left out 万 for NUM006; a text full of them is reported once."),
    bad: [
      RuleExample("实施⟦2021-2023年⟧规划。", fixed: "实施2021—2023年规划。"),
      RuleExample("每班配备⟦5-8个⟧座位。", fixed: "每班配备5～8个座位。"),
      RuleExample("每班配备⟦5~8个⟧座位。", fixed: "每班配备5～8个座位。"),
    ],
    good: [
      "实施2021—2023年规划。", "每班配备5～8个座位。", "电话0745-6822号。", "日期2023-07-25。", "以3-1获胜。",
      "增长4-6%。", "高铁G1-3次。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    for range in input.writtenRanges {
      guard let (unit, isTime) = unit(range, input), let right = right(range, isTime: isTime) else {
        continue
      }
      faults.append(
        MarkFault(
          range.first.lowerBound..<unit, edits: [Fix.Edit(range.mark, with: right)]))
    }
    report.report(faults, safety: .needsReview, limit: 5) { fault in
      Message(
        zh: "“{0}”的连接号应为“{1}”", en: "the mark of “{0}” should be “{1}”", input.text(fault.range),
        fault.edits.first?.replacement ?? "")
    }
  }

  /// The mark that belongs there; nil where the right one stands already.
  private static func right(_ range: WrittenRange, isTime: Bool) -> String? {
    switch range.sign {
    case "-", "－", "–": isTime ? "—" : "～"
    case "~", "〜": isTime ? "—" : "～"
    default: nil
    }
  }

  /// Where the unit after the range ends, and whether it is one of time.
  private static func unit(_ range: WrittenRange, _ input: LintInput) -> (end: Int, isTime: Bool)? {
    let end = range.second.upperBound
    guard input.scalar(before: range.first.lowerBound) != "以" else { return nil }
    switch input.scalar(at: end) {
    case "年":
      let isYears = range.first.count == 4 && range.second.count == 4
      // 3-5年 is a span of time, an amount.
      guard isYears || range.first.count <= 2 && range.second.count <= 2 else { return nil }
      return input.has("年级", at: end) ? nil : (end + 3, isYears)
    case "月": return range.first.count <= 2 ? (end + 3, true) : nil
    case "日": return range.first.count <= 2 ? (end + 3, true) : nil
    case "个", "人", "名", "所", "家", "项", "次", "元", "件", "户", "亩", "台", "辆", "米", "吨", "倍", "条", "处",
      "场", "套", "份", "岁", "天", "小", "分":
      if input.has("小", at: end), !input.has("小时", at: end) { return nil }
      if input.has("分", at: end), !input.has("分钟", at: end) { return nil }
      if input.has("项", at: end), input.has("第", before: range.first.lowerBound) { return nil }
      guard let first = input.number(range.first), let second = input.number(range.second),
        first < second
      else { return nil }
      return (end + (input.has("小时", at: end) || input.has("分钟", at: end) ? 6 : 3), false)
    default: return nil
    }
  }
}
