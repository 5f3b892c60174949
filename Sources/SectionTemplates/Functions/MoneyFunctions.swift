import ReportModel
import SourceText

extension TemplateFunction {
  /// Units, and amounts of money in words.
  static let money: [TemplateFunction] = [
    conversion(
      "万元", "wan_yuan",
      examples: [
        .prints("{{补助|万元}}", "78.55万元", given: "补助=785500元"),
        .prints("{{补助|万元(1)}}", "78.6万元", given: "补助=785500元"),
        .refused("{{资助.幼儿园.人数|万元}}", "template-wrong-kind"),
      ]),
    conversion(
      "亿元", "yi_yuan",
      examples: [.prints("{{总额|亿元(2)}}", "1.23亿元", given: "总额=12345.6万元")]),
    conversion("元", "yuan", examples: [.prints("{{资助.幼儿园.金额|元}}", "785500元")]),
    TemplateFunction(
      "换算", "convert",
      Message(
        zh: "换算成同一种单位的另一个量级,如平方米换成万平方米。",
        en: "Converts to a unit that differs by a power of ten only."),
      usage: "面积|换算(\"万平方米\", 小数位数)", arity: 2...3,
      examples: [
        .prints("{{面积|换算(\"万平方米\")}}", "2.46万平方米", given: "面积=24600平方米"),
        .prints("{{面积|换算(\"万平方米\", 1)}}", "2.5万平方米", given: "面积=24600平方米"),
        .refused("{{面积|换算(\"亩\")}}", "template-wrong-kind", given: "面积=24600平方米"),
      ]
    ) { arguments in
      guard let unit = text(arguments[1]) else {
        return wrongKind(arguments[1], wanted: ("引号中的单位", "a quoted unit"))
      }
      return converted([arguments[0]] + arguments.dropFirst(2), to: unit)
    },
    TemplateFunction(
      "大写金额", "capital_amount",
      Message(
        zh: "把金额印成大写(支付结算办法附件一):到元或角为止的写“整”,有分的不写。",
        en:
          "Prints money in capital numerals (Measures for Payment and Settlement, annex 1): closed by 整 unless it ends in 分."
      ), usage: "金额|大写金额",
      examples: [
        .prints("人民币{{补助|大写金额}}", "人民币壹仟陆佰捌拾元零叁角贰分", given: "补助=1680.32元"),
        .prints("{{补助|大写金额}}", "壹万陆仟肆佰零玖元零贰分", given: "补助=16409.02元"),
        .prints("{{资助.幼儿园.金额|大写金额}}", "柒拾捌万伍仟伍佰元整"),
        .prints("{{补助|大写金额}}", "壹拾万零叁拾元零伍角整", given: "补助=100030.5元"),
        .refused("{{补助|大写金额}}", "template-wrong-kind", given: "补助=3人"),
        .refused("{{补助|大写金额}}", "template-wrong-kind", given: "补助=0.005元"),
      ]
    ) { arguments in
      guard let quantity = quantity(arguments),
        quantity.unit.text.isEmpty || quantity.unit.base == "元",
        let yuan = quantity.baseValue
      else { return wrongKind(arguments.first, wanted: ("以元计的金额", "an amount in yuan")) }
      guard let text = CapitalAmount.text(yuan) else {
        return .fault(
          Message(
            zh: "“{0}”不能写成大写金额", en: "“{0}” cannot be written in capital numerals",
            quantity.printed),
          remedy: Message(
            zh: "金额要小于一亿亿元,最多到分", en: "amounts below 10¹⁶ yuan, down to 0.01, can"))
      }
      return .value(.text(text))
    },
  ]

  private static func conversion(
    _ zh: String, _ en: String, examples: [FunctionExample]
  ) -> TemplateFunction {
    TemplateFunction(
      zh, en,
      Message(
        zh: "换算成{0};给出小数位数时四舍五入,不给时一位不丢。",
        en: "Converts to {0}, exactly unless a number of decimals is given.", zh),
      usage: "金额|\(zh)(小数位数)", arity: 1...2, examples: examples
    ) { converted($0, to: zh) }
  }

  /// The first argument in another unit, rounded where a second is given.
  private static func converted(_ arguments: [TemplateValue], to unit: String) -> Outcome {
    guard let quantity = quantity(arguments) else { return needsNumber(arguments.first) }
    guard let converted = quantity.converted(to: MeasureUnit(unit)) else {
      return .fault(
        Message(
          zh: "“{0}”不能换算成“{1}”", en: "“{0}” cannot be converted to “{1}”",
          quantity.unit.text, unit), remedy: nil)
    }
    return arguments.count > 1 ? rounded(converted, arguments) : .value(.quantity(converted))
  }
}
