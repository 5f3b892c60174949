import DataFiles
import SourceText
import Testing

/// Heads below titles, over merged cells, and what lies around the table.
@Suite struct SheetHeadTests {
  private static let schema = """
    表:
      资助: {主键: 学校, 列: {学校: {}, 小学: {类型: 数值, 单位: 人}, 初中: {类型: 数值, 单位: 人}}}
    """

  private func read(_ workbook: TestWorkbook, schema: String = "") -> Reading {
    Reading([DataInput(name: "资助.xlsx", raw: workbook.bytes)], schema: schema)
  }

  @Test(arguments: ["", schema])
  func titlesAboveTheHeadAreSkipped(schema: String) {
    let rows = TestWorkbook.rows([
      ["2023年上半年统计表"], [], ["填报单位:一中", "2023-06-30"], ["学校", "小学(人)", "初中(人)"],
      ["甲校", "10", "20"], ["", "", ""], ["乙校", "30", "40"],
    ])
    let merge = "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"
    let reading = read(TestWorkbook(rows, after: merge), schema: schema)
    #expect(reading.faults() == [])
    #expect(reading.table("资助") == ["学校|小学(人)#|初中(人)#", "甲校|10人|20人", "乙校|30人|40人"])
  }

  @Test(arguments: [("", "学校|学生小学(人)#|学生初中(人)#"), (schema, "学校|小学(人)#|初中(人)#")])
  func mergedHeadsNameColumnsAfterTheirGroup(schema: String, head: String) {
    let rows = TestWorkbook.rows([
      ["统计表"], ["学校", "学生(人)"], ["", "小学", "初中"], ["甲校", "10", "20"],
    ])
    let merges =
      "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>"
      + "<mergeCell ref=\"B2:C2\"/></mergeCells>"
    let reading = read(TestWorkbook(rows, after: merges), schema: schema)
    #expect(reading.faults() == [])
    #expect(reading.table("资助") == [head, "甲校|10人|20人"])
  }

  @Test func hiddenRowsAndMergedDataAreReported() {
    let rows =
      TestWorkbook.rows([["学校", "小学(人)"], ["甲校", "10"]])
      + "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>乙校</t></is></c>"
      + "<c r=\"B3\"><v>5</v></c></row>" + TestWorkbook.rows([["丙校", "7"], ["", "8"]], from: 4)
    let reading = read(
      TestWorkbook(rows, after: "<mergeCells><mergeCell ref=\"A4:A5\"/></mergeCells>"))
    #expect(
      reading.faults() == [
        "资助.xlsx!Sheet1!A3 data-hidden-rows 有 1 行是隐藏的(第 3 行),也读取了",
        "资助.xlsx!Sheet1!A4 data-merged-cells A4:A5 是合并单元格,数据只算在左上角一格",
        "资助.xlsx!Sheet1!A5 data-blank-key 这一行没有名称",
      ])
    #expect(reading.diagnostics.allSatisfy { $0.remedy != nil })
    #expect(reading.table("资助") == ["学校|小学(人)#", "甲校|10人", "乙校|5人", "丙校|7人", "|8人"])
  }

  @Test func cellsBesideTheTableAreReportedOnceAColumn() {
    let rows = TestWorkbook.rows([["学校", "小学(人)"], ["甲校", "1", "", "注"], ["乙校", "2", "", "注"]])
    #expect(
      read(TestWorkbook(rows)).faults() == ["资助.xlsx!Sheet1!D2 data-blank-column-name 这一列有数据,但没有列名"]
    )
  }

  @Test func missingColumnsPointToTheHead() {
    let schema = "表: {资助: {列: {学校: {}, 小学: {类型: 数值, 必需: true}, 初中: {}}}}"
    let rows = TestWorkbook.rows([["统计表"], ["学校", "小学生", "初中"], ["甲校", "1", "2"]])
    #expect(
      read(TestWorkbook(rows), schema: schema).faults() == [
        "资助.xlsx!Sheet1!A2 data-missing-column 缺少“小学”这一列",
        "资助.xlsx!Sheet1!B2 data-unknown-column 模板里没有“小学生”这一列",
      ])
  }

  @Test func aFarCellCostsNoMemory() {
    let rows =
      TestWorkbook.rows([["学校", "小学(人)"], ["甲校", "1"]])
      + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    let reading = read(TestWorkbook(rows))
    #expect(reading.faults() == ["资助.xlsx!Sheet1!XFD1048576 data-blank-column-name 这一列有数据,但没有列名"])
    #expect(reading.table("资助") == ["学校|小学(人)#", "甲校|1人"])
  }
}
