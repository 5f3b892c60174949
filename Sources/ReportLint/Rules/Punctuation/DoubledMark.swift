import SourceText

/// PUN008: two stops where one belongs.
enum DoubledMark: Rule {
  static let description = RuleDescription(
    "PUN008", "doubled-mark", .warning, fix: .safe,
    summary: Message(zh: "标点重复", en: "a mark set twice"),
    reason: Message(
      zh: "一处停顿只用一个点号，两个连用多是删改时留下的。",
      en: "One pause takes one mark; two are left behind by editing."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011", en: "GB/T 15834-2011")),
    exemption: Message(
      zh: "省略号、破折号、叹号和问号的叠用不算；三个以上的句号按省略号处理，不在此列。",
      en: "Ellipses, dashes, doubled ! and ?; three stops or more are an ellipsis gone wrong."),
    bad: [
      RuleExample("改造按期完成。⟦。⟧后续跟进。", fixed: "改造按期完成。后续跟进。"),
      RuleExample("维修校舍,⟦,⟧配齐设备。", fixed: "维修校舍,配齐设备。"), "维修校舍⟦，。⟧配齐设备。",
    ],
    good: ["改造按期完成。后续跟进。", "改造了教室、操场……还有食堂。", "真的完成了吗？！"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let marks = input.marks
    var index = 0
    guard
      input.scan.adjacent.contains(where: {
        kind(of: marks[$0].scalar) != nil && kind(of: marks[$0 - 1].scalar) != nil
      })
    else { return }
    while index < marks.count {
      guard let kind = kind(of: marks[index].scalar) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < marks.count, marks[end].offset == marks[end - 1].end,
        self.kind(of: marks[end].scalar) != nil
      {
        end += 1
      }
      let run = marks[index..<end]
      if run.count > 1, !(run.count > 2 && run.allSatisfy { $0.scalar == "。" }) {
        let isSame = run.allSatisfy { self.kind(of: $0.scalar) == kind }
        reportRun(run, isSame: isSame, input, &report)
      }
      index = end
    }
  }

  private static func reportRun(
    _ run: ArraySlice<TextScan.Mark>, isSame: Bool, _ input: LintInput,
    _ report: inout FindingReporter
  ) {
    guard let first = run.first, let last = run.last else { return }
    let range = (isSame ? first.end : first.offset)..<last.end
    let shown = input.text(first.offset..<last.end)
    report.report(
      range, Message(zh: "标点连用：“{0}”", en: "marks set side by side: “{0}”", shown),
      remedy: Message(zh: "只留一个", en: "keep one"),
      fixes: isSame ? [Fix(.safe, [Fix.Edit(range, with: "")])] : [])
  }

  /// Half and full width of one mark are one kind.
  private static func kind(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "。": 1
    case "，", ",": 2
    case "；", ";": 3
    case "：": 4
    case "、": 5
    default: nil
    }
  }
}
