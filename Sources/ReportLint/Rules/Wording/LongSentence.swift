import SourceText

/// WRD012: a sentence of very many characters.
enum LongSentence: Rule {
  static let description = RuleDescription(
    "WRD012", "long-sentence", .off,
    summary: Message(zh: "句子过长", en: "a very long sentence"),
    reason: Message(
      zh: "一句话太长，读到后面忘了前面。", en: "At the end of such a sentence its beginning is forgotten."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "表格和目录不算。", en: "Tables and contents."),
    options: [
      RuleOption(
        "length", 150, Message(zh: "一句最多的字数", en: "the most characters a sentence may have"))
    ],
    bad: [
      RuleExample(
        "⟦开展培训四场，检查学校十二所。⟧",
        configuration: {
          var configuration = LintConfiguration(levels: ["WRD012": .info])
          configuration.options["WRD012.length"] = 10
          return configuration
        }())
    ],
    good: ["开展培训四场，检查学校十二所。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let most = input.configuration.option(description, "length")
    for sentence in input.sentences where sentence.count > most {
      let range = input.trimmed(sentence)
      let count = input.characters(in: range)
      guard count > most, !input.isFrame(range.lowerBound) else { continue }
      report.report(
        range, Message(zh: "这一句有{0}字", en: "a sentence of {0} characters", "\(count)"),
        remedy: Message(zh: "分成几句", en: "part it"))
    }
  }
}
