import ReportModel
import SourceText

/// FIG019: two approximate words on one figure, or words that contradict each other.
enum DoubledApproximation: Rule {
  static let description = RuleDescription(
    "FIG019", "doubled-approximation", .warning,
    summary: Message(zh: "一个数用了两个概数词", en: "two approximate words on one figure"),
    reason: Message(
      zh: "“约”“近”“余”“左右”各自已表示概数；“近…余”一个说不到，一个说超过，自相矛盾。",
      en: "Each of these words makes the figure approximate; 近 and 余 even contradict each other."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15835-2011 3.3；条例第十九条", en: "GB/T 15835-2011 3.3")),
    exemption: Message(
      zh: "“达到…以上”是说达到一个下限，不算。", en: "达到…以上 says that a lower bound was reached."),
    bad: ["检查⟦约300余个⟧。", "走访⟦近70户左右⟧。", "整改问题⟦超过5个以上⟧。"],
    good: ["检查300余个。", "走访近70户。", "整改问题超过5个。", "达到600分以上30人。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for figure in input.figures where figure.qualifiers.count >= 2 {
      let words = figure.qualifiers.map { input.text($0) }
      let approximate = words.filter { Self.approximate.contains($0) }
      let above = words.filter { Self.above.contains($0) }
      let isDoubled = approximate.count >= 2 || above.count >= 2
      let isMixed = !approximate.isEmpty && words.contains { $0 == "以上" || $0 == "以下" }
      guard isDoubled || isMixed, let first = figure.qualifiers.first else { continue }
      let start = min(first.lowerBound, figure.range.lowerBound)
      let range = start..<max(figure.range.upperBound, start)
      report.report(
        range,
        Message(
          zh: "“{0}”重复或矛盾", en: "“{0}” say the same twice, or contradict each other",
          words.joined(separator: "”“")),
        remedy: Message(zh: "只留一个", en: "keep one of them"))
    }
  }

  private static let approximate: Set<String> = ["近", "约", "大约", "余", "多", "来", "左右", "上下"]
  private static let above: Set<String> = ["超", "超过", "逾", "突破", "至少", "不少于", "以上"]
}
