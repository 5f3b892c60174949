#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Loops over UTF-8 bytes that take eight at a time, for passes that every byte of a text goes
/// through.
package enum ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// How many scalars begin in the bytes.
  @inline(__always)
  package static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // A byte 10xxxxxx begins none.
    let inner = sum(of: bytes) { word in (word >> 7) & ~(word >> 6) & ones }
    return bytes.count &- inner
  }

  /// How many bytes are `byte`.
  @inline(__always)
  package static func count(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let pattern = ones &* UInt64(byte)
    return sum(of: bytes) { word in
      let difference = word ^ pattern
      return ~(((difference & lows) &+ lows) | difference | lows) >> 7
    }
  }

  /// How many lines end in the bytes, and how many scalars begin after the last of them, or in all
  /// where none ends.
  @inline(__always)
  package static func lines(
    endedBy lineEnd: UInt8, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (lines: Int, scalars: Int) {
    var lines = 0
    var lineStart = 0
    while lineStart < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + lineStart, Int32(lineEnd), bytes.count - lineStart)
    {
      lines &+= 1
      lineStart = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) &+ 1
    }
    return (lines, scalars(in: UnsafeBufferPointer(rebasing: bytes[lineStart...])))
  }

  /// Whether a byte stands there that JSON escapes: a control character, `"` or `\`.
  @inline(__always)
  package static func holdsJSONEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = UnsafeRawPointer(bytes.baseAddress)
    guard let start else { return false }
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let control = (word &- ones &* 0x20) & ~word
      let quote = word ^ (ones &* 0x22)
      let stroke = word ^ (ones &* 0x5C)
      let found = control | (quote &- ones) & ~quote | (stroke &- ones) & ~stroke
      if found & highs != 0 { return true }
      offset &+= 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return true }
      offset &+= 1
    }
    return false
  }

  /// Where valid UTF-8 of ASCII and three-byte characters ends, from the head of a character at
  /// `start` on.
  ///
  /// Nearly all of Chinese prose is that, so that the full check of UTF-8 has little left to do; what
  /// stands at the place given may be sound or not.
  @inline(__always)
  package static func endOfUsualText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var offset = start
    while offset &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if isUsual(word), isUsual(word >> 24) {
        offset &+= 6
      } else if isUsual(word) {
        offset &+= 3
      } else if word & highs == 0 {
        offset &+= 8
      } else if word & 0x80 == 0 {
        offset &+= (word & highs).trailingZeroBitCount >> 3
      } else {
        return offset
      }
    }
    return offset
  }

  /// Whether the lowest three bytes are a character of three bytes, those that lie next to overlong
  /// forms and surrogates left out.
  @inline(__always)
  private static func isUsual(_ word: UInt64) -> Bool {
    let lead = word & 0xFF
    return word & 0xC0C0F0 == 0x8080E0 && lead != 0xE0 && lead != 0xED
  }

  /// The sum over all bytes of what `marks` sets, 1 or 0 for each byte of a word.
  @inline(__always)
  private static func sum(
    of bytes: UnsafeBufferPointer<UInt8>, _ marks: (UInt64) -> UInt64
  ) -> Int {
    guard let start = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var total = 0
    var offset = 0
    while offset &+ 8 <= bytes.count {
      // Each byte of the sum holds no more than 255 words.
      let last = min(bytes.count &- 8, offset &+ 255 &* 8 &- 8)
      var sums: UInt64 = 0
      while offset <= last {
        sums &+= marks(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      total &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    guard offset < bytes.count else { return total }
    // The bytes past the end are NUL, which neither is a continuation nor a line end.
    var last: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift &+= 8
      offset &+= 1
    }
    return total &+ Int(truncatingIfNeeded: (marks(last) &* ones) >> 56)
  }
}
