import SourceText

/// NUM010: digits in a set phrase.
enum DigitsInPhrase: Rule {
  static let description = RuleDescription(
    "NUM010", "digits-in-phrase", .info, fix: .needsReview,
    summary: Message(zh: "固定词语里的数词写成了阿拉伯数字", en: "digits in a set phrase"),
    reason: Message(
      zh: "成语、固定词语和政策简称里的数词是词的一部分，用汉字。",
      en: "The numeral of a set phrase is part of the word and stays Chinese."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(zh: "只查词表里的词语。", en: "Only the phrases of the list."),
    bad: [RuleExample("落实⟦5育并举⟧要求。", fixed: "落实五育并举要求。")],
    good: ["落实五育并举要求。", "完成5个项目。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits where run.count == 1 {
      guard input.byte(run.lowerBound - 1) != 0x2E else { continue }
      let digit = Int(input.byte(run.lowerBound) &- 0x30)
      // What stands behind the digit tells nearly all apart.
      let next = Self.key(input.byte(run.upperBound), input.byte(run.upperBound + 1))
      guard openings[digit].contains(next) else { continue }
      for (row, word) in phrases[digit] where input.stands(word, at: run.lowerBound) {
        let range = run.lowerBound..<run.lowerBound + word.count
        report.report(
          range,
          Message(zh: "“{0}”应写作“{1}”", en: "“{0}” should be “{1}”", row.word, row.right),
          fixes: [Fix(.needsReview, [Fix.Edit(range, with: row.right)])])
        break
      }
    }
  }

  /// The phrases by the digit they begin with.
  private static let phrases: [[(row: WordRow, word: [UInt8])]] = {
    var phrases = [[(row: WordRow, word: [UInt8])]](repeating: [], count: 10)
    for row in WordRow.rows(of: WordRow.builtIn("set-phrases")) where !row.right.isEmpty {
      if let digit = row.word.utf8.first, digit &- 0x30 < 10 {
        phrases[Int(digit &- 0x30)].append((row, Array(row.word.utf8)))
      }
    }
    return phrases
  }()

  /// The two bytes behind the digit of each phrase, where Chinese characters follow.
  private static let openings: [[UInt16]] = phrases.map { phrases in
    phrases.map { $0.word.count > 2 ? key($0.word[1], $0.word[2]) : 0 }
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}
