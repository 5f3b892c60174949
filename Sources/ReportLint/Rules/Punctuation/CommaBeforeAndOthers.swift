import SourceText

/// PUN007: 、 before 等.
enum CommaBeforeAndOthers: Rule {
  static let description = RuleDescription(
    "PUN007", "comma-before-and-others", .warning, fix: .safe,
    summary: Message(zh: "“等”前用了顿号", en: "、 before 等"),
    reason: Message(
      zh: "“等”表示列举未尽，和前一项之间不停顿。", en: "等 closes the list; nothing parts it from the last item."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.1.2", en: "GB/T 15834-2011 B.1.2")),
    exemption: Message(
      zh: "“等待”“等级”“等额”等以“等”开头的词不算。", en: "Words that begin with 等, such as 等待 and 等级."),
    bad: [RuleExample("开设语文、数学⟦、⟧等课程。", fixed: "开设语文、数学等课程。")],
    good: ["开设语文、数学等课程。", "做好排队、等待引导。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    for mark in input.marks where mark.scalar == "、" && input.has("等", at: mark.end) {
      switch input.scalar(at: mark.end + 3) {
      case "待", "级", "额", "量", "同", "效", "价", "候", "距", "边", "离", "式", "身", "到", "于", "次", "保", "分":
        continue
      default: faults.append(MarkFault(mark.range, with: ""))
      }
    }
    report.report(faults, safety: .safe) { _ in
      Message(zh: "“等”前不用顿号", en: "no 、 before 等")
    }
  }
}
