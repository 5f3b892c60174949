import ReportModel
import SourceText

extension TemplateFunction {
  /// Dates and periods in words.
  static let dates: [TemplateFunction] = [
    date(
      "日期", "date",
      Message(
        zh: "把 2023-06-30 印成 2023年6月30日。", en: "Prints 2023-06-30 as 2023年6月30日."),
      examples: [
        .prints("截至{{截至|日期}}", "截至2023年6月30日"), .prints("{{\"2023-07-05 17:44\"|日期}}", "2023年7月5日"),
        .refused("{{\"2023-02-30\"|日期}}", "template-wrong-kind"),
        .refused("{{期间|日期}}", "template-wrong-kind"),
      ]
    ) { "\($0.year)年\($0.month)月\($0.day)日" },
    date(
      "月日", "month_day",
      Message(zh: "只印月和日。", en: "Prints month and day."),
      examples: [.prints("截至{{截至|月日}}", "截至6月30日")]
    ) { "\($0.month)月\($0.day)日" },
    date(
      "年月", "year_month", Message(zh: "只印年和月。", en: "Prints year and month."),
      examples: [.prints("{{截至|年月}}", "2023年6月")]
    ) { "\($0.year)年\($0.month)月" },
    period(
      "期段", "part_of_year",
      Message(
        zh: "期间里年以后的部分:上半年、一季度、全年。",
        en: "The part of the year a period covers: 上半年, 一季度, 全年."),
      examples: [
        .prints("{{期间|期段}}", "上半年"), .prints("{{\"2023年\"|期段}}", "全年"),
        .refused("{{单位|期段}}", "template-wrong-kind"),
      ]
    ) { period in
      switch period.part {
      case .year: "全年"
      case .half, .quarter: String(period.title.dropFirst("\(period.year)年".count))
      }
    },
    period(
      "上年期间", "period_of_last_year",
      Message(zh: "上一年的同一期间。", en: "The same period of the year before."),
      examples: [.prints("{{期间|上年期间}}", "2022年上半年")]
    ) { $0.sameOfLastYear?.title },
    period(
      "上一期间", "period_before",
      Message(zh: "紧挨着的前一个期间。", en: "The period that ends where this one begins."),
      examples: [.prints("{{期间|上一期间}}", "2022年下半年")]
    ) { $0.previous?.title },
    period(
      "下一期间", "period_after",
      Message(zh: "紧接着的下一个期间。", en: "The period that begins where this one ends."),
      examples: [.prints("{{期间|下一期间}}", "2023年下半年")]
    ) { period in
      let next: Period? =
        switch period.part {
        case .year: Period(year: period.year + 1, part: .year)
        case .half(let half):
          half == 1
            ? Period(year: period.year, part: .half(2))
            : Period(year: period.year + 1, part: .half(1))
        case .quarter(let quarter):
          quarter < 4
            ? Period(year: period.year, part: .quarter(quarter + 1))
            : Period(year: period.year + 1, part: .quarter(1))
        }
      return next?.title
    },
  ]

  private static func date(
    _ zh: String, _ en: String, _ summary: Message, examples: [FunctionExample],
    print: @escaping @Sendable (CalendarDay) -> String
  ) -> TemplateFunction {
    TemplateFunction(zh, en, summary, usage: "截至|\(zh)", examples: examples) { arguments in
      // A time behind the day, as a publication line has it, is passed over.
      guard let text = arguments.first.flatMap(text),
        let day = CalendarDay(text.prefix { $0 != " " && $0 != "T" })
      else {
        return wrongKind(
          arguments.first, wanted: ("2023-06-30 这样的日期", "a date such as 2023-06-30"))
      }
      return .value(.text(print(day)))
    }
  }

  private static func period(
    _ zh: String, _ en: String, _ summary: Message, examples: [FunctionExample],
    print: @escaping @Sendable (Period) -> String?
  ) -> TemplateFunction {
    TemplateFunction(zh, en, summary, usage: "期间|\(zh)", examples: examples) { arguments in
      guard let text = arguments.first.flatMap(text), let period = Period(text),
        let printed = print(period)
      else {
        return wrongKind(
          arguments.first, wanted: ("2023年上半年这样的期间", "a period such as 2023年上半年"))
      }
      return .value(.text(printed))
    }
  }
}
