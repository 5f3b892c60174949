import ReportModel
import SourceText

/// A filter or function of the template language, under a Chinese and an English name.
struct TemplateFunction: Sendable {
  /// What a call came to.
  enum Outcome: Sendable {
    case value(TemplateValue.Kind)
    /// A value together with the cells it was chosen from.
    case chosen(TemplateValue)
    case fault(Message, remedy: Message?)
  }

  /// What stretches of time (口径) its figures may cover.
  enum KindRule: Sendable {
    /// The function looks at one figure; the result covers what the figure covers.
    case kept
    /// Figures are set against each other and must be of one kind; the result is of that kind.
    case one
    /// Figures are set against each other; the result is a rate or a word and has no kind.
    case compared
  }

  /// What people read of it, with the examples that are its tests.
  let description: FunctionDescription
  /// How many arguments it takes, what a filter is applied to included.
  let arity: ClosedRange<Int>
  /// Where only the first argument is given: the periods whose values of it are handed in after it.
  let bases: [DataPeriod]
  let kindRule: KindRule
  /// Whether arguments without a value are passed over as long as one has a value.
  let passesOverMissing: Bool
  let apply: @Sendable ([TemplateValue]) -> Outcome

  init(
    _ zh: String, _ en: String, _ summary: Message, usage: String, arity: ClosedRange<Int> = 1...1,
    bases: [DataPeriod] = [], kindRule: KindRule = .kept, passesOverMissing: Bool = false,
    examples: [FunctionExample], apply: @escaping @Sendable ([TemplateValue]) -> Outcome
  ) {
    description = FunctionDescription(
      chineseName: zh, englishName: en, summary: summary, usage: usage, examples: examples)
    self.arity = arity
    self.bases = bases
    self.kindRule = kindRule
    self.passesOverMissing = passesOverMissing
    self.apply = apply
  }

  /// All functions, in the order they are documented.
  static let all: [TemplateFunction] =
    printing + money + lists + dates + aggregates + comparisons + ranks

  /// All functions by either name.
  static let byName: [String: TemplateFunction] = {
    var table: [String: TemplateFunction] = [:]
    for function in all {
      table[function.description.chineseName] = function
      table[function.description.englishName] = function
    }
    return table
  }()
}

/// What functions have in common: reading their arguments and refusing them.
extension TemplateFunction {
  /// A fault: the function was given something of the wrong kind.
  static func wrongKind(_ value: TemplateValue?, wanted: (zh: String, en: String)) -> Outcome {
    let found = value?.kindName ?? (zh: "空", en: "nothing")
    return .fault(
      Message(
        zh: "需要{0},得到的是{1}", en: "{2} is needed, but this is {3}", wanted.zh, found.zh,
        wanted.en, found.en), remedy: nil)
  }

  /// A fault: an argument that is not a number where one is needed.
  static func needsNumber(_ value: TemplateValue?) -> Outcome {
    wrongKind(value, wanted: ("数值", "a number"))
  }

  /// A fault: a number of decimals that is none.
  static func needsDigits(_ value: TemplateValue?) -> Outcome {
    wrongKind(value, wanted: ("0 到 38 的小数位数", "a number of decimals from 0 to 38"))
  }

  /// A fault: two values whose units cannot be converted into each other.
  static func differentUnits(_ left: Quantity, _ right: Quantity) -> Outcome {
    .fault(
      Message(
        zh: "“{0}”和“{1}”的单位不同,不能放在一起算", en: "“{0}” and “{1}” differ in unit",
        left.printed, right.printed),
      remedy: Message(
        zh: "检查数据里的单位", en: "check the units in the data"))
  }

  /// A fault: a division by zero.
  static let zeroBase = Outcome.fault(
    Message(zh: "除数为零", en: "division by zero"),
    remedy: Message(zh: "用 {% if %} 避开", en: "guard it with {% if %}"))

  /// A fault: a result has more digits than a number can hold.
  static let tooLarge = Outcome.fault(
    Message(zh: "结果超过 38 位数字", en: "the result has more than 38 digits"), remedy: nil)

  /// The number of an argument that is one.
  static func quantity(_ arguments: [TemplateValue], _ index: Int = 0) -> Quantity? {
    guard arguments.indices.contains(index), case .quantity(let quantity) = arguments[index].kind
    else { return nil }
    return quantity
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

  /// The number of decimals that argument `index` asks for, or the usual one; nil where it is none.
  static func digits(_ arguments: [TemplateValue], _ index: Int, usual: Int) -> Int? {
    guard arguments.indices.contains(index) else { return usual }
    return wholeNumber(arguments[index]).flatMap { (0...38).contains($0) ? $0 : nil }
  }
}
