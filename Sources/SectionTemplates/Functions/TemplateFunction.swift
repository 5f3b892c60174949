import ReportModel
import SourceText

/// A filter or function of the template language, under a Chinese and an English name.
struct TemplateFunction: Sendable {
  /// What a call came to.
  enum Outcome: Sendable {
    case value(TemplateValue.Kind)
    case fault(Message, remedy: Message?)
  }

  /// Its name in Chinese.
  let zh: String
  /// Its name in English.
  let en: String
  /// How many arguments it takes, what a filter is applied to included.
  let arity: ClosedRange<Int>
  /// The period whose value of the first argument is handed in as the second.
  let base: DataPeriod?
  let apply: @Sendable ([TemplateValue]) -> Outcome

  init(
    _ zh: String, _ en: String, arity: ClosedRange<Int> = 1...1, base: DataPeriod? = nil,
    apply: @escaping @Sendable ([TemplateValue]) -> Outcome
  ) {
    self.zh = zh
    self.en = en
    self.arity = arity
    self.base = base
    self.apply = apply
  }

  /// All functions by either name.
  static let byName: [String: TemplateFunction] = {
    var table: [String: TemplateFunction] = [:]
    for function in printing + aggregates + comparisons {
      table[function.zh] = function
      table[function.en] = function
    }
    return table
  }()

  /// A fault: the function was given something of the wrong kind.
  static func wrongKind(_ value: TemplateValue?, wanted: (zh: String, en: String)) -> Outcome {
    let found = value?.kindName ?? (zh: "空", en: "nothing")
    return .fault(
      Message(
        zh: "需要{0},得到的是{1}", en: "{2} is needed, but this is {3}", wanted.zh, found.zh,
        wanted.en, found.en), remedy: nil)
  }

  /// A fault: a result has more digits than a number can hold.
  static let tooLarge = Outcome.fault(
    Message(zh: "结果超过 38 位数字", en: "the result has more than 38 digits"), remedy: nil)
}

extension TemplateFunction {
  /// How a value is printed.
  static let printing: [TemplateFunction] = [
    TemplateFunction("数值", "number") { arguments in
      guard case .quantity(let quantity)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("数值", "a number"))
      }
      return .value(.text(quantity.number.description))
    },
    TemplateFunction("单位名", "unit") { arguments in
      guard case .quantity(let quantity)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("数值", "a number"))
      }
      return .value(.text(quantity.unit.text))
    },
    conversion("万元", "wan_yuan", to: "万元"),
    conversion("亿元", "yi_yuan", to: "亿元"),
    conversion("元", "yuan", to: "元"),
    TemplateFunction("约", "about", arity: 1...2) { arguments in
      guard case .quantity(var quantity)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("数值", "a number"))
      }
      if arguments.count > 1 {
        guard let digits = wholeNumber(arguments[1]),
          let rounded = quantity.number.rounded(to: digits)
        else { return wrongKind(arguments[1], wanted: ("小数位数", "a number of decimals")) }
        quantity.number = rounded
      }
      quantity.qualifiers = [Qualifier("约")].compactMap { $0 }
      return .value(.quantity(quantity))
    },
    TemplateFunction("列举", "enumerate", arity: 1...3) { arguments in
      guard let members = arguments.first.flatMap(members(of:)) else {
        return wrongKind(arguments.first, wanted: ("列表或表的一列", "a list or a column"))
      }
      let separator = arguments.count > 1 ? text(arguments[1]) ?? "、" : "、"
      let last = arguments.count > 2 ? text(arguments[2]) ?? separator : separator
      guard let final = members.last, members.count > 1 else {
        return .value(.text(members.first ?? ""))
      }
      return .value(
        .text(members.dropLast().joined(separator: separator) + last + final))
    },
    TemplateFunction("中文数字", "chinese") { arguments in
      guard let number = arguments.first.flatMap(wholeNumber) else {
        return wrongKind(arguments.first, wanted: ("整数", "a whole number"))
      }
      return .value(.text(ChineseNumeral.text(number)))
    },
    TemplateFunction("日期", "date") { arguments in
      guard let text = arguments.first.flatMap(text), let date = chineseDate(text) else {
        return wrongKind(
          arguments.first, wanted: ("2023-06-30 这样的日期", "a date such as 2023-06-30"))
      }
      return .value(.text(date))
    },
  ]

  private static func conversion(_ zh: String, _ en: String, to unit: String) -> TemplateFunction {
    TemplateFunction(zh, en, arity: 1...2) { arguments in
      guard case .quantity(let quantity)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("数值", "a number"))
      }
      guard var converted = quantity.converted(to: MeasureUnit(unit)) else {
        return .fault(
          Message(
            zh: "“{0}”不能换算成“{1}”", en: "“{0}” cannot be converted to “{1}”",
            quantity.unit.text, unit), remedy: nil)
      }
      if arguments.count > 1 {
        guard let digits = wholeNumber(arguments[1]),
          let rounded = converted.number.rounded(to: digits)
        else { return wrongKind(arguments[1], wanted: ("小数位数", "a number of decimals")) }
        converted.number = rounded
      }
      return .value(.quantity(converted))
    }
  }

  /// The text of a value that is one.
  static func text(_ value: TemplateValue) -> String? {
    guard case .text(let text) = value.kind else { return nil }
    return text
  }

  /// The whole number a value is, if it fits an `Int`.
  static func wholeNumber(_ value: TemplateValue) -> Int? {
    guard case .quantity(let quantity) = value.kind else { return nil }
    let number = quantity.number.normalized
    return number.scale == 0 ? Int(exactly: number.significand) : nil
  }

  private static func members(of value: TemplateValue) -> [String]? {
    switch value.kind {
    case .list(let members): members
    case .text(let text): [text]
    case .column(let indexed, let column):
      indexed.table.rows.compactMap { row in
        switch row[column].value {
        case .blank: nil
        case .text(let text): text
        case .list(let members): members.joined(separator: "、")
        case .quantity(let quantity): quantity.printed
        }
      }
    default: nil
    }
  }

  /// `2023-07-05` or `2023-07-05 17:44` as 2023年7月5日 (GB/T 9704-2012, 7.3.5.4).
  private static func chineseDate(_ text: String) -> String? {
    let parts = text.prefix { $0 != " " && $0 != "T" }.split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return "\(year)年\(month)月\(day)日"
  }
}
