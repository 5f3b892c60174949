import SourceText
import Testing

/// The writers of long listings work on bytes; each has to give what its plain twin gives.
@Suite struct ListingWriterTests {
  static let texts = [
    "", "a", "投资14022万元", "1234567", "12345678", "说“好”\"quoted\" \\ 尾", "换\n行\t制表\u{1}",
    "一二三四五六七八九十\"", "\u{1F600}𠀀é", "末尾反斜\\",
  ]

  @Test(arguments: texts)
  func recordsAreObjects(_ text: String) {
    var plain = JSONWriter()
    var listed = JSONWriter()
    for _ in 0..<2 {
      plain.array { json in
        json.object { json in
          json.key("text")
          json.string(text)
          json.key("line")
          json.number(-120)
        }
        json.object { _ in }
      }
      listed.array { json in
        json.record { record in
          Array(text.utf8).withUnsafeBufferPointer { record.member("text", utf8: $0) }
          record.member("line", -120)
        }
        json.record { _ in }
      }
    }
    #expect(
      String(decoding: listed.bytes, as: UTF8.self) == String(decoding: plain.bytes, as: UTF8.self))
  }

  @Test(arguments: [0, 400, 505, 512, 4_000, 100_000])
  func recordsGrowToFit(_ count: Int) {
    let text = String(repeating: "\"", count: count)
    var json = JSONWriter()
    json.record { record in
      Array(text.utf8).withUnsafeBufferPointer { record.member("t", utf8: $0) }
    }
    let expected = #"{"t":""# + String(repeating: #"\""#, count: count) + #""}"#
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: texts + ["\u{202E}倒\u{FEFF}", "\u{E000}"])
  func visibleTextIsAppendedAsEscaped(_ text: String) {
    var output: [UInt8] = []
    let width = Array(text.utf8).withUnsafeBufferPointer {
      VisibleText.append($0, to: &output)
    }
    let escaped = VisibleText.escape(text)
    #expect(String(decoding: output, as: UTF8.self) == escaped)
    #expect(width == text.unicodeScalars.reduce(0) { $0 + VisibleText.width(of: $1) })
  }

  @Test(arguments: [Int.min, -10, -1, 0, 7, 10, 99, 100, 1_234_567_890, Int.max])
  func numbersArePrinted(_ value: Int) {
    var bytes: [UInt8] = []
    DecimalDigits.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(value)")
    var json = JSONWriter()
    json.record { $0.member("n", value) }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"n\":\(value)}")
  }

  /// Every offset of texts with line ends and wide characters at every place within eight bytes.
  @Test(arguments: [
    "", "a\n", "一、\n二\n", "\n\n\n", "投资\n1\n22\n333\n4444\n55555\n666666\n7777777\n",
    "长行无换行一二三四五六七八九十",
  ])
  func positionsAreCounted(_ text: String) {
    let bytes = Array(text.utf8)
    var cursor = PositionCursor(bytes)
    var line = 1
    var column = 1
    for offset in 0...bytes.count {
      #expect(cursor.position(of: offset) == TextPosition(line: line, column: column))
      var fromHead = PositionCursor(bytes)
      #expect(fromHead.position(of: offset) == TextPosition(line: line, column: column))
      guard offset < bytes.count else { break }
      if bytes[offset] == 0x0A {
        line += 1
        column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
