import ReportModel
import SourceText

extension TemplateFunction {
  /// A number's place among the numbers of a column.
  static let ranks: [TemplateFunction] = [
    TemplateFunction(
      "名次", "rank",
      Message(
        zh: "一个数在一列里从大到小排第几;并列的名次相同。",
        en: "A number's place in a column from the largest on; equal numbers share a place."),
      usage: "名次(资助.幼儿园.金额, 资助.金额)", arity: 2...2, kindRule: .compared,
      examples: [
        .prints("第{{名次(资助.幼儿园.金额, 资助.金额)}}", "第2"),
        .refused("{{名次(资助.幼儿园.金额, 资助.人数)}}", "template-wrong-kind"),
      ]
    ) { arguments in
      rank(arguments) { .value(.quantity(Quantity(ExactDecimal($0)))) }
    },
    TemplateFunction(
      "位次", "rank_words",
      Message(zh: "名次用文字说:居第一位、居第二位。", en: "A number's place in words: 居第一位."),
      usage: "位次(资助.幼儿园.金额, 资助.金额)", arity: 2...2, kindRule: .compared,
      examples: [
        .prints("幼儿园资助{{位次(资助.幼儿园.金额, 资助.金额)}}", "幼儿园资助居第二位"),
        .prints(
          "{% for 项 in 资助 分隔 \",\" %}{{项.项目}}{{位次(项.金额, 资助.金额)}}{% endfor %}",
          "幼儿园居第二位,高中居第三位,中职居第一位"),
      ]
    ) { arguments in
      rank(arguments) { .value(.text("居第\(ChineseNumeral.text($0))位")) }
    },
  ]

  private static func rank(_ arguments: [TemplateValue], say: (Int) -> Outcome) -> Outcome {
    guard let own = quantity(arguments), let value = own.baseValue else {
      return needsNumber(arguments.first)
    }
    guard arguments.count > 1, case .column = arguments[1].kind else {
      return wrongKind(arguments.last, wanted: ("表的一列", "a column"))
    }
    var place = 1
    for other in numbers(of: [arguments[1]]) {
      guard other.unit.isCommensurable(with: own.unit), let number = other.baseValue else {
        return differentUnits(own, other)
      }
      if number > value { place += 1 }
    }
    return say(place)
  }
}
