import SourceText

/// PUN020: a whole text that uses half-width commas.
enum HalfWidthText: Rule {
  static let description = RuleDescription(
    "PUN020", "half-width-text", .warning, fix: .safe,
    summary: Message(zh: "全文都用半角逗号", en: "a whole text with half-width commas"),
    reason: Message(
      zh: "整篇都是半角逗号，多是网页或软件转换时丢了全角；句号、顿号却还是中文的，前后不一。",
      en:
        "A text whose commas are all half-width while 。 and 、 are Chinese lost them in a conversion."
    ),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 5.1.1", en: "GB/T 15834-2011 5.1.1")),
    exemption: Message(
      zh: "每个文件只报一次，代表全部逗号；有一个全角逗号就改由 PUN001 逐个报告；已声明用半角标点的不查。",
      en:
        "Reported once a file, for all its commas; with a single Chinese comma in it PUN001 names each; "
        + "texts declared to use half-width marks."),
    bad: [
      RuleExample(
        "教学⟦,⟧师资,保障,安全,校舍,都有进展。", fixed: "教学，师资，保障，安全，校舍，都有进展。")
    ],
    good: [
      "教学，师资，保障，安全，校舍，都有进展。", "教学,师资,保障都有进展。",
      RuleExample(
        "教学,师资,保障,安全,校舍,都有进展。", configuration: LintConfiguration(markWidth: .half)),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let found = input.halfWidthMarks
    guard input.configuration.markWidth != .half, found.isWholeText, let first = found.commas.first
    else { return }
    report.report(
      first.range,
      Message(
        zh: "全文{0}处逗号都是半角", en: "all {0} commas of the text are half-width",
        String(found.commas.count)),
      remedy: Message(
        zh: "改用全角逗号；若本单位就用半角，在配置里声明", en: "use ，; or declare half-width marks in the settings"),
      fixes: [Fix(.safe, found.commas.map { Fix.Edit($0.range, with: "，") })])
  }
}
