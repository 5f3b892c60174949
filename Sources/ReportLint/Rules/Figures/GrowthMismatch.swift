import BulletinSyntax
import ReportModel
import SourceText

/// FIG005: a growth from one number to another, with a percentage that is not theirs.
enum GrowthMismatch: Rule {
  static let description = RuleDescription(
    "FIG005", "growth-mismatch", .error,
    summary: Message(
      zh: "由甲到乙的增幅与给出的百分比不符", en: "a growth from a to b that is not the percentage given"),
    reason: Message(
      zh: "前后两个数已经写明，增幅可以算出来；算不出这个百分比，三个数里必有一个错。",
      en: "Both numbers stand there, so the growth can be worked out; one of the three is wrong."),
    basis: RuleBasis(.fact, Message(zh: "算术", en: "arithmetic")),
    exemption: Message(
      zh: "按四舍五入的余量判断；带“约”“余”等概数词的、中间还有别的数的不查。",
      en: "Rounding is allowed for; approximate numbers, and others in between, are left alone."),
    bad: ["教研活动由40次增至50次，增长⟦20%⟧。", "标准由500元提高到530元，提高⟦7%⟧。"],
    good: ["教研活动由40次增至50次，增长25%。", "标准由500元提高到530元，提高6%。", "由约40次增至50次，增长20%。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let figures = input.figures
    for index in figures.indices.dropLast(2) {
      let (first, second, third) = (figures[index], figures[index + 1], figures[index + 2])
      guard input.isPercent(third), !input.isPercent(first), !input.isPercent(second),
        [first, second, third].allSatisfy(\.qualifiers.isEmpty),
        third.range.upperBound - first.range.lowerBound < 150,
        startsFrom(first, input), isGrowth(second, after: first, input),
        isRise(third, after: second, input),
        input.isOneSentence(first.range.lowerBound..<third.range.upperBound),
        let from = first.quantity(in: input.tree.source),
        let to = second.quantity(in: input.tree.source), let rate = third.value,
        to.unit.isCommensurable(with: from.unit) || from.unit.text.isEmpty
      else { continue }
      let base = from.unit.text.isEmpty ? Quantity(from.number, unit: to.unit) : from
      guard let before = Span(base), let after = Span(to), before.low > 0, after.low > before.high,
        let given = Double(rate.description)
      else { continue }
      let half = power(-rate.scale) / 2
      let least = (after.low / before.high - 1) * 100 - half
      let most = (after.high / before.low - 1) * 100 + half
      guard given < least - 1e-9 || given > most + 1e-9 else { continue }
      let growth = (after.middle / before.middle - 1) * 100
      report.report(
        third.range,
        Message(
          zh: "由{0}到{1}约增长{2}%，写的是{3}%",
          en: "from {0} to {1} is a growth of about {2} %; {3} % is written",
          input.text(first.range), input.text(second.range), printed(growth, digits: rate.scale),
          input.text(third.numerals)),
        remedy: Message(zh: "核对这三个数", en: "check the three numbers"))
    }
  }

  /// The numbers that a printed one may stand for.
  private struct Span {
    let low: Double
    let middle: Double
    let high: Double

    /// A whole count is exact; an amount in 万 or with decimals is rounded.
    init?(_ quantity: Quantity) {
      guard let number = Double(quantity.number.description), quantity.unit.powerOfTen < 16 else {
        return nil
      }
      let isExact = quantity.number.scale == 0 && quantity.unit.powerOfTen == 0
      let half = isExact ? 0 : GrowthMismatch.power(-quantity.number.scale) / 2
      let factor = GrowthMismatch.power(quantity.unit.powerOfTen)
      low = (number - half) * factor
      middle = number * factor
      high = (number + half) * factor
    }
  }

  /// A number with so many digits after its point.
  private static func printed(_ number: Double, digits: Int) -> String {
    let scaled = (number * power(digits)).rounded()
    guard let whole = Int(exactly: scaled), digits < 18 else { return String(number) }
    return ExactDecimal(significand: Int128(whole), scale: digits)?.description ?? String(number)
  }

  fileprivate static func power(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<min(abs(exponent), 38) { value *= exponent < 0 ? 0.1 : 10 }
    return value
  }

  private static func startsFrom(_ figure: Figure, _ input: LintInput) -> Bool {
    let words: [StaticString] = ["由", "从", "由原来的", "从原来的", "由去年的", "从去年的", "由上年的", "从上年的"]
    return words.contains { input.has($0, before: figure.range.lowerBound) }
  }

  private static func isGrowth(_ second: Figure, after first: Figure, _ input: LintInput) -> Bool {
    let between = first.range.upperBound..<second.range.lowerBound
    let words: [StaticString] = [
      "增至", "增加到", "提高到", "上升到", "增长到", "提升到", "提高至", "增加至", "提升至", "上升至", "增长至",
    ]
    return between.count <= 21 && words.contains { input.has($0, before: between.upperBound) }
  }

  private static func isRise(_ third: Figure, after second: Figure, _ input: LintInput) -> Bool {
    let between = second.range.upperBound..<third.range.lowerBound
    let words: [StaticString] = [
      "增长", "提高", "增加", "上升", "增幅", "增幅为", "增长了", "提高了", "增加了", "增幅达", "提升", "提升了",
    ]
    guard between.count <= 24, words.contains(where: { input.has($0, before: between.upperBound) })
    else { return false }
    return !input.contains(["年均", "平均", "同比", "环比"], in: between)
  }
}
