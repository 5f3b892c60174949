import ReportModel
import SourceText

/// FIG015: a number off by a power of ten from the last period's.
enum TenfoldSlip: Rule {
  static let description = RuleDescription(
    "FIG015", "tenfold-slip", .error,
    summary: Message(
      zh: "与上期的数差了十倍、百倍或万倍", en: "a number off by a power of ten from the last period's"),
    reason: Message(
      zh: "数字相同、只差小数点或“万”“亿”的，是抄写时错了位或错了单位。",
      en: "Equal digits with another point, 万 or 亿 are a slip of the pen."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "有效数字不到三位的，可能是真的增长，只作警告；金额相差五百倍以上而数字不同的也只警告。",
      en:
        "With fewer than three digits the change may be real and is a warning; so is money that differs five hundredfold with other digits."
    ),
    need: .lastPeriod,
    bad: [
      RuleExample(
        "寄宿制学校建设投入⟦62.7亿元⟧。",
        data: ExampleData(values: [
          .init("62.7亿元", "工程.寄宿制.投资", data: "62.7亿元", last: "627万元")
        ])),
      RuleExample(
        "补助学生⟦384000万元⟧。",
        data: ExampleData(values: [.init("384000万元", "资助.金额", data: "384000万元", last: "378万元")])),
    ],
    good: [
      RuleExample(
        "寄宿制学校建设投入680万元。",
        data: ExampleData(values: [.init("680万元", "工程.寄宿制.投资", data: "680万元", last: "627万元")]))
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence else { return }
    let indexes = evidence.earlier.map { ($0.period, DataIndex($0.data)) }
    for value in evidence.values where value.origins.count == 1 {
      for (period, index) in indexes {
        guard let before = index[value.origins[0].path],
          let weight = slip(value.printed, before)
        else { continue }
        report.report(
          value.range,
          Message(
            zh: "{0}，{1}是{2}，疑为小数点或单位有误", en: "{0}, but {2} in {1}: a slip of point or unit",
            input.text(value.range), period.title, before.printed),
          remedy: Message(zh: "核对这个数和它的单位", en: "check the number and its unit"), atMost: weight)
        break
      }
    }
  }

  /// How sure a slip between two values is; nil where there is none.
  private static func slip(_ now: Quantity, _ before: Quantity) -> Severity? {
    guard now.unit.isCommensurable(with: before.unit), let new = now.baseValue?.magnitude,
      let old = before.baseValue?.magnitude, !new.isZero, !old.isZero, new != old,
      let (digits, power) = Self.digits(new), let (others, otherPower) = Self.digits(old)
    else { return nil }
    if digits == others, power != otherPower {
      if digits >= 100 { return .error }
      return digits >= 10 ? .warning : nil
    }
    guard now.unit.base == "元", let ratio = new.divided(by: old, digits: 6) else { return nil }
    let isFar =
      ratio > ExactDecimal(500)
      || (old.divided(by: new, digits: 6).map { $0 > ExactDecimal(500) } ?? false)
    return isFar ? .warning : nil
  }

  /// The digits without zeros at the end, and the power of ten they stand at.
  private static func digits(_ value: ExactDecimal) -> (Int128, Int)? {
    var significand = value.significand
    var power = -value.scale
    while significand != 0, significand % 10 == 0 {
      significand /= 10
      power += 1
    }
    return (significand, power)
  }
}
