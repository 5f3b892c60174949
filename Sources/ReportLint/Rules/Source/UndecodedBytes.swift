import BulletinSyntax
import SourceText

/// SRC001: bytes that do not decode, or an encoding that was only guessed.
enum UndecodedBytes: Rule {
  static let description = RuleDescription(
    "SRC001", "undecoded-bytes", .error,
    summary: Message(
      zh: "文件里有无法解码的字节，或已经丢失的字符", en: "bytes that do not decode, or characters already lost"),
    reason: Message(
      zh: "无法解码的地方，原来的字已经看不到，其余的检查也到不了那里。",
      en: "What does not decode cannot be read, and no other check reaches it."),
    basis: RuleBasis(
      .fact, Message(zh: "UTF-8、UTF-16、GB 18030 编码", en: "UTF-8, UTF-16, GB 18030")),
    exemption: Message(
      zh: "UTF-8、UTF-16 和 GB 18030（含 GBK）的文件都能认出；只剩文末半个字时作警告。",
      en:
        "UTF-8, UTF-16 and GB 18030 (GBK too) are recognised; half a character at the very end is a "
        + "warning."),
    bad: [
      RuleExample(
        raw: [0xE5, 0xB7, 0xA5, 0xE4, 0xBD, 0x9C, 0xFF, 0xFE, 0xE6, 0x80, 0xBB, 0x0A],
        caption: "E5 B7 A5 E4 BD 9C FF FE E6 80 BB 0A")
    ],
    good: [
      "校舍维修已完成。", RuleExample(raw: [0xB9, 0xA4, 0xD7, 0xF7], caption: "B9 A4 D7 F7 (GBK)"),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let source = input.tree.source
    if let first = source.decodingFaults.first {
      let isAtEnd = source.decodingFaultCount == 1 && first.offset + 3 >= input.bytes.count
      report.report(
        first.offset..<first.offset + 3,
        Message(
          zh: "字节 0x{0} 无法按 {1} 解码，全文共{2}处", en: "byte 0x{0} does not decode as {1}; {2} in all",
          String(first.byte, radix: 16, uppercase: true), source.encoding.rawValue,
          String(source.decodingFaultCount)),
        remedy: Message(
          zh: "用正确的编码另存为 UTF-8，或用 --encoding 指明编码",
          en: "save the file anew as UTF-8, or name its encoding with --encoding"),
        atMost: isAtEnd ? .warning : .error)
    } else if let lost = input.scan.firstLost {
      report.report(
        lost..<lost + 3,
        Message(zh: "此处的字已经丢失（U+FFFD）", en: "a character was lost here (U+FFFD)"),
        remedy: Message(zh: "对照原文补上", en: "put it back from the original"),
        atMost: lost + 3 >= input.trimmed(0..<input.bytes.count).upperBound ? .warning : .error)
    } else if source.confidence == .guessed {
      report.report(
        0..<0,
        Message(
          zh: "编码只是猜测：{0}", en: "the encoding is only guessed: {0}", source.encoding.rawValue),
        remedy: Message(zh: "用 --encoding 指明编码", en: "name it with --encoding"), atMost: .warning)
    }
  }
}
