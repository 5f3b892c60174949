import ReportModel
import SourceText
import Testing

/// Each way of filling a number column wrongly, with its own message in both languages.
@Suite struct NumeralFaultTests {
  private static let schema = """
    表:
      资助:
        列:
          项目: {类型: 文本}
          金额: {类型: 数值, 单位: 万元}
          比例: {类型: 数值, 单位: "%"}
          次数: {类型: 整数}
    """

  @Test(arguments: [
    (
      "若干", "data-not-a-number 要填数字,这里是“若干”", "takes a number, this is “若干”", "请只填阿拉伯数字"
    ),
    (
      "2000万", "data-multiplier-in-cell 要填数字,这里是“2000万”,带了“万”,而列的单位已是万元",
      "takes a number, this is “2000万”, with “万”, while the column is in 万元 already",
      "如果是2000万元,请写成 2000"
    ),
    (
      "2亿", "data-multiplier-in-cell 要填数字,这里是“2亿”,带了“亿”,而列的单位已是万元",
      "takes a number, this is “2亿”, with “亿”, while the column is in 万元 already",
      "如果是20000万元,请写成 20000"
    ),
    (
      "2000万元", "data-unit-in-cell 要填数字,这里是“2000万元”,单位“万元”已在列名里",
      "takes a number, this is “2000万元”; the column has the unit “万元” already", "请写成 2000"
    ),
    (
      "2.5亿元", "data-other-unit-in-cell 要填数字,这里是“2.5亿元”,单位是“亿元”",
      "takes a number, this is “2.5亿元”, in “亿元”", "请换算成万元,写成 25000"
    ),
    (
      "200人", "data-other-unit-in-cell 要填数字,这里是“200人”,带了“人”",
      "takes a number, this is “200人”, with “人”", "请核对是不是填错了列;只填数字,单位人应与列名一致"
    ),
    (
      "１２．５", "data-fullwidth-digits 要填数字,这里是“１２．５”,用了全角字符",
      "takes a number, this is “１２．５”, in full-width characters", "请写成 12.5"
    ),
    (
      "１２万元", "data-fullwidth-digits 要填数字,这里是“１２万元”,用了全角字符",
      "takes a number, this is “１２万元”, in full-width characters", "请写成 12"
    ),
    (
      "１，２３４", "data-fullwidth-digits 要填数字,这里是“１，２３４”,用了全角字符",
      "takes a number, this is “１，２３４”, in full-width characters", "请写成 1234"
    ),
    (
      "\"1,234.50\"", "data-grouping 要填数字,这里是“1,234.50”,带了千分位逗号",
      "takes a number, this is “1,234.50”, with thousands marks", "请写成 1234.50"
    ),
    (
      "\"12,34\"", "data-comma-in-number 要填数字,这里是“12,34”,中间有逗号",
      "takes a number, this is “12,34”, with a comma in it", "请去掉逗号,小数点用“.”"
    ),
    (
      "12.5.1", "data-two-points 要填数字,这里是“12.5.1”,有不止一个小数点",
      "takes a number, this is “12.5.1”, with more than one point", "请核对数字"
    ),
    (
      "—", "data-dash 要填数字,这里是“—”,是横线", "takes a number, this is “—”, a dash",
      "没有数据就留空;数是零就写 0"
    ),
    (
      "--", "data-dash 要填数字,这里是“--”,是横线", "takes a number, this is “--”, a dash",
      "没有数据就留空;数是零就写 0"
    ),
    (
      "无", "data-no-figure 要填数字,这里是“无”,是文字", "takes a number, this is “无”, a word",
      "没有数据就留空;数是零就写 0"
    ),
    (
      "/", "data-slash 要填数字,这里是“/”,是斜线", "takes a number, this is “/”, a slash",
      "没有数据就留空;数是零就写 0"
    ),
    (
      "2023-06-30", "data-date-in-number 要填数字,这里是“2023-06-30”,是日期",
      "takes a number, this is “2023-06-30”, a date",
      "请填数字;如果列填错了,请移到日期一列;表格软件自动改成日期的,请把格式设为“常规”后重填"
    ),
    (
      "2023.6.30", "data-date-in-number 要填数字,这里是“2023.6.30”,是日期",
      "takes a number, this is “2023.6.30”, a date",
      "请填数字;如果列填错了,请移到日期一列;表格软件自动改成日期的,请把格式设为“常规”后重填"
    ),
    (
      "6月30日", "data-date-in-number 要填数字,这里是“6月30日”,是日期",
      "takes a number, this is “6月30日”, a date",
      "请填数字;如果列填错了,请移到日期一列;表格软件自动改成日期的,请把格式设为“常规”后重填"
    ),
    (
      "300余", "data-qualifier-in-cell 要填数字,这里是“300余”,带了“余”",
      "takes a number, this is “300余”, with “余”", "请只填数字,“余”填到“金额限定”一列"
    ),
    (
      "近70", "data-qualifier-in-cell 要填数字,这里是“近70”,带了“近”",
      "takes a number, this is “近70”, with “近”", "请只填数字,“近”填到“金额限定”一列"
    ),
    (
      "600万元以上", "data-qualifier-in-cell 要填数字,这里是“600万元以上”,带了“以上”",
      "takes a number, this is “600万元以上”, with “以上”", "请只填数字,“以上”填到“金额限定”一列"
    ),
    (
      "5～10", "data-range-in-cell 要填数字,这里是“5～10”,像是两个数",
      "takes a number, this is “5～10”, which looks like two numbers", "请分成两列"
    ),
    (
      "5-10", "data-range-in-cell 要填数字,这里是“5-10”,像是两个数",
      "takes a number, this is “5-10”, which looks like two numbers", "请分成两列"
    ),
    (
      "十二", "data-chinese-numeral 要填数字,这里是“十二”,是汉字数字",
      "takes a number, this is “十二”, in Chinese numerals", "请改用阿拉伯数字;要印成汉字,请填“写法”一列"
    ),
    (
      "1.2E+05", "data-exponent 要填数字,这里是“1.2E+05”,是科学记数",
      "takes a number, this is “1.2E+05”, in scientific notation",
      "请写出全部数字;表格软件里可把格式设为“数值”"
    ),
    (
      "￥12", "data-currency-mark 要填数字,这里是“￥12”,带了货币符号",
      "takes a number, this is “￥12”, with a currency mark", "请写成 12"
    ),
    (
      "+.5", "data-number-form 要填数字,这里是“+.5”,写法不规范",
      "takes a number, this is “+.5”, not in plain form", "请写成 0.5"
    ),
    (
      "1 571", "data-number-form 要填数字,这里是“1 571”,写法不规范",
      "takes a number, this is “1 571”, not in plain form", "请写成 1571"
    ),
    (
      "-12\u{A0}571.5", "data-number-form 要填数字,这里是“-12\u{A0}571.5”,写法不规范",
      "takes a number, this is “-12\u{A0}571.5”, not in plain form", "请写成 -12571.5"
    ),
    (
      "12'000", "data-number-form 要填数字,这里是“12'000”,写法不规范",
      "takes a number, this is “12'000”, not in plain form", "请写成 12000"
    ),
    (
      "1 57", "data-other-unit-in-cell 要填数字,这里是“1 57”,带了“57”",
      "takes a number, this is “1 57”, with “57”", "请核对是不是填错了列;只填数字,单位57应与列名一致"
    ),
    (
      "#REF!", "data-cell-error 要填数字,这里是“#REF!”,是表格软件的出错值",
      "takes a number, this is “#REF!”, an error value of a spreadsheet", "请改正公式"
    ),
    (
      "1234567890123456789012345678901234567890",
      "data-too-many-digits 要填数字,这里是“123456789012345678901234…”,超过 38 位",
      "takes a number, this is “123456789012345678901234…”, of more than 38 digits", "请核对数字"
    ),
  ])
  func eachHasItsOwnMessage(cell: String, zh: String, en: String, remedy: String) {
    let reading = Reading(
      ["data/资助.csv": "项目,金额(万元),比例(%),次数\n甲,\(cell),1,2\n"], schema: Self.schema)
    let quotes = cell.hasPrefix("\"") ? 1 : 0
    let (id, rest) = (zh.prefix { $0 != " " }, zh.drop { $0 != " " }.dropFirst())
    #expect(reading.faults() == ["data/资助.csv:2:\(3 + quotes) \(id) “金额(万元)”\(rest)"])
    #expect(reading.faults(.en) == ["data/资助.csv:2:\(3 + quotes) \(id) “金额(万元)” \(en)"])
    #expect(reading.remedies() == [remedy])
    #expect(reading.remedies(.en).first?.isEmpty == false)
  }

