/// What a unit makes of the number before it.
enum UnitKind: UInt8 {
  /// Counts, also with 一: 一所.
  case one
  /// Counts: 三项.
  case count
  /// Measures; Chinese numerals only from 十 on.
  case measure
  /// Counts or measures with Arabic numerals only.
  case arabic
  /// Makes a date, a time, an ordinal or a name.
  case date
  /// A year, or a span of years.
  case year

  /// The kind of that name in the unit table.
  init?(name: Substring) {
    switch name {
    case "one": self = .one
    case "count": self = .count
    case "measure": self = .measure
    case "arabic": self = .arabic
    case "date": self = .date
    case "year": self = .year
    default: return nil
    }
  }
}

/// The words the figure grammar knows, from the tables built into the program.
struct FigureWords: Sendable {
  /// Units by ``UnitKind``.
  let units: WordTable
  /// Words that begin with a numeral and are no figure.
  let names: WordTable
  /// The traditional and simplified words that qualify a figure from behind.
  let trailing: WordTable

  /// The tables built into the program.
  static let builtIn = FigureWords(
    units: EmbeddedTable.text("units.tsv"), names: EmbeddedTable.text("names.txt"))

  /// Words from the text of the two tables; rows that begin with `#` are notes.
  init(units: String, names: String) {
    var kinds: [(word: Substring, value: UInt8)] = []
    for row in EmbeddedTable.lines(units) {
      guard let tab = row.utf8.firstIndex(of: 0x09), let kind = UnitKind(name: row[..<tab]) else {
        continue
      }
      for word in EmbeddedTable.pieces(row[row.utf8.index(after: tab)...], by: 0x20) {
        kinds.append((word, kind.rawValue))
      }
    }
    self.units = WordTable(kinds)
    self.names = WordTable(
      EmbeddedTable.lines(names).flatMap { row in
        EmbeddedTable.pieces(row, by: 0x20).map { ($0, 0) }
      })
    trailing = WordTable(
      ["以上", "以下", "以内", "以內", "左右", "上下"].map { (Substring($0), 0) })
  }
}
