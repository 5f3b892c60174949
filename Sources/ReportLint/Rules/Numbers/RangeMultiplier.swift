import SourceText

/// NUM006: 万 or 亿 left out at the first number of a range.
enum RangeMultiplier: Rule {
  static let description = RuleDescription(
    "NUM006", "range-multiplier", .warning, fix: .displayOnly,
    summary: Message(zh: "范围的前一个数省了“万”“亿”", en: "万 or 亿 left out at the first number of a range"),
    reason: Message(
      zh: "“5～10万人”可以读作5人到10万人，前一个数也要带“万”。", en: "5～10万 can be read as from 5 to 100,000."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(zh: "前一个数本来就大于一千的不算。", en: "A first number over a thousand."),
    bad: ["覆盖⟦5～10万⟧人。", "投入⟦2-3亿⟧元。"],
    good: ["覆盖5万～10万人。", "覆盖8000～1万人。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for range in input.writtenRanges {
      let end = range.second.upperBound
      let unit = input.scalar(at: end)
      guard unit == "万" || unit == "亿", range.first.count <= 3,
        input.scalar(before: range.first.lowerBound) != "以"
      else { continue }
      let whole = range.first.lowerBound..<end + 3
      report.report(
        whole,
        Message(
          zh: "“{0}”的前一个数少了“{1}”", en: "the first number of “{0}” lacks its {1}",
          input.text(whole), String(unit)),
        remedy: Message(
          zh: "写作“{0}{1}～{2}{1}”", en: "write {0}{1}～{2}{1}", input.text(range.first), String(unit),
          input.text(range.second)),
        fixes: [
          Fix(.displayOnly, [Fix.Edit(range.mark, with: String(unit) + "～")])
        ])
    }
  }
}
