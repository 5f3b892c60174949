import Testing

@testable import SourceText

struct MojibakeTests {
  static let text =
    "云溪县教育局工作总结，全年新建校舍三处，受益学生一千人。教师队伍进一步加强，家长的满意度是历年最高。"

  /// `text` in `encoding`, taken for `mistaken`.
  static func mangled(_ encoding: String, takenFor mistaken: String) -> [UInt8]? {
    TextDecoder.converted(Array(text.utf8), from: "UTF-8", to: encoding)
      .flatMap { TextDecoder.converted($0, from: mistaken, to: "UTF-8") }
  }

  @Test(arguments: [
    ("UTF-8", "ISO-8859-1", Mojibake.Mistake.utf8AsLatin),
    ("GB18030", "ISO-8859-1", .gb18030AsLatin), ("UTF-8", "MAC-CYRILLIC", .utf8AsMacCyrillic),
  ])
  func aWrongDecodingIsUndone(_ encoding: String, _ taken: String, _ mistake: Mojibake.Mistake)
    throws
  {
    let bytes = try #require(Self.mangled(encoding, takenFor: taken))
    let found = try #require(Mojibake.examine(bytes))
    #expect(found.mistake == mistake)
    #expect(found.repaired == Array(Self.text.utf8))
  }

  /// Texts of few characters, whose last bytes are looked at apart.
  @Test(arguments: ["的", "a的", "中国", "一"])
  func shortTextsAreUndone(_ short: String) throws {
    let bytes = try #require(
      TextDecoder.converted(Array(short.utf8), from: "ISO-8859-1", to: "UTF-8"))
    #expect(Mojibake.examine(bytes)?.repaired == Array(short.utf8))
  }

  @Test func charactersNextToTheHanBlockAreNoHan() {
    let text = String(
      repeating: "\u{4DBF}\u{4DC0}\u{3400}\u{9FFF}\u{A000}\u{E000}\u{FFFF}", count: 9)
    for count in 0...text.utf8.count {
      #expect(Mojibake.examine(Array(text.utf8.prefix(count))) == nil)
    }
  }

  @Test func utf8TakenForGBKIsRecognised() throws {
    // Three-byte characters pair up evenly only in texts of an even number of them.
    let even = "的教育工作在全国是先进的" + "的教育工作在全国是先进的"
    let bytes = try #require(
      TextDecoder.converted(Array(even.utf8), from: "GB18030", to: "UTF-8"))
    let found = try #require(Mojibake.examine(bytes))
    #expect(found.mistake == .utf8AsGB18030)
    #expect(found.repaired == Array(even.utf8))
  }

  @Test func whatIsLostIsSaidToBeLost() {
    let found = Mojibake.examine(Array("云溪县锟斤拷锟斤拷局".utf8))
    #expect(found?.mistake == .lost)
    #expect(found?.offset == 9)
    #expect(found?.repaired == nil)
  }

  @Test(arguments: [
    text, "", "plain ASCII", "Ünïcödé café", "Привет, мир", "國務院關於進一步加強環境保護工作的決定",
  ])
  func soundTextsAreLeftAlone(_ text: String) {
    #expect(Mojibake.examine(Array(text.utf8)) == nil)
  }
}
