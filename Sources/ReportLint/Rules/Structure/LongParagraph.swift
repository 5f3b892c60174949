import BulletinSyntax
import SourceText

/// STR018: a paragraph of very many characters.
enum LongParagraph: Rule {
  static let description = RuleDescription(
    "STR018", "long-paragraph", .off,
    summary: Message(zh: "段落过长", en: "a very long paragraph"),
    reason: Message(zh: "一段太长，读者找不到要点。", en: "Nobody finds the point in a paragraph of a page."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "表格和目录不算。", en: "Tables and contents."),
    options: [
      RuleOption(
        "length", 900, Message(zh: "一段最多的字数", en: "the most characters a paragraph may have"))
    ],
    bad: [
      RuleExample(
        "⟦开展培训四场，检查学校十二所。⟧",
        configuration: {
          var configuration = LintConfiguration(levels: ["STR018": .info])
          configuration.options["STR018.length"] = 10
          return configuration
        }())
    ],
    good: ["开展培训四场，检查学校十二所。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let most = input.configuration.option(description, "length")
    for line in input.lines where line.count > most && !input.isFrame(line.lowerBound) {
      let content = input.trimmed(line)
      let count = input.characters(in: content)
      guard count > most else { continue }
      report.report(
        content,
        Message(zh: "这一段有{0}字", en: "a paragraph of {0} characters", "\(count)"),
        remedy: Message(zh: "分成几段", en: "part it"))
    }
  }
}
