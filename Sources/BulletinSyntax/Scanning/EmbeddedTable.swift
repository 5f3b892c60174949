/// The tables built into the program: rows of cells parted by tabs, notes behind `#`.
enum EmbeddedTable {
  /// The text of a table; empty for an unknown name.
  static func text(_ name: String) -> String {
    embeddedData.first { $0.path == name }?.content ?? ""
  }

  /// The first cell and the rest of each row that is no note.
  static func rows(_ name: String) -> [(key: Substring, rest: Substring)] {
    lines(text(name)).compactMap { row in
      guard let tab = row.utf8.firstIndex(of: 0x09) else { return nil }
      return (row[..<tab], row[row.utf8.index(after: tab)...])
    }
  }

  /// The rows of a table's text that are no notes.
  static func lines(_ text: String) -> [Substring] {
    pieces(text[...], by: 0x0A).filter { $0.utf8.first != 0x23 }
  }

  /// The parts of a text between ASCII separators, empty ones left out; on bytes, since walking over
  /// the characters of the tables would be a good part of a cold start.
  static func pieces(_ text: Substring, by separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator).map { Substring($0) }
  }
}
