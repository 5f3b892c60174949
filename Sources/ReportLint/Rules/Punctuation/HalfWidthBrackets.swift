import SourceText

/// PUN002: half-width brackets round Chinese.
enum HalfWidthBrackets: Rule {
  static let description = RuleDescription(
    "PUN002", "half-width-brackets", .warning, fix: .safe,
    summary: Message(zh: "中文外面用了半角括号", en: "half-width brackets round Chinese"),
    reason: Message(zh: "括注中文的括号是中文标点，用全角。", en: "Brackets round Chinese are Chinese marks."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.9.2", en: "GB/T 15834-2011 4.9.2")),
    exemption: Message(
      zh: "括号里没有汉字的不算；序号的括号由 STR010 检查；一个文件里很多的，在第一处一并报告；已声明用半角标点的不查。",
      en:
        "Brackets with no Chinese in them; ordinals, which are for STR010; a text full of them is "
        + "reported once; texts declared to use half-width marks."),
    bad: [RuleExample("印发管理办法⟦(试行)⟧，抓好落实。", fixed: "印发管理办法（试行），抓好落实。")],
    good: [
      "印发管理办法（试行），抓好落实。", "使用信息系统(OA)办公。", "重点是(一)教学，(二)师资。",
      RuleExample(
        "印发管理办法(试行),抓好落实。", configuration: LintConfiguration(markWidth: .half)),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("(") else { return }
    guard input.configuration.markWidth != .half else { return }
    var open: TextScan.Mark?
    var faults: [MarkFault] = []
    for mark in input.marks {
      if mark.scalar == "(" {
        open = mark
      } else if mark.scalar == ")" || mark.scalar == "）", let start = open {
        open = nil
        guard mark.scalar == ")", isChinese(start.end..<mark.offset, input) else { continue }
        faults.append(
          MarkFault(
            start.offset..<mark.end,
            edits: [Fix.Edit(start.range, with: "（"), Fix.Edit(mark.range, with: "）")]))
      }
    }
    report.report(faults, safety: .safe, limit: 3) { fault in
      Message(
        zh: "“{0}”的括号应为全角", en: "the brackets of “{0}” should be full-width",
        input.text(fault.range))
    }
  }

  /// Whether the content has a Chinese character and is no ordinal.
  private static func isChinese(_ content: Range<Int>, _ input: LintInput) -> Bool {
    guard content.count <= 600 else { return false }
    var hasOther = false
    var offset = content.lowerBound
    while offset < content.upperBound {
      let scalar = input.scalar(at: offset)
      if scalar == "\n" { return false }
      switch scalar {
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": break
      default: if scalar.isHan { hasOther = true }
      }
      offset += input.width(at: offset)
    }
    return hasOther
  }
}
