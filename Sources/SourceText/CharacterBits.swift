/// A set of characters of the basic plane, one bit each: for loops that ask of every character of a text
/// whether it matters.
///
/// A look-up costs a few instructions and no branch that could be guessed wrong, which a chain of
/// comparisons with Han characters would at every other character.
package struct CharacterBits: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// An empty set.
  package init() {}

  /// The characters of a text, and of some ranges.
  package init(_ characters: String, _ ranges: ClosedRange<Unicode.Scalar>...) {
    for scalar in characters.unicodeScalars { insert(Int(scalar.value)) }
    for range in ranges {
      for value in range.lowerBound.value...range.upperBound.value { insert(Int(value)) }
    }
  }

  /// Puts in a character by its number; one beyond the basic plane is left out.
  package mutating func insert(_ value: Int) {
    guard value >> 6 < bits.count, value >= 0 else { return }
    bits[value >> 6] |= 1 << UInt64(value & 63)
  }

  /// Whether a character, by its number, is in the set.
  @inline(__always)
  package func contains(_ value: Int) -> Bool {
    guard value >> 6 < bits.count, value >= 0 else { return false }
    return bits[value >> 6] & 1 << UInt64(value & 63) != 0
  }

  /// Calls `body` with the bits, 64 a word, for loops of other forms.
  @inline(__always)
  package func withBits<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    bits.withUnsafeBufferPointer(body)
  }

  /// Where the first character of the set begins at or after `start`, which begins a character; `end` or
  /// a little beyond where none does before it.
  ///
  /// `base` is valid UTF-8, of which two bytes may be read beyond `end`.
  @inline(__always)
  package func firstOffset(
    in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    bits.withUnsafeBufferPointer { bits in
      guard let bits = bits.baseAddress else { return max(start, end) }
      var offset = start
      while offset < end {
        // Han characters and their marks follow one another.
        while base[offset] &- 0xE0 < 0x10 {
          let row = Int(base[offset] & 0xF) << 6 | Int(base[offset &+ 1] & 0x3F)
          if bits[row] & 1 << UInt64(base[offset &+ 2] & 0x3F) != 0 { return offset }
          offset &+= 3
          if offset >= end { return offset }
        }
        let byte = base[offset]
        if byte < 0x80 {
          if bits[Int(byte >> 6)] & 1 << UInt64(byte & 0x3F) != 0 { return offset }
          offset &+= 1
        } else {
          offset &+= byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : 4
        }
      }
      return max(offset, end)
    }
  }
}
