import SourceText

/// NUM016: # for 号.
enum HashForNumber: Rule {
  static let description = RuleDescription(
    "NUM016", "hash-for-number", .info, fix: .needsReview,
    summary: Message(zh: "用“#”代替“号”", en: "# for 号"),
    reason: Message(zh: "公文里的编号用“号”，不用符号代字。", en: "Official texts write the word 号."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "后面不是汉字的不算。", en: "A # that no Chinese character follows."),
    bad: [RuleExample("改造⟦2#⟧教学楼。", fixed: "改造2号教学楼。")],
    good: ["改造2号教学楼。", "热线*123#。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits {
      let end = run.upperBound
      guard input.byte(end) == 0x23 || input.has("＃", at: end) else { continue }
      let sign = end..<end + input.width(at: end)
      guard input.scalar(at: sign.upperBound).isHan else { continue }
      report.report(
        run.lowerBound..<sign.upperBound, Message(zh: "“#”应写作“号”", en: "# should be 号"),
        fixes: [Fix(.needsReview, [Fix.Edit(sign, with: "号")])])
    }
  }
}
