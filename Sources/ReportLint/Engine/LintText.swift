/// The bytes of a text at a fixed place in memory, with zeros behind them.
///
/// Rules look at single characters some ten times as often as there are bytes. An array checks its
/// bounds and its owner's count at each of those looks; this copy, made once a text and freed by the
/// ``LintInput`` that holds it, does not.
struct LintText: @unchecked Sendable {
  /// The bytes, followed by ``padding`` zeros.
  private let base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  let count: Int
  /// So many zeros may be read behind the last byte.
  private static let padding = 16

  /// A copy of a text's bytes.
  init(_ bytes: [UInt8]) {
    count = bytes.count
    base = .allocate(capacity: bytes.count + Self.padding)
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { base.initialize(from: start, count: buffer.count) }
    }
    (base + count).initialize(repeating: 0, count: Self.padding)
  }

  /// Frees the copy; nothing may be read from it afterwards.
  func free() { base.deallocate() }

  /// The bytes as one piece of memory.
  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The byte at an offset; 0 outside the text.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: count) ? base[offset] : 0
  }

  /// The scalar that begins at `offset`; NUL outside the text.
  @inline(__always)
  func scalar(at offset: Int) -> Unicode.Scalar {
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    // Han characters and marks, as most are; what follows the text's last byte is zero.
    if first &- 0xE0 < 0x10 {
      let high = UInt32(first & 0x0F) << 12
      let middle = UInt32(base[offset &+ 1] & 0x3F) << 6
      return Unicode.Scalar(high | middle | UInt32(base[offset &+ 2] & 0x3F)) ?? "\u{FFFD}"
    }
    return rareScalar(at: offset)
  }

  private func rareScalar(at offset: Int) -> Unicode.Scalar {
    let first = UInt32(self[offset])
    let second = UInt32(self[offset + 1] & 0x3F)
    if first < 0xE0 { return Unicode.Scalar((first & 0x1F) << 6 | second) ?? "\u{FFFD}" }
    let third = second << 6 | UInt32(self[offset + 2] & 0x3F)
    let fourth = third << 6 | UInt32(self[offset + 3] & 0x3F)
    return Unicode.Scalar((first & 0x07) << 18 | fourth) ?? "\u{FFFD}"
  }

  /// How many bytes the scalar at `offset` has; 1 for a byte that begins none.
  @inline(__always)
  func width(at offset: Int) -> Int {
    let byte = self[offset]
    if byte < 0xC0 { return 1 }
    if byte < 0xE0 { return 2 }
    return byte < 0xF0 ? 3 : 4
  }

  /// Where the scalar that ends at `offset` begins.
  @inline(__always)
  func start(before offset: Int) -> Int {
    // Three bytes, as most characters have.
    if offset >= 3, offset <= count, base[offset &- 3] &- 0xE0 < 0x10 { return offset &- 3 }
    var start = min(offset, count) - 1
    while start > 0, base[start] & 0xC0 == 0x80 { start -= 1 }
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
    for index in 0..<length where base[offset + index] != start[index] { return false }
    return true
  }
}
