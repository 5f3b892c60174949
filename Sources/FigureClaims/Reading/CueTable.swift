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

  private static let size = 1024
  /// What the words begin with.
  private(set) var openers = CharacterBits()
  /// Those among them that are words by themselves.
  private var singles = CharacterBits()
  /// One bit for each value that the first two characters of a word hash to: most places where a word
  /// might begin are told by it.
  private var pairs = [UInt64](repeating: 0, count: 256)
  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// For every first scalar's bucket, where its entries begin.
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
        words.append((Self.bucket(first), entry))
        openers.insert(TextView.value(ofKey: first))
        if entry.second == 0 {
          singles.insert(TextView.value(ofKey: first))
        } else {
          let pair = Self.pair(first, entry.second)
          pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        }
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
  @inline(__always)
  func match(_ text: TextView, at offset: Int, key: UInt32) -> (end: Int, cues: CueSet)? {
    let bucket = Self.bucket(key)
    let first = Int(buckets[bucket])
    let last = Int(buckets[bucket + 1])
    if first == last { return nil }
    return match(text, at: offset, key: key, among: first..<last)
  }

  private func match(
    _ text: TextView, at offset: Int, key: UInt32, among range: Range<Int>
  ) -> (end: Int, cues: CueSet)? {
    let second = text.key(at: offset + text.width(at: offset))
    let pair = Self.pair(key, second)
    guard pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0 || isSingle(key) else { return nil }
    return entries.withUnsafeBufferPointer { entries in
      for index in range {
        let entry = entries[index]
        guard entry.first == key, entry.second == second || entry.second == 0 else { continue }
        if entry.isShort || matches(entry, text, at: offset) {
          return (offset + Int(entry.count), CueSet(rawValue: entry.cues))
        }
      }
      return nil
    }
  }

  /// Whether a character is a word by itself, or may be one that ``singles`` does not know.
  private func isSingle(_ key: UInt32) -> Bool {
    let value = TextView.value(ofKey: key)
    return value == 0 || singles.contains(value)
  }

  @inline(__always)
  private static func pair(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 18)
  }

  private func matches(_ entry: Entry, _ text: TextView, at offset: Int) -> Bool {
    let start = Int(entry.start)
    for step in 0..<Int(entry.count) where pool[start + step] != text[offset + step] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func bucket(_ key: UInt32) -> Int {
    Int((key ^ key >> 8 &* 31) & UInt32(size - 1))
  }
}
