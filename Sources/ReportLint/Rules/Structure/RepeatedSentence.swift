import BulletinSyntax
import SourceText

/// STR016: a sentence stands in the text twice.
enum RepeatedSentence: Rule {
  static let description = RuleDescription(
    "STR016", "repeated-sentence", .warning,
    summary: Message(zh: "同一句话出现两次", en: "the same sentence twice"),
    reason: Message(
      zh: "一字不差的长句出现两次，多是粘贴时重复了。",
      en: "A long sentence that comes back word for word was pasted twice."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：文字精练", en: "党政机关公文处理工作条例, article 19: be concise")),
    exemption: Message(
      zh: "不足十二字的句子、没有句号的行（标题、表格）不算。",
      en: "Sentences under twelve characters, and lines without a stop (headings, tables)."),
    bad: ["全县新建改建校舍三处并投入使用。教师培训按期完成。⟦全县新建改建校舍三处并投入使用。⟧"],
    good: ["全县新建改建校舍三处并投入使用。教师培训按期完成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    // Of two sentences with one hash the first is kept; the bytes decide.
    var seen = HashIndex(capacity: input.sentences.count)
    for (index, whole) in input.sentences.enumerated() where whole.count >= 39 {
      let sentence = input.trimmed(whole)
      guard sentence.count >= 39, sentence.count < 3000,
        let earlier = seen.insert(index, under: input.hash(sentence))
      else { continue }
      let first = input.trimmed(input.sentences[earlier])
      // What is asked of one holds of the other.
      if input.bytes[first] == input.bytes[sentence], isSentence(sentence, input),
        hasTwelveCharacters(sentence, input)
      {
        let note = report.note(
          Message(zh: "第一次在这里", en: "it first stands here"), at: first)
        report.report(
          sentence, Message(zh: "这句话前面已经有了", en: "this sentence stands in the text already"),
          remedy: Message(zh: "删去一处", en: "take one of the two out"), notes: [note])
      }
    }
  }

  private static func isSentence(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let last = input.scalar(before: range.upperBound)
    return last.endsSentence || last.isClosingMark
  }

  private static func hasTwelveCharacters(_ range: Range<Int>, _ input: LintInput) -> Bool {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      if input.byte(offset) &- 0xE4 < 6 {
        count += 1
        if count == 12 { return true }
      }
      offset += input.width(at: offset)
    }
    return false
  }
}
