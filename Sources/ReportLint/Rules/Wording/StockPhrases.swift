import SourceText

/// WRD008: more stock phrases than a text of its length should have.
enum StockPhrases: Rule {
  static let description = RuleDescription(
    "WRD008", "stock-phrases", .off,
    summary: Message(zh: "套话过多", en: "too many stock phrases"),
    reason: Message(
      zh: "套话放在哪份总结里都行，读者得不到事实。", en: "What fits every report tells nothing of this one."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：文字精练", en: "党政机关公文处理工作条例, article 19: be concise")),
    exemption: Message(
      zh: "不足一千字的按一千字算。", en: "A text under a thousand characters counts as one thousand."),
    options: [
      RuleOption(
        "per-thousand", 8, Message(zh: "每千字最多几处", en: "the most in a thousand characters"))
    ],
    bad: [
      RuleExample(
        "⟦高度重视⟧安全，狠抓落实。",
        configuration: {
          var configuration = LintConfiguration(levels: ["WRD008": .info])
          configuration.options["WRD008.per-thousand"] = 1
          return configuration
        }())
    ],
    good: ["检查学校12所，整改隐患30处。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let phrases = input.words(of: .stockPhrases)
    let most = input.configuration.option(description, "per-thousand")
    let thousands = max(1, (input.bytes.count / 3 + 999) / 1000)
    guard let first = phrases.first, phrases.count > most * thousands else { return }
    report.report(
      first.range,
      Message(
        zh: "全文{0}处套话，每千字超过{1}处", en: "{0} stock phrases, over {1} in a thousand characters",
        "\(phrases.count)", "\(most)"),
      remedy: Message(zh: "换成做了什么、成效如何的事实", en: "say what was done and what came of it"))
  }
}
