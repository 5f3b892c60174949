import OfficePackages
import SourceText
import Testing

@testable import WordDocuments

/// Files that are no readable documents: one clear fault each, never a crash or a hang.
struct WordFaultTests {
  private func fault(_ raw: [UInt8], limit: Int = WordReader.largestSize) -> WordFault? {
    do throws(WordFault) {
      _ = try WordReader.read(raw, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ForeignFormat.oldWord),
      (Array("{\\rtf1".utf8), .richText),
      (Array("%PDF-1.7".utf8), .pdf),
      (Array("\u{FEFF} <!DOCTYPE HTML PUBLIC>".utf8), .webPage),
      (Array("<html xmlns:w=\"urn:schemas-microsoft-com:office:word\">".utf8), .webPage),
      (Array("<?xml version=\"1.0\"?><!-- 页 --><HTML>".utf8), .webPage),
      ([0xFF, 0xFE] + Array("<html>".utf8).flatMap { [$0, 0] }, .webPage),
      (Array("MIME-Version: 1.0\r\nContent-Type: multipart/related".utf8), .webArchive),
      (
        Array("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:x/>".utf8),
        .wordXML
      ),
    ] as [([UInt8], ForeignFormat)])
  func otherFormatsAreNamed(raw: [UInt8], format: ForeignFormat) {
    #expect(fault(raw) == .foreign(format))
    #expect(WordReader.takes(raw))
  }

  @Test func lockedDocumentsAreTold() {
    var raw = [UInt8](repeating: 0, count: 2048)
    raw.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    for (index, letter) in "EncryptedPackage".utf8.enumerated() { raw[1024 + index * 2] = letter }
    #expect(fault(raw) == .foreign(.locked))
  }

  @Test func workbooksBefore2007AreNoDocuments() {
    var raw = [UInt8](repeating: 0, count: 2048)
    raw.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    for (index, letter) in "Workbook".utf8.enumerated() { raw[1024 + index * 2] = letter }
    #expect(fault(raw) == .foreign(.otherOffice))
  }

  @Test(arguments: [
    "<某局>通知", "<?xml version=\"1.0\"?><a/>", "<", "<!--", "<p>", "MIME-Version: 1.0\n正文",
  ])
  func textsThatBeginWithABracketStayTexts(text: String) {
    #expect(!WordReader.takes(Array(text.utf8)))
  }

  @Test func openDocumentsAreNamed() throws {
    var raw: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
    raw += Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
    #expect(fault(raw) == .foreign(.openDocument))
  }

  @Test func oldFormatsNameTheWayOut() {
    let diagnostic = WordFault.foreign(.oldWord).diagnostic(in: "总结.doc")
    #expect(diagnostic.id == "word-old")
    #expect(
      diagnostic.remedy?.text(in: .zh).contains("--convert-to docx \"总结.doc\"") == true)
  }

  @Test func anArchiveWithoutADocumentIsTold() throws {
    let raw = try PackageWriter.write([PackageWriter.Part(name: "a.txt", bytes: [0x61])])
    #expect(fault(raw) == .noDocument)
    // A part that is XML, but no document.
    let other = try PackageWriter.write([
      PackageWriter.Part(name: "word/document.xml", bytes: Array("<a><p/></a>".utf8))
    ])
    #expect(fault(other) == .noDocument)
  }

  @Test func brokenMarkupNamesPartAndLine() throws {
    let raw = try TestDocument("<w:p>\n</w:r>").bytes
    #expect(
      fault(raw)
        == .package(.malformed(part: "word/document.xml", line: 2, words: "mismatched tag")))
  }

  @Test func entitiesAreStopped() throws {
    var entities = "<!DOCTYPE a [<!ENTITY b0 \"ha\">"
    for level in 1...20 { entities += "<!ENTITY b\(level) \"&b\(level - 1);&b\(level - 1);\">" }
    let raw = try PackageWriter.write([
      PackageWriter.Part(
        name: "word/document.xml", bytes: Array((entities + "]><document>&b20;</document>").utf8))
    ])
    #expect(fault(raw) == .package(.documentType(part: "word/document.xml")))
  }

  @Test func inflatedSizeIsLimited() throws {
    let raw = try TestDocument(
      String(repeating: TestDocument.paragraph("字"), count: 10_000)
    ).bytes
    #expect(raw.count < 10_000)
    #expect(fault(raw, limit: 100_000) == .package(.tooLarge(limit: 100_000)))
  }

  @Test(.timeLimit(.minutes(1))) func nestingEnds() throws {
    let depth = 100_000
    let raw = try TestDocument(
      String(repeating: "<w:tbl><w:tr><w:tc><w:p>", count: depth)
        + String(repeating: "</w:p></w:tc></w:tr></w:tbl>", count: depth)
    ).bytes
    #expect(fault(raw) == nil)
  }

  @Test func changedBytesNeverCrash() throws {
    let bytes = try TestDocument(
      TestDocument.item("甲", list: 1) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    ).bytes
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &generator)] = UInt8.random(in: 0...255)
      }
      _ = fault(changed)
    }
    for end in bytes.indices { _ = fault(Array(bytes[..<end])) }
  }

  @Test func stragglingElementsNeverCrash() throws {
    // Ends and parts without what they belong to.
    let body =
      "<w:txbxContent/><w:footnote/><w:tc/><w:tr/><w:sdt/><w:sdtContent/><w:tag/><w:numPr/>"
      + "<w:commentReference/><w:footnoteReference/><w:r/><w:drawing/><w:ins/><w:del/>"
      + "<w:tbl><w:p/><w:tr/></w:tbl><w:sym w:char=\"zz\"/><w:sdt><w:sdtContent/></w:sdt>"
    #expect(fault(try TestDocument(body).bytes) == nil)
  }
}
