import SourceText

/// PUN004: a half-width stop at the end of a Chinese sentence.
enum HalfWidthStop: Rule {
  static let description = RuleDescription(
    "PUN004", "half-width-stop", .warning, fix: .safe,
    summary: Message(zh: "中文句末用了半角句点", en: "a half-width stop at the end of a Chinese sentence"),
    reason: Message(zh: "中文的句号写作“。”。", en: "The stop of a Chinese sentence is 。"),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.1.2", en: "GB/T 15834-2011 4.1.2")),
    exemption: Message(
      zh: "序号、小数、缩写和文件名里的点不算；前一个字是汉字、后面是汉字或行末才报。",
      en:
        "Stops of ordinals, decimals, abbreviations and file names; only one after a Chinese character "
        + "and before Chinese or the line's end is reported."),
    bad: [RuleExample("校舍维修已完成⟦.⟧后续跟进。", fixed: "校舍维修已完成。后续跟进。")],
    good: ["校舍维修已完成。后续跟进。", "一.总体情况\n已完成。", "见附件.docx。", "1.教学工作。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold(".") else { return }
    var faults: [MarkFault] = []
    for mark in input.marks where mark.scalar == "." {
      let before = input.scalar(before: mark.offset)
      guard before.isHan, !isNumeral(before), !input.isFurniture(mark.offset) else { continue }
      let after = input.scalar(at: mark.end)
      let endsLine = after == "\n" || after == "\r" || mark.end == input.bytes.count
      guard endsLine || after.isHan || after == "”" || after == "）" else { continue }
      let line = input.lines[input.lineIndex(of: mark.offset)]
      guard mark.offset - line.lowerBound >= 18 else { continue }
      faults.append(MarkFault(mark.range, with: "。"))
    }
    report.report(faults, safety: .safe) { _ in
      Message(zh: "中文句末应为“。”", en: "a Chinese sentence ends with 。")
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇": true
    default: false
    }
  }
}
