import OfficePackages
import ReportModel
import SourceText
import TestSupport
import Testing

@testable import WordDocuments

/// What is written is a document of the standard's layout, and holds the text.
struct WordWritingTests {
  private func words(_ text: String) -> SourcedText {
    var sourced = SourcedText()
    sourced.append(text.utf8, from: .words(file: "a.txt", offset: 0))
    return sourced
  }

  /// The lines that are not blank, without the blanks around them.
  private func lines(_ text: String) -> [String] {
    text.split { $0.isNewline }
      .map { String(decoding: BlankLines.trimmed(Array($0.utf8)[...]), as: UTF8.self) }
      .filter { !$0.isEmpty }
  }

  private func readBack(_ text: SourcedText) throws -> WordDocument {
    try WordReader.read(WordWriter.write(text))
  }

  private static let summary = """
    某局2023年上半年工作总结

    一、工作情况

    1.抓党建。投入65万元,<新建>校舍"3"间 & 其他。一是甲事。办结12件。二是乙事。办结9件。

    （一）保安全
    排查隐患15处\t整改14处。

    附件：1.明细表

    某县教育局
    2023年7月18日
    """

  @Test func theTextIsReadBack() throws {
    let document = try readBack(words(Self.summary))
    #expect(lines(String(decoding: document.bytes, as: UTF8.self)) == lines(Self.summary))
    // Blank lines are the styles' distances, not paragraphs.
    #expect(document.details.lines.count == lines(Self.summary).count)
  }

  @Test(arguments: ["", "\n\n", "一", "\u{1}\u{FFFF}", "一、\n（一）\n1.", "  \t \n"])
  func anyTextIsWritten(text: String) throws {
    let document = try readBack(words(text))
    #expect(
      lines(String(decoding: document.bytes, as: UTF8.self))
        == lines(text.replacing("\u{1}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")))
  }

  private static let realTexts = TestFile.repository + "/../shared/real/"

  @Test(.enabled(if: !TestFile.names(in: realTexts).isEmpty, "needs ../shared/real"))
  func realTextsAreReadBack() throws {
    for name in TestFile.names(in: Self.realTexts) where name.hasSuffix(".txt") {
      let raw = try #require(TestFile.bytes(Self.realTexts + name))
      let text = SourceFile(name: name, raw: raw).text
      let document = try readBack(words(text))
      let written = lines(String(decoding: document.bytes, as: UTF8.self))
      #expect(written == lines(text), "\(name)")
    }
  }

  @Test func looksAreStyles() throws {
    let paragraphs = Self.paragraphs(of: words(Self.summary))
    #expect(
      paragraphs.map(\.style.id) == [
        "Title", "Heading1", "BodyText", "Heading2", "BodyText", "Attachments", "Signature",
        "SigningDate",
      ])
    #expect(paragraphs[2].runs.map(\.headingLevel) == [2, nil, 3, nil, 3, nil])
  }

  @Test func valuesStandInControlsWithTheirPaths() throws {
    var text = words("投入")
    let origin = ValueOrigin(file: "data/工程.csv", line: 2, column: 5, path: "工程.合计.金额")
    text.append("65万元".utf8, from: .value([origin], nil))
    text.append("，另".utf8, from: .words(file: "a.txt", offset: 9))
    text.append("〔待填：工程.数〕".utf8, from: .placeholder("工程.数"))
    let document = try readBack(text)
    #expect(
      document.controls == [WordDocument.Control(tag: "工程.合计.金额", range: 6..<14)])
    #expect(String(decoding: document.bytes, as: UTF8.self) == "投入65万元，另〔待填：工程.数〕\n")
  }

  @Test func sameTextSameBytes() throws {
    #expect(try WordWriter.write(words(Self.summary)) == WordWriter.write(words(Self.summary)))
  }

  /// GB/T 9704-2012, 7.3.5.3.
  @Test func organAndDateKeepTheirDistances() {
    let long = Self.paragraphs(of: words("标题\n\n正文。\n\n某某自治县教育体育局\n2023年7月18日\n"))
    // The organ of ten characters ends two before the margin; the date of 6½ begins two after it.
    #expect(long.suffix(2).map(\.endIndent) == [200, 350])
    let short = Self.paragraphs(of: words("标题\n\n正文。\n\n某县教育局\n2023年7月18日\n"))
    #expect(short.suffix(2).map(\.endIndent) == [550, 200])
  }

  /// GB/T 9704-2012, 7.3.4.
  @Test func attachmentsStandUnderEachOther() {
    let lines = Self.paragraphs(of: words("标题\n\n正文。\n\n附件：1.甲表\n2.乙表\n"))
      .filter { $0.style == .attachments }
    // Two characters, the word with its colon of three, and a number of one.
    #expect(lines.map { $0.hanging?.start } == [600, 600])
    #expect(lines.map { $0.hanging?.first } == [400, 100])
    let single = Self.paragraphs(of: words("标题\n\n正文。\n\n附件：甲表\n"))
    #expect(single.last?.hanging?.start == 500)
  }

  /// GB/T 9704-2012, 7.3.1: a title's lines end at words and are about as long as each other.
  @Test(
    arguments: [
      ("某某局2023年上半年工作总结", nil),
      ("芷江侗族自治县教育局2023年上半年工作总结", 10),
      ("青溪县教育局关于2023年上半年教育工作情况和下半年工作打算的报告", 16),
      ("字字字字字字字字字字字字字字字字字字字字字字字字", 12),
    ] as [(String, Int?)])
  func titlesBreakEvenly(title: String, characters: Int?) throws {
    let indent = TitleLayout.indent(title)
    guard let characters else {
      #expect(indent == nil)
      return
    }
    let size = PageLayout.titleSize * 10
    let width = PageLayout.textWidth - 2 * (try #require(indent))
    #expect(width >= characters * size && width < (characters + 2) * size)
  }

  /// GB/T 9704-2012, 5.2.3: 22 lines of 28 characters in 225 mm by 156 mm.
  @Test func linesAndCharactersFitTheTextBlock() {
    let twips = { (millimetres: Double) in Int(millimetres * 1440 / 25.4) }
    #expect(PageLayout.linePitch * 22 <= twips(225))
    #expect(PageLayout.linePitch * 23 > twips(225))
    #expect(PageLayout.characterPitch * 28 <= twips(156))
    #expect(PageLayout.characterPitch * 29 > twips(156))
    #expect(PageLayout.characterPitch == PageLayout.bodySize * 10 + PageLayout.characterSpacing)
  }

  private static func paragraphs(of text: SourcedText) -> [DocumentParagraph] {
    var builder = DocumentBuilder(text)
    return builder.paragraphs()
  }
}
