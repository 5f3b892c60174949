import ReportModel
import SourceText

extension TemplateFunction {
  /// What is worked out over a table's column.
  static let aggregates: [TemplateFunction] = [
    TemplateFunction("合计", "sum") { arguments in
      fold(arguments) { $0.adding($1) }
    },
    TemplateFunction("最大", "max") { arguments in
      fold(arguments) { max($0, $1) }
    },
    TemplateFunction("最小", "min") { arguments in
      fold(arguments) { min($0, $1) }
    },
    TemplateFunction("平均", "average", arity: 1...2) { arguments in
      guard let first = arguments.first else {
        return wrongKind(nil, wanted: ("表的一列", "a column"))
      }
      guard case .value(.quantity(var total)) = fold([first], { $0.adding($1) }) else {
        return fold([first]) { $0.adding($1) }
      }
      let digits = arguments.count > 1 ? wholeNumber(arguments[1]) ?? 2 : 2
      guard
        let mean = total.number.divided(by: ExactDecimal(numbers(of: first).count), digits: digits)
      else { return tooLarge }
      total.number = mean.normalized
      return .value(.quantity(total))
    },
    TemplateFunction("计数", "count") { arguments in
      switch arguments.first?.kind {
      case .table(let indexed)?:
        return .value(.quantity(Quantity(ExactDecimal(indexed.table.rows.count))))
      case .column(let indexed, let column)?:
        let filled = indexed.table.rows.count { $0[column].value != .blank }
        return .value(.quantity(Quantity(ExactDecimal(filled))))
      case .list(let members)?:
        return .value(.quantity(Quantity(ExactDecimal(members.count))))
      case .narrative(.sequence(let members), _)?:
        return .value(.quantity(Quantity(ExactDecimal(members.count))))
      default:
        return wrongKind(arguments.first, wanted: ("一张表、一列或列表", "a table, a column or a list"))
      }
    },
    TemplateFunction("占比", "share", arity: 2...3) { arguments in
      guard case .quantity(let part)? = arguments.first?.kind,
        case .quantity(let whole)? = arguments.dropFirst().first?.kind,
        let partValue = part.baseValue, let wholeValue = whole.baseValue
      else { return wrongKind(arguments.first, wanted: ("两个数值", "two numbers")) }
      guard part.unit.isCommensurable(with: whole.unit) else {
        return .fault(
          Message(
            zh: "“{0}”和“{1}”的单位不同,不能算占比", en: "the units of “{0}” and “{1}” differ: no share",
            part.printed, whole.printed), remedy: nil)
      }
      guard !wholeValue.isZero else {
        return .fault(
          Message(zh: "除数为零,不能算占比", en: "the whole is zero: no share"),
          remedy: Message(zh: "用 {% if %} 避开", en: "guard it with {% if %}"))
      }
      let digits = arguments.count > 2 ? wholeNumber(arguments[2]) ?? 1 : 1
      guard let hundredfold = partValue.scaled(byPowerOfTen: 2),
        let share = hundredfold.divided(by: wholeValue, digits: digits)
      else { return tooLarge }
      return .value(.quantity(Quantity(share.normalized, unit: MeasureUnit("%"))))
    },
  ]

  private static func numbers(of value: TemplateValue) -> [Quantity] {
    guard case .column(let indexed, let column) = value.kind else { return [] }
    return indexed.table.rows.compactMap { row in
      if case .quantity(let quantity) = row[column].value { quantity } else { nil }
    }
  }

  private static func fold(
    _ arguments: [TemplateValue], _ step: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> Outcome {
    guard let value = arguments.first, case .column(let indexed, let column) = value.kind else {
      return wrongKind(arguments.first, wanted: ("表的一列", "a column"))
    }
    let quantities = numbers(of: value)
    guard let first = quantities.first else {
      return .fault(
        Message(
          zh: "“{0}.{1}”里没有数值", en: "“{0}.{1}” holds no numbers", indexed.table.name,
          indexed.table.columns[column].name), remedy: nil)
    }
    var result = first.number
    for quantity in quantities.dropFirst() {
      guard let converted = quantity.converted(to: first.unit) else {
        return .fault(
          Message(
            zh: "同一列里“{0}”和“{1}”的单位不同", en: "the units of “{0}” and “{1}” in one column differ",
            first.printed, quantity.printed), remedy: nil)
      }
      guard let next = step(result, converted.number) else { return tooLarge }
      result = next
    }
    return .value(.quantity(Quantity(result.normalized, unit: first.unit)))
  }
}
