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
    if text.withContiguousStorageIfAvailable({ add($0) }) == nil {
      Array(text).withUnsafeBufferPointer { add($0) }
    }
  }

  private mutating func add(_ run: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in run.indices {
      guard let replacement = Self.replacement(run, index) else { continue }
      bytes.append(contentsOf: run[start..<index])
      bytes.append(contentsOf: replacement)
      start = index + 1
    }
    bytes.append(contentsOf: run[start...])
  }

  /// What stands for a byte of the text; nil where it stands for itself.
  private static func replacement(_ run: UnsafeBufferPointer<UInt8>, _ index: Int) -> [UInt8]? {
    switch run[index] {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    // As it is, a parser would take it for a line feed (clause 2.11).
    case 0x0D: Array("&#13;".utf8)
    case 0xBE, 0xBF: index >= 2 && run[index - 2] == 0xEF && run[index - 1] == 0xBF ? [0xBD] : nil
    case 0x09, 0x0A, 0x20...: nil
    default: Array("\u{FFFD}".utf8)
    }
  }
}
