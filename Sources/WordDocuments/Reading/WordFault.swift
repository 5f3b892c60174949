public import OfficePackages
public import SourceText

/// Why a document cannot be read.
public enum WordFault: Error, Equatable, Sendable {
  /// A file of another format that word processors write.
  case foreign(ForeignFormat)
  /// A package that cannot be read.
  case package(PackageFault)
  /// A file without a byte in it, as a broken transfer leaves it.
  case empty
  /// A package, but not of a Word document.
  case noDocument
  /// A document whose text is another file put into it, which nothing but Word takes apart.
  case chunk
  /// A document from which not all traces could be taken without a change to its text.
  case notStripped

  /// The fault as people are told of it.
  public func diagnostic(in file: String) -> Diagnostic {
    let (id, message) = wording
    return Diagnostic(id, at: .file(file), message, remedy: remedy(file))
  }

  private var wording: (String, Message) {
    switch self {
    case .foreign(let format): format.wording
    case .noDocument:
      (
        "word-no-document",
        Message(zh: "压缩包里没有 Word 文稿", en: "the archive holds no Word document")
      )
    case .empty:
      ("word-empty", Message(zh: "文件是空的(0 字节)", en: "the file is empty (0 bytes)"))
    case .chunk:
      (
        "word-chunk",
        Message(
          zh: "文稿的正文是嵌入的另一个文件(网页转成的文稿常这样),没有读取",
          en:
            "the document's text is another file put into it, as in documents made from web pages; it was not read"
        )
      )
    case .notStripped:
      (
        "word-not-stripped",
        Message(
          zh: "批注、修订等没有去净,文稿没有写出",
          en: "comments or changes would have been left; the document was not written")
      )
    case .package(.broken(let words)):
      (
        "word-broken",
        Message(
          zh: "文稿已损坏,或不是 .docx 文件({0})", en: "the document is broken, or no .docx file ({0})",
          words)
      )
    case .package(.malformed(let part, let line, let words)):
      (
        "word-malformed",
        Message(
          zh: "文稿的部件 {0} 第 {1} 行读不懂({2})",
          en: "the document's part {0} cannot be read at line {1} ({2})",
          part, String(line), words)
      )
    case .package(.documentType(let part)):
      (
        "word-entities",
        Message(
          zh: "文稿的部件 {0} 里有文档类型声明,正常的文稿没有,没有读取",
          en:
            "the document's part {0} has a document type declaration, as no document has; it was not read",
          part)
      )
    case .package(.tooLarge(let limit)):
      (
        "word-too-large",
        Message(
          zh: "文稿解压后超过 {0} MB,没有读取",
          en: "the document inflates to more than {0} MB; it was not read", String(limit >> 20))
      )
    }
  }

  private func remedy(_ file: String) -> Message {
    if self == .empty {
      return Message(zh: "请对方重新发送", en: "have it sent again")
    }
    if self == .notStripped {
      return Message(
        zh: "请在 Word 里接受修订,并用“检查文档”清除",
        en: "accept the changes in Word and use its Inspect Document")
    }
    guard case .foreign(let format) = self, format.isConvertible else {
      return Message(
        zh: "请用 Word 或 WPS 打开,另存为 .docx 后再试",
        en: "open it in Word or LibreOffice and save it as .docx again")
    }
    return Message(
      zh: "用 Word 或 WPS 另存为 .docx,或运行 soffice --headless --convert-to docx \"{0}\"",
      en:
        "save it as .docx in Word or LibreOffice, or run: soffice --headless --convert-to docx \"{0}\"",
      file)
  }
}
