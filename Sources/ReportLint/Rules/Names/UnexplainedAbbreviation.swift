import SourceText

/// NAM001: a short form that the text does not explain.
enum UnexplainedAbbreviation: Rule {
  static let description = RuleDescription(
    "NAM001", "unexplained-abbreviation", .info,
    summary: Message(zh: "简称第一次出现没有写全称", en: "a short form that is not explained"),
    reason: Message(
      zh: "使用简称，第一次要写全称并注明简称，行外的读者才看得懂。",
      en: "A short form is introduced by the full one; readers outside the trade do not know it."),
    basis: RuleBasis(
      .law,
      Message(zh: "《党政机关公文处理工作条例》", en: "党政机关公文处理工作条例")),
    exemption: Message(
      zh: "写有“以下简称”的不算；只查词表里的简称，可以在设置里添加。",
      en: "Short forms introduced by 以下简称; only those of the list, which settings may extend."),
    bad: ["规范⟦校培⟧监管。"],
    good: ["规范校外培训（以下简称校培）监管。抓好校培收费。", "组织学校培训教师。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var told: Set<Int> = []
    for match in input.words(of: .abbreviations) where told.insert(match.entry).inserted {
      if isIntroduced(match.range, input) { continue }
      report.report(
        match.range,
        Message(
          zh: "“{0}”没有写过全称“{1}”", en: "“{0}” is nowhere explained as “{1}”",
          input.text(match.range), input.word(match).right),
        remedy: Message(
          zh: "第一次写“{0}（以下简称{1}）”", en: "write {0}（以下简称{1}） first", input.word(match).right,
          input.text(match.range)))
    }
  }

  /// Whether 简称 stands right before the first use.
  private static func isIntroduced(_ range: Range<Int>, _ input: LintInput) -> Bool {
    input.contains(["简称"], in: max(0, range.lowerBound - 12)..<range.lowerBound)
  }
}
