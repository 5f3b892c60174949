import SourceText

/// A rule that speaks wherever a word of its list stands.
protocol LexicalRule: Rule {
  /// The words.
  static var list: WordList { get }
  /// How far putting the other word in may be trusted.
  static var safety: Fix.Safety { get }
  /// What is found, for a word.
  static func message(_ found: String, _ right: String) -> Message
}

extension LexicalRule {
  /// Reports each place of each word that is no part of a title in 《》.
  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for match in input.words(of: list) {
      let right = input.word(match).right
      report.report(
        match.range, message(input.text(match.range), right),
        fixes: right.isEmpty ? [] : [Fix(safety, [Fix.Edit(match.range, with: right)])])
    }
  }
}

extension LintInput {
  /// The places of a list's words in text order.
  func words(of list: WordList) -> ArraySlice<Lexicon.Match> { matches[list.number] }

  /// The row of a word that was found.
  func word(_ match: Lexicon.Match) -> WordRow { configuration.lexicon.entries[match.entry].row }
}
