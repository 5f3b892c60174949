import SourceText

/// PUN017: full-width digits, letters or percent signs.
enum FullWidthDigits: Rule {
  static let description = RuleDescription(
    "PUN017", "full-width-digits", .warning, fix: .safe,
    summary: Message(zh: "数字、字母、百分号用了全角", en: "full-width digits, letters or percent signs"),
    reason: Message(
      zh: "阿拉伯数字、拉丁字母和百分号用半角；全角的检索不到，也对不齐。",
      en:
        "Digits, letters and the percent sign are half-width; full-width ones are not found by a search."
    ),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011", en: "GB/T 15835-2011")),
    exemption: Message(
      zh: "一个文件里很多的，在第一处一并报告。", en: "A text full of them is reported once."),
    bad: [RuleExample("参训教师⟦１５７１⟧人，合格率98⟦％⟧。", fixed: "参训教师1571人，合格率98%。")],
    good: ["参训教师1571人，合格率98%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    let places = input.scan.fullWidth
    var index = 0
    while index < places.count {
      let start = places[index]
      var end = start
      var plain: [UInt8] = []
      while index < places.count, places[index] == end, let byte = halfWidth(at: end, input) {
        plain.append(byte)
        end += 3
        index += 1
      }
      guard end > start else {
        index += 1
        continue
      }
      faults.append(MarkFault(start..<end, with: String(decoding: plain, as: UTF8.self)))
    }
    report.report(faults, safety: .safe) { fault in
      Message(
        zh: "“{0}”应为半角“{1}”", en: "“{0}” should be half-width “{1}”", input.text(fault.range),
        fault.edits.first?.replacement ?? "")
    }
  }

  /// The ASCII character that a full-width digit, letter or percent sign stands for.
  private static func halfWidth(at offset: Int, _ input: LintInput) -> UInt8? {
    UInt8(exactly: Int(input.scalar(at: offset).value) - 0xFEE0)
  }
}
