import SourceText

/// NUM004: 号 for 日 in a date.
enum DayWord: Rule {
  static let description = RuleDescription(
    "NUM004", "day-word", .info, fix: .safe,
    summary: Message(zh: "日期里用了“号”", en: "号 for 日 in a date"),
    reason: Message(zh: "书面的日期用“日”，“号”是口语。", en: "Written dates have 日; 号 is spoken."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "文号、楼号、令等“号”不是日期的不算。", en: "A 号 that is no date: of documents, houses, orders."),
    bad: [RuleExample("7月25⟦号⟧召开会议。", fixed: "7月25日召开会议。")],
    good: ["7月25日召开会议。", "印发7月25号文件。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits
    where input.has("号", at: run.upperBound) && input.has("月", before: run.lowerBound) {
      let sign = run.upperBound..<run.upperBound + 3
      guard let day = input.number(run), (1...31).contains(day),
        input.byte(run.lowerBound - 4) &- 0x30 < 10
      else { continue }
      let others: [StaticString] = ["文", "令", "楼", "院", "公告", "线", "通"]
      if others.contains(where: { input.has($0, at: sign.upperBound) }) { continue }
      report.report(
        sign, Message(zh: "日期用“日”，不用“号”", en: "dates have 日, not 号"),
        fixes: [Fix(.safe, [Fix.Edit(sign, with: "日")])])
    }
  }
}
