import DataFiles
import ReportModel
import SourceText
import Testing

/// Heads below titles in text files, and what lies around the table.
@Suite struct TextHeadTests {
  private static let schema = """
    表:
      资助: {主键: 学校, 列: {学校: {}, 小学: {类型: 数值, 单位: 人}, 金额: {类型: 数值, 单位: 万元}}}
    """

  @Test(
    arguments: [
      "青禾县学生资助统计表\n填报单位:一中,,2023-06-30\n学校,小学(人),金额(万元)\n甲校,10,2.5\n乙校,30,4\n",
      "青禾县学生资助统计表,,\r\n\r\n填报单位：一中,日期：2023年6月30日,\r\n学校,小学(人),金额(万元)\r\n甲校,10,2.5\r\n乙校,30,4\r\n",
      "\u{FEFF}\"资助,2023年\"\n学校,小学(人),金额(万元)\n甲校,10,2.5\n乙校,30,4\n填表人:张三,审核人:李四\n备注：数据截至六月底\n",
      "统计表\n学校\t小学(人)\t金额(万元)\n甲校\t10\t2.5\n乙校\t30\t4\n",
      "学校,小学(人),金额(万元)\n甲校,10,2.5\n乙校,30,4\n",
    ], ["", schema])
  func titlesAndFootAreNoData(text: String, schema: String) {
    let reading = Reading(["资助.csv": text], schema: schema)
    #expect(reading.faults() == [])
    #expect(
      reading.table("资助") == ["学校|小学(人)#|金额(万元)#", "甲校|10人|2.5万元", "乙校|30人|4万元"])
  }

  @Test func figuresBelowATitleAreRead() {
    let reading = Reading(["figures.csv": "指标表,,\n2023年上半年,,\n指标,数值,单位\n立案,2,起\n"])
    #expect(reading.faults() == [])
    #expect(reading.data.figures.map(\.id) == ["立案"])
    #expect(reading.data.figures.first?.origin.place == "figures.csv:4:4")
  }

  @Test(arguments: [
    // One column; a head with numbers or a blank; data under a lone name.
    ("学校\n甲校\n乙校\n", ["学校", "甲校", "乙校"]),
    ("学校,2022,2023\n甲校,无,有\n", ["学校|2022|2023", "甲校|无|有"]),
    ("学校,\n甲校,\n", ["学校", "甲校"]),
    ("学校,备注\n注意事项:甲,无\n", ["学校|备注", "注意事项:甲|无"]),
  ])
  func theFirstLineIsTheHeadUnlessItIsSurelyATitle(text: String, table: [String]) {
    let reading = Reading(["表.csv": text])
    #expect(reading.faults() == [])
    #expect(reading.table("表") == table)
  }

  @Test func cellsUnderALoneNameAreReported() {
    #expect(
      Reading(["表.csv": "学校,,\n甲校,1,2\n"]).diagnostics.map(\.id)
        == ["data-blank-column-name", "data-blank-column-name"])
  }

  @Test func faultsBelowATitleHaveTheirLine() {
    let reading = Reading(
      ["资助.csv": "统计表\n\n学校,小学(人),金额(万元)\n甲校,１０,2.5\n乙校,30\n"], schema: Self.schema)
    #expect(
      reading.faults().map { $0.prefix { $0 != "“" && $0 != "这" } } == [
        "资助.csv:4:4 data-fullwidth-digits ", "资助.csv:5:4 data-row-too-few-cells ",
      ])
  }

  @Test(arguments: [
    ("单位:元", "资助.csv:1:1 data-unit-mismatch “金额”的单位应是万元,这里是元"),
    ("（单位：元）", "资助.csv:1:1 data-unit-mismatch “金额”的单位应是万元,这里是元"),
    ("单位:万元", nil), ("单位:青禾县教育局", nil), ("单位:人、万元", nil), ("填报单位:元宝小学", nil),
  ])
  func aUnitAboveTheHeadMustNotContradict(title: String, fault: String?) {
    let text = "\(title),,\n学校,小学,金额\n甲校,10,2.5\n"
    #expect(Reading(["资助.csv": text], schema: Self.schema).faults() == (fault.map { [$0] } ?? []))
    let rows = TestWorkbook.rows([[title], ["学校", "小学", "金额"], ["甲校", "10", "2.5"]])
    let sheet = Reading(
      [DataInput(name: "资助.xlsx", raw: TestWorkbook(rows).bytes)], schema: Self.schema)
    #expect(sheet.diagnostics.map(\.id) == (fault == nil ? [] : ["data-unit-mismatch"]))
  }

  @Test func aUnitAboveTheHeadIsThatOfTheOnlyNumberColumn() {
    let one = Reading(["表.csv": "单位:万元\n学校,金额\n甲校,2.5\n"])
    #expect(one.table("表") == ["学校|金额(万元)#", "甲校|2.5万元"])
    let two = Reading(["表.csv": "单位:万元,,\n学校,金额,人数\n甲校,2.5,3\n"])
    #expect(two.table("表") == ["学校|金额#|人数#", "甲校|2.5|3"])
  }

  @Test func aFootBelowASheetIsNoData() {
    let rows = TestWorkbook.rows([["学校", "小学(人)"], ["甲校", "10"], ["填表人：张三", "审核人：李四"]])
    let reading = Reading([DataInput(name: "表.xlsx", raw: TestWorkbook(rows).bytes)])
    #expect(reading.faults() == [])
    #expect(reading.table("表") == ["学校|小学(人)#", "甲校|10人"])
  }

  @Test func aColumnOfEarlierValuesIsReadAsWhatItHolds() {
    let reading = Reading(["表.csv": "项目,金额(万元),上年同期,上期(万元)\n甲,5,4,\n乙,6,3.5,2\n"])
    #expect(reading.faults() == [])
    #expect(
      reading.table("表") == ["项目|金额(万元)#|上年同期#|上期(万元)#", "甲|5万元|4|", "乙|6万元|3.5|2万元"])
    #expect(
      Reading(["表.csv": "项目,上年同期\n甲,有\n"]).table("表") == ["项目|上年同期", "甲|有"])
  }
}
