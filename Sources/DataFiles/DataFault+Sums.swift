import ReportModel
import SourceText

// MARK: What must agree

extension DataFault {
  static func checkFails(
    _ check: DataCheck, left: String, right: String, gap: String
  ) -> DataFault {
    let fault = words(of: check.relation)
    return DataFault(
      "data-sum-mismatch",
      Message(
        zh: "“{0}”不成立:左边是 {1},右边是 {2},\(fault.zh) {3}",
        en: "“{0}” does not hold: {1} on the left, {2} on the right, {3} \(fault.en)", check.text,
        left, right, gap),
      remedy: Message(
        zh: "请核对下列各格;四舍五入造成的差,由模板包在核对式后写“± 误差”",
        en: "check the cells below; for rounded figures the pack may allow “± difference”"))
  }

  private static func words(of relation: DataCheck.Relation) -> (zh: String, en: String) {
    switch relation {
    case .equal: ("相差", "apart")
    case .atMost: ("左边多出", "too much")
    case .atLeast: ("左边少了", "too little")
    }
  }

  static func checkUnits(_ check: DataCheck, _ one: String, _ other: String) -> DataFault {
    DataFault(
      "data-sum-units",
      Message(
        zh: "“{0}”没法核对:“{1}”和“{2}”单位不同,不能相加减",
        en: "“{0}” cannot be judged: “{1}” and “{2}” differ in unit", check.text, one, other),
      remedy: Message(zh: "请统一单位", en: "use one unit"))
  }

  static func totalFails(
    row: String, column: String, found: String, sum: String, count: Int, gap: String
  ) -> DataFault {
    DataFault(
      "data-total-mismatch",
      Message(
        zh: "“{0}”行的“{1}”是 {2},其余 {3} 行相加是 {4},相差 {5}",
        en: "“{1}” of the row “{0}” is {2}, but the other {3} rows add up to {4}, {5} apart", row,
        column, found, "\(count)", sum, gap),
      remedy: Message(
        zh: "请核对各行;“{0}”行可以不填,由程序计算",
        en: "check the rows; the row “{0}” may be left out, the program adds up", row))
  }

  static func totalRow(_ row: String) -> DataFault {
    DataFault(
      "data-total-row", severity: .info,
      Message(
        zh: "“{0}”行当作普通的一行读取,求合计时会再加一遍",
        en: "the row “{0}” is read like any other and counts again in every sum", row),
      remedy: Message(zh: "如果是合计,请删去这一行", en: "remove it if it is a total"))
  }
}
