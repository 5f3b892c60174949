import FigureClaims
import ReportModel
import SourceText

/// FIG003: an amount that its heads and their standard do not make.
enum PerHeadMismatch: ClaimRule {
  static let description = RuleDescription(
    "FIG003", "per-head-mismatch", .warning,
    summary: Message(zh: "金额与人数、标准不符", en: "an amount that heads and standard do not make"),
    reason: Message(
      zh: "标准乘人数就是金额；没有写标准的，金额除以人数一般是个整数标准。",
      en:
        "Standard times heads is the amount; without a standard the quotient is mostly a round sum."
    ),
    basis: RuleBasis(.fact, Message(zh: "算术", en: "arithmetic")),
    exemption: Message(
      zh:
        "数据里有标准的按数据查，一年多次发放的不算错；文中没有写标准的，除不出整数标准只提示，可能是分档；金额只写到万、人数是概数的不查。",
      en:
        "A standard in the data decides, and paying it several times is right. Without a standard in the text an uneven quotient is only mentioned, since there may be tiers; coarse amounts are left alone."
    ),
    bad: [
      "为⟦150名职工每人发放慰问金500元，共8.5万元⟧。", "免学费⟦640人补助51.3万元⟧。",
    ],
    good: [
      "为150名职工每人发放慰问金500元，共7.5万元。", "免学费640人补助51.2万元。",
      "发放救助1.2亿元，惠及3.4万人。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    // Which figures go together is asked for each claim, and all of them are near one another.
    lazy var facts = figureFacts(input)
    if let evidence = input.evidence { checkRows(evidence, &report) }
    for claim in input.claims(where: { kind, _ in kind == .perHead }) {
      switch (claim.verdict, claim.sides.note) {
      case (.fails, _): report.report(claim, remedy: remedy)
      case (.uncertain, .unevenStandard)
      where isPaired(claim, input, facts) && !isFromData(claim, input):
        report.report(claim, remedy: remedy, atMost: .info)
      default: break
      }
    }
  }

  /// The data's own standards, for the amounts that the text prints.
  private static func checkRows(_ evidence: ReportEvidence, _ report: inout FindingReporter) {
    let faults = Dictionary(
      StandardRows.faults(in: evidence.data).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !faults.isEmpty else { return }
    for value in evidence.values where value.origins.count == 1 {
      guard let fault = faults[value.origins[0].path] else { continue }
      report.report(
        value.range,
        Message(
          zh: "按标准{0}乘{1}应是{2}，写的是{3}（{4}）",
          en: "{0} times {1} makes {2}, but {3} is given ({4})", fault.standard.printed,
          fault.heads.printed, fault.product.printed, fault.amount.printed,
          value.origins[0].place), remedy: remedy)
    }
  }

  /// What is asked of a figure for the claims around it.
  private struct FigureFact {
    let isMoney: Bool
    let isHeads: Bool
    /// Whether a sentence ends between the figure and the next.
    let endsSentence: Bool
  }

  private static func figureFacts(_ input: LintInput) -> [FigureFact] {
    let figures = input.figures
    return figures.indices.map { index in
      let start = figures[index].range.lowerBound
      let next = index + 1 < figures.count ? figures[index + 1].range.lowerBound : start
      return FigureFact(
        isMoney: input.isMoney(figures[index]), isHeads: input.isHeads(figures[index]),
        endsSentence: !input.isOneSentence(start..<max(start, next)))
    }
  }

  /// Whether the heads are people, each paid once, and have but the one amount in their sentence.
  private static func isPaired(_ claim: Claim, _ input: LintInput, _ facts: [FigureFact]) -> Bool {
    guard let heads = claim.term(.heads)?.figure, let amount = claim.term(.amount)?.figure,
      facts.indices.contains(heads), facts.indices.contains(amount),
      !input.has("人次", at: input.figures[heads].unit.lowerBound)
    else { return false }
    var first = amount
    while first > 0, amount - first < 12, !facts[first - 1].endsSentence { first -= 1 }
    var last = amount
    while last + 1 < facts.count, last - amount < 12, !facts[last].endsSentence { last += 1 }
    var (amounts, groups) = (0, 0)
    for index in first...last {
      if facts[index].isMoney { amounts += 1 }
      if facts[index].isHeads { groups += 1 }
    }
    return amounts <= groups
  }

  /// Whether data file and text agree on the amount, so that tiers are the data's own matter.
  private static func isFromData(_ claim: Claim, _ input: LintInput) -> Bool {
    guard let evidence = input.evidence, let term = claim.term(.amount),
      input.figures.indices.contains(term.figure)
    else { return false }
    return evidence.value(at: input.figures[term.figure].range) != nil
  }

  private static let remedy = Message(
    zh: "核对金额、人数和标准", en: "check the amount, the heads and the standard")
}
