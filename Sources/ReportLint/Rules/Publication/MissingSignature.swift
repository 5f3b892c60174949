import SourceText

/// PUB001: nobody signs the text.
enum MissingSignature: Rule {
  static let description = RuleDescription(
    "PUB001", "missing-signature", .warning,
    summary: Message(zh: "文末没有署发文机关名称", en: "no organ signs the text"),
    reason: Message(
      zh: "公文要署发文机关的全称或规范化简称，否则不知道谁对它负责。",
      en: "An official text is signed by its organ; otherwise nobody answers for it."),
    basis: RuleBasis(
      .law,
      Message(zh: "《党政机关公文处理工作条例》第九条第十一项", en: "党政机关公文处理工作条例, article 9(11)")),
    exemption: Message(
      zh: "只查写全了情况和打算两部分的总结；节选、声明了格式的报告不查；网站发布件可在设置里关掉。",
      en:
        "Only summaries that have both what was done and what comes next; excerpts and reports of a "
        + "declared format; web copies may turn it off."),
    bad: [RuleExample(signed: false)], good: [RuleExample(signed: true)])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard ClosingLines.isExpected(input) else { return }
    let lines = input.closing
    guard lines.signature == nil, !lines.mayBeSigned.organ else { return }
    report.report(
      lines.end, Message(zh: "文末没有署发文机关名称", en: "no organ signs the text"),
      remedy: Message(zh: "在正文后署单位全称", en: "put the organ's full name after the text"))
  }
}

extension RuleExample {
  /// A whole summary, signed or with its last line marked.
  init(signed: Bool) {
    let work = String(repeating: "开展校园安全检查，发现隐患当场整改。组织教师集中培训，开设专题讲座。", count: 18)
    let body =
      "澄溪县教育局2023年上半年工作总结\n一、工作开展情况\n\(work)\n二、存在的问题\n教师不足。\n三、下一步打算\n"
    self.init(
      body + (signed ? "抓好秋季开学。\n澄溪县教育局\n2023年7月5日\n" : "⟦抓好秋季开学。⟧\n"))
  }
}
