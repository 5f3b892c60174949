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
  /// A web page, often saved under the name of a Word document.
  case webPage
  /// A web page and its pictures in one file.
  case webArchive
  /// Word's own XML, before there was `.docx`.
  case wordXML
  /// Pages, from which no text is taken.
  case pdf
  /// A workbook or a presentation before 2007.
  case otherOffice

  /// Recognises a file by how it begins; nil for anything that may be text or a package.
  init?(_ raw: [UInt8]) {
    if raw.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self =
        if Self.hasStream("EncryptedPackage", raw) {
          .locked
        } else if Self.hasStream("WordDocument", raw) {
          .oldWord
        } else if Self.hasStream("Workbook", raw) || Self.hasStream("PowerPoint Document", raw) {
          .otherOffice
        } else {
          .oldWord
        }
    } else if raw.starts(with: Array("{\\rtf".utf8)) {
      self = .richText
    } else if raw.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if raw.starts(with: [0x50, 0x4B, 3, 4]), raw.count > 50,
      // An OpenDocument package begins with this part, stored as it is.
      raw[30..<38].elementsEqual("mimetype".utf8), raw[38..<50].elementsEqual("application/".utf8)
    {
      self = .openDocument
    } else if let markup = MarkupFormat.of(raw) {
      self = markup
    } else {
      return nil
    }
  }

  /// Whether LibreOffice turns it into `.docx`.
  public var isConvertible: Bool { inputFilter != nil }

  /// The extension that files of the format have.
  public var fileExtension: String {
    switch self {
    case .oldWord, .locked, .otherOffice: "doc"
    case .openDocument: "odt"
    case .richText: "rtf"
    case .webPage: "html"
    case .webArchive: "mht"
    case .wordXML: "xml"
    case .pdf: "pdf"
    }
  }

  /// What LibreOffice reads the format with; nil where it does not.
  ///
  /// Left to itself it takes a broken document for plain text, and a web page for no document.
  public var inputFilter: String? {
    switch self {
    case .oldWord: "MS Word 97"
    case .openDocument: "writer8"
    case .richText: "Rich Text Format"
    // Of an archive, its page.
    case .webPage, .webArchive: "HTML (StarWriter)"
    case .wordXML: "MS Word 2003 XML"
    case .locked, .pdf, .otherOffice: nil
    }
  }

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
    case .webPage:
      (
        "word-html",
        Message(
          zh: "这是网页(HTML),不是 Word 文稿", en: "this is a web page (HTML), no Word document")
      )
    case .webArchive:
      (
        "word-mht",
        Message(
          zh: "这是单个文件的网页(MHT),不是 Word 文稿",
          en: "this is a web page in one file (MHT), no Word document")
      )
    case .wordXML:
      (
        "word-xml",
        Message(zh: "这是 Word 的 XML 文稿,不是 .docx", en: "this is a document of Word's XML, no .docx")
      )
    case .otherOffice:
      (
        "word-other",
        Message(
          zh: "这是表格或演示文稿,不是 Word 文稿", en: "this is a workbook or a presentation, no text")
      )
    case .pdf:
      ("word-pdf", Message(zh: "这是 PDF,读不出正文", en: "this is a PDF; no text is read from it"))
    }
  }

  /// Whether a compound file has a stream of that name; `EncryptedPackage` holds a locked document
  /// (MS-OFFCRYPTO, 1.3.3).
  private static func hasStream(_ stream: String, _ raw: [UInt8]) -> Bool {
    var name: [UInt8] = []
    for letter in stream.utf8 { name += [letter, 0] }
    name += [0, 0]
    // Directory sectors lie anywhere; entries begin at multiples of 128 bytes.
    var start = 512
    while start + name.count <= raw.count {
      if raw[start..<start + name.count].elementsEqual(name) { return true }
      start += 128
    }
    return false
  }
}
