import OfficePackages
import SourceText
import Testing

@testable import WordDocuments

/// A document without its traces says the same, and carries nothing besides.
struct DocumentStripperTests {
  private static let bodies: [String] = [
    "<w:p><w:r><w:t>甲</w:t></w:r><w:del w:author=\"张\"><w:r><w:delText>乙</w:delText></w:r></w:del>"
      + "<w:ins w:author=\"李\"><w:r><w:t>丙</w:t></w:r></w:ins></w:p>",
    "<w:p><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>",
    "<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:jc/><w:rPr><w:del w:author=\"张\"/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>"
      + "<w:bookmarkStart w:id=\"1\"/><w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>下</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p><w:p/>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
      + "<w:r><w:t>中</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:ins w:author=\"张\"/></w:rPr><w:pPrChange><w:pPr><w:ind/></w:pPr></w:pPrChange>"
      + "</w:pPr><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>字</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>"
      + "<w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>批</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
      + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val=\"Secret\"/></w:pPr><w:r><w:t>底</w:t></w:r><w:r><w:rPr>"
      + "<w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r>"
      + "</w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>",
    "<w:p><w:ins><w:del><w:r><w:delText>又加又删</w:delText></w:r></w:del></w:ins><w:r><w:t>完</w:t></w:r></w:p>",
    "",
  ]

  @Test(arguments: bodies)
  func tracesGoAndTheTextStays(body: String) throws {
    var document = TestDocument(body)
    document.comments =
      "<w:comment w:id=\"0\" w:author=\"王\">\(TestDocument.paragraph("核对"))</w:comment>"
    document.header =
      "<w:p><w:del w:author=\"张\"><w:r><w:delText>旧文号</w:delText></w:r></w:del></w:p>"
    document.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>"
    document.core =
      "<p xmlns:dc=\"d\"><dc:title>题</dc:title><dc:creator>张三</dc:creator>"
      + "<lastModifiedBy>李四</lastModifiedBy></p>"
    let raw = try document.bytes
    let before = try WordReader.read(raw)
    #expect(before.details.traces.contains { $0.text == "旧文号" })
    let stripped = try DocumentStripper.strip(raw)
    let after = try WordReader.read(stripped)
    #expect(after.bytes == before.bytes)
    #expect(after.details.traces.isEmpty)
    #expect(
      after.details.properties
        == {
          var p = SourceDocument.Properties(); p.title = "题"; return p
        }())
    // What is gone is gone from the file, not only from what is read.
    let package = try OfficePackage(stripped, limit: 1 << 20)
    #expect(!package.partNames().contains("word/comments.xml"))
    #expect(try DocumentStripper.strip(stripped) == stripped)
  }

  @Test(arguments: bodies)
  func damagedMarkupNeverCrashes(body: String) throws {
    var generator = SystemRandomNumberGenerator()
    let bytes = Array(body.utf8)
    guard !bytes.isEmpty else { return }
    for _ in 0..<50 {
      var changed = bytes
      let start = Int.random(in: changed.indices, using: &generator)
      let end = Int.random(in: start...changed.count, using: &generator)
      changed.replaceSubrange(start..<min(end, start + 20), with: bytes.suffix(9))
      let raw = try TestDocument(String(decoding: changed, as: UTF8.self)).bytes
      do throws(WordFault) {
        let before = try WordReader.read(raw).bytes
        let after = try WordReader.read(DocumentStripper.strip(raw))
        #expect(after.bytes == before && after.details.traces.isEmpty)
      } catch {
        // A fault that is told.
      }
    }
  }

  @Test func whatHasNoTracesStaysAsItIs() throws {
    let raw = try TestDocument("<w:p><w:r><w:t>甲</w:t></w:r></w:p>").bytes
    #expect(try DocumentStripper.strip(raw) == raw)
  }
}
