import SourceText

/// NAM005: one word in two ways of writing.
enum MixedVariants: Rule {
  static let description = RuleDescription(
    "NAM005", "mixed-variants", .info, fix: .needsReview,
    summary: Message(zh: "同一个词两种写法", en: "one word written in two ways"),
    reason: Message(zh: "一份文件里同一个词只用一种写法。", en: "One text writes a word one way."),
    basis: RuleBasis(.practice, Message(zh: "校对惯例", en: "proof-reading practice")),
    exemption: Message(
      zh: "只查词表里的词；只有一种写法的不报。", en: "Only the words of the list, and only where both ways are used."
    ),
    bad: [
      RuleExample("在市里作经验发言，在县里⟦做经验发言⟧。", fixed: "在市里作经验发言，在县里作经验发言。")
    ],
    good: ["在市里作经验发言，在县里作经验发言。", "在县里做经验发言。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var first: [String: Range<Int>] = [:]
    for match in input.words(of: .variants) {
      let row = input.word(match)
      if let other = first[row.right] {
        report.report(
          match.range,
          Message(
            zh: "前面写作“{0}”，这里写作“{1}”", en: "“{0}” before, “{1}” here", row.right, row.word),
          remedy: Message(zh: "全文用一种写法", en: "write it one way"),
          notes: [report.note(Message(zh: "前面的写法", en: "the way before"), at: other)],
          fixes: [Fix(.needsReview, [Fix.Edit(match.range, with: row.right)])])
      } else if first[row.word] == nil {
        first[row.word] = match.range
      }
    }
  }
}
