/// The words that rules look for, all of them found in one pass over a text.
///
/// A word begins with two Chinese characters of the basic block; the pair is looked up in a bit table
/// first, so that a text costs little more than its reading.
public struct Lexicon: Sendable {
  /// A word with its list.
  struct Entry: Sendable {
    let list: WordList
    let row: WordRow
    fileprivate let notAfter: [[UInt8]]
    fileprivate let notBefore: [[UInt8]]
  }

  /// What finding an entry takes, its texts left out.
  private struct Key: Sendable {
    /// The word's first two characters.
    let pair: UInt32
    /// Where the word begins in ``pool``.
    let start: Int32
    let count: Int32
    let list: UInt8
    /// Whether the word is part of something else after or before other words.
    let isGuarded: Bool
    /// The next entry whose pair falls into the same chain, no longer than this one; -1 for none.
    var next: Int32
  }

  /// A place where a word stands.
  struct Match: Sendable {
    /// Where, in UTF-8 offsets.
    let range: Range<Int>
    /// Which word, an index of ``entries``.
    let entry: Int
  }

  /// Where the words of all lists stand: those of one list side by side.
  struct Matches: Sendable {
    private var all: [Match] = []
    /// The list of each match as they were found.
    private var lists: [UInt8] = []
    /// Where the last word of each list ends.
    private var ends = [Int](repeating: 0, count: WordList.count)
    /// Where the words of each list begin in ``all``, and where the last of them end.
    private var starts = [Int](repeating: 0, count: WordList.count + 1)

    /// No matches yet, and room for some.
    init(room: Int) {
      all.reserveCapacity(room)
      lists.reserveCapacity(room)
    }

    /// The places of a list's words in text order.
    subscript(list: Int) -> ArraySlice<Match> { all[starts[list]..<starts[list + 1]] }

    /// Adds a place of one of a list's words, unless it is inside the one before.
    fileprivate mutating func add(_ match: Match, to list: Int) {
      guard ends[list] <= match.range.lowerBound else { return }
      ends[list] = match.range.upperBound
      all.append(match)
      lists.append(UInt8(truncatingIfNeeded: list))
      starts[list + 1] += 1
    }

    /// Puts the words of one list side by side.
    fileprivate mutating func sort() {
      for list in 1..<starts.count { starts[list] += starts[list - 1] }
      var next = starts
      var sorted = all
      for (index, list) in lists.enumerated() {
        sorted[next[Int(list)]] = all[index]
        next[Int(list)] += 1
      }
      all = sorted
      lists = []
    }
  }

  /// The words.
  private(set) var entries: [Entry] = []
  /// Set phrases with the first four characters they are found by.
  private(set) var phrases: [(phrase: String, head: String)] = []
  /// The same for being found, one a word.
  private var keys: [Key] = []
  /// The words, one behind the other.
  private var pool: [UInt8] = []
  /// The first entry of each chain; -1 for none.
  private var chains = [Int32](repeating: -1, count: 4096)
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

  /// Whether a list has any words.
  func holds(_ list: WordList) -> Bool { entries.contains { $0.list.number == list.number } }

  /// The rows of a list.
  public func rows(of list: WordList) -> [WordRow] {
    entries.compactMap { $0.list == list ? $0.row : nil }
  }

  /// Whether a word can be looked for: it begins with two Chinese characters.
  public static func canHold(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { pair(of: $0) } != nil
  }

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
    var text = row.word
    let word = text.withUTF8 { (pair: Self.pair(of: $0), count: $0.count) }
    guard let pair = word.pair else { return }
    let number = UInt8(truncatingIfNeeded: list.number)
    var before: Int32 = -1
    var next = chains[Self.chain(pair)]
    while next >= 0, keys[Int(next)].count >= word.count {
      if keys[Int(next)].list == number, entries[Int(next)].row.word == row.word { return }
      before = next
      next = keys[Int(next)].next
    }
    let index = Int32(truncatingIfNeeded: entries.count)
    keys.append(
      Key(
        pair: pair, start: Int32(truncatingIfNeeded: pool.count),
        count: Int32(truncatingIfNeeded: word.count), list: number,
        isGuarded: !row.notAfter.isEmpty || !row.notBefore.isEmpty, next: next))
    pool.append(contentsOf: row.word.utf8)
    entries.append(
      Entry(
        list: list, row: row, notAfter: row.notAfter.map { Array($0.utf8) },
        notBefore: row.notBefore.map { Array($0.utf8) }))
    if before >= 0 { keys[Int(before)].next = index } else { chains[Self.chain(pair)] = index }
    let slot = Self.slot(UInt16(pair >> 16), UInt16(pair & 0xFFFF))
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// The places of all words in text order, by the numbers of their lists; linear in the places where
  /// they may begin, which a ``HanScan`` found in the text.
  ///
  /// Of words of one list that begin together the longest is found, and none inside another.
  func matches(in bytes: [UInt8], at starts: [Int]) -> Matches {
    var matches = Matches(room: starts.count / 4)
    bytes.withUnsafeBufferPointer { bytes in
      for start in starts where start + 6 <= bytes.count {
        let first = Self.key(bytes[start], bytes[start + 1], bytes[start + 2])
        let second = Self.key(bytes[start + 3], bytes[start + 4], bytes[start + 5])
        add(UInt32(first) << 16 | UInt32(second), at: start, bytes, to: &matches)
      }
    }
    matches.sort()
    return matches
  }

  /// Calls `body` with one bit for each value that ``slot(_:_:)`` gives for what words begin with.
  func withPairs(_ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    bits.withUnsafeBufferPointer(body)
  }

  /// Adds the words that begin with `pair` and stand at `start`.
  private func add(
    _ pair: UInt32, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, to matches: inout Matches
  ) {
    var lists: UInt64 = 0
    var index = Int(chains[Self.chain(pair)])
    while index >= 0 {
      let key = keys[index]
      defer { index = Int(key.next) }
      let list = Int(key.list)
      guard key.pair == pair, lists & 1 << UInt64(list) == 0, stands(key, at: start, bytes) else {
        continue
      }
      let end = start + Int(key.count)
      if key.isGuarded, isPart(index, start..<end, bytes) { continue }
      lists |= 1 << UInt64(list)
      matches.add(Match(range: start..<end, entry: index), to: list)
    }
  }

  /// Whether a word is part of something else where it stands.
  private func isPart(
    _ index: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    entries[index].notAfter.contains {
      Self.stands($0, at: range.lowerBound - $0.count, bytes)
    } || entries[index].notBefore.contains { Self.stands($0, at: range.upperBound, bytes) }
  }

  /// Whether a word whose first two characters stand at `start` stands there wholly.
  @inline(__always)
  private func stands(
    _ key: Key, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = Int(key.count)
    guard start + count <= bytes.count else { return false }
    var step = 6
    while step < count {
      if bytes[start + step] != pool[Int(key.start) + step] { return false }
      step += 1
    }
    return true
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
  private static func pair(of word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard word.count >= 6, word[0] &- 0xE4 < 6, word[3] &- 0xE4 < 6 else { return nil }
    return UInt32(key(word[0], word[1], word[2])) << 16 | UInt32(key(word[3], word[4], word[5]))
  }

  /// The number of a Han character from its bytes.
  @inline(__always)
  static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    UInt16(first & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
  }

  /// Where two characters have their bit.
  @inline(__always)
  static func slot(_ first: UInt16, _ second: UInt16) -> Int {
    Int(first &* 0x9E37 &+ second)
  }

  @inline(__always)
  private static func chain(_ pair: UInt32) -> Int {
    Int((pair &* 0x9E37_79B1) >> 20)
  }
}
