import SourceText

/// WRD006: 的 for 地 after an adverb.
enum AdverbParticle: Rule {
  static let description = RuleDescription(
    "WRD006", "adverb-particle", .info, fix: .needsReview,
    summary: Message(zh: "状语后用了“的”", en: "的 for 地 after an adverb"),
    reason: Message(zh: "状语和动词之间用“地”。", en: "An adverb is joined to its verb by 地."),
    basis: RuleBasis(.fact, Message(zh: "语法", en: "grammar")),
    exemption: Message(
      zh: "只查“不断、逐步、逐渐、日益、进一步、切实”后接常见动词的；动词后面还有“的”或“和”的不查。",
      en: "Only a few adverbs before common verbs; none where the verb is used as a noun."),
    bad: [RuleExample("水平不断⟦的⟧提高。", fixed: "水平不断地提高。")],
    good: ["水平不断提高。", "水平不断地提高。", "党的领导不断加强。", "在不断的提高中前进。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for match in input.words(of: .adverbs) where input.has("的", at: match.range.upperBound) {
      let particle = match.range.upperBound..<match.range.upperBound + 3
      guard let verb = verbs.first(where: { input.has($0, at: particle.upperBound) }) else {
        continue
      }
      switch input.scalar(at: particle.upperBound + verb.utf8CodeUnitCount) {
      case "的", "和", "与", "、", "中", "过", "下", "是", "上", "之": continue
      default: break
      }
      report.report(
        particle, Message(zh: "“{0}”后应为“地”", en: "地 belongs after “{0}”", input.text(match.range)),
        fixes: [Fix(.needsReview, [Fix.Edit(particle, with: "地")])])
    }
  }

  private static let verbs: [StaticString] = [
    "提升", "提高", "加强", "完善", "推进", "优化", "改进", "扩大", "增强", "探索", "推动", "改善", "健全", "增加", "减少",
  ]
}
