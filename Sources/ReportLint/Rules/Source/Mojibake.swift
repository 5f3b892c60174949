import SourceText

/// SRC002: a text that was once decoded wrongly and saved so.
enum Mojibake: Rule {
  static let description = RuleDescription(
    "SRC002", "mojibake", .error,
    summary: Message(zh: "乱码：文件曾被按错误的编码读入并保存", en: "a text once decoded wrongly and saved so"),
    reason: Message(
      zh: "这样的文字不是原文，须回到原文件另行转换。",
      en: "What stands there is not the text; it must be converted again from the original."),
    basis: RuleBasis(
      .fact,
      Message(zh: "UTF-8 与 GBK、Latin-1 的对应", en: "how UTF-8 looks when read as GBK or Latin-1")),
    exemption: Message(
      zh: "零星一两处不报，只报成片的；每个文件报一次。",
      en: "A single stray sign is left alone; reported once a file, at the first of several."),
    bad: [
      "ã€⟦å·¥ä½œæƒ…å†µ⟧。", "⟦锛岀⟧户校舍锛屽缓成銆傛暀师锛屽凡",
    ],
    good: ["一、工作情况", "café 与 naïve 是外来词。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    if let range = latin(input) ?? chinese(input) {
      report.report(
        range, Message(zh: "从这里起是乱码", en: "the text is garbled from here on"),
        remedy: Message(
          zh: "找到原文件，按正确的编码另存为 UTF-8", en: "save the original anew as UTF-8"))
    }
  }

  /// UTF-8 read as Latin-1 or Windows-1252: letters ä–é, each with two signs of the upper half.
  private static func latin(_ input: LintInput) -> Range<Int>? {
    let bytes = input.bytes
    var index = 0
    while let start = ByteSearch.next(0xC3, in: bytes, from: index), start + 1 < bytes.count {
      index = start
      guard (0xA3...0xA9).contains(bytes[index + 1]) else {
        index += 1
        continue
      }
      var end = index
      var count = 0
      while let next = wronglyReadScalar(at: end, input) {
        end = next
        count += 1
      }
      if count >= 3 { return index..<end }
      index = max(end, index + 1)
    }
    return nil
  }

  /// The end of three scalars that are one Chinese character read byte by byte.
  private static func wronglyReadScalar(at start: Int, _ input: LintInput) -> Int? {
    guard input.byte(start) == 0xC3, (0xA3...0xAF).contains(input.byte(start + 1)) else {
      return nil
    }
    var end = start + 2
    for _ in 0..<2 {
      let scalar = input.scalar(at: end)
      guard isUpperHalf(scalar) else { return nil }
      end += input.width(at: end)
    }
    return end
  }

  /// 0x80–0xBF as Latin-1 or Windows-1252 show them.
  private static func isUpperHalf(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xBF, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC,
      0x2013, 0x2014, 0x2018...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC,
      0x2122:
      true
    default: false
    }
  }

  /// UTF-8 read as GBK: 锛 and 銆 stand where ， and 。 were; 锟斤拷 where characters were lost.
  private static func chinese(_ input: LintInput) -> Range<Int>? {
    let losses = input.places(of: .garbledLoss).filter { input.has("锟斤拷", at: $0) }
    let places = input.places(of: .garbledMark) + input.places(of: .garbledStop) + losses
    guard places.count >= 3, let first = places.min() else { return nil }
    return first..<first + 6
  }
}
