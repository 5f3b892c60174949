import BulletinSyntax
import SourceText

/// PRV008: what a Word document carries besides its text.
enum DocumentTraces: Rule {
  static let description = RuleDescription(
    "PRV008", "document-traces", .error,
    summary: Message(
      zh: "Word 文稿里留有作者、批注、修订或隐藏文字",
      en: "author, comments, tracked changes or hidden text in a Word document"),
    reason: Message(
      zh: "文稿发出后，这些内容任何人都能看到。", en: "Whoever gets the document can read them."),
    basis: RuleBasis(
      .practice,
      Message(zh: "公开前的文稿检查", en: "the check of a document before it is released")),
    exemption: Message(
      zh: "只查 .docx 文稿；内部流转的稿件可关闭本规则。",
      en: "Only .docx documents; drafts that stay in the house may turn the rule off."),
    bad: [
      RuleExample(document: Self.commented, text: "合计投入65万元。（批注：再核对）")
    ], good: ["一、工作开展情况"])

  private static let commented: SourceDocument = {
    var document = SourceDocument()
    document.traces = [
      SourceDocument.Trace(kind: .comment, range: 0..<6, author: "", text: "再核对")
    ]
    return document
  }()

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let document = input.tree.source.document else { return }
    for trace in document.traces {
      report.report(trace.range, message(trace), remedy: remedy(trace.kind))
    }
    let properties = document.properties
    for (name, value) in [
      (Message(zh: "作者", en: "author"), properties.creator),
      (Message(zh: "最后保存者", en: "last saved by"), properties.lastModifiedBy),
      (Message(zh: "单位", en: "company"), properties.company),
    ] where !value.isEmpty {
      report.report(
        0..<0,
        Message(
          zh: "文稿属性里写着\(name.text(in: .zh))“{0}”",
          en: "the document's properties name its \(name.text(in: .en)): “{0}”", value),
        remedy: Message(
          zh: "在 Word 的“检查文档”里删除个人信息", en: "remove personal data with Word's Inspect Document"))
    }
  }

  private static func message(_ trace: SourceDocument.Trace) -> Message {
    let text = trace.text.count > 24 ? String(trace.text.prefix(24)) + "…" : trace.text
    switch trace.kind {
    case .comment:
      return Message(
        zh: "留有批注（{1}）：{0}", en: "a comment by {1}: {0}", text, trace.author)
    case .insertion:
      return Message(
        zh: "留有修订（{1}）：加入“{0}”", en: "a tracked change by {1}: “{0}” put in", text,
        trace.author)
    case .deletion:
      return Message(
        zh: "留有修订（{1}）：删去“{0}”", en: "a tracked change by {1}: “{0}” taken out", text,
        trace.author)
    case .hidden:
      return Message(zh: "有隐藏文字“{0}”", en: "hidden text: “{0}”", text)
    }
  }

  private static func remedy(_ kind: SourceDocument.Trace.Kind) -> Message {
    switch kind {
    case .comment: Message(zh: "处理后删除批注", en: "settle it and delete the comment")
    case .insertion, .deletion:
      Message(zh: "接受或拒绝修订", en: "accept or reject the change")
    case .hidden: Message(zh: "删去，或取消隐藏", en: "delete it, or show it")
    }
  }
}
