import ReportModel
import SourceText

// MARK: Cells

extension DataFault {
  static func blankRequired(_ column: String) -> DataFault {
    DataFault(
      "data-blank-required",
      Message(zh: "“{0}”必须填写", en: "“{0}” must be filled in", column),
      remedy: Message(zh: "请填写", en: "fill it in"))
  }

  static func notInteger(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-not-integer",
      Message(
        zh: "“{0}”要填整数,这里是“{1}”", en: "“{0}” takes a whole number, this is “{1}”", column,
        found),
      remedy: Message(
        zh: "请去掉小数部分,或核对数据", en: "drop the decimals, or check the figure"))
  }

  static func outOfRange(
    _ column: String, found: String, range: ClosedRange<ExactDecimal>
  ) -> DataFault {
    DataFault(
      "data-out-of-range",
      Message(
        zh: "“{0}”应在 {1} 到 {2} 之间,这里是 {3}", en: "“{0}” is expected within {1} to {2}, this is {3}",
        column, "\(range.lowerBound)", "\(range.upperBound)", found),
      remedy: Message(
        zh: "请核对数字和单位", en: "check the number and its unit"))
  }

  static func notAllowed(
    _ column: String, found: String, allowed: [String], nearest: [String]
  ) -> DataFault {
    DataFault(
      "data-not-allowed",
      Message(
        zh: "“{0}”只能填{1},这里是“{2}”", en: "“{0}” takes only {1}, this is “{2}”", column,
        allowed.joined(separator: "、"), found),
      remedy: nearest.isEmpty
        ? Message(zh: "请改填其中之一", en: "choose one of them")
        : Message(
          zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
  }

  static func dateForm(_ column: String, found: String, day: CalendarDay) -> DataFault {
    DataFault(
      "data-date-form",
      Message(
        zh: "“{0}”的日期要写成 2023-06-30 这样,这里是“{1}”",
        en: "dates in “{0}” are written like 2023-06-30, this is “{1}”", column, found),
      remedy: Message(zh: "请写成 {0}", en: "write {0}", day.description),
      replacement: (day.description, .safe))
  }

  static func badDate(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-bad-date",
      Message(
        zh: "“{0}”要填日期,这里是“{1}”", en: "“{0}” takes a date, this is “{1}”", column, found),
      remedy: Message(
        zh: "请写成 2023-06-30 这样,并核对月日", en: "write it like 2023-06-30, and check the day"))
  }

  static func dateSerial(_ column: String, found: String, day: CalendarDay) -> DataFault {
    DataFault(
      "data-date-serial",
      Message(
        zh: "“{0}”要填日期,这里是“{1}”,像是表格软件里日期的序号",
        en: "“{0}” takes a date, this is “{1}”, which looks like a spreadsheet's serial of a day",
        column, found),
      remedy: Message(
        zh: "如果是 {0},请写成 {0},或在表格软件里把格式设为日期",
        en: "if {0} is meant, write {0}, or set the cell's format to Date", day.description),
      replacement: (day.description, .needsReview))
  }

  static func noDate(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-no-date",
      Message(
        zh: "“{0}”要填日期,这里是“{1}”", en: "“{0}” takes a date, this is “{1}”", column, found),
      remedy: Message(zh: "没有日期就留空", en: "leave it empty where there is no date"))
  }

  static func blankMember(_ column: String) -> DataFault {
    DataFault(
      "data-blank-member",
      Message(
        zh: "“{0}”的“、”之间有空项", en: "“{0}” has a blank member between two “、”", column),
      remedy: Message(zh: "请删去多余的“、”", en: "remove the stray “、”"))
  }

  static func listSeparator(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-list-separator", severity: .warning,
      Message(
        zh: "“{0}”的各项应以“、”分隔,这里用了“{1}”",
        en: "members of “{0}” are joined by “、”, this has “{1}”", column, found),
      remedy: Message(zh: "请改用“、”", en: "use “、”"))
  }

  static func unknownQualifier(_ word: String, nearest: [String]) -> DataFault {
    DataFault(
      "data-unknown-qualifier",
      Message(zh: "不认得限定词“{0}”", en: "unknown qualifier “{0}”", word),
      remedy: nearest.isEmpty
        ? Message(
          zh: "可以写的有:{0};几个之间用“;”", en: "known are: {0}; several are joined by “;”",
          Qualifier.words.joined(separator: "、"))
        : Message(
          zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
  }

  static func unknownKind(_ found: String) -> DataFault {
    DataFault(
      "data-unknown-kind",
      Message(zh: "不认得口径“{0}”", en: "unknown kind (口径) “{0}”", found),
      remedy: Message(
        zh: "可以写:本期、累计、时点、学年",
        en: "known are: 本期 (period), 累计 (cumulative), 时点 (at_date), 学年 (school_year)"))
  }

  static func kindMismatch(_ id: String, found: FigureKind, expected: FigureKind) -> DataFault {
    DataFault(
      "data-kind-mismatch",
      Message(
        zh: "“{0}”的口径应是{1},这里是{2}", en: "the kind (口径) of “{0}” should be {1}, this is {2}", id,
        expected.chineseName, found.chineseName),
      remedy: Message(
        zh: "请按{0}口径报数", en: "report the figure for {0}", expected.chineseName))
  }

  static func withoutNumber(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-wording-without-number",
      Message(
        zh: "“{0}”填了“{1}”,但没有数值", en: "“{0}” says “{1}”, but there is no number", column, found),
      remedy: Message(zh: "请补上数值", en: "add the number"))
  }

  static func mixedColumn(_ column: String, numbers: Int, others: Int) -> DataFault {
    DataFault(
      "data-mixed-column", severity: .warning,
      Message(
        zh: "“{0}”有 {1} 格是数字,{2} 格不是,整列按文字读取",
        en: "“{0}” holds {1} numbers and {2} other texts; the column is read as text", column,
        String(numbers), String(others)),
      remedy: Message(
        zh: "如果是数字列,请在列名后加单位,如“{0}(人)”,再改正不是数字的格",
        en: "if it should hold numbers, put the unit in the head, as “{0}(人)”, and mend the others",
        column))
  }

  static func notText(_ column: String, found: String) -> DataFault {
    DataFault(
      "data-not-text",
      Message(
        zh: "“{0}”的值不是文字或数字:{1}", en: "the value of “{0}” is neither text nor number: {1}",
        column, found),
      remedy: Message(
        zh: "请在表格里改正公式后保存", en: "mend the formula in the workbook and save it"))
  }

  static func uncalculated(_ column: String) -> DataFault {
    DataFault(
      "data-uncalculated",
      Message(
        zh: "“{0}”是公式,但文件里没有存计算结果",
        en: "“{0}” is a formula whose result the file does not hold", column),
      remedy: Message(
        zh: "请用 Excel 或 WPS 打开,保存一次", en: "open it in Excel or LibreOffice and save it once"))
  }
}
