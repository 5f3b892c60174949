import ReportModel
import SourceText

extension TemplateFunction {
  /// How a number is printed.
  static let printing: [TemplateFunction] = [
    TemplateFunction(
      "数值", "number",
      Message(zh: "只印数字,不印单位和限定词。", en: "Prints the number alone, without unit and qualifiers."),
      usage: "金额|数值",
      examples: [
        .prints("{{资助.幼儿园.金额|数值}}", "78.55"), .prints("{{件数|数值}}", "300", given: "件数=300余件"),
        .refused("{{资助.幼儿园.项目|数值}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let quantity = quantity(arguments) else { return needsNumber(arguments.first) }
      return .value(.text(quantity.number.description))
    },
    TemplateFunction(
      "单位名", "unit", Message(zh: "只印单位。", en: "Prints the unit alone."), usage: "金额|单位名",
      examples: [.prints("{{资助.幼儿园.金额|单位名}}", "万元")]
    ) { arguments in
      guard let quantity = quantity(arguments) else { return needsNumber(arguments.first) }
      return .value(.text(quantity.unit.text))
    },
    TemplateFunction(
      "不带限定", "plain",
      Message(zh: "印数字和单位,不印近、余、达等限定词。", en: "Prints number and unit without qualifiers."),
      usage: "件数|不带限定",
      examples: [.prints("{{件数|不带限定}}", "300件", given: "件数=300余件")]
    ) { arguments in
      guard let quantity = quantity(arguments) else { return needsNumber(arguments.first) }
      return .value(.quantity(Quantity(quantity.number, unit: quantity.unit)))
    },
    TemplateFunction(
      "保留", "round",
      Message(
        zh: "四舍五入到几位小数,位数不足的补零。",
        en: "Rounds to a number of decimals, halves away from zero; pads with zeros."),
      usage: "金额|保留(小数位数)", arity: 2...2,
      examples: [
        .prints("{{资助.幼儿园.金额|保留(1)}}", "78.6万元"), .prints("{{比率|保留(1)}}", "46.0%", given: "比率=46%"),
        .refused("{{资助.幼儿园.金额|保留(39)}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let quantity = quantity(arguments) else { return needsNumber(arguments.first) }
      return rounded(quantity, arguments)
    },
    TemplateFunction(
      "约", "about",
      Message(
        zh: "加“约”字;给出小数位数时先四舍五入。",
        en: "Says 约; rounds first where a number of decimals is given."),
      usage: "金额|约(小数位数)", arity: 1...2,
      examples: [
        .prints("{{资助.幼儿园.金额|约}}", "约78.55万元"), .prints("{{资助.幼儿园.金额|约(0)}}", "约79万元"),
        .refused("{{资助.幼儿园.金额|约(\"一\")}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard var quantity = quantity(arguments) else { return needsNumber(arguments.first) }
      quantity.qualifiers = [Qualifier("约")].compactMap { $0 }
      quantity.asWritten = nil
      return arguments.count > 1 ? rounded(quantity, arguments) : .value(.quantity(quantity))
    },
    TemplateFunction(
      "中文数字", "chinese",
      Message(zh: "把整数印成中文数字。", en: "Prints a whole number in Chinese numerals."),
      usage: "个数|中文数字",
      examples: [
        .prints("{{计数(资助)|中文数字}}项", "三项"), .prints("{{件数|中文数字}}", "一百零五", given: "件数=105件"),
        .refused("{{资助.幼儿园.金额|中文数字}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let number = arguments.first.flatMap(wholeNumber) else {
        return wrongKind(arguments.first, wanted: ("整数", "a whole number"))
      }
      return .value(.text(ChineseNumeral.text(number)))
    },
  ]

  /// The quantity rounded to the decimals that the second argument asks for.
  static func rounded(_ quantity: Quantity, _ arguments: [TemplateValue]) -> Outcome {
    guard arguments.count > 1, let digits = digits(arguments, 1, usual: 0) else {
      return needsDigits(arguments.last)
    }
    guard let number = quantity.number.rounded(to: digits) else { return tooLarge }
    return .value(.quantity(Quantity(number, unit: quantity.unit, qualifiers: quantity.qualifiers)))
  }
}
