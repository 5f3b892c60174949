import SourceText

/// WRD003: 通过…，使… leaves a sentence without its subject.
enum MissingSubject: Rule {
  static let description = RuleDescription(
    "WRD003", "missing-subject", .warning,
    summary: Message(zh: "“通过……，使……”缺主语", en: "通过…，使… without a subject"),
    reason: Message(
      zh: "“通过”和“使”同时用，句子就没有了主语；删去其中一个，或补上主语。",
      en: "With both 通过 and 使 nothing is left to be the subject; take one out, or name it."),
    basis: RuleBasis(.fact, Message(zh: "语法", en: "grammar")),
    exemption: Message(
      zh: "只查以“通过”“经过”开头、紧接的分句以“使”“使得”开头的句子。",
      en: "Only sentences that begin with 通过 or 经过 and go on with 使 at once."),
    bad: ["⟦通过集中培训，使⟧教师业务水平得到提高。"],
    good: ["集中培训使教师业务水平得到提高。", "通过集中培训，教师业务水平得到提高。", "通过集中培训，使用新教材，效果很好。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for sentence in input.sentences {
      let start = input.trimmed(sentence).lowerBound
      guard input.has("通过", at: start) || input.has("经过", at: start) else { continue }
      guard let comma = comma(after: start, before: sentence.upperBound, input) else { continue }
      let next = comma + input.width(at: comma)
      guard input.has("使", at: next) else { continue }
      let end = next + (input.has("使得", at: next) ? 6 : 3)
      switch input.scalar(at: end) {
      case "用", "命", "馆", "节", "者", "劲", "出": continue
      default: break
      }
      report.report(
        start..<end, Message(zh: "“通过……，使……”缺主语", en: "通过…，使… has no subject"),
        remedy: Message(zh: "删去“通过”或“使”，或补上主语", en: "take 通过 or 使 out, or name the subject"))
    }
  }

  private static func comma(after start: Int, before end: Int, _ input: LintInput) -> Int? {
    var offset = start
    while offset < end {
      let scalar = input.scalar(at: offset)
      if scalar == "，" || scalar == "," { return offset }
      if scalar == "；" || scalar == "：" || scalar == "\n" { return nil }
      offset += input.width(at: offset)
    }
    return nil
  }
}
