import BulletinSyntax
import SourceText

/// STR002: the title ends with a mark.
enum TitleStop: Rule {
  static let description = RuleDescription(
    "STR002", "title-stop", .warning, fix: .safe,
    summary: Message(zh: "标题末尾有标点", en: "a mark at the end of the title"),
    reason: Message(zh: "文章标题的末尾不用点号。", en: "A title takes no stop at its end."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 B.4", en: "GB/T 15834-2011 B.4")),
    exemption: Message(
      zh: "问号、叹号、省略号和成对的标点不算。",
      en: "Question and exclamation marks, ellipses and closing marks are right."),
    bad: [
      RuleExample(
        "某局2023年上半年工作总结⟦。⟧\n一、总体情况\n已完成。", fixed: "某局2023年上半年工作总结\n一、总体情况\n已完成。")
    ],
    good: ["某局2023年上半年工作总结\n一、总体情况\n已完成。", "某局2023年上半年工作总结（初稿）\n一、总体情况\n已完成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.tree.title ?? closedTitle(input), !title.isEmpty else { return }
    let start = input.start(before: title.upperBound)
    let mark = input.scalar(at: start)
    switch mark {
    case "。", "，", "；", "：", "、", ",", ";", ":", ".": break
    default: return
    }
    let range = start..<title.upperBound
    report.report(
      range, Message(zh: "标题末尾不用“{0}”", en: "no “{0}” at the end of a title", String(mark)),
      remedy: Message(zh: "删去末尾的标点", en: "take the mark out"),
      fixes: [Fix(.safe, [Fix.Edit(range, with: "")])])
  }

  /// A first line that a stop keeps from being read as a title: short, one piece, and ending, stop
  /// aside, as the titles of such texts do.
  private static func closedTitle(_ input: LintInput) -> Range<Int>? {
    guard let line = input.lines.first(where: { !input.trimmed($0).isEmpty }) else { return nil }
    let title = input.trimmed(line)
    guard title.count > 12, title.count <= 150 else { return nil }
    let end = input.start(before: title.upperBound)
    guard !input.contains(["。", "，", ",", "；", "："], in: title.lowerBound..<end) else { return nil }
    let kinds: [StaticString] = ["总结", "小结", "汇报", "报告", "计划", "打算", "情况", "通报", "方案", "要点"]
    return kinds.contains { input.has($0, before: end) } ? title : nil
  }
}
