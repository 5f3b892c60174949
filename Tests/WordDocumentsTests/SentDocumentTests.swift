import SourceText
import Testing

@testable import WordDocuments

/// What people's word processors put into drafts besides plain paragraphs.
struct SentDocumentTests {
  private func text(
    _ document: TestDocument, _ changes: WordDocument.Changes = .accepted
  ) throws -> String {
    String(decoding: try WordReader.read(document.bytes, changes: changes).bytes, as: UTF8.self)
  }

  /// Short for markup: `[字]` is a run, `{‹}`, `{|}` and `{›}` are a field's marks, `{= CODE =}` is its
  /// code.
  private static func markup(_ short: String) -> String {
    let mark = { (type: String) in "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    return
      short
      .replacing("[", with: "<w:r><w:t xml:space=\"preserve\">")
      .replacing("]", with: "</w:t></w:r>")
      .replacing("{‹}", with: mark("begin")).replacing("{|}", with: mark("separate"))
      .replacing("{›}", with: mark("end")).replacing("{=", with: "<w:r><w:instrText>")
      .replacing("=}", with: "</w:instrText></w:r>")
  }

  private static let seen: [(String, String)] = [
    // What stands in a field's code, another field's result too, is not seen.
    ("[第]{‹}{= PAGE =}{|}[3]{›}[页]", "第3页"),
    ("{‹}{= IF =}{‹}{= PAGE =}{|}[1]{›}{= =1 =}{|}[有]{›}", "有"),
    ("{‹}{= XE 索引 =}{›}[字]", "字"),
    ("<w:fldSimple w:instr=\"DATE\">[2023年7月]</w:fldSimple>", "2023年7月"),
    // A number with a ring laid over it, and one that no single character stands for.
    (#"{‹}{= eq \o\ac(○,=}{=3) =}{›}[甲]"#, "③甲"), (#"{‹}{=EQ \o\ac(○, 21)=}{›}"#, "21"),
    (#"{‹}{=eq \f(1,2)=}{›}"#, ""),
    // A form's box.
    (
      """
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>\
      <w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>{= FORMCHECKBOX =}{›}[是]
      """, "☑是"
    ),
    // Symbol fonts.
    ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", "☑"),
    ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F082\"/></w:r>", "②"),
    ("<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/></w:r>", "□"),
    ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>", "≥"),
    ("<w:r><w:sym w:font=\"宋体\" w:char=\"2103\"/></w:r>", "℃"),
    ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"D800\"/></w:r>", ""),
    // Smart tags, and controls in controls.
    (
      """
      <w:smartTag w:element="date">[7月]</w:smartTag><w:sdt><w:sdtContent><w:sdt><w:sdtContent>\
      [18日]</w:sdtContent></w:sdt></w:sdtContent></w:sdt>
      """, "7月18日"
    ),
    // A ruby, and the text that follows in its run.
    (
      """
      <w:r><w:ruby><w:rt>[zh]</w:rt><w:rubyBase>[芷]</w:rubyBase></w:ruby><w:t>江</w:t></w:r>
      """, "芷江"
    ),
    // Mathematics in a line.
    (
      """
      <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den>\
      </m:f></m:oMath>
      """, "1/3"
    ),
    // Blanks count where the file says so, and line ends in a text are blanks.
    ("<w:r><w:t> 甲 </w:t></w:r>[ 乙\n丙 ]", "甲 乙 丙 "),
    // Ornamental lettering.
    (
      "<w:r><w:pict><v:shape><v:textpath string=\"某局简报\"/></v:shape></w:pict></w:r>",
      "\n某局简报"
    ),
    // Text after a new page begins a line.
    ("[完。]<w:r><w:br w:type=\"page\"/></w:r>[附件]", "完。\n附件"),
    ("<w:r><w:br w:type=\"page\"/></w:r>[附件]", "附件"),
  ]

  @Test(arguments: seen)
  func whatIsSeenIsRead(runs: String, expected: String) throws {
    #expect(try text(TestDocument("<w:p>\(Self.markup(runs))</w:p>")) == expected + "\n")
  }

  @Test func hiddenParagraphsAreNeitherSeenNorCounted() throws {
    var document = TestDocument(
      TestDocument.item("甲", list: 1)
        + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/>"
        + "</w:rPr></w:pPr>\(TestDocument.run("底稿", "<w:vanish/>"))</w:p>"
        + TestDocument.item("乙", list: 1) + TestDocument.paragraph("密", "<w:pStyle w:val=\"S\"/>")
        + TestDocument.paragraph("完"))
    document.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/>"
      + "<w:lvlText w:val=\"（%1）\"/></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    document.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:vanish/></w:rPr></w:style>"
    #expect(try text(document) == "（一）甲\n（二）乙\n完\n")
    #expect(try WordReader.read(document.bytes).details.traces.map(\.text) == ["底稿", "密"])
  }

  @Test func aCommentOverParagraphsAndItsReplyAreToldOnce() throws {
    var document = TestDocument(
      "<w:p><w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/>\(TestDocument.run("甲"))</w:p>"
        + "<w:p>\(TestDocument.run("乙"))<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
        + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>")
    document.comments = ["核对", "已核对", "无处"].enumerated().map { index, words in
      "<w:comment w:id=\"\(index)\" w:author=\"王\">\(TestDocument.paragraph(words))</w:comment>"
    }.joined()
    let traces = try WordReader.read(document.bytes).details.traces
    #expect(traces.map(\.text) == ["无处", "核对", "已核对"])
    #expect(traces.map(\.range) == [0..<0, 0..<3, 0..<3])
  }

  @Test func endnotesFollowFootnotesAndHeadersAreNoText() throws {
    var document = TestDocument(
      "<w:p>\(TestDocument.run("甲"))<w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>")
    document.endnotes = "<w:endnote w:id=\"1\">\(TestDocument.paragraph("尾注"))</w:endnote>"
    document.header = TestDocument.paragraph("某教简〔2023〕5号")
    #expect(try text(document) == "甲\n尾注\n")
  }

  @Test(
    arguments: [(nil, [nil, nil, nil]), (3, [1, 2, 3]), (4, [nil, nil, nil])] as [(Int?, [Int?])])
  func pagesAskedForAreKnownWhereTheyAreAll(pages: Int?, expected: [Int?]) throws {
    var document = TestDocument(
      TestDocument.paragraph("甲", "<w:sectPr/>")
        + TestDocument.paragraph("乙", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>")
        + TestDocument.paragraph("丙", "<w:pageBreakBefore/>"))
    document.pages = pages
    let source = try WordReader.read(document.bytes).source(name: "稿.docx")
    let lines = LineTable(source.bytes)
    let found = [0, 4, 8].map { source.document?.place(of: lines.position(of: $0), at: $0).page }
    #expect(found == expected)
  }

  @Test func strictDocumentsAreRead() throws {
    let document = TestDocument(TestDocument.item("甲", list: 1) + TestDocument.paragraph("乙"))
    #expect(try text(document) == "甲\n乙\n")
    var package = try TestDocument.strict(document.bytes)
    #expect(String(decoding: try WordReader.read(package).bytes, as: UTF8.self) == "甲\n乙\n")
    package.removeLast(10)
    #expect(throws: WordFault.self) { try WordReader.read(package) }
  }

  @Test func aTextThatIsAnotherFileIsTold() throws {
    let raw = try TestDocument("<w:altChunk r:id=\"a\" xmlns:r=\"r\"/>").bytes
    #expect(throws: WordFault.chunk) { try WordReader.read(raw) }
  }
}
