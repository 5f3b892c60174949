import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The UTF-8 bytes of a text, read by byte or by scalar; what lies outside reads as NUL.
///
/// A view that is valid only inside the closure that lent its buffer.
struct TextBytes {
  /// The bytes, for loops that watch the end themselves.
  let buffer: UnsafeBufferPointer<UInt8>
  /// How many bytes there are.
  let count: Int

  @inline(__always)
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    count = buffer.count
  }

  /// The byte at an offset, 0 outside the text.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: count) ? buffer[offset] : 0
  }

  /// How many bytes the scalar that begins at `offset` has; 1 for a byte that begins none.
  @inline(__always)
  func width(at offset: Int) -> Int {
    let byte = self[offset]
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }

  /// The scalar that begins at `offset`; U+FFFD where the bytes are none.
  @inline(__always)
  func scalar(at offset: Int) -> Unicode.Scalar {
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    // Han and full-width marks: three bytes, well inside the text.
    if first &- 0xE0 < 0x10, offset &+ 2 < count {
      let high = UInt32(first & 0x0F) << 12
      let middle = UInt32(buffer[offset + 1] & 0x3F) << 6
      return Unicode.Scalar(high | middle | UInt32(buffer[offset + 2] & 0x3F)) ?? "\u{FFFD}"
    }
    return rareScalar(at: offset)
  }

  private func rareScalar(at offset: Int) -> Unicode.Scalar {
    let first = UInt32(self[offset])
    let second = UInt32(self[offset + 1] & 0x3F)
    if first < 0xE0 { return Unicode.Scalar((first & 0x1F) << 6 | second) ?? "\u{FFFD}" }
    let third = second << 6 | UInt32(self[offset + 2] & 0x3F)
    if first < 0xF0 { return Unicode.Scalar((first & 0x0F) << 12 | third) ?? "\u{FFFD}" }
    let fourth = third << 6 | UInt32(self[offset + 3] & 0x3F)
    return Unicode.Scalar((first & 0x07) << 18 | fourth) ?? "\u{FFFD}"
  }

  /// Where the scalar that ends at `offset` begins; 0 at the head of the text.
  @inline(__always)
  func start(before offset: Int) -> Int {
    // Three bytes, as most characters have.
    if offset &- 3 >= 0, offset <= count, buffer[offset &- 3] &- 0xE0 < 0x10,
      buffer[offset &- 2] & 0xC0 == 0x80, buffer[offset &- 1] & 0xC0 == 0x80
    {
      return offset &- 3
    }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return max(start, 0)
  }

  /// The scalar that ends at `offset`; NUL at the head of the text.
  @inline(__always)
  func scalar(before offset: Int) -> Unicode.Scalar {
    offset <= 0 ? "\0" : scalar(at: start(before: offset))
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
  @inline(__always)
  func has(_ literal: StaticString, before offset: Int) -> Bool {
    has(literal, at: offset - literal.utf8CodeUnitCount)
  }

  /// Whether `literal` stands anywhere in `range`; quadratic only in the literal's length.
  func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length > 0, range.count >= length else { return false }
    // The last byte of a character tells more than its first, which Chinese ones share.
    let last = literal.utf8Start[length - 1]
    var from = range.lowerBound + length - 1
    while let found = firstOffset(of: last, from: from, to: range.upperBound) {
      if has(literal, at: found - length + 1) { return true }
      from = found + 1
    }
    return false
  }

  /// The eight bytes from `offset` on, the first of them lowest; NUL beyond the text's end.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    if offset >= 0, offset &+ 8 <= count, let base = UnsafeRawPointer(buffer.baseAddress) {
      return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(self[offset &+ index]) << UInt64(8 &* index) }
    return word
  }

  /// How many scalars begin in `range`.
  func scalars(in range: Range<Int>) -> Int {
    ByteWords.scalars(in: UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<count)]))
  }

  /// The first offset at or after `offset` that holds no blank, `end` where all are.
  @inline(__always)
  func skipBlanks(from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset < end {
      let width = blankWidth(at: offset)
      if width == 0 { return offset }
      offset += width
    }
    return end
  }

  /// Where the blanks that end at `end` begin, not before `start`.
  @inline(__always)
  func trimBlanks(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let before = self.start(before: end)
      guard before >= start, blankWidth(at: before) == end - before else { return end }
      end = before
    }
    return start
  }

  /// The width of the blank at `offset`: space, tab, CR, LF, no-break, ideographic and zero-width
  /// space, byte order mark; 0 where there is none.
  @inline(__always)
  func blankWidth(at offset: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C: return 1
    case 0xC2: return self[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard self[offset + 1] == 0x80 else { return 0 }
      return (0x80...0x8B).contains(self[offset + 2]) ? 3 : 0
    case 0xE3: return self[offset + 1] == 0x80 && self[offset + 2] == 0x80 ? 3 : 0
    case 0xEF: return self[offset + 1] == 0xBB && self[offset + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The offset after the LF that ends the line of `offset`; the text's end, or `limit`, where none
  /// comes before.
  func lineEnd(from offset: Int, limit: Int = .max) -> Int {
    let end = min(count, limit)
    return firstOffset(of: 0x0A, from: offset, to: end).map { $0 + 1 } ?? max(end, 0)
  }

  /// The first offset in `start..<end` that holds `byte`; nil where none does.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let end = min(count, end)
    guard start >= 0, start < end, let base = buffer.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// How many line ends there are.
  var lineCount: Int { ByteWords.count(of: 0x0A, in: buffer) }

  /// The first offset at or after `offset` that holds no blank other than a line end.
  func skipLineBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < count, buffer[offset] != 0x0A {
      let width = blankWidth(at: offset)
      if width == 0 { return offset }
      offset += width
    }
    return offset
  }
}

extension SourceFile {
  /// Runs `body` on the text's bytes.
  @inline(__always)
  func withTextBytes<Result>(_ body: (TextBytes) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(TextBytes($0)) }
  }

  /// Runs `body` on the text's bytes, in which LF ends each line.
  ///
  /// A text whose lines are all ended by CR alone is copied for it, with each CR turned into LF; all
  /// offsets stay as they are.
  func withLineBytes<Result>(_ body: (TextBytes) -> Result) -> Result {
    guard lineEnd == 0x0D else { return withTextBytes(body) }
    return bytes.map { $0 == 0x0D ? 0x0A : $0 }.withUnsafeBufferPointer { body(TextBytes($0)) }
  }
}
