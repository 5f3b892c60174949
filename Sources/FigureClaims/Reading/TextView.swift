import SourceText

/// The UTF-8 bytes of a text; what lies outside reads as NUL.
///
/// A view that is valid only inside the closure that lent its buffer.
struct TextView {
  private let buffer: UnsafeBufferPointer<UInt8>
  /// How many bytes there are.
  let count: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    count = buffer.count
  }

  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? buffer[offset] : 0
  }

  /// How many bytes the scalar that begins at `offset` has; 1 for a byte that begins none.
  @inline(__always)
  func width(at offset: Int) -> Int {
    let byte = self[offset]
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }

  /// The bytes of the scalar at `offset` as one number, the first byte highest.
  @inline(__always)
  func key(at offset: Int) -> UInt32 {
    switch width(at: offset) {
    case 1: UInt32(self[offset])
    case 2: UInt32(self[offset]) << 8 | UInt32(self[offset + 1])
    case 3:
      UInt32(self[offset]) << 16 | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2])
    default: 0
    }
  }

  /// The number of the character of three bytes that makes `key`; 0 for one of another width.
  @inline(__always)
  static func value(ofKey key: UInt32) -> Int {
    guard key >> 20 == 0xE else { return 0 }
    return Int(key >> 4 & 0xF000 | key >> 2 & 0xFC0 | key & 0x3F)
  }

  /// Where the scalar that ends at `offset` begins.
  func start(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return max(start, 0)
  }

  /// Whether `literal` stands at `offset`.
  @inline(__always)
  func has(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset <= count - length else { return false }
    let start = literal.utf8Start
    for index in 0..<length where buffer[offset + index] != start[index] { return false }
    return true
  }

  /// Whether `literal` ends at `offset`.
  func has(_ literal: StaticString, before offset: Int) -> Bool {
    has(literal, at: offset - literal.utf8CodeUnitCount)
  }

  /// Where `byte` next stands from `start` on; `end` where it does not before it.
  func next(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, self[offset] != byte { offset += 1 }
    return offset
  }

  /// Where the run of Han characters that are none of `openers` ends, which begins at `start`; `limit`
  /// at the latest.
  @inline(__always)
  func endOfPlainText(
    from start: Int, to limit: Int, _ openers: UnsafeBufferPointer<UInt64>
  ) -> Int {
    let last = min(limit, count) - 3
    var offset = start
    while offset <= last, buffer[offset] &- 0xE4 < 6 {
      let high = Int(buffer[offset] & 0xF) << 6
      let row = high | Int(buffer[offset &+ 1] & 0x3F)
      if openers[row] & 1 << UInt64(buffer[offset &+ 2] & 0x3F) != 0 { break }
      offset &+= 3
    }
    return offset
  }

  /// Whether two ranges hold the same bytes.
  func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for step in 0..<left.count where self[left.lowerBound + step] != self[right.lowerBound + step] {
      return false
    }
    return true
  }

  /// Whether the bytes of `part` stand somewhere in `whole`; the ranges are a clause long at most.
  func contains(_ part: Range<Int>, in whole: Range<Int>) -> Bool {
    guard !part.isEmpty, part.count <= whole.count else { return false }
    for start in whole.lowerBound...(whole.upperBound - part.count)
    where self[start] == self[part.lowerBound]
      && equal(part, start..<(start + part.count))
    {
      return true
    }
    return false
  }

  /// Whether `literal` stands somewhere in `range`.
  func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length > 0, range.count >= length else { return false }
    for start in range.lowerBound...(range.upperBound - length) where has(literal, at: start) {
      return true
    }
    return false
  }

  /// Whether neither a space nor a tag stands in `range`.
  func isPlain(_ range: Range<Int>) -> Bool {
    for offset in range.clamped(to: 0..<count) {
      switch buffer[offset] {
      case 0x3C: return false
      case 0x20, 0x09, 0x0D, 0xC2, 0xE3: if spaceWidth(at: offset) > 0 { return false }
      default: break
      }
    }
    return true
  }

  /// FNV-1a of the bytes of a range, going on from another range's.
  func hash(_ range: Range<Int>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    var hash = start
    for offset in range.clamped(to: 0..<count) {
      hash = (hash ^ UInt64(buffer[offset])) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: buffer[range.clamped(to: 0..<count)], as: UTF8.self)
  }

  /// The width of the space at `offset`: space, tab, CR, no-break, ideographic; 0 for anything else.
  @inline(__always)
  func spaceWidth(at offset: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09, 0x0D: 1
    case 0xC2: self[offset + 1] == 0xA0 ? 2 : 0
    case 0xE3: self[offset + 1] == 0x80 && self[offset + 2] == 0x80 ? 3 : 0
    default: 0
    }
  }
}
