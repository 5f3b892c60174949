/// Recognises UTF-16 without a byte order mark by the characters that its bytes would be.
///
/// Chinese prose is Han characters of one block, full-width marks and some ASCII. The same bytes
/// taken in the other order, and GB 18030 or ASCII taken for UTF-16, give characters from all over.
enum UTF16Guess {
  /// How many bytes are looked at.
  private static let reach = 1 << 13

  /// The byte order in which nearly all characters at the head of a text are such as Chinese prose
  /// has; nil where neither gives them.
  static func encoding(of raw: [UInt8]) -> TextEncoding? {
    let sample = raw.prefix(min(reach, raw.count & ~1))
    guard sample.count >= 2, holdsByteOfNoText(sample) else { return nil }
    let little = share(sample, high: 1)
    let big = share(sample, high: 0)
    guard max(little, big) * 10 >= sample.count / 2 * 8, little != big else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Low halves of characters are bytes of any value; texts in other encodings hold no control bytes.
  private static func holdsByteOfNoText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  /// How many characters are of the usual kinds, less those that show the wrong order.
  private static func share(_ bytes: ArraySlice<UInt8>, high: Int) -> Int {
    var share = 0
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let unit = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
      switch unit {
      // ASCII characters in the wrong order; 一 and 最 end in a zero byte by right.
      case _ where unit & 0xFF == 0 && unit != 0x4E00 && unit != 0x6700 && unit != 0x3000:
        share -= 1
      case 0x4E00...0x9FA5, 0x3000...0x301F, 0xFF01...0xFF5E: share += 1
      case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0xA0, 0xB7, 0x2014, 0x2018...0x201D, 0x2026, 0xFEFF:
        share += 1
      case 0x3007, 0x2103, 0x2460...0x249B, 0x2030: share += 1
      default: break
      }
      index += 2
    }
    return share
  }
}
