/// The words that tell what the lines around a text are, from the table built into the program.
struct FrameWords: Sendable {
  /// Labels of organ, time and index numbers.
  let publication: WordTable
  /// What a web page puts around a text.
  let furniture: WordTable
  /// What names the source.
  let source: WordTable
  /// Kinds of documents, which close a title.
  let title: WordTable
  /// Other words that close titles.
  let closing: WordTable
  /// Words that stand in titles.
  let naming: WordTable
  /// Words in the names of offices.
  let office: WordTable

  /// The table built into the program.
  static let builtIn: FrameWords = {
    var words: [Substring: [(word: Substring, value: UInt8)]] = [:]
    for (kind, rest) in EmbeddedTable.rows("frame.tsv") {
      words[kind, default: []] += EmbeddedTable.pieces(rest, by: 0x20).map { (blanked($0), 0) }
    }
    func table(_ kind: Substring) -> WordTable { WordTable(words[kind] ?? []) }
    return FrameWords(
      publication: table("publication"), furniture: table("furniture"), source: table("source"),
      title: table("title"), closing: table("closing"), naming: table("naming"),
      office: table("office"))
  }()

  /// A word with its `_` turned into blanks.
  private static func blanked(_ word: Substring) -> Substring {
    word.utf8.contains(0x5F) ? Substring(word.split(separator: "_").joined(separator: " ")) : word
  }
}
