/// Words with a value each, found by the longest match at a place in a text.
///
/// The words lie in one run of bytes, sorted into buckets by their first scalar, so that a look-up
/// touches only the few that begin alike.
struct WordTable: Sendable {
  private struct Entry {
    var start: Int32
    var count: Int32
    var value: UInt8
    /// The first eight bytes, or all of a shorter word, the first of them lowest.
    var head: UInt64 = 0
    /// The bits of ``head`` that the word has.
    var mask: UInt64 = 0
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private var buckets = [Int32](repeating: 0, count: 257)

  /// A table of words; where one is given twice the first holds.
  init(_ words: [(word: Substring, value: UInt8)]) {
    var found: [(bucket: Int, entry: Entry)] = []
    found.reserveCapacity(words.count)
    pool.reserveCapacity(words.count * 9)
    for (word, value) in words {
      guard let first = word.unicodeScalars.first else { continue }
      let start = pool.count
      pool.append(contentsOf: word.utf8)
      var entry = Entry(
        start: Int32(clamping: start), count: Int32(clamping: pool.count - start), value: value)
      for (index, byte) in word.utf8.prefix(8).enumerated() {
        entry.head |= UInt64(byte) << UInt64(8 * index)
        entry.mask |= 0xFF << UInt64(8 * index)
      }
      found.append((Self.bucket(first), entry))
    }
    for (bucket, _) in found { buckets[bucket + 1] += 1 }
    for bucket in 0..<256 { buckets[bucket + 1] += buckets[bucket] }
    place(found)
  }

  /// Puts each entry into its bucket, the longest first, equals in the order given.
  ///
  /// Buckets are small, so that moving entries up one by one costs less than sorting all of them,
  /// which would be felt in a cold start.
  private mutating func place(_ found: [(bucket: Int, entry: Entry)]) {
    entries = [Entry](repeating: Entry(start: 0, count: 0, value: 0), count: found.count)
    var ends = buckets
    for (bucket, entry) in found {
      var index = Int(ends[bucket])
      ends[bucket] += 1
      while index > Int(buckets[bucket]), entries[index - 1].count < entry.count {
        entries[index] = entries[index - 1]
        index -= 1
      }
      entries[index] = entry
    }
  }

  /// Where the longest word that begins at `offset` ends, with its value; nil where none does.
  @inline(__always)
  func match(_ text: TextBytes, at offset: Int) -> (end: Int, value: UInt8)? {
    let bucket = Self.bucket(text.scalar(at: offset))
    var index = Int(buckets[bucket])
    let last = Int(buckets[bucket + 1])
    guard index < last else { return nil }
    let word = text.word(at: offset)
    while index < last {
      let entry = entries[index]
      if word & entry.mask == entry.head, hasRest(of: entry, text, at: offset) {
        return (offset + Int(entry.count), entry.value)
      }
      index += 1
    }
    return nil
  }

  /// Whether what a word has beyond its first eight bytes stands there too.
  private func hasRest(of entry: Entry, _ text: TextBytes, at offset: Int) -> Bool {
    guard entry.count > 8 else { return true }
    let start = Int(entry.start)
    for step in 8..<Int(entry.count) where pool[start + step] != text[offset + step] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func bucket(_ scalar: Unicode.Scalar) -> Int {
    Int((scalar.value ^ scalar.value >> 8) & 0xFF)
  }
}
