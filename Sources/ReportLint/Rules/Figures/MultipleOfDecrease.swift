import FigureClaims
import SourceText

/// FIG007: a decrease told in multiples, or multiples that the two values do not give.
enum MultipleOfDecrease: ClaimRule {
  static let description = RuleDescription(
    "FIG007", "multiple-of-decrease", .warning,
    summary: Message(
      zh: "减少、下降用了“倍”，或倍数、翻番与前后两数不符",
      en: "a decrease told in multiples, or multiples the values do not give"),
    reason: Message(
      zh: "减少一倍就是减到零，减少的幅度用百分数或分数表示；增长2倍是原来的3倍，翻一番是原来的2倍。",
      en:
        "A decrease of once the whole leaves nothing; say it in per cent or fractions. Grown by two times is three times as much, 翻一番 twice."
    ),
    basis: RuleBasis(.fact, Message(zh: "数量关系", en: "arithmetic")),
    exemption: Message(
      zh: "“减少到原来的几分之一”不算；翻番差得不多的、带概数词的不报。",
      en: "减少到…分之一; 翻番 that is nearly so; approximate figures."),
    bad: [
      "事故⟦减少1倍⟧。", "能耗⟦下降了2.5倍⟧。", "产值由⟦20亿元增至60亿元，增长3倍⟧。", "参赛者由⟦15人增至20人⟧，实现翻番。",
    ],
    good: [
      "事故减少50%。", "产值增长1倍。", "人数下降后又增长2倍。", "产值由20亿元增至60亿元，增长2倍。", "参赛者由15人增至31人，翻了一番。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .multiple && $1 == .fails })
    where claim.sides.note != .fallByTimes {
      report.report(
        claim, remedy: Message(zh: "核对倍数和前后两数", en: "check the multiple and both values"))
    }
    checkFalls(input, &report)
  }

  private static func checkFalls(_ input: LintInput, _ report: inout FindingReporter) {
    for (index, run) in input.scan.digits.enumerated() {
      var end = run.upperBound
      if input.byte(end) == 0x2E, index + 1 < input.scan.digits.count,
        input.scan.digits[index + 1].lowerBound == end + 1
      {
        end = input.scan.digits[index + 1].upperBound
      }
      guard input.has("倍", at: end) else { continue }
      var start = run.lowerBound
      for word in links where input.has(word, before: start) { start -= word.utf8CodeUnitCount }
      guard let verb = verbs.first(where: { input.has($0, before: start) }) else { continue }
      let range = start - verb.utf8CodeUnitCount..<end + 3
      report.report(
        range, Message(zh: "“{0}”说不通", en: "“{0}” makes no sense", input.text(range)),
        remedy: Message(zh: "改用百分数或分数", en: "use per cent or a fraction"))
    }
  }

  private static let links: [StaticString] = ["近", "约", "了"]
  private static let verbs: [StaticString] = ["减少", "降低", "下降", "缩小", "缩短", "减小", "压减"]
}
