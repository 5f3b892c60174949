import DataFiles
import ReportModel
import SourceText
import Testing

/// Tables as schools send them.
@Suite struct SchoolTableTests {
  private static let schema =
    "表: {资助: {主键: 项目, 列: {项目: {}, 金额: {类型: 数值, 单位: 万元}, 日期: {类型: 日期}}}}"

  @Test func runningNumbersAreNeitherNamesNorFigures() {
    let text = "序号,项目,金额(万元)\n1,幼儿园,78.55\n2,高中,47.36\n"
    for schema in ["", Self.schema] {
      let reading = Reading(["资助.csv": text], schema: schema)
      #expect(reading.faults() == [])
      #expect(
        reading.table("资助") == ["序号|项目|金额(万元)#", "1|幼儿园|78.55万元", "2|高中|47.36万元"])
      #expect(reading.data.table(named: "资助")?.key(ofRow: 1) == "高中")
    }
    let repeated = Reading(["资助.csv": "序号,地区,金额(万元)\n1,东,1\n2,西,2\n3,东,3\n"])
    #expect(repeated.faults() == [])
    #expect(repeated.data.table(named: "资助")?.key(ofRow: 2) == "3")
    let own = Reading(
      ["资助.csv": "序号,项目\n1,甲\n"], schema: "表: {资助: {主键: 序号, 列: {序号: {类型: 整数}, 项目: {}}}}")
    #expect(own.data.table(named: "资助")?.key(ofRow: 0) == "1")
  }

  @Test(arguments: ["合计", "合 计", "总　计"])
  func aTotalMayStandInTheColumnOfRunningNumbers(name: String) {
    let text = "序号,项目,金额(万元)\n1,甲,1\n2,乙,2\n\(name),,4\n"
    let schema = "表: {资助: {主键: 项目, 列: {项目: {}, 金额: {类型: 数值, 单位: 万元, 合计: true}}}}"
    let judged = Reading(["资助.csv": text], schema: schema)
    #expect(
      judged.faults() == [
        "资助.csv:4:\(name.unicodeScalars.count + 3) data-total-mismatch “\(name)”行的“金额(万元)”是 4万元,"
          + "其余 2 行相加是 3万元,相差 1万元"
      ])
    for schema in ["", "表: {资助: {主键: 项目, 列: {项目: {}, 金额: {类型: 数值, 单位: 万元}}}}"] {
      let reading = Reading(["资助.csv": text], schema: schema)
      #expect(reading.faults() == [])
      #expect(reading.table("资助").count == 3)
    }
  }

  @Test(arguments: [
    (
      "20230630", "data-date-form “日期”的日期要写成 2023-06-30 这样,这里是“20230630”", "请写成 2023-06-30"
    ),
    (
      "2023/6/30 0:00:00", "data-date-form “日期”的日期要写成 2023-06-30 这样,这里是“2023/6/30 0:00:00”",
      "请写成 2023-06-30"
    ),
    (
      "2023-06-30T14:30", "data-date-form “日期”的日期要写成 2023-06-30 这样,这里是“2023-06-30T14:30”",
      "请写成 2023-06-30"
    ),
    (
      "45107", "data-date-serial “日期”要填日期,这里是“45107”,像是表格软件里日期的序号",
      "如果是 2023-06-30,请写成 2023-06-30,或在表格软件里把格式设为日期"
    ),
    ("—", "data-no-date “日期”要填日期,这里是“—”", "没有日期就留空"),
    ("无", "data-no-date “日期”要填日期,这里是“无”", "没有日期就留空"),
    ("20230231", "data-bad-date “日期”要填日期,这里是“20230231”", "请写成 2023-06-30 这样,并核对月日"),
    ("12345", "data-bad-date “日期”要填日期,这里是“12345”", "请写成 2023-06-30 这样,并核对月日"),
    (
      "2023-06-30 下午", "data-bad-date “日期”要填日期,这里是“2023-06-30 下午”", "请写成 2023-06-30 这样,并核对月日"
    ),
  ])
  func datesInOtherForms(cell: String, expected: String, remedy: String) {
    let reading = Reading(
      ["资助.csv": "项目,金额(万元),日期\n甲,1,\(cell)\n"], schema: Self.schema)
    #expect(reading.faults() == ["资助.csv:2:5 \(expected)"])
    #expect(reading.remedies() == [remedy])
  }

  @Test(arguments: [";", "；", "，", "|"])
  func namesThatAnotherMarkParts(mark: String) {
    // The commas of decimals must not be taken for those between columns.
    let text = ["项目", "金额(万元)", "日期"].joined(separator: mark) + "\n"
    for rows in ["甲\(mark)78,55\(mark)2023-06-30\n", "甲\(mark)78\(mark)\n"] {
      let reading = Reading(["资助.csv": text + rows], schema: Self.schema)
      #expect(reading.faults() == ["资助.csv:1:1 data-separator 列与列之间用的是“\(mark)”"])
      #expect(reading.data.tables.isEmpty)
    }
  }

  @Test func yamlRowsMayTakeOverOthers() {
    let text = """
      - &base
        项目: 幼儿园
        金额: 78.55
        日期: 2023-06-30
      - <<: *base
        项目: 高中
      - <<: [{金额: 3}, *base]
        项目: 中职
      """
    let reading = Reading(["资助.yaml": text], schema: Self.schema)
    #expect(reading.faults() == [])
    #expect(
      reading.table("资助") == [
        "项目|金额(万元)#|日期", "幼儿园|78.55万元|2023-06-30", "高中|78.55万元|2023-06-30", "中职|3万元|2023-06-30",
      ])
  }
}
