#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds bytes in a text.
enum ByteSearch {
  /// Where `word` first stands wholly in `range` of `text`; linear.
  static func first(
    _ word: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Int? {
    guard let needle = word.baseAddress, let base = text.baseAddress, range.count >= word.count
    else { return nil }
    // The last byte of a character tells more than its first, which Chinese ones share.
    let last = word.count - 1
    let end = Int32(word[last])
    var offset = range.lowerBound + last
    while offset < range.upperBound,
      let found = memchr(base + offset, end, range.upperBound - offset)
    {
      offset = UnsafeRawPointer(found) - base
      if memcmp(base + offset - last, needle, last) == 0 { return offset - last }
      offset += 1
    }
    return nil
  }

  /// Where `byte` next stands in `bytes` from `start` on, before `end`; linear.
  static func next(_ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let end = min(end ?? buffer.count, buffer.count)
      guard start >= 0, start < end, let base = buffer.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), end - start).map { UnsafeRawPointer($0) - base }
    }
  }
}
