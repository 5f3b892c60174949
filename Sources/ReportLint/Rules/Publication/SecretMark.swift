import SourceText

/// PUB007: a mark of secrecy in a public text.
enum SecretMark: Rule {
  static let description = RuleDescription(
    "PUB007", "secret-mark", .error,
    summary: Message(zh: "带有密级或“内部资料”字样", en: "a mark of secrecy, or “internal”"),
    reason: Message(
      zh: "有密级的文件不得公开发布；解密的要先去掉标志。",
      en: "What is marked secret is not to be published; what no longer is loses its mark first."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第九条第二项", en: "党政机关公文处理工作条例, article 9(2)")),
    exemption: Message(
      zh: "只查“秘密★”一类标志和独占一行的“内部资料”；正文里说到秘密的不算。",
      en: "Only marks such as 秘密★ and lines that say 内部资料 and nothing else."),
    bad: ["⟦秘密★⟧1年\n某局2023年上半年工作总结", "⟦内部资料 注意保存⟧\n某局2023年上半年工作总结"],
    good: ["某局2023年上半年工作总结\n开展保守国家秘密教育。", "某局2023年上半年工作总结\n编发内部资料12期。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for star in input.scan.stars {
      let levels: [StaticString] = ["秘密", "机密", "绝密"]
      guard let level = levels.first(where: { input.has($0, before: star) }) else { continue }
      tell(star - level.utf8CodeUnitCount..<star + 3, input, &report)
    }
    let heads = input.lines.lazy.map(input.trimmed).filter { !$0.isEmpty }.prefix(3)
    for line in heads where line.count <= 60 {
      let marks: [StaticString] = ["内部资料", "内部文件", "内部使用", "内部刊物"]
      guard let mark = marks.first(where: { input.has($0, at: line.lowerBound) }) else { continue }
      let rest = input.trimmed(line.lowerBound + mark.utf8CodeUnitCount..<line.upperBound)
      let tails: [StaticString] = ["注意保存", "不得外传", "请勿外传", "严禁外传", "妥善保管"]
      if rest.isEmpty || tails.contains(where: { input.has($0, before: rest.upperBound) }) {
        tell(line, input, &report)
      }
    }
  }

  private static func tell(
    _ range: Range<Int>, _ input: LintInput, _ report: inout FindingReporter
  ) {
    report.report(
      range,
      Message(zh: "“{0}”是密级或内部标志", en: "“{0}” marks a secret or internal text", input.text(range)),
      remedy: Message(zh: "确认能否公开", en: "see whether it may be published"))
  }
}
