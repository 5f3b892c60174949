import SourceText

/// PUN022: 「」 in a text in simplified characters.
enum CornerQuotes: Rule {
  static let description = RuleDescription(
    "PUN022", "corner-quotes", .warning, fix: .safe,
    summary: Message(zh: "横排公文用了直角引号「」", en: "「」 in a mainland text"),
    reason: Message(
      zh: "横排的引号写作“”，直角引号用于竖排。",
      en: "In horizontal text the marks are “”; 「」 are for vertical text."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.8.2", en: "GB/T 15834-2011 4.8.2")),
    exemption: Message(zh: "繁体字的文件不查。", en: "Texts in traditional characters."),
    bad: [RuleExample("落实⟦「双减」⟧要求。", fixed: "落实“双减”要求。")],
    good: ["落实“双减”要求。", "落實「雙減」要求，學校與個人發展。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("「") else { return }
    var open: TextScan.Mark?
    var faults: [MarkFault] = []
    for mark in input.marks {
      if mark.scalar == "「" {
        open = mark
      } else if mark.scalar == "」", let start = open {
        open = nil
        faults.append(
          MarkFault(
            start.offset..<mark.end,
            edits: [Fix.Edit(start.range, with: "“"), Fix.Edit(mark.range, with: "”")]))
      }
    }
    guard !faults.isEmpty, !isTraditional(input) else { return }
    report.report(faults, safety: .safe) { _ in
      Message(zh: "引号应写作“”", en: "the quotation marks should be “”")
    }
  }

  private static func isTraditional(_ input: LintInput) -> Bool {
    let signs: [StaticString] = ["學", "個", "發", "與", "國", "會", "們", "這", "為", "實"]
    let whole = 0..<input.bytes.count
    return signs.count { input.find($0, in: whole) != nil } >= 3
  }
}
