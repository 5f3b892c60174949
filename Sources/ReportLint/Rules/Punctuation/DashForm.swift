import SourceText

/// PUN010: a dash made of hyphens.
enum DashForm: Rule {
  static let description = RuleDescription(
    "PUN010", "dash-form", .warning, fix: .safe,
    summary: Message(zh: "破折号写法不对", en: "a dash of the wrong form"),
    reason: Message(
      zh: "破折号是占两个字的一字横“——”，不用短横代替。",
      en: "The dash is ——, two characters wide; hyphens are no dash."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.10.2", en: "GB/T 15834-2011 4.10.2")),
    exemption: Message(
      zh: "前后都不是中文的、连着四个以上作分隔线的不算。",
      en: "Hyphens with no Chinese beside them, and rules made of many."),
    bad: [
      RuleExample("一个目标⟦--⟧办好学校。", fixed: "一个目标——办好学校。"),
      RuleExample("一个目标⟦－－⟧办好学校。", fixed: "一个目标——办好学校。"),
    ],
    good: ["一个目标——办好学校。", "运行 make --all 命令。", "正文\n------\n附注"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    let marks = input.marks
    for run in input.runs(of: { $0 == "-" || $0 == "－" || $0 == "﹣" }) where run.count <= 3 {
      let range = marks[run.lowerBound].offset..<marks[run.upperBound - 1].end
      let before = input.scalar(before: range.lowerBound)
      let after = input.scalar(at: range.upperBound)
      guard isChinese(before), isChinese(after), !input.isMasked(range.lowerBound) else { continue }
      faults.append(MarkFault(range, with: "——"))
    }
    report.report(faults, safety: .safe) { _ in
      Message(zh: "破折号应写作“——”", en: "the dash is written ——")
    }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isClosingMark || scalar == "“" || scalar == "《"
  }
}
