import SourceText

/// PUN003: straight quotation marks round Chinese.
enum StraightQuotes: Rule {
  static let description = RuleDescription(
    "PUN003", "straight-quotes", .warning, fix: .safe,
    summary: Message(zh: "中文外面用了直引号", en: "straight quotation marks round Chinese"),
    reason: Message(
      zh: "中文的引号分前后两半，写作“”。", en: "Chinese quotation marks have an opening and a closing half, “”."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.8.2", en: "GB/T 15834-2011 4.8.2")),
    exemption: Message(
      zh: "引号里没有汉字的、一行里不成对的不算；一个文件里很多的，在第一处一并报告。",
      en:
        "Quotations with no Chinese in them, and lines where the marks do not pair off; a text full of "
        + "them is reported once."),
    bad: [RuleExample("落实⟦\"双减\"⟧要求。", fixed: "落实“双减”要求。")],
    good: ["落实“双减”要求。", "输入\"OK\"确认。", "屏幕尺寸55\"的一台。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("\"") else { return }
    var faults: [MarkFault] = []
    var marks = input.marks[...]
    for line in input.lines {
      var quotes: [TextScan.Mark] = []
      while let mark = marks.first, mark.offset < line.upperBound {
        marks.removeFirst()
        if mark.scalar == "\"" { quotes.append(mark) }
      }
      guard quotes.count >= 2, quotes.count.isMultiple(of: 2) else { continue }
      for index in stride(from: 0, to: quotes.count, by: 2) {
        let (open, close) = (quotes[index], quotes[index + 1])
        guard input.hasHan(open.end..<close.offset) else { continue }
        faults.append(
          MarkFault(
            open.offset..<close.end,
            edits: [Fix.Edit(open.range, with: "“"), Fix.Edit(close.range, with: "”")]))
      }
    }
    report.report(faults, safety: .safe) { fault in
      Message(
        zh: "{0} 的引号应写作“”", en: "the quotation marks of {0} should be “”",
        input.text(fault.range))
    }
  }
}
