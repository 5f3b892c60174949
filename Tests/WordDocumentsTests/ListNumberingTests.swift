import Testing

@testable import WordDocuments

/// Numbers that Word counts stand in the text as they are seen.
struct ListNumberingTests {
  private static let numbering = """
    <w:abstractNum w:abstractNumId="0">\
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>\
    <w:lvlText w:val="%1、"/></w:lvl>\
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>\
    <w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>\
    <w:lvlText w:val="\u{F06C}"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">\
    <w:startOverride w:val="1"/></w:lvlOverride></w:num>\
    <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>\
    <w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>
    """

  private func lines(_ items: [(String, Int, Int)]) throws -> [String] {
    var document = TestDocument(
      items.map { TestDocument.item($0.0, list: $0.1, level: $0.2) }.joined())
    document.numbering = Self.numbering
    let bytes = try WordReader.read(document.bytes).bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func levelsCountAndBeginAnew() throws {
    #expect(
      try lines([
        ("概况", 1, 0), ("甲", 1, 1), ("乙", 1, 1), ("打算", 1, 0), ("丙", 1, 1), ("丁", 1, 2),
      ]) == ["一、概况", "1.甲", "2.乙", "二、打算", "1.丙", "2.1.1 丁"])
  }

  @Test func listsOfOneLookGoOnUnlessTheyStartAnew() throws {
    #expect(
      try lines([("甲", 1, 0), ("乙", 4, 0), ("丙", 2, 0), ("丁", 2, 0)])
        == ["一、甲", "二、乙", "一、丙", "二、丁"])
  }

  @Test func startsHoldEachTimeALevelBeginsAnew() throws {
    var document = TestDocument(
      [("章", 0), ("甲", 1), ("乙", 1), ("章", 0), ("丙", 1)].map {
        TestDocument.item($0.0, list: 1, level: $0.1)
      }.joined())
    document.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>\
      <w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>\
      <w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">\
      <w:startOverride w:val="3"/></w:lvlOverride></w:num>
      """
    let text = String(decoding: try WordReader.read(document.bytes).bytes, as: UTF8.self)
    #expect(text == "第一章 章\n③甲\n④乙\n第二章 章\n③丙\n")
  }

  @Test func symbolBulletsBecomePlainOnes() throws {
    #expect(try lines([("甲", 3, 0)]) == ["• 甲"])
  }

  @Test func noListIsZero() throws {
    #expect(try lines([("甲", 0, 0), ("乙", 9, 0)]) == ["甲", "乙"])
  }

  @Test func stylesNumberTheirParagraphs() throws {
    var document = TestDocument(
      TestDocument.paragraph("概况", "<w:pStyle w:val=\"H1\"/>")
        + TestDocument.paragraph("党建", "<w:pStyle w:val=\"H2\"/>")
        + TestDocument.paragraph("打算", "<w:pStyle w:val=\"H1\"/>"))
    document.styles = """
      <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>\
      </w:style>
      """
    document.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>\
      <w:lvlText w:val="%1、"/><w:pStyle w:val="H1"/></w:lvl><w:lvl w:ilvl="1">\
      <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/><w:pStyle w:val="H2"/></w:lvl>\
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let text = String(decoding: try WordReader.read(document.bytes).bytes, as: UTF8.self)
    #expect(text == "一、概况\n（一）党建\n二、打算\n")
  }

  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("chineseCountingThousand", 21, "二十一"),
    ("chineseCounting", 10, "十"), ("ideographDigital", 10, "一〇"), ("ideographTraditional", 3, "丙"),
    ("chineseLegalSimplified", 12, "壹拾贰"), ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "21"), ("decimalFullWidth", 10, "１０"), ("upperRoman", 14, "XIV"),
    ("lowerRoman", 4, "iv"), ("upperLetter", 28, "BB"), ("lowerLetter", 26, "z"),
    ("ordinal", 22, "22nd"), ("ordinal", 112, "112th"), ("none", 3, ""), ("unheard-of", 3, "3"),
    ("ideographEnclosedCircle", 2, "㊁"), ("upperRoman", 0, "0"), ("upperLetter", -1, "-1"),
  ])
  func numbersHaveTheirFormat(format: String, value: Int, expected: String) {
    #expect(ListNumber.text(value, format: format) == expected)
  }
}
