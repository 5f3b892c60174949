/// Finds the sentence a figure stands in.
enum SentenceSpan {
  /// From behind the last 。！？ or line end before `range` to the next one after it, in whole
  /// characters.
  ///
  /// - Parameters:
  ///   - range: The figure, in UTF-8 bytes.
  ///   - bytes: The text.
  ///   - reach: How far to look to either side, in bytes: texts without stops have sentences of any
  ///     length.
  /// - Returns: The sentence.
  static func around(_ range: Range<Int>, in bytes: [UInt8], reach: Int = 3_000) -> Range<Int> {
    var start = range.lowerBound
    let first = max(0, start - reach)
    while start > first, bytes[start - 1] >= 0x20, !endsSentence(bytes, at: start) { start -= 1 }
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = range.upperBound
    let last = min(bytes.count, end + reach)
    while end < last, bytes[end] >= 0x20 {
      end += 1
      if endsSentence(bytes, at: end) { break }
    }
    while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private static func endsSentence(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 3, bytes[offset - 3] >= 0xE3 else { return false }
    switch (bytes[offset - 3], bytes[offset - 2], bytes[offset - 1]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    default: return false
    }
  }
}
