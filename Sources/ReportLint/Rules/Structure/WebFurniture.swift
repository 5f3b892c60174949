import BulletinSyntax
import SourceText

/// STR020: what a web page put around the text was copied with it.
enum WebFurniture: Rule {
  static let description = RuleDescription(
    "STR020", "web-furniture", .info,
    summary: Message(
      zh: "混有网页上的文字：打印、来源、发布时间等", en: "words of a web page: print, source, time of publication"),
    reason: Message(
      zh: "从网页复制来的“打印”“发布时间”不是正文，入库、排版前应当删去或改成元数据。",
      en: "What was copied along from a web page is no text of the bulletin; keep it as metadata."),
    basis: RuleBasis(.practice, Message(zh: "数据整理惯例", en: "how texts are cleaned")),
    exemption: Message(
      zh: "声明了格式的报告不查；连着的几行只报一次。",
      en: "Reports of a declared format; neighbouring lines are reported once."),
    bad: [
      "某局2023年上半年工作总结\n⟦某县人民政府 发布时间：2023-07-25 17:44⟧\n一、总体情况\n校舍维修已完成。\n⟦打印 来源：某局⟧"
    ],
    good: ["某局2023年上半年工作总结\n一、总体情况\n校舍维修已完成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard !input.configuration.isFrameDeclared else { return }
    var run = 0..<0
    for node in input.tree.nodes {
      switch node.kind {
      case .webFurniture, .publication, .sourceLine: break
      default: continue
      }
      if run.isEmpty || !input.trimmed(run.upperBound..<max(run.upperBound, node.start)).isEmpty {
        tell(run, input, &report)
        run = node.range
      } else {
        run = run.lowerBound..<max(run.upperBound, node.range.upperBound)
      }
    }
    tell(run, input, &report)
  }

  /// Reports neighbouring lines together where one of them is of a web page; lines that documents have
  /// as well, such as a document number, are none.
  private static func tell(_ run: Range<Int>, _ input: LintInput, _ report: inout FindingReporter) {
    let range = input.trimmed(run)
    guard !range.isEmpty, input.contains(words, in: range) else { return }
    report.report(
      range, Message(zh: "这是网页上的文字", en: "this belongs to a web page"),
      remedy: Message(zh: "从正文里删去", en: "take it out of the text"))
  }

  private static let words: [StaticString] = [
    "发布时间", "发布日期", "打印", "来源", "浏览", "点击", "字体", "字号", "作者", "更新时间", "首页", "当前位置", "您的位置", "收藏",
    "分享", "关闭", "上一篇", "下一篇", "扫一扫", "版权", "主办单位", "ICP", "编辑", "阅读", "下载",
  ]
}
