import SourceText

/// NUM007: Arabic digits with 百 or 千.
enum DigitsWithHundreds: Rule {
  static let description = RuleDescription(
    "NUM007", "digits-with-hundreds", .warning,
    summary: Message(zh: "阿拉伯数字与“百”“千”连用", en: "Arabic digits with 百 or 千"),
    reason: Message(
      zh: "阿拉伯数字只与“万”“亿”连用；“3千”写作3000或三千。",
      en: "Digits go with 万 and 亿 only; 3千 is written 3000 or 三千."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(zh: "千米、千克、千瓦等单位和“百分点”不算。", en: "Units such as 千米, 千克, 千瓦, and 百分点."),
    bad: ["参与群众⟦3千⟧余人。", "拨付⟦5百⟧元。"],
    good: ["参与群众3000余人。", "全长3千米。", "装机5千瓦。", "增长3个百分点。", "第3百货商场。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits {
      guard input.has("千", at: run.upperBound) || input.has("百", at: run.upperBound),
        counts(input.scalar(at: run.upperBound + 3)), !input.has("第", before: run.lowerBound)
      else { continue }
      let range = run.lowerBound..<run.upperBound + 3
      report.report(
        range,
        Message(
          zh: "“{0}”应全用阿拉伯数字或全用汉字", en: "“{0}” should be all digits or all Chinese numerals",
          input.text(range)),
        remedy: Message(zh: "写作3000或三千这样的形式", en: "write 3000, or 三千"))
    }
  }

  /// Whether a scalar goes on the count: a qualifier or a measure word.
  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "余", "多", "元", "人", "名", "个", "户", "亩", "吨", "件", "家", "次", "册", "份", "套", "台", "万", "头",
      "只":
      true
    default: false
    }
  }
}
