import SourceText

/// A format that drafts come in besides plain text and `.docx`.
public enum ForeignFormat: Sendable, Equatable {
  /// A compound file: Word's format before 2007, or WPS's own.
  case oldWord
  /// A `.docx` locked with a password, which is a compound file too.
  case locked
  /// OpenDocument text.
  case openDocument
  /// Rich text.
  case richText
  /// Pages, from which no text is taken.
  case pdf

  /// Recognises a file by how it begins; nil for anything that may be text or a package.
  init?(_ raw: [UInt8]) {
    if raw.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.isLocked(raw) ? .locked : .oldWord
    } else if raw.starts(with: Array("{\\rtf".utf8)) {
      self = .richText
    } else if raw.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if raw.starts(with: [0x50, 0x4B, 3, 4]), raw.count > 50,
      // An OpenDocument package begins with this part, stored as it is.
      raw[30..<38].elementsEqual("mimetype".utf8), raw[38..<50].elementsEqual("application/".utf8)
    {
      self = .openDocument
    } else {
      return nil
    }
  }

  /// Whether LibreOffice turns it into `.docx`.
  var isConvertible: Bool { self == .oldWord || self == .openDocument || self == .richText }

  var wording: (String, Message) {
    switch self {
    case .oldWord:
      (
        "word-old",
        Message(
          zh: "这是旧格式(.doc 或 .wps)的文稿", en: "this is a document of an old format (.doc or .wps)")
      )
    case .locked:
      ("word-locked", Message(zh: "文稿加了密码", en: "the document is locked with a password"))
    case .openDocument:
      (
        "word-odt",
        Message(zh: "这是 OpenDocument(.odt)文稿", en: "this is an OpenDocument (.odt) text")
      )
    case .richText:
      ("word-rtf", Message(zh: "这是 RTF 文稿", en: "this is a rich text (RTF) document"))
    case .pdf:
      ("word-pdf", Message(zh: "这是 PDF,读不出正文", en: "this is a PDF; no text is read from it"))
    }
  }

  /// Whether a compound file has the stream that holds an encrypted package (MS-OFFCRYPTO, 1.3.3).
  private static func isLocked(_ raw: [UInt8]) -> Bool {
    var name: [UInt8] = []
    for letter in "EncryptedPackage".utf8 { name += [letter, 0] }
    // Directory sectors lie anywhere; entries begin at multiples of 128 bytes.
    var start = 512
    while start + name.count <= raw.count {
      if raw[start..<start + name.count].elementsEqual(name) { return true }
      start += 128
    }
    return false
  }
}
