import ReportModel
import SourceText

/// Puts a change against an earlier value into the words a bulletin uses.
enum ChangeWording {
  /// `同比增长12.3%`, `同比下降…`, `与上年同期持平`, `同比提高1.2个百分点`.
  ///
  /// A percentage is compared in points, never in per cent. A base of zero or below has no rate, so
  /// the base itself is said. A change that rounds to nothing is 基本持平.
  static func text(
    now: Quantity, base: Quantity, prefix: String, baseName: String
  ) -> TemplateFunction.Outcome {
    guard now.unit.isCommensurable(with: base.unit), let nowValue = now.baseValue,
      let baseValue = base.baseValue, let difference = nowValue.subtracting(baseValue)
    else {
      return .fault(
        Message(
          zh: "“{0}”和{1}“{2}”的单位不同,不能比较", en: "“{0}” and “{2}” differ in unit: no comparison",
          now.printed, baseName, base.printed), remedy: nil)
    }
    if difference.isZero { return .value(.text("与\(baseName)持平")) }
    if now.unit.base == "%" {
      guard let points = difference.magnitude?.normalized else { return TemplateFunction.tooLarge }
      let verb = difference.isNegative ? "下降" : "提高"
      return .value(.text("\(prefix)\(verb)\(points)个百分点"))
    }
    guard !baseValue.isZero, !baseValue.isNegative else {
      return .value(.text("\(baseName)为\(base.number)\(base.unit.text)"))
    }
    guard let size = difference.magnitude, let hundredfold = size.scaled(byPowerOfTen: 2),
      let rate = hundredfold.divided(by: baseValue, digits: 1)
    else { return TemplateFunction.tooLarge }
    if rate.isZero { return .value(.text("与\(baseName)基本持平")) }
    let verb = difference.isNegative ? "下降" : "增长"
    return .value(.text("\(prefix)\(verb)\(rate.normalized)%"))
  }
}

extension TemplateFunction {
  /// What is said of a value beside the same value of an earlier period.
  static let comparisons: [TemplateFunction] = [
    TemplateFunction("同比", "year_on_year", base: .lastYear) { arguments in
      change(arguments, prefix: "同比", baseName: "上年同期")
    },
    TemplateFunction("环比", "period_on_period", base: .previous) { arguments in
      change(arguments, prefix: "环比", baseName: "上期")
    },
  ]

  private static func change(
    _ arguments: [TemplateValue], prefix: String, baseName: String
  ) -> Outcome {
    guard arguments.count == 2, case .quantity(let now) = arguments[0].kind,
      case .quantity(let base) = arguments[1].kind
    else { return wrongKind(arguments.first, wanted: ("数值", "a number")) }
    return ChangeWording.text(now: now, base: base, prefix: prefix, baseName: baseName)
  }
}
