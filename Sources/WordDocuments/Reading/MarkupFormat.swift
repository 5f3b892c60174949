/// Recognises formats that are text with markup, and could be taken for plain text.
enum MarkupFormat {
  /// How far into a file its first element is looked for.
  private static let reach = 4096

  /// The format of a file that begins as markup does; nil for plain text.
  static func of(_ raw: [UInt8]) -> ForeignFormat? {
    guard mayBeMarkup(raw) else { return nil }
    // In UTF-16 every other byte is zero.
    let head = raw.prefix(reach).filter { $0 != 0 }.map { byte -> UInt8 in
      (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
    }[...]
    var rest = head.drop { isSpaceOrMark($0) }
    if rest.starts(with: "mime-version:".utf8) {
      return contains("multipart/", rest) ? .webArchive : nil
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    // Declarations and comments come before the first element.
    while let opened = [("<?", "?>"), ("<!--", "-->")].first(where: { rest.starts(with: $0.0.utf8) }
    ) {
      guard let end = end(of: opened.1, in: rest) else { return nil }
      if contains("mso-application", rest[..<end]), contains("word.document", rest[..<end]) {
        return .wordXML
      }
      rest = rest[end...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
    if rest.starts(with: "<w:worddocument".utf8) || rest.starts(with: "<pkg:package".utf8) {
      return .wordXML
    }
    return pageStarts.contains { rest.starts(with: $0.utf8) } ? .webPage : nil
  }

  /// Whether the first byte that is no blank, no zero and no byte order mark may open markup, as it does
  /// in hardly any plain text; spares those the copy that is looked at.
  private static func mayBeMarkup(_ raw: [UInt8]) -> Bool {
    guard let first = raw.prefix(reach).first(where: { $0 != 0 && !isSpaceOrMark($0) }) else {
      return false
    }
    return first == UInt8(ascii: "<") || first | 0x20 == UInt8(ascii: "m")
  }

  private static func isSpaceOrMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private static let pageStarts = ["<!doctype html", "<html", "<head", "<meta", "<body"]

  private static func contains(_ word: String, _ text: ArraySlice<UInt8>) -> Bool {
    end(of: word, in: text) != nil
  }

  private static func end(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard text.count >= word.count else { return nil }
    for start in text.startIndex...text.endIndex - word.count
    where text[start..<start + word.count].elementsEqual(word) {
      return start + word.count
    }
    return nil
  }
}
