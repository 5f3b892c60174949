import SourceText

/// PUN019: a character that cannot be seen.
enum InvisibleCharacter: Rule {
  static let description = RuleDescription(
    "PUN019", "invisible-character", .warning, fix: .safe,
    summary: Message(zh: "有看不见的字符", en: "a character that cannot be seen"),
    reason: Message(
      zh: "零宽字符、控制字符和专用区字符看不见，却会让检索、排版和比对出错。",
      en: "Zero-width, control and private-use characters upset searching, layout and comparison."),
    basis: RuleBasis(.practice, Message(zh: "文本规范", en: "text hygiene")),
    exemption: Message(
      zh: "文件开头的字节序标记、不间断空格不算；很多的在第一处一并报告。",
      en: "A byte order mark at the head, no-break spaces; many are reported once."),
    bad: [RuleExample("校舍⟦\u{200B}⟧维修已完成。", fixed: "校舍维修已完成。")],
    good: ["校舍维修已完成。", "\u{FEFF}校舍维修已完成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let faults = input.scan.invisible.map { MarkFault($0..<$0 + input.width(at: $0), with: "") }
    report.report(faults, safety: .safe, limit: 3) { fault in
      let value = input.scalar(at: fault.range.lowerBound).value
      return Message(
        zh: "看不见的字符 U+{0}", en: "the invisible character U+{0}",
        String(value, radix: 16, uppercase: true))
    }
  }
}
