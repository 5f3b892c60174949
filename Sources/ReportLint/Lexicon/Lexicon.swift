/// The words that rules look for, all of them found in one pass over a text.
///
/// A word begins with two Chinese characters of the basic block; the pair is looked up in a bit table
/// first, so that a text costs little more than its reading.
public struct Lexicon: Sendable {
  /// A word with its list.
  struct Entry: Sendable {
    let list: WordList
    let row: WordRow
    fileprivate let word: [UInt8]
    fileprivate let notAfter: [[UInt8]]
    fileprivate let notBefore: [[UInt8]]
  }

  /// A place where a word stands.
  struct Match: Sendable {
    /// Where, in UTF-8 offsets.
    let range: Range<Int>
    /// Which word, an index of ``entries``.
    let entry: Int
  }

  /// The words.
  private(set) var entries: [Entry] = []
  /// Set phrases with the first four characters they are found by.
  private(set) var phrases: [(phrase: String, head: String)] = []
  /// The words by their first two characters, the longest first.
  private var byPair: [UInt32: [Int]] = [:]
  /// One bit for each value the pairs hash to.
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// The lists built into the program.
  public static let builtIn: Lexicon = {
    var lexicon = Lexicon()
    for list in WordList.allCases {
      lexicon.add(WordRow.rows(of: WordRow.builtIn(list.rawValue)), to: list)
    }
    return lexicon
  }()

  /// A lexicon without words.
  init() {}

  /// This lexicon with rows added to a list; a row whose word begins with `-` takes that word out, and a
  /// word that is there already is replaced.
  public func adding(_ rows: [WordRow], to list: WordList) -> Lexicon {
    let changed = Set(rows.map { $0.word.hasPrefix("-") ? String($0.word.dropFirst()) : $0.word })
    var lexicon = Lexicon()
    lexicon.phrases = phrases
    for entry in entries where entry.list != list || !changed.contains(entry.row.word) {
      lexicon.add(entry.row, to: entry.list)
    }
    lexicon.add(rows.filter { !$0.word.hasPrefix("-") }, to: list)
    return lexicon
  }

  /// The rows of a list.
  public func rows(of list: WordList) -> [WordRow] {
    entries.compactMap { $0.list == list ? $0.row : nil }
  }

  /// Whether a word can be looked for: it begins with two Chinese characters.
  public static func canHold(_ word: String) -> Bool { pair(of: Array(word.utf8)) != nil }

  private mutating func add(_ rows: [WordRow], to list: WordList) {
    for row in rows {
      if list == .fixedPhrases, row.right.isEmpty {
        let head = String(row.word.prefix(4))
        phrases.append((row.word, head))
        add(WordRow(head), to: .phraseHeads)
        continue
      }
      add(row, to: list)
      // Both ways to write a word are looked for; the other one knows the first as the right one.
      if list == .variants, !row.right.isEmpty, !rows.contains(where: { $0.word == row.right }) {
        add(WordRow(row.right, right: row.word), to: list)
      }
    }
  }

  private mutating func add(_ row: WordRow, to list: WordList) {
    let word = Array(row.word.utf8)
    guard let pair = Self.pair(of: word) else { return }
    var same = byPair[pair] ?? []
    guard !same.contains(where: { entries[$0].list == list && entries[$0].word == word }) else {
      return
    }
    let index = entries.count
    entries.append(
      Entry(
        list: list, row: row, word: word, notAfter: row.notAfter.map { Array($0.utf8) },
        notBefore: row.notBefore.map { Array($0.utf8) }))
    let place = same.firstIndex { entries[$0].word.count < word.count } ?? same.count
    same.insert(index, at: place)
    byPair[pair] = same
    let slot = Self.slot(UInt16(pair >> 16), UInt16(pair & 0xFFFF))
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// Calls `found` for each place where a word stands, of each list the longest, in text order.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, found: (Match) -> Void) {
    bits.withUnsafeBufferPointer { bits in
      var before: UInt16 = 0
      var index = 0
      let last = bytes.count - 3
      while index <= last {
        let lead = bytes[index]
        guard lead &- 0xE4 < 6 else {
          before = 0
          index += 1
          continue
        }
        let key = Self.key(lead, bytes[index + 1], bytes[index + 2])
        let slot = Self.slot(before, key)
        if before != 0, bits[slot >> 6] & (1 << UInt64(slot & 63)) != 0,
          let candidates = byPair[UInt32(before) << 16 | UInt32(key)]
        {
          report(candidates, at: index - 3, bytes, found)
        }
        before = key
        index += 3
      }
    }
  }

  private func report(
    _ candidates: [Int], at start: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ found: (Match) -> Void
  ) {
    var lists: [WordList] = []
    for candidate in candidates {
      let entry = entries[candidate]
      let end = start + entry.word.count
      guard !lists.contains(entry.list), Self.stands(entry.word, at: start, bytes),
        !entry.notAfter.contains(where: { Self.stands($0, at: start - $0.count, bytes) }),
        !entry.notBefore.contains(where: { Self.stands($0, at: end, bytes) })
      else { continue }
      lists.append(entry.list)
      found(Match(range: start..<end, entry: candidate))
    }
  }

  @inline(__always)
  private static func stands(
    _ word: [UInt8], at start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start >= 0, start + word.count <= bytes.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  /// The first two characters of a word as one number; nil where they are no Chinese ones.
  private static func pair(of word: [UInt8]) -> UInt32? {
    guard word.count >= 6, word[0] &- 0xE4 < 6, word[3] &- 0xE4 < 6 else { return nil }
    return UInt32(key(word[0], word[1], word[2])) << 16 | UInt32(key(word[3], word[4], word[5]))
  }

  @inline(__always)
  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    UInt16(first & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
  }

  @inline(__always)
  private static func slot(_ first: UInt16, _ second: UInt16) -> Int {
    Int(first &* 0x9E37 &+ second)
  }
}
