import ReportModel
import SourceText

/// Puts a change against an earlier value into the words a bulletin uses.
struct ChangeWording {
  /// The value now.
  let now: Quantity
  /// The value it is set against.
  let base: Quantity
  /// What stands before the verb: 同比, 环比 or nothing.
  let prefix: String
  /// What the base is called.
  let baseName: String

  /// The two values in one unit, and their difference.
  private struct Aligned {
    let now: ExactDecimal
    let base: ExactDecimal
    let difference: ExactDecimal
  }

  /// The largest growth said in per cent; beyond it, it is said in multiples of the base.
  private static let largestRate = ExactDecimal(1_000)

  /// `同比增长12.3%`, `同比下降…`, `与上年同期持平`, `同比提高1.2个百分点`.
  ///
  /// A percentage is compared in points, never in per cent. Where the base is zero or below, or the
  /// value has fallen below zero, no rate means anything, so the base itself is said. A change that
  /// rounds to nothing is 基本持平; a growth of a thousand per cent and more, which only a tiny base
  /// gives, is said in multiples. Where either number is approximate, the rate is too: 约.
  func rate(digits: Int = 1) -> TemplateFunction.Outcome {
    guard let aligned else { return TemplateFunction.differentUnits(now, base) }
    if aligned.difference.isZero { return .value(.text(level("持平"))) }
    if now.unit.base == "%" { return points() }
    guard !aligned.base.isZero, !aligned.base.isNegative, !aligned.now.isNegative else {
      return .value(.text("\(baseName)为\(base.number)\(base.unit.text)"))
    }
    guard let size = aligned.difference.magnitude, let hundredfold = size.scaled(byPowerOfTen: 2),
      let rate = hundredfold.divided(by: aligned.base, digits: digits)
    else { return TemplateFunction.tooLarge }
    if rate.isZero { return .value(.text(level("基本持平"))) }
    let verb = prefix + (aligned.difference.isNegative ? "下降" : "增长") + approximately
    guard rate < Self.largestRate else {
      guard let times = size.divided(by: aligned.base, digits: 1) else {
        return TemplateFunction.tooLarge
      }
      return .value(.text("\(verb)\(times.normalized)倍"))
    }
    return .value(.text("\(verb)\(rate.normalized)%"))
  }

  /// `提高1.2个百分点`, `下降…`, `持平`; only for percentages.
  func points() -> TemplateFunction.Outcome {
    guard now.unit.base == "%", base.unit.base == "%", let aligned,
      let points = aligned.difference.magnitude?.normalized
    else {
      return .fault(
        Message(
          zh: "“{0}”和“{1}”不都是百分数,不能用百分点比较",
          en: "“{0}” and “{1}” are not both percentages: no points", now.printed, base.printed),
        remedy: Message(zh: "数量用“增减”或“增减量”", en: "use “change” or “change_by” for amounts"))
    }
    if points.isZero { return .value(.text(level("持平"))) }
    let verb = aligned.difference.isNegative ? "下降" : "提高"
    return .value(.text("\(prefix)\(verb)\(approximately)\(points)个百分点"))
  }

  /// `增加120人`, `减少…`, `持平`: the difference itself, in the unit of the value now.
  func amount() -> TemplateFunction.Outcome {
    guard let aligned else { return TemplateFunction.differentUnits(now, base) }
    if aligned.difference.isZero { return .value(.text(level("持平"))) }
    if now.unit.base == "%" { return points() }
    guard let size = aligned.difference.magnitude,
      let number = size.scaled(byPowerOfTen: -now.unit.powerOfTen)?.normalized
    else { return TemplateFunction.tooLarge }
    let verb = aligned.difference.isNegative ? "减少" : "增加"
    return .value(.text("\(prefix)\(verb)\(approximately)\(number)\(now.unit.text)"))
  }

  /// `翻一番`, `翻两番多`; below twice the base the change is said as a rate.
  func doubling() -> TemplateFunction.Outcome {
    guard let aligned else { return TemplateFunction.differentUnits(now, base) }
    guard !aligned.base.isZero, !aligned.base.isNegative else { return rate() }
    var doublings = 0
    var reached = aligned.base
    while doublings < 100, let next = reached.adding(reached), next <= aligned.now {
      reached = next
      doublings += 1
    }
    guard doublings > 0 else { return rate() }
    let count = doublings == 2 ? "两" : ChineseNumeral.text(doublings)
    let more = reached == aligned.now ? "" : "多"
    return .value(.text("翻\(count)番\(more)"))
  }

  /// `2.5倍`: the value in multiples of the base.
  func multiple(digits: Int) -> TemplateFunction.Outcome {
    guard let aligned else { return TemplateFunction.differentUnits(now, base) }
    guard !aligned.base.isZero else { return TemplateFunction.zeroBase }
    guard let multiple = aligned.now.divided(by: aligned.base, digits: digits) else {
      return TemplateFunction.tooLarge
    }
    return .value(.quantity(Quantity(multiple.normalized, unit: MeasureUnit("倍"))))
  }

  /// The direction of the change: 1 up, 0 level, −1 down; nil where the units differ.
  var direction: Int? {
    aligned.map { $0.difference.isZero ? 0 : $0.difference.isNegative ? -1 : 1 }
  }

  private var aligned: Aligned? {
    guard now.unit.isCommensurable(with: base.unit), let nowValue = now.baseValue,
      let baseValue = base.baseValue, let difference = nowValue.subtracting(baseValue)
    else { return nil }
    return Aligned(now: nowValue, base: baseValue, difference: difference)
  }

  private func level(_ word: String) -> String {
    baseName.isEmpty ? word : "与\(baseName)\(word)"
  }

  /// 达 and 达到 only point at a number; the other qualifiers say it is not exact.
  private var approximately: String {
    (now.qualifiers + base.qualifiers).contains { $0.word != "达" && $0.word != "达到" } ? "约" : ""
  }
}
