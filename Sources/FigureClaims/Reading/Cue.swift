/// What a word beside a figure says of it.
enum Cue: UInt64, CaseIterable {
  /// Joins or qualifies and says nothing: 了, 为, 已.
  case link = 1
  /// Grows: 增长.
  case up = 2
  /// Shrinks: 下降.
  case down = 4
  /// Measured against another period: 同比.
  case compare = 8
  /// 比 or 较, which a period follows.
  case than = 0x10
  /// Another period's value: 上年同期.
  case base = 0x20
  /// A mean over periods or heads: 年均.
  case annual = 0x40
  /// 由 and 从.
  case from = 0x80
  /// …至, …到: the value reached.
  case to = 0x100
  /// 其中 and 包括.
  case among = 0x200
  /// 分别.
  case each = 0x400
  /// 共, 累计, 总.
  case total = 0x800
  /// 合计: a sum of what stands before.
  case sum = 0x1000
  /// 占.
  case share = 0x2000
  /// The end of a rate's name: 率.
  case rate = 0x4000
  /// 超额.
  case excess = 0x8000
  /// 剩余.
  case remain = 0x1_0000
  /// Begins a course of business: 立案, 发现.
  case open = 0x2_0000
  /// Ends it: 结案, 整改.
  case close = 0x4_0000
  /// Something older is counted in: 结转, 历年.
  case carry = 0x8_0000
  /// Money goes to people: 补助, 惠及.
  case grant = 0x10_0000
  /// 每人.
  case head = 0x20_0000
  /// 标准.
  case standard = 0x40_0000
  /// 每月, 每年.
  case period = 0x80_0000
  /// 翻番.
  case double = 0x100_0000
  /// 翻两番.
  case quadruple = 0x200_0000
  /// 等 before the count of a list.
  case list = 0x400_0000
  /// A property that one member may share with another: 党员, 女.
  case attribute = 0x800_0000
  /// A sample was looked at: 抽检.
  case sample = 0x1000_0000
  /// The whole district is meant: 全县.
  case scope = 0x2000_0000

  /// The cue of a row of the table; nil for `none` and for unknown names.
  init?(name: Substring) {
    guard let cue = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = cue
  }
}

/// A set of cues.
struct CueSet: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ cue: Cue) { rawValue = cue.rawValue }

  /// Whether the cue is in the set.
  @inline(__always)
  func has(_ cue: Cue) -> Bool { rawValue & cue.rawValue != 0 }

  /// 增长 or 下降.
  static let change = CueSet(rawValue: Cue.up.rawValue | Cue.down.rawValue)
  /// 同比, or 比 with a period.
  static let comparison = CueSet(rawValue: Cue.compare.rawValue | Cue.than.rawValue)

  /// What was done, and so is no member of a list of parts.
  static let acts = CueSet(
    rawValue: Cue.open.rawValue | Cue.close.rawValue | Cue.compare.rawValue | Cue.up.rawValue
      | Cue.down.rawValue)

  /// Whether any of `other` is in the set.
  @inline(__always)
  func hasAny(_ other: CueSet) -> Bool { rawValue & other.rawValue != 0 }
}

/// The words that are cues, found by the longest match at a place.
struct CueTable: Sendable {
  private struct Entry {
    var start: Int32
    var count: Int32
    var cues: UInt64
  }

  private static let size = 1024
  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  /// For every first scalar's bucket, where its entries begin.
  private var buckets = [UInt16](repeating: 0, count: size + 1)

  /// The table built into the program.
  static let builtIn = CueTable(embeddedData.first { $0.path == "cues.tsv" }?.content ?? "")

  /// The words of a table's text; rows that begin with `#` are notes.
  init(_ text: String) {
    var cues: [Substring: UInt64] = [:]
    for row in text.split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t", maxSplits: 1)
      guard cells.count == 2 else { continue }
      let value = Cue(name: cells[0])?.rawValue ?? 0
      for word in cells[1].split(separator: " ") { cues[word, default: 0] |= value }
    }
    var sorted: [[([UInt8], UInt64)]] = Array(repeating: [], count: Self.size)
    for (word, value) in cues {
      let bytes = Array(word.utf8)
      sorted[Self.bucket(of: bytes)].append((bytes, value))
    }
    for (index, bucket) in sorted.enumerated() {
      for (bytes, value) in bucket.sorted(by: { $0.0.count > $1.0.count }) {
        entries.append(
          Entry(
            start: Int32(clamping: pool.count), count: Int32(clamping: bytes.count), cues: value))
        pool += bytes
      }
      buckets[index + 1] = UInt16(clamping: entries.count)
    }
  }

  /// The end and the cues of the longest word at `offset`, whose key is given; nil where none is.
  ///
  /// A word without cues is one that only begins like a cue.
  @inline(__always)
  func match(_ text: TextView, at offset: Int, key: UInt32) -> (end: Int, cues: CueSet)? {
    let bucket = Self.bucket(key)
    var index = Int(buckets[bucket])
    let last = Int(buckets[bucket + 1])
    while index < last {
      let entry = entries[index]
      if matches(entry, text, at: offset) {
        return (offset + Int(entry.count), CueSet(rawValue: entry.cues))
      }
      index += 1
    }
    return nil
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

  private static func bucket(of word: [UInt8]) -> Int {
    word.withUnsafeBufferPointer { bucket(TextView($0).key(at: 0)) }
  }
}
