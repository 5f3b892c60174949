import SourceText

/// NAM004: the name of an autonomous county is cut short.
enum CutAutonomousName: Rule {
  static let description = RuleDescription(
    "NAM004", "cut-autonomous-name", .warning, fix: .needsReview,
    summary: Message(zh: "自治县名称被截短", en: "the name of an autonomous county is cut short"),
    reason: Message(
      zh: "民族自治地方的名称是法定的，“芷江侗族自治县”不能写成“芷江县”。",
      en: "The names of autonomous places are set by law; 芷江县 is no name of 芷江侗族自治县."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《地名管理条例》；《民族区域自治法》", en: "the regulation of place names; the law of regional autonomy")
    ),
    exemption: Message(
      zh: "只查本文标题里写有全称的自治县；后面紧接本单位名称的由 NAM002 检查；引号里的不算；一个文件报一次。",
      en:
        "Only the place of the text's own title; the organ's own name is for NAM002; names in "
        + "quotation marks; told once."),
    bad: [
      RuleExample(
        "芷江侗族自治县教育局2023年上半年工作总结\n一、总体情况\n⟦芷江县⟧获奖。\n二、存在的问题\n教师不足。",
        fixed: "芷江侗族自治县教育局2023年上半年工作总结\n一、总体情况\n芷江侗族自治县获奖。\n二、存在的问题\n教师不足。")
    ],
    good: ["芷江侗族自治县教育局2023年上半年工作总结\n一、总体情况\n芷江获奖，我县通报。\n二、存在的问题\n教师不足。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts, let organ = input.ownOrgan, organ.isCutByRank
    else { return }
    let cut = Array(input.bytes[organ.core]) + Array(String(organ.rank).utf8)
    let body = Array(input.bytes[organ.body])
    for start in input.places(of: cut) where start >= title.range.upperBound {
      let range = start..<start + cut.count
      guard !input.stands(body, at: range.upperBound), !input.isQuoted(start) else { continue }
      report.report(
        range,
        Message(
          zh: "“{0}”应写“{1}”", en: "“{0}” should be “{1}”", input.text(range),
          input.text(organ.region)),
        fixes: [Fix(.needsReview, [Fix.Edit(range, with: input.text(organ.region))])])
      return
    }
  }
}
