import SourceText
import Testing

@testable import WordDocuments

/// What a reader sees in Word is what is read.
struct WordReadingTests {
  private func read(
    _ document: TestDocument, _ changes: WordDocument.Changes = .accepted
  ) throws -> WordDocument {
    try WordReader.read(document.bytes, changes: changes)
  }

  private func text(
    _ body: String, _ changes: WordDocument.Changes = .accepted
  ) throws -> String {
    String(decoding: try read(TestDocument(body), changes).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<w:p><w:r><w:t>一</w:t><w:t>二</w:t></w:r></w:p>", "一二\n"),
    ("<w:p/><w:p/>", "\n\n"),
    ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>", "甲\t乙\n丙\n"),
    (
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>",
      "甲\n"
    ),
    ("<w:p><w:r><w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t></w:r></w:p>", "甲\n乙\n"),
    ("<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>", "链接\n"),
    (
      "<w:p><w:r><w:fldChar/><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>",
      "3\n"
    ),
    (
      "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zh</w:t></w:r></w:rt>"
        + "<w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "字\n"
    ),
    ("<w:p><w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r></w:p>", "-1\n"),
    ("<w:p><w:r><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>", "隐\n"),
    (
      "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>见</w:t></w:r></w:p>", "见\n"
    ),
  ])
  func runsAreRead(body: String, expected: String) throws {
    #expect(try text(body) == expected)
  }

  @Test func tablesAreRowsOfCells() throws {
    let cell = { (text: String) in "<w:tc>\(text)</w:tc>" }
    let body =
      "<w:tbl><w:tr>\(cell(TestDocument.paragraph("项目")))\(cell(TestDocument.paragraph("金额")))</w:tr>"
      + "<w:tr>\(cell(TestDocument.paragraph("校舍") + TestDocument.paragraph("维修")))"
      + "\(cell("<w:tbl><w:tr>\(cell(TestDocument.paragraph("内")))</w:tr></w:tbl><w:p/>"))</w:tr></w:tbl>"
      + TestDocument.paragraph("后")
    #expect(try text(body) == "项目\t金额\n校舍 维修\t内\n后\n")
  }

  @Test func textBoxesFollowTheirParagraph() throws {
    let box = "<wps:txbx><w:txbxContent>\(TestDocument.paragraph("框内"))</w:txbxContent></wps:txbx>"
    let body =
      "<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:drawing><a:p><a:t>图</a:t></a:p>\(box)"
      + "</w:drawing></mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback>"
      + "</mc:AlternateContent><w:t>后</w:t></w:r></w:p>"
    #expect(try text(body.replacing("a:", with: "w:")) == "前后\n框内\n")
  }

  private static let changed =
    "<w:p><w:r><w:t>投入</w:t></w:r><w:del w:author=\"张\"><w:r><w:delText>62</w:delText></w:r></w:del>"
    + "<w:ins w:author=\"李\"><w:r><w:t>65</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>"

  @Test func trackedChangesHaveTwoSides() throws {
    #expect(try text(Self.changed) == "投入65万元。\n")
    #expect(try text(Self.changed, .original) == "投入62万元。\n")
  }

  @Test func trackedChangesAreKnown() throws {
    let traces = try read(TestDocument(Self.changed)).details.traces
    #expect(
      traces == [
        SourceDocument.Trace(kind: .deletion, range: 6..<6, author: "张", text: "62"),
        SourceDocument.Trace(kind: .insertion, range: 6..<8, author: "李", text: "65"),
      ])
  }

  @Test func aDeletedMarkJoinsParagraphs() throws {
    let mark = { (name: String) in "<w:rPr><w:\(name) w:author=\"张\"/></w:rPr>" }
    let body =
      TestDocument.paragraph("甲", mark("del")) + TestDocument.paragraph("乙", mark("ins"))
      + TestDocument.paragraph("丙")
    #expect(try text(body) == "甲乙\n丙\n")
    #expect(try text(body, .original) == "甲\n乙丙\n")
  }

  @Test func movedTextStandsWhereItWent() throws {
    let body =
      "<w:p><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:t>中</w:t></w:r>"
      + "<w:moveTo><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>"
    #expect(try text(body) == "中移\n")
    #expect(try text(body, .original) == "移中\n")
  }

  @Test func notesComeLastInTheOrderOfTheirReferences() throws {
    var document = TestDocument(
      "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>"
        + "<w:p><w:r><w:t>乙</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
    document.footnotes =
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>"
      + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:tab/></w:r>\(TestDocument.run(" 注二"))"
      + "</w:p></w:footnote>"
      + "<w:footnote w:id=\"3\">\(TestDocument.paragraph("注三"))</w:footnote>"
    #expect(
      String(decoding: try read(document).bytes, as: UTF8.self) == "甲\n乙\n注三\n注二\n")
  }

  @Test func commentsAreKnownWithTheirPlace() throws {
    var document = TestDocument(
      "<w:p><w:r><w:t>合计</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>61人</w:t></w:r>"
        + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>")
    document.comments =
      "<w:comment w:id=\"0\" w:author=\"王\">\(TestDocument.paragraph("核对"))</w:comment>"
    #expect(
      try read(document).details.traces == [
        SourceDocument.Trace(kind: .comment, range: 6..<11, author: "王", text: "核对")
      ])
  }

  @Test func controlsKeepTheirTags() throws {
    let body =
      "<w:p><w:r><w:t>投入</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"工程.合计\"/></w:sdtPr>"
      + "<w:sdtContent><w:r><w:t>62万元</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    #expect(
      try read(TestDocument(body)).controls == [
        WordDocument.Control(tag: "工程.合计", range: 6..<14)
      ])
  }

  @Test func placesCountParagraphsCharactersAndPages() throws {
    let document = try read(
      TestDocument(
        TestDocument.paragraph("一")
          + "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>"
      ))
    let source = document.source(name: "a.docx")
    let lines = LineTable(source.bytes)
    let offset = source.bytes.count - 4
    let place = source.document?.place(of: lines.position(of: offset), at: offset)
    #expect(place == SourceDocument.Place(paragraph: 2, character: 4, page: 2))
  }

  @Test func propertiesNameWhoMadeIt() throws {
    var document = TestDocument(TestDocument.paragraph("一"))
    document.core =
      "<cp xmlns:dc=\"d\"><dc:creator>张三</dc:creator><lastModifiedBy>李四</lastModifiedBy></cp>"
    let properties = try read(document).details.properties
    #expect(properties.creator == "张三")
    #expect(properties.lastModifiedBy == "李四")
  }
}
