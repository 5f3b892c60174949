import SourceText

/// The words that are cues, found by the longest match at a place.
struct CueTable: Sendable {
  /// A word; its first two characters stand as numbers, so that most places are told apart by them.
  private struct Entry {
    let first: UInt32
    /// The second character; 0 in a word of one.
    let second: UInt32
    /// Whether those two are the whole word.
    let isShort: Bool
    /// Where the word begins in the pool.
    let start: Int32
    let count: Int32
    let cues: UInt64
  }

  private static let size = 4096
  /// What the words begin with.
  private(set) var openers = CharacterBits()
  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// For every bucket of the first two characters, where its entries begin.
  private var buckets = [UInt16](repeating: 0, count: size + 1)

  /// The table built into the program.
  static let builtIn = CueTable(embeddedData.first { $0.path == "cues.tsv" }?.content ?? "")

  /// The words of a table's text; rows that begin with `#` are notes.
  ///
  /// On bytes, since walking over characters would be a good part of a cold start.
  init(_ text: String) {
    var text = text
    text.withUTF8 { read(TextView($0)) }
  }

  private mutating func read(_ text: TextView) {
    pool.reserveCapacity(text.count)
    var words: [(bucket: Int, entry: Entry)] = []
    words.reserveCapacity(text.count / 6)
    var start = 0
    while start < text.count {
      let end = text.next(0x0A, from: start, to: text.count)
      let tab = text.next(0x09, from: start, to: end)
      if text[start] != 0x23, tab < end {
        let cues = Cue(name: Substring(text.text(start..<tab)))?.rawValue ?? 0
        readWords(text, tab + 1..<end, cues, into: &words)
      }
      start = end + 1
    }
    // Of one bucket the longest first, and the rows of one word side by side.
    words.sort {
      if $0.bucket != $1.bucket { return $0.bucket < $1.bucket }
      if $0.entry.count != $1.entry.count { return $0.entry.count > $1.entry.count }
      return precedes($0.entry, $1.entry)
    }
    entries.reserveCapacity(words.count)
    for (bucket, entry) in words {
      if let last = entries.last, buckets[bucket + 1] > 0, isSame(last, entry) {
        entries[entries.count - 1] = Entry(
          first: entry.first, second: entry.second, isShort: entry.isShort, start: entry.start,
          count: entry.count, cues: last.cues | entry.cues)
      } else {
        entries.append(entry)
      }
      buckets[bucket + 1] = UInt16(clamping: entries.count)
    }
    for index in 1...Self.size { buckets[index] = max(buckets[index], buckets[index - 1]) }
  }

  private mutating func readWords(
    _ text: TextView, _ cell: Range<Int>, _ cues: UInt64,
    into words: inout [(bucket: Int, entry: Entry)]
  ) {
    var start = cell.lowerBound
    while start < cell.upperBound {
      let end = text.next(0x20, from: start, to: cell.upperBound)
      if end > start {
        let first = text.key(at: start)
        let second = start + text.width(at: start)
        let entry = Entry(
          first: first, second: second < end ? text.key(at: second) : 0,
          isShort: second + text.width(at: second) >= end, start: Int32(clamping: pool.count),
          count: Int32(clamping: end - start), cues: cues)
        for offset in start..<end { pool.append(text[offset]) }
        words.append((Self.bucket(first, entry.second), entry))
        openers.insert(TextView.value(ofKey: first))
      }
      start = end + 1
    }
  }

  private func precedes(_ one: Entry, _ other: Entry) -> Bool {
    for step in 0..<Int(min(one.count, other.count)) {
      let (left, right) = (pool[Int(one.start) + step], pool[Int(other.start) + step])
      if left != right { return left < right }
    }
    return false
  }

  private func isSame(_ one: Entry, _ other: Entry) -> Bool {
    one.count == other.count && !precedes(one, other) && !precedes(other, one)
  }

  /// The end and the cues of the longest word at `offset`, whose key is given; nil where none is.
  ///
  /// A word without cues is one that only begins like a cue.
  func match(_ text: TextView, at offset: Int, key: UInt32) -> (end: Int, cues: CueSet)? {
    let second = text.key(at: offset + text.width(at: offset))
    return match(text, at: offset, key, second) ?? match(text, at: offset, key, 0)
  }

  /// The longest word that begins with these two characters; of one alone where the second is 0.
  @inline(__always)
  private func match(
    _ text: TextView, at offset: Int, _ first: UInt32, _ second: UInt32
  ) -> (end: Int, cues: CueSet)? {
    let bucket = Self.bucket(first, second)
    var index = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    while index < end {
      let entry = entries[index]
      if entry.first == first, entry.second == second,
        entry.isShort || hasRest(of: entry, text, at: offset)
      {
        return (offset + Int(entry.count), CueSet(rawValue: entry.cues))
      }
      index += 1
    }
    return nil
  }

  /// Whether what a word has beyond its first two characters stands there too.
  private func hasRest(of entry: Entry, _ text: TextView, at offset: Int) -> Bool {
    let start = Int(entry.start)
    let first = text.width(at: offset)
    for step in first + text.width(at: offset + first)..<Int(entry.count)
    where pool[start + step] != text[offset + step] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func bucket(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 20)
  }
}
