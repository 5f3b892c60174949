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
    var seen: [UInt64: Range<Int>] = [:]
    for whole in input.sentences where whole.count >= 39 {
      let sentence = input.trimmed(whole)
      guard sentence.count >= 39, sentence.count < 3000,
        isSentence(sentence, input), hanCount(sentence, input) >= 12
      else { continue }
      let key = hash(sentence, input)
      guard let first = seen[key] else {
        seen[key] = sentence
        continue
      }
      if input.bytes[first] == input.bytes[sentence] {
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

  private static func hanCount(_ range: Range<Int>, _ input: LintInput) -> Int {
    input.bytes[range].count { $0 &- 0xE4 < 6 }
  }

  /// FNV-1a over the bytes.
  private static func hash(_ range: Range<Int>, _ input: LintInput) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in input.bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
