import SourceText

/// NAM003: an organ by a name it no longer has.
enum FormerOrgan: Rule {
  static let description = RuleDescription(
    "NAM003", "former-organ", .warning,
    summary: Message(zh: "用了机构改革前的单位名称", en: "an organ by a name it no longer has"),
    reason: Message(
      zh: "2018年机构改革后这些单位已经改名或合并，再用旧名，读者不知道指谁。",
      en: "The reform of 2018 renamed or merged these organs; the old name names nobody."),
    basis: RuleBasis(
      .law, Message(zh: "2018年《深化党和国家机构改革方案》", en: "the scheme of institutional reform of 2018")),
    exemption: Message(
      zh: "只查标题年份在2020年及以后的；前面写“原”的、引号和书名号里的不算。",
      en:
        "Only texts whose title has the year 2020 or later; names after 原, in quotation marks or titles."
    ),
    bad: ["某局2023年上半年工作总结\n一、总体情况\n会同县⟦环保局⟧检查。\n二、存在的问题\n教师不足。"],
    good: [
      "某局2023年上半年工作总结\n一、总体情况\n会同县生态环境局检查，接收原县环保局档案。\n二、存在的问题\n教师不足。",
      "某局2016年工作总结\n一、总体情况\n会同县环保局检查。\n二、存在的问题\n教师不足。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let matches = input.words(of: .formerOrgans)
    guard !matches.isEmpty, let year = input.titleParts?.years.min(), year >= 2020 else { return }
    for match in matches where isOfPlace(match.range.lowerBound, input) {
      report.report(
        match.range,
        Message(
          zh: "“{0}”是旧名，现为“{1}”", en: "“{0}” is a former name; it is “{1}” now",
          input.text(match.range), input.word(match).right),
        remedy: Message(zh: "改用现在的名称", en: "use the present name"))
    }
  }

  /// Whether a place's rank stands before the name, and 原 does not.
  private static func isOfPlace(_ start: Int, _ input: LintInput) -> Bool {
    switch input.scalar(before: start) {
    case "县", "市", "区", "州", "旗", "省", "、", "，": break
    default: return false
    }
    return !input.contains(["原", "前"], in: max(0, start - 30)..<start) && !input.isQuoted(start)
  }
}
