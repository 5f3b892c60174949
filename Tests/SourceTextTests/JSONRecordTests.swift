import Testing

@testable import SourceText

@Suite struct JSONRecordTests {
  /// A message is written as the string of its text is.
  @Test(arguments: [
    Message(zh: "没有参数", en: "plain"), Message(zh: "“{0}”应为“{1}”", en: "{0}", "a\"b\\c\n", "{1}"),
    Message(zh: "{0}{9}{x}{", en: "", "甲"), Message(zh: "{0}", en: "{0}{0}", ""),
  ])
  func writesMessages(_ message: Message) {
    for language in MessageLanguage.allCases {
      var json = JSONWriter()
      json.record { $0.member("m", message, in: language) }
      var expected = JSONWriter()
      expected.object { json in
        json.key("m")
        json.string(message.text(in: language))
      }
      #expect(
        String(decoding: json.bytes, as: UTF8.self)
          == String(decoding: expected.bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [0, 7, -7, 10, 99, 100, 12_345, Int.max, Int.min])
  func writesWholeNumbers(_ value: Int) {
    var json = JSONWriter()
    json.record { record in
      record.member("a", value)
      record.members(ready: Array(#""b":1"#.utf8))
      record.member("c", "末")
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == #"{"a":\#(value),"b":1,"c":"末"}"#)
  }
}
