import SourceText
import Testing

@Suite struct JSONWriterTests {
  @Test func writesNestedValues() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.array { json in
        json.number(-3)
        json.boolean(true)
        json.null()
        json.object { _ in }
        json.array { _ in }
      }
      json.key("名" as String)
      json.string("值")
    }
    json.newline()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":[-3,true,null,{},[]],"名":"值"}"# + "\n")
  }

  @Test(arguments: [
    ("", #""""#), (#"a"b\c"#, #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("汉𠀀", "\"汉𠀀\""),
  ])
  func escapesStrings(text: String, written: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == written)
  }

  @Test(arguments: [0, 7, 10, -1, -120, 1_000_000, .max, .min])
  func writesWholeNumbers(number: Int) {
    var json = JSONWriter()
    json.number(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
  }

  @Test func handsOverPieceByPiece() {
    var json = JSONWriter()
    var pieces: [UInt8] = []
    json.array { json in
      for number in 1...3 {
        json.number(number)
        pieces += json.takeBytes()
      }
    }
    pieces += json.takeBytes()
    #expect(pieces == Array("[1,2,3]".utf8))
    #expect(json.bytes.isEmpty)
  }
}
