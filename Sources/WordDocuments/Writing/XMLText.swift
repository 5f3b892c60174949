/// Writes XML: markup as it is given, text escaped.
struct XMLText {
  private(set) var bytes: [UInt8]

  /// A part that begins with the XML declaration.
  init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
  }

  /// Adds markup.
  mutating func markup(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds text or an attribute's value, in valid UTF-8.
  ///
  /// Control characters, U+FFFE and U+FFFF, which XML 1.0 has no place for (clause 2.2), become U+FFFD.
  mutating func text(_ text: some Collection<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case 0xBE where bytes.suffix(2).elementsEqual([0xEF, 0xBF]): bytes.append(0xBD)
      case 0xBF where bytes.suffix(2).elementsEqual([0xEF, 0xBF]): bytes.append(0xBD)
      // As it is, a parser would take it for a line feed (clause 2.11).
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x09, 0x0A, 0x20...: bytes.append(byte)
      default: bytes.append(contentsOf: "\u{FFFD}".utf8)
      }
    }
  }
}
