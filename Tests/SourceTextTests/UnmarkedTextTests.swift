import SourceText
import Testing

/// UTF-16 without a mark, and texts decoded wrongly once: what the bytes themselves tell.
@Suite struct UnmarkedTextTests {
  static let texts = [
    "云溪县水务局二〇三〇年工作总结一、河道清淤有序推进（一）清理河道十二公里。（二）加固堤防三处。二、存在问题是资金不足",
    "云溪县水务局2030年工作总结\n\n一、工作情况\n\n投资１２万元，培训两次。\n",
    "一、最近一次会议\r\n一是学习，一是部署。\r\n", "river works 2030\n", "云溪县　二〇三〇年\n一\n",
  ]

  @Test(arguments: texts)
  func utf16IsRecognisedInEitherOrder(_ text: String) {
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (raw, encoding) in [
      (little, TextEncoding.utf16LittleEndian), (big, TextEncoding.utf16BigEndian),
    ] {
      let result = TextDecoder.decode(raw)
      #expect(result.encoding == encoding)
      #expect(String(decoding: result.bytes, as: UTF8.self) == text)
      let cut = TextDecoder.decode(Array(raw.dropLast()))
      #expect(cut.encoding == encoding || raw.count < 40)
    }
  }

  @Test(arguments: texts + ["abcdefghijklmnopqrstuvwxyz the quick brown fox 甲", "甲", "甲乙丙丁"])
  func otherEncodingsAreNotTakenForIt(_ text: String) throws {
    #expect(TextDecoder.decode(Array(text.utf8)).encoding == .utf8)
    let raw = try TextDecoder.encode(Array(text.utf8), as: .gb18030)
    let encoding = TextDecoder.decode(raw).encoding
    #expect(encoding == .gb18030 || encoding == .utf8)
    #expect(String(decoding: TextDecoder.decode(raw).bytes, as: UTF8.self) == text)
  }

  @Test func replacedCharactersAreALostText() throws {
    let raw = try TextDecoder.encode(Array(Self.texts[0].utf8), as: .gb18030)
    let taken = Array(String(decoding: raw, as: UTF8.self).utf8)
    #expect(Mojibake.examine(taken)?.mistake == .lost)
    #expect(Mojibake.examine(taken)?.repaired == nil)
    #expect(Mojibake.examine(Array("投资\u{FFFD}元,培训两次,惠及群众。".utf8)) == nil)
  }

  @Test func utf8TakenForLatinWithLossesIsTold() {
    let bytes = Array(Self.texts[0].utf8)
    let latin = String(
      String.UnicodeScalarView(
        bytes.filter { !(0x80...0x9F).contains($0) }.map { Unicode.Scalar($0) }))
    let found = Mojibake.examine(Array(latin.utf8))
    #expect(found?.mistake == .utf8AsLatin)
    #expect(found?.repaired == nil)
    #expect(
      Mojibake.examine(Array("À la fête, déjà élevé: le café où l’été s’achève à Genève".utf8))
        == nil)
  }
}
