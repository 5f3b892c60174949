import SourceText

/// NUM012: digits grouped by a full-width comma.
enum FullWidthGrouping: Rule {
  static let description = RuleDescription(
    "NUM012", "full-width-grouping", .warning, fix: .needsReview,
    summary: Message(zh: "千分位用了全角逗号", en: "digits grouped by a full-width comma"),
    reason: Message(
      zh: "全角逗号会把一个数读成两个；分节用半角逗号或四分之一空，或者不分节。",
      en:
        "A full-width comma makes two numbers of one; group with a half-width comma, or not at all."
    ),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011 5.1.1", en: "GB/T 15835-2011 5.1.1")),
    exemption: Message(
      zh: "逗号前一至三位、后恰三位、再后是单位的才报；逗号前的数自带单位的不算。",
      en: "Only one to three digits, a comma, just three digits and a unit are reported."),
    bad: [RuleExample("参训教师⟦1，571⟧人。", fixed: "参训教师1571人。")],
    good: ["参训教师1571人。", "参训教师1,571人。", "排名第1，200人参加。", "评分98，1500人参加。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (index, run) in runs.enumerated() where index + 1 < runs.count && run.count <= 3 {
      let next = runs[index + 1]
      guard input.has("，", at: run.upperBound), next.lowerBound == run.upperBound + 3,
        next.count == 3, input.byte(run.lowerBound) != 0x30,
        isUnit(input.scalar(at: next.upperBound))
      else { continue }
      let before = input.scalar(before: run.lowerBound)
      guard before.isHan, before != "第", before != "图", before != "表", before != "附" else {
        continue
      }
      let range = run.lowerBound..<next.upperBound
      report.report(
        range,
        Message(
          zh: "“{0}”像是一个数，却用全角逗号分节", en: "“{0}” looks like one number grouped by ，",
          input.text(range)),
        remedy: Message(
          zh: "去掉逗号；若是两个数，各带单位", en: "take the comma out; two numbers need a unit each"),
        fixes: [Fix(.needsReview, [Fix.Edit(run.upperBound..<next.lowerBound, with: "")])])
    }
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "人", "名", "个", "元", "万", "亿", "户", "亩", "吨", "件", "家", "次", "册", "份", "套", "台", "米", "平",
      "头",
      "所", "项":
      true
    default: false
    }
  }
}
