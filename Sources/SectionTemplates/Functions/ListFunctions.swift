import ReportModel
import SourceText

extension TemplateFunction {
  /// Lists in prose.
  static let lists: [TemplateFunction] = [
    TemplateFunction(
      "列举", "enumerate",
      Message(
        zh: "把列表或表的一列连成一句,用“、”隔开;给个数时只印前几个,后面加“等”;给文字时换掉“、”和最后一个“、”。",
        en:
          "Joins a list or a column by 、; a number prints only so many and 等; texts replace 、 and the last 、."
      ), usage: "名称|列举(个数, \"、\", \"和\")", arity: 1...4,
      examples: [
        .prints("{{资助.项目|列举}}", "幼儿园、高中、中职"), .prints("{{资助.项目|列举(2)}}", "幼儿园、高中等"),
        .prints("{{资助.项目|列举(3)}}", "幼儿园、高中、中职"),
        .prints("{{资助.项目|列举(“、”,“和”)}}", "幼儿园、高中和中职"),
        .prints("{{工程.扩容.名称|列举(2)}}", "城东小学、第二中学等"),
        .refused("{{资助|列举}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let members = arguments.first.flatMap(members(of:)) else { return needsList(arguments) }
      var words = arguments.dropFirst()
      var limit = members.count
      if let first = words.first, case .quantity = first.kind {
        guard let count = wholeNumber(first), count > 0 else {
          return wrongKind(first, wanted: ("正整数", "a positive whole number"))
        }
        limit = count
        words = words.dropFirst()
      }
      return .value(.text(joined(members, limit: limit, words: Array(words)).text))
    },
    TemplateFunction(
      "列举等", "and_others",
      Message(
        zh: "印前几个,再印“等”、总数和量词。",
        en: "Prints the first members, then 等, the count of all and a measure word."),
      usage: "名称|列举等(个数, \"所\")", arity: 3...3,
      examples: [
        .prints("{{工程.扩容.名称|列举等(2, \"所\")}}", "城东小学、第二中学等5所"),
        .prints("{{工程.维修.名称|列举等(2, \"所\")}}", "北坡小学1所"),
      ]
    ) { arguments in
      guard let members = arguments.first.flatMap(members(of:)) else { return needsList(arguments) }
      guard let limit = wholeNumber(arguments[1]), limit > 0 else {
        return wrongKind(arguments[1], wanted: ("正整数", "a positive whole number"))
      }
      guard let word = text(arguments[2]) else {
        return wrongKind(arguments[2], wanted: ("引号中的量词", "a quoted measure word"))
      }
      let (text, _) = joined(members, limit: limit, words: [])
      return .value(.text("\(text)\(members.count)\(word)"))
    },
    TemplateFunction(
      "计数", "count",
      Message(
        zh: "表的行数、一列里填了的格数、列表的个数。",
        en: "The rows of a table, the filled cells of a column, the members of a list."),
      usage: "计数(资助)",
      examples: [
        .prints("{{计数(资助)}}项", "3项"), .prints("{{计数(资助.人数)}}", "3"),
        .prints("{{计数(工程.扩容.名称)}}所", "5所"),
        .refused("{{计数(资助.幼儿园.人数)}}", "template-wrong-kind"),
      ]
    ) { arguments in
      let count: Int
      switch arguments.first?.kind {
      case .table(let indexed)?: count = indexed.table.rows.count
      case .column(let indexed, let column)?:
        count = indexed.table.rows.indices.count { !indexed.table.rows.isBlank($0, column) }
      case .list(let members)?: count = members.count
      case .narrative(.sequence(let members), _)?: count = members.count
      default:
        return wrongKind(arguments.first, wanted: ("一张表、一列或列表", "a table, a column or a list"))
      }
      return .value(.quantity(Quantity(ExactDecimal(count))))
    },
  ]

  private static func needsList(_ arguments: [TemplateValue]) -> Outcome {
    wrongKind(arguments.first, wanted: ("列表或表的一列", "a list or a column"))
  }

  /// Up to `limit` members joined, and whether some were cut by 等.
  private static func joined(
    _ members: [String], limit: Int, words: [TemplateValue]
  ) -> (text: String, isCut: Bool) {
    let separator = words.first.flatMap(text) ?? "、"
    guard members.count <= limit else {
      return (members.prefix(limit).joined(separator: separator) + "等", true)
    }
    let last = words.dropFirst().first.flatMap(text) ?? separator
    guard let final = members.last, members.count > 1 else { return (members.first ?? "", false) }
    return (members.dropLast().joined(separator: separator) + last + final, false)
  }

  /// The printed members of a list, a column or a single text.
  static func members(of value: TemplateValue) -> [String]? {
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
}
