import SourceText

/// WRD015: a set political phrase with a wrong character.
enum FixedPhrase: Rule {
  static let description = RuleDescription(
    "WRD015", "fixed-phrase", .error, fix: .needsReview,
    summary: Message(zh: "固定政治表述有误", en: "a set political phrase with a wrong character"),
    reason: Message(
      zh: "固定表述一字不能错；严重表述错误在政府网站检查中单项否决。",
      en:
        "Such phrases stand in one wording only; an error in them fails a site inspection by itself."
    ),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《政府网站与政务新媒体检查指标》：严重表述错误", en: "政府网站与政务新媒体检查指标: grave errors of wording")),
    exemption: Message(
      zh: "只比对词表里的表述，首尾各两字相同、长度相同、中间错一两个字的才报。",
      en:
        "Only the phrases of the list; those of the same length and ends with one or two other "
        + "characters in between."),
    bad: [
      RuleExample("推进⟦扫黑险恶⟧斗争。", fixed: "推进扫黑除恶斗争。"),
      RuleExample("践行⟦社会主义核新价值观⟧。", fixed: "践行社会主义核心价值观。"),
    ],
    good: ["推进扫黑除恶斗争。", "践行社会主义核心价值观。", "坚持社会主义核心价值体系。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for match in input.words(of: .fixedPhrases) {
      let row = input.word(match)
      guard !row.right.isEmpty else { continue }
      tell(match.range, row.right, input, &report)
    }
    for (phrase, word) in input.configuration.lexicon.phrases {
      for match in input.words(of: .phraseHeads) where input.word(match).word == word {
        let range = match.range.lowerBound..<match.range.lowerBound + phrase.utf8.count
        guard range.upperBound <= input.bytes.count else { continue }
        let written = Array(input.bytes[range])
        if isSlip(written, of: Array(phrase.utf8)) { tell(range, phrase, input, &report) }
      }
    }
  }

  private static func tell(
    _ range: Range<Int>, _ right: String, _ input: LintInput, _ report: inout FindingReporter
  ) {
    report.report(
      range,
      Message(zh: "“{0}”应为“{1}”", en: "“{0}” should be “{1}”", input.text(range), right),
      fixes: [Fix(.needsReview, [Fix.Edit(range, with: right)])])
  }

  /// Whether the bytes are the phrase with one or two other Chinese characters inside; one where the
  /// phrase is short.
  private static func isSlip(_ written: [UInt8], of phrase: [UInt8]) -> Bool {
    guard written.count == phrase.count, written.suffix(6) == phrase.suffix(6) else { return false }
    var wrong = 0
    for index in stride(from: 0, to: written.count - 2, by: 3)
    where written[index..<index + 3] != phrase[index..<index + 3] {
      guard written[index] &- 0xE4 < 6 else { return false }
      wrong += 1
    }
    return wrong >= 1 && wrong <= (phrase.count >= 36 ? 2 : 1)
  }
}