  @Test(arguments: [
    (
      "比例(%)", "46.7%", "data-percent-in-cell “比例(%)”要填数字,这里是“46.7%”,百分号已在列名里", "请写成 46.7"
    ),
    (
      "比例(%)", "46.7％", "data-percent-in-cell “比例(%)”要填数字,这里是“46.7％”,百分号已在列名里", "请写成 46.7"
    ),
    (
      "金额(万元)", "46%", "data-other-unit-in-cell “金额(万元)”要填数字,这里是“46%”,带了“%”",
      "请核对是不是填错了列;只填数字,单位%应与列名一致"
    ),
    (
      "次数", "3次", "data-unit-in-cell “次数”要填数字,这里是“3次”,带了“次”",
      "请只填数字,单位写在列名后(如“次数(次)”)或“单位”一列"
    ),
    ("次数", "3万", "data-multiplier-in-cell “次数”要填数字,这里是“3万”,带了“万”", "请写成 30000,或在列名后写上单位"),
    ("次数", "3.5", "data-not-integer “次数”要填整数,这里是“3.5”", "请去掉小数部分,或核对数据"),
  ])
  func unitsDecideTheMessage(head: String, cell: String, expected: String, remedy: String) {
    let reading = Reading(["资助.csv": "项目,\(head)\n甲,\(cell)\n"], schema: Self.schema)
    #expect(reading.faults() == ["资助.csv:2:3 \(expected)"])
    #expect(reading.remedies() == [remedy])
  }

  @Test(arguments: [
    "12", "12.50", "-3", "0", " 12 ", "\"12\"", "12345678901234567890123456789012345678", "　7",
  ])
  func plainNumbersPass(cell: String) {
    let reading = Reading(["资助.csv": "项目,金额(万元)\n甲,\(cell)\n"], schema: Self.schema)
    #expect(reading.faults() == [])
    let expected = cell.filter { !" 　\"".contains($0) }
    #expect(reading.table("资助") == ["项目|金额(万元)#", "甲|\(expected)万元"])
  }

  @Test func fixesReplaceTheCellAlone() {
    let reading = Reading(["资助.csv": "项目,金额(万元)\n甲, １２ \n"], schema: Self.schema)
    let text = "项目,金额(万元)\n甲, "
    let start = text.utf8.count
    #expect(
      reading.diagnostics.first?.fixes == [
        Fix(.safe, [Fix.Edit(start..<start + 6, with: "12")])
      ])
  }
}
