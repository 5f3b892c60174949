import ReportModel
import SourceText

extension TemplateFunction {
  /// What is worked out over a table's column, or over several cells of a row.
  static let aggregates: [TemplateFunction] = [
    aggregate(
      "合计", "sum",
      Message(
        zh: "一列的合计;或同一行几个数的合计,没有填的不算。",
        en: "The sum of a column, or of several numbers, those without a value left out."),
      usage: "合计(资助.金额)",
      examples: [
        .prints("{{合计(资助.金额)}}", "896.79万元"), .prints("{{资助.金额|合计|亿元(2)}}", "0.09亿元"),
        .prints("{{合计(一等, 二等)}}", "5个", given: "一等=2个", "二等=3个"),
        .refused("{{合计(资助.项目)}}", "template-wrong-kind"),
        .refused("{{合计(甲, 乙)}}", "template-different-kinds", given: "甲=2件(本期)", "乙=3件(累计)"),
      ]
    ) { $0.adding($1) },
    aggregate(
      "最大", "max", Message(zh: "一列或几个数里最大的。", en: "The largest of a column or of several numbers."),
      usage: "最大(资助.金额)",
      examples: [.prints("{{最大(资助.金额)}}", "770.88万元")]
    ) { max($0, $1) },
    aggregate(
      "最小", "min",
      Message(zh: "一列或几个数里最小的。", en: "The smallest of a column or of several numbers."),
      usage: "最小(资助.金额)",
      examples: [.prints("{{资助.金额|最小}}", "47.36万元")]
    ) { min($0, $1) },
    TemplateFunction(
      "平均", "average",
      Message(
        zh: "一列的平均数,默认两位小数,末尾的零不印。",
        en: "The mean of a column, to two decimals unless told, trailing zeros dropped."),
      usage: "平均(资助.人数, 小数位数)", arity: 1...2, kindRule: .one,
      examples: [
        .prints("{{平均(资助.人数)}}", "1771人"), .prints("{{平均(资助.金额, 1)}}", "298.9万元"),
        .refused("{{平均(资助.项目)}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let digits = digits(arguments, 1, usual: 2) else { return needsDigits(arguments.last) }
      let column = Array(arguments.prefix(1))
      let sum = fold(column) { $0.adding($1) }
      guard case .value(.quantity(let total)) = sum else { return sum }
      let count = ExactDecimal(numbers(of: column).reduce(0) { count, _ in count + 1 })
      guard let mean = total.number.divided(by: count, digits: digits) else { return tooLarge }
      return .value(.quantity(Quantity(mean.normalized, unit: total.unit)))
    },
    extreme(
      "最大项", "max_item",
      Message(
        zh: "一列里最大的数在哪一行:印那一行的名称;给出列名时印那一列。",
        en: "The row of a column's largest number: its name, or another column of it."),
      examples: [
        .prints("{{最大项(资助.金额)}}", "中职"), .prints("{{最大项(资助.金额, \"人数\")}}", "3150人"),
        .refused("{{最大项(资助.金额, \"学校\")}}", "template-wrong-kind"),
      ]
    ) { $0 > $1 },
    extreme(
      "最小项", "min_item",
      Message(
        zh: "一列里最小的数在哪一行:印那一行的名称;给出列名时印那一列。",
        en: "The row of a column's smallest number: its name, or another column of it."),
      examples: [.prints("{{资助.金额|最小项}}", "高中")]
    ) { $0 < $1 },
    TemplateFunction(
      "占比", "share",
      Message(
        zh: "一个数占另一个数的百分比,默认一位小数。",
        en: "One number as a percentage of another, to one decimal unless told."),
      usage: "占比(资助.幼儿园.金额, 合计(资助.金额), 小数位数)", arity: 2...3, kindRule: .compared,
      examples: [
        .prints("{{占比(资助.幼儿园.金额, 合计(资助.金额))}}", "8.8%"),
        .prints("{{占比(完成, 任务, 0)}}", "80%", given: "完成=19600次", "任务=24500次"),
        .prints("{{占比(违规, 抽查)}}", "不足0.1%", given: "违规=1次", "抽查=24500次"),
        .prints("{{占比(违规, 抽查)}}", "0%", given: "违规=0次", "抽查=24500次"),
        .refused("{{占比(完成, 任务)}}", "template-wrong-kind", given: "完成=1次", "任务=0次"),
        .refused(
          "{{占比(完成, 任务)}}", "template-different-kinds", given: "完成=1次(本期)", "任务=2次(累计)"),
        .refused("{{占比(资助.幼儿园.金额, 资助.幼儿园.人数)}}", "template-wrong-kind"),
      ]
    ) { arguments in
      guard let part = quantity(arguments), let whole = quantity(arguments, 1),
        let partValue = part.baseValue, let wholeValue = whole.baseValue
      else { return wrongKind(arguments.first, wanted: ("两个数值", "two numbers")) }
      guard part.unit.isCommensurable(with: whole.unit) else {
        return differentUnits(part, whole)
      }
      guard !wholeValue.isZero else { return zeroBase }
      guard let digits = digits(arguments, 2, usual: 1) else { return needsDigits(arguments.last) }
      guard let hundredfold = partValue.scaled(byPowerOfTen: 2),
        let share = hundredfold.divided(by: wholeValue, digits: digits)
      else { return tooLarge }
      return .value(.quantity(percentage(share, of: hundredfold, digits: digits)))
    },
  ]

  /// A share that is too small to show is said to be under the smallest that can be shown, never 0%.
  private static func percentage(
    _ share: ExactDecimal, of part: ExactDecimal, digits: Int
  ) -> Quantity {
    let unit = MeasureUnit("%")
    guard share.isZero, !part.isZero, !part.isNegative, let under = Qualifier("不足"),
      let smallest = ExactDecimal(significand: 1, scale: digits)
    else { return Quantity(share.normalized, unit: unit) }
    return Quantity(smallest, unit: unit, qualifiers: [under])
  }

  private static func aggregate(
    _ zh: String, _ en: String, _ summary: Message, usage: String, examples: [FunctionExample],
    step: @escaping @Sendable (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> TemplateFunction {
    TemplateFunction(
      zh, en, summary, usage: usage, arity: 1...16, kindRule: .one, passesOverMissing: true,
      examples: examples
    ) { fold($0, step) }
  }

  private static func extreme(
    _ zh: String, _ en: String, _ summary: Message, examples: [FunctionExample],
    isBetter: @escaping @Sendable (ExactDecimal, ExactDecimal) -> Bool
  ) -> TemplateFunction {
    TemplateFunction(
      zh, en, summary, usage: "\(zh)(资助.金额, \"列名\")", arity: 1...2, kindRule: .one,
      examples: examples
    ) { arguments in
      guard case .column(let indexed, let column)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("表的一列", "a column"))
      }
      var best: (row: Int, value: ExactDecimal)?
      for row in indexed.table.rows.indices {
        guard case .quantity(let quantity) = indexed.table.rows.value(row, column),
          let value = quantity.baseValue,
          best.map({ isBetter(value, $0.value) }) ?? true
        else { continue }
        best = (row, value)
      }
      guard let best else { return noNumbers(indexed, column) }
      guard arguments.count > 1 else {
        guard let key = indexed.table.keyColumn else {
          return wrongKind(arguments.first, wanted: ("有主键的表", "a table whose rows have names"))
        }
        return cell(indexed, row: best.row, column: key)
      }
      guard let name = text(arguments[1]), let other = indexed.columns[name] else {
        return wrongKind(arguments[1], wanted: ("引号中的列名", "a quoted column name"))
      }
      return cell(indexed, row: best.row, column: other)
    }
  }

  private static func cell(_ indexed: IndexedTable, row: Int, column: Int) -> Outcome {
    guard let value = TemplateValue(cell: row, column, of: indexed) else {
      let name = "\(indexed.table.key(ofRow: row) ?? "\(row + 1)").\(indexed.columnName(column))"
      return .chosen(
        TemplateValue(
          .missing(
            MissingValue(path: "\(indexed.table.name).\(name)", place: indexed.table.file))))
    }
    return .chosen(value)
  }

  /// All numbers of columns and single values, one after the other and never all at once.
  static func numbers(of arguments: [TemplateValue]) -> some Sequence<Quantity> {
    arguments.lazy.flatMap { argument in
      let rows: Range<Int> =
        switch argument.kind {
        case .quantity: 0..<1
        case .column(let indexed, _): indexed.table.rows.indices
        default: 0..<0
        }
      return rows.lazy.compactMap { number(row: $0, of: argument) }
    }
  }

  private static func number(row: Int, of argument: TemplateValue) -> Quantity? {
    switch argument.kind {
    case .quantity(let quantity): return quantity
    case .column(let indexed, let column):
      guard case .quantity(let quantity) = indexed.table.rows.value(row, column) else { return nil }
      return quantity
    default: return nil
    }
  }

  /// A column that nobody has filled yet is a missing value; one that holds words has no numbers.
  private static func noNumbers(_ indexed: IndexedTable, _ column: Int) -> Outcome {
    let rows = indexed.table.rows
    if !rows.isEmpty, rows.indices.allSatisfy({ rows.isBlank($0, column) }) {
      let path = "\(indexed.table.name).\(indexed.columnName(column))"
      return .chosen(
        TemplateValue(.missing(MissingValue(path: path, place: indexed.table.file))))
    }
    return .fault(
      Message(
        zh: "“{0}.{1}”里没有数值", en: "“{0}.{1}” holds no numbers", indexed.table.name,
        indexed.columnName(column)), remedy: nil)
  }

  private static func fold(
    _ arguments: [TemplateValue], _ step: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> Outcome {
    for argument in arguments {
      switch argument.kind {
      case .quantity, .column: continue
      default: return wrongKind(argument, wanted: ("表的一列或数值", "a column or a number"))
      }
    }
    var sum: Quantity?
    for quantity in numbers(of: arguments) {
      guard var result = sum else {
        sum = quantity
        continue
      }
      guard let converted = quantity.converted(to: result.unit) else {
        return differentUnits(result, quantity)
      }
      guard let next = step(result.number, converted.number) else { return tooLarge }
      result.number = next
      sum = result
    }
    guard let sum else {
      guard case .column(let indexed, let column)? = arguments.first?.kind else {
        return wrongKind(arguments.first, wanted: ("表的一列", "a column"))
      }
      return noNumbers(indexed, column)
    }
    return .value(.quantity(Quantity(sum.number.normalized, unit: sum.unit)))
  }
}
