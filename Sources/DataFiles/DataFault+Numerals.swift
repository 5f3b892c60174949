import ReportModel
import SourceText

/// A column as messages name it: its name and its unit.
struct ColumnLabel {
  let name: String
  var unit: MeasureUnit
  /// How a qualifier is given beside a number in this file.
  var qualifierColumn: String

  init(name: String, unit: MeasureUnit, qualifierColumn: String? = nil) {
    self.name = name
    self.unit = unit
    self.qualifierColumn = qualifierColumn ?? name + "限定"
  }

  /// The name with its unit: `金额(万元)`.
  var head: String { unit.text.isEmpty ? name : "\(name)(\(unit.text))" }
}

extension DataFault {
  /// The fault of a text that stands in a number column.
  static func numeral(_ fault: NumeralText, text: String, column: ColumnLabel) -> DataFault {
    let parts = parts(of: fault, column: column)
    let found = text.quoted
    return DataFault(
      parts.id,
      Message(
        zh: "“{0}”要填数字,这里是“{1}”" + parts.why.zh,
        en: "“{0}” takes a number, this is “{1}”" + parts.why.en, column.head, found,
        parts.argument),
      remedy: Message(zh: parts.remedy.zh, en: parts.remedy.en, fault.plain ?? "", parts.argument),
      replacement: fault.plain.map { ($0, parts.safety) })
  }

  /// What depends on the kind of fault; in `why` the argument is `{2}`, in `remedy` it is `{1}` and
  /// the number that was meant `{0}`.
  private struct Parts {
    let id: String
    var why = (zh: "", en: "")
    var remedy = (zh: "请只填阿拉伯数字", en: "write digits only")
    var argument = ""
    var safety = Fix.Safety.needsReview
  }

  private static func parts(of fault: NumeralText, column: ColumnLabel) -> Parts {
    switch fault {
    case .dash, .word, .slash: absent(fault)
    case .fullWidth, .grouping, .comma, .points, .exponent, .form, .currency, .chinese, .tooLong:
      writing(fault, column: column)
    case .sameUnit, .multiplier, .otherPower, .otherUnit, .unitWithoutColumn:
      unit(fault, column: column)
    case .date:
      Parts(
        id: "data-date-in-number", why: (",是日期", ", a date"),
        remedy: (
          "请填数字;如果列填错了,请移到日期一列;表格软件自动改成日期的,请把格式设为“常规”后重填",
          "write the number; if a spreadsheet made it a date, set the format to General and retype"
        ))
    case .spreadsheetError:
      Parts(
        id: "data-cell-error", why: (",是表格软件的出错值", ", an error value of a spreadsheet"),
        remedy: ("请改正公式", "mend the formula"))
    case .qualifier(let word):
      Parts(
        id: "data-qualifier-in-cell", why: (",带了“{2}”", ", with “{2}”"),
        remedy: (
          "请只填数字,“{1}”填到“\(column.qualifierColumn)”一列",
          "write the number alone, and “{1}” in a column “\(column.qualifierColumn)”"
        ), argument: word)
    case .range:
      Parts(
        id: "data-range-in-cell", why: (",像是两个数", ", which looks like two numbers"),
        remedy: ("请分成两列", "make it two columns"))
    case .other:
      Parts(id: "data-not-a-number")
    }
  }

  private static func absent(_ fault: NumeralText) -> Parts {
    let remedy = (
      zh: "没有数据就留空;数是零就写 0", en: "leave it empty where there is no figure; write 0 for zero"
    )
    switch fault {
    case .dash: return Parts(id: "data-dash", why: (",是横线", ", a dash"), remedy: remedy)
    case .slash: return Parts(id: "data-slash", why: (",是斜线", ", a slash"), remedy: remedy)
    default: return Parts(id: "data-no-figure", why: (",是文字", ", a word"), remedy: remedy)
    }
  }

