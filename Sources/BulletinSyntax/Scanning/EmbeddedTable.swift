/// The tables built into the program: rows of cells parted by tabs, notes behind `#`.
enum EmbeddedTable {
  /// The text of a table; empty for an unknown name.
  static func text(_ name: String) -> String {
    embeddedData.first { $0.path == name }?.content ?? ""
  }

  /// The first cell and the rest of each row that is no note.
  static func rows(_ name: String) -> [(key: Substring, rest: Substring)] {
    text(name).split(separator: "\n").compactMap { row in
      guard !row.hasPrefix("#"), let tab = row.firstIndex(of: "\t") else { return nil }
      return (row[..<tab], row[row.index(after: tab)...])
    }
  }
}
