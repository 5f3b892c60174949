import SourceText

/// NUM005: a range of percentages with one percent sign.
enum BarePercentRange: Rule {
  static let description = RuleDescription(
    "NUM005", "bare-percent-range", .warning, fix: .safe,
    summary: Message(zh: "百分数范围只在后一个数上用了百分号", en: "a range of percentages with one percent sign"),
    reason: Message(
      zh: "“4-6%”可以读作4到6%，前一个数也要带百分号。",
      en: "4-6% can be read as from 4 to 6 %; both numbers carry the sign."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(zh: "编号和比分不算。", en: "Codes and scores."),
    bad: [RuleExample("增幅保持在⟦4-6%⟧。", fixed: "增幅保持在4%～6%。"), "增幅保持在⟦4.5～6%⟧。"],
    good: ["增幅保持在4%～6%。", "完成率为96%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (index, run) in runs.enumerated() where index + 1 < runs.count {
      let separator = input.scalar(at: run.upperBound)
      switch separator {
      case "-", "～", "~", "—", "–": break
      default: continue
      }
      let second = run.upperBound + input.width(at: run.upperBound)
      guard runs[index + 1].lowerBound == second else { continue }
      var end = runs[index + 1].upperBound
      if input.byte(end) == 0x2E, index + 2 < runs.count, runs[index + 2].lowerBound == end + 1 {
        end = runs[index + 2].upperBound
      }
      guard input.byte(end) == 0x25 || input.has("％", at: end) else { continue }
      var start = run.lowerBound
      if input.byte(start - 1) == 0x2E, index > 0, runs[index - 1].upperBound == start - 1 {
        start = runs[index - 1].lowerBound
      }
      let before = input.scalar(before: start)
      guard before.isHan || before.isChineseMark || before == "," else { continue }
      let range = start..<end + input.width(at: end)
      report.report(
        range,
        Message(
          zh: "“{0}”的前一个数少了百分号", en: "the first number of “{0}” lacks its percent sign",
          input.text(range)),
        fixes: [Fix(.safe, [Fix.Edit(run.upperBound..<second, with: "%～")])])
    }
  }
}
