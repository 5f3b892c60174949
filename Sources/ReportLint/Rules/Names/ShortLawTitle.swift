import SourceText

/// NAM006: a law by its short title where it comes first.
enum ShortLawTitle: Rule {
  static let description = RuleDescription(
    "NAM006", "short-law-title", .info,
    summary: Message(zh: "法律名称第一次出现没有写全称", en: "a law by its short title where it comes first"),
    reason: Message(
      zh: "法律名称第一次写全称“《中华人民共和国……法》”，以后可以用简称。",
      en: "A law is named in full where it first comes."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "前文写过全称的、写有“以下简称”的不算；一部法律报一次。", en: "Laws named in full before; each law is told once."),
    bad: ["贯彻⟦《义务教育法》⟧规定。"],
    good: ["贯彻《中华人民共和国义务教育法》规定。落实《义务教育法》要求。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var told: Set<String> = []
    for match in input.words(of: .laws) where input.has("》", at: match.range.upperBound) {
      let law = input.text(match.range)
      if input.has("中华人民共和国", before: match.range.lowerBound) {
        told.insert(law)
        continue
      }
      guard input.has("《", before: match.range.lowerBound), told.insert(law).inserted else {
        continue
      }
      let range = match.range.lowerBound - 3..<match.range.upperBound + 3
      report.report(
        range,
        Message(zh: "《{0}》第一次出现没有写全称", en: "《{0}》 is not named in full", law),
        remedy: Message(zh: "写《中华人民共和国{0}》", en: "write 《中华人民共和国{0}》", law))
    }
  }
}
