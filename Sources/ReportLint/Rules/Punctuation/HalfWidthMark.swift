import SourceText

/// PUN001: a half-width mark beside Chinese.
enum HalfWidthMark: Rule {
  static let description = RuleDescription(
    "PUN001", "half-width-mark", .warning, fix: .safe,
    summary: Message(
      zh: "中文里用了半角的逗号、冒号、分号、问号、叹号", en: "a half-width , : ; ? or ! beside Chinese"),
    reason: Message(zh: "中文的点号是全角的，各占一个字的位置。", en: "The marks of Chinese text are full-width."),
    basis: RuleBasis(
      .standard,
      Message(zh: "GB/T 15834-2011 第4章、5.1.1", en: "GB/T 15834-2011, clause 4 and 5.1.1")),
    exemption: Message(
      zh: "时刻、比例、千分位和网址里的不算；全文都用半角逗号的，逗号由 PUN020 一并报告；已声明用半角标点的不查。冒号连同前一个字标出。",
      en: "Times, ratios, grouped digits, web addresses; where a whole text uses half-width commas "
        + "PUN020 speaks for them all; texts declared to use half-width marks. A colon is marked "
        + "together with the character it follows."),
    bad: [
      RuleExample("教师⟦,⟧学生都到场，活动开始。", fixed: "教师，学生都到场，活动开始。"),
      RuleExample("值班时⟦间:⟧17:44起⟦;⟧地点见附件。", fixed: "值班时间：17:44起；地点见附件。"),
      RuleExample("准备好了吗⟦?⟧", fixed: "准备好了吗？"),
    ],
    good: [
      "教师，学生都到场。", "下午17:44，到场12,500人。", "网址 https://example.com/a,b;c 可用。",
      RuleExample(
        "教师,学生都到场;活动开始。", configuration: LintConfiguration(markWidth: .half)),
      "甲,乙,丙,丁,戊,己。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.configuration.markWidth != .half else { return }
    let found = input.halfWidthMarks
    var marks = found.others
    if !found.isWholeText { marks += found.commas }
    marks.sort { $0.offset < $1.offset }
    let faults = marks.map { mark in
      let start = mark.scalar == ":" ? input.start(before: mark.offset) : mark.offset
      return MarkFault(
        start..<mark.end,
        edits: [Fix.Edit(mark.range, with: HalfWidthMarks.fullWidth(mark.scalar))])
    }
    report.report(faults, safety: .safe) { fault in
      let mark = input.text(fault.range.upperBound - 1..<fault.range.upperBound)
      let right = fault.edits.first?.replacement ?? ""
      return Message(zh: "半角“{0}”应为“{1}”", en: "half-width “{0}” where “{1}” belongs", mark, right)
    }
  }
}