  private static func writing(_ fault: NumeralText, column: ColumnLabel) -> Parts {
    let write = (zh: "请写成 {0}", en: "write {0}")
    switch fault {
    case .fullWidth(let plain):
      return Parts(
        id: "data-fullwidth-digits", why: (",用了全角字符", ", in full-width characters"),
        remedy: plain == nil
          ? ("请改用半角数字", "use ASCII digits") : write, safety: .safe)
    case .grouping:
      return Parts(id: "data-grouping", why: (",带了千分位逗号", ", with thousands marks"), remedy: write)
    case .comma:
      return Parts(
        id: "data-comma-in-number", why: (",中间有逗号", ", with a comma in it"),
        remedy: ("请去掉逗号,小数点用“.”", "remove the comma; decimals follow a “.”"))
    case .points:
      return Parts(
        id: "data-two-points", why: (",有不止一个小数点", ", with more than one point"),
        remedy: ("请核对数字", "check the number"))
    case .exponent:
      return Parts(
        id: "data-exponent", why: (",是科学记数", ", in scientific notation"),
        remedy: (
          "请写出全部数字;表格软件里可把格式设为“数值”", "write all digits; in a spreadsheet, set the format to Number"
        ))
    case .currency:
      return Parts(
        id: "data-currency-mark", why: (",带了货币符号", ", with a currency mark"), remedy: write)
    case .chinese:
      return Parts(
        id: "data-chinese-numeral", why: (",是汉字数字", ", in Chinese numerals"),
        remedy: (
          "请改用阿拉伯数字;要印成汉字,请填“写法”一列",
          "write digits; to print it in Chinese, use the column 写法 (as_written)"
        ))
    case .tooLong:
      return Parts(
        id: "data-too-many-digits", why: (",超过 38 位", ", of more than 38 digits"),
        remedy: ("请核对数字", "check the number"))
    default:
      return Parts(id: "data-number-form", why: (",写法不规范", ", not in plain form"), remedy: write)
    }
  }

  private static func unit(_ fault: NumeralText, column: ColumnLabel) -> Parts {
    let own = column.unit.text
    let write = (zh: "请写成 {0}", en: "write {0}")
    switch fault {
    case .sameUnit where column.unit.base == "%":
      return Parts(
        id: "data-percent-in-cell", why: (",百分号已在列名里", "; the column has the percent sign already"),
        remedy: write, safety: .safe)
    case .sameUnit:
      return Parts(
        id: "data-unit-in-cell", why: (",单位“{2}”已在列名里", "; the column has the unit “{2}” already"),
        remedy: write, argument: own, safety: .safe)
    case .multiplier(let word, _) where own.isEmpty:
      return Parts(
        id: "data-multiplier-in-cell", why: (",带了“{2}”", ", with “{2}”"),
        remedy: ("请写成 {0},或在列名后写上单位", "write {0}, or put the unit in the head"),
        argument: word)
    case .multiplier(let word, _):
      return Parts(
        id: "data-multiplier-in-cell",
        why: (
          ",带了“{2}”,而列的单位已是\(own)", ", with “{2}”, while the column is in \(own) already"
        ),
        remedy: ("如果是{0}\(own),请写成 {0}", "if {0}\(own) is meant, write {0}"), argument: word)
    case .otherPower(let other, _):
      return Parts(
        id: "data-other-unit-in-cell", why: (",单位是“{2}”", ", in “{2}”"),
        remedy: ("请换算成\(own),写成 {0}", "convert it to \(own): {0}"), argument: other)
    case .otherUnit(let other):
      return Parts(
        id: "data-other-unit-in-cell", why: (",带了“{2}”", ", with “{2}”"),
        remedy: (
          "请核对是不是填错了列;只填数字,单位{1}应与列名一致",
          "check that it is in the right column; write the number alone"
        ), argument: other)
    case .unitWithoutColumn(let other):
      return Parts(
        id: "data-unit-in-cell", why: (",带了“{2}”", ", with “{2}”"),
        remedy: (
          "请只填数字,单位写在列名后(如“\(column.name)({1})”)或“单位”一列",
          "write the number alone, and the unit in the head, as “\(column.name)({1})”, or in 单位"
        ), argument: other)
    default:
      return Parts(id: "data-not-a-number")
    }
  }
}
