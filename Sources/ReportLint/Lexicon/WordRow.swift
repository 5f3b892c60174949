/// A row of a word list: the word, what to write instead, and where it is part of something else.
public struct WordRow: Sendable, Hashable {
  /// The word as written.
  public let word: String
  /// What to write instead, or what the word stands for; empty where the list has none.
  public let right: String
  /// What the word is part of something else after.
  public let notAfter: [String]
  /// What the word is part of something else before.
  public let notBefore: [String]

  /// A row from its parts.
  public init(
    _ word: String, right: String = "", notAfter: [String] = [], notBefore: [String] = []
  ) {
    self.word = word
    self.right = right
    self.notAfter = notAfter
    self.notBefore = notBefore
  }

  /// The rows of a table's text: cells parted by tabs, words of a cell by blanks, notes behind `#`.
  ///
  /// On bytes, since walking over characters would be a good part of a cold start.
  public static func rows(of table: some StringProtocol) -> [WordRow] {
    lines(of: table).compactMap { line in
      let cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Substring($0) }
      guard let word = cells.first, !word.isEmpty else { return nil }
      func words(_ index: Int) -> [String] {
        guard index < cells.count else { return [] }
        return cells[index].utf8.split(separator: 0x20).map { String(Substring($0)) }
      }
      return WordRow(
        String(word), right: cells.count > 1 ? String(cells[1]) : "", notAfter: words(2),
        notBefore: words(3))
    }
  }

  /// The lines of a table's text that are no notes, line ends of either kind taken off.
  static func lines(of table: some StringProtocol) -> [Substring] {
    Substring(table).utf8.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      line.first == 0x23 ? nil : Substring(line)
    }
  }

  /// The text of a list built into the program; empty for an unknown name.
  static func builtIn(_ name: String) -> String {
    embeddedData.first { $0.path == name + ".tsv" }?.content ?? ""
  }
}
