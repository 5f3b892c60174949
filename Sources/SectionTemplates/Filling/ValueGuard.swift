/// Finds what a value must not hold, because it would break the paragraph it is printed in.
enum ValueGuard {
  /// A character that must not be in a value.
  enum Fault: Equatable {
    /// A line or paragraph separator.
    case lineBreak
    /// Another control character.
    case control(UInt32)
  }

  /// The first fault in a value's UTF-8, or nil.
  ///
  /// Refused are C0 and C1 controls, tab included, and the separators and direction marks U+2028
  /// to U+202E, none of which a printed bulletin shows.
  static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F {
        return byte == 0x0A || byte == 0x0D ? .lineBreak : .control(UInt32(byte))
      }
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
        return bytes[index + 1] == 0x85 ? .lineBreak : .control(UInt32(bytes[index + 1]))
      }
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        (0xA8...0xAE).contains(bytes[index + 2])
      {
        return bytes[index + 2] < 0xAA
          ? .lineBreak : .control(0x2000 + UInt32(bytes[index + 2] & 0x3F))
      }
      index += 1
    }
    return nil
  }
}
