import SourceText
import Testing

@Suite struct MessageTests {
  @Test(arguments: [
    (Message(zh: "缺少{0}", en: "{0} is missing", "单位"), "缺少单位", "单位 is missing"),
    (Message(zh: "{1}在{0}", en: "{1} at {0}", "甲", "乙"), "乙在甲", "乙 at 甲"),
    (Message(zh: "{0}{0}", en: "{2}", "甲"), "甲甲", "{2}"),
    (Message(zh: "{", en: "{0"), "{", "{0"),
    (Message(zh: "{0}", en: "{0", "{1}", "x"), "{1}", "{0"),
    (Message(zh: "无", en: "none"), "无", "none"),
  ])
  func putsArgumentsIn(message: Message, chinese: String, english: String) {
    #expect(message.text(in: .zh) == chinese)
    #expect(message.text(in: .en) == english)
  }
}
