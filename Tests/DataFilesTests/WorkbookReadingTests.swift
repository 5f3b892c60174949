import DataFiles
import ReportModel
import SourceText
import Testing

@Suite struct WorkbookReadingTests {
  private func read(
    _ workbook: TestWorkbook, name: String = "data/资助.xlsx", schema: String = ""
  ) -> Reading {
    Reading([DataInput(name: name, raw: workbook.bytes)], schema: schema)
  }

  /// The second cell of the one row a workbook has under a head.
  private func cell(_ xml: String, in workbook: TestWorkbook = TestWorkbook()) -> String {
    var workbook = workbook
    workbook.add(
      TestWorkbook.rows([["项目", "内容"]]) + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>\(xml)</row>",
      sheet: "Sheet1")
    return read(workbook).table("资助").last ?? ""
  }

  @Test(arguments: [
    ("<c r=\"B2\" t=\"s\"><v>0</v></c>", "1|甲"), ("<c r=\"B2\" t=\"s\"><v>1</v></c>", "1|甲乙 丙"),
    ("<c r=\"B2\" t=\"s\"><v>2</v></c>", "1|漢字"), ("<c r=\"B2\" t=\"s\"><v>3</v></c>", "1|a\tb_x_"),
    (
      "<c r=\"B2\" t=\"inlineStr\"><is><r><t>甲</t></r><rPh><t>読</t></rPh><r><t>&lt;</t></r></is></c>",
      "1|甲<"
    ),
    ("<c r=\"B2\" t=\"str\"><f>A1</f><v>文_x4E2D_</v></c>", "1|文中"),
    ("<c r=\"B2\" t=\"str\"><f>A1</f><v/></c>", "1"), ("<c r=\"B2\"><v/></c>", "1"),
    ("<c r=\"B2\" s=\"1\"/>", "1"), ("<c r=\"B2\" t=\"b\"><v>1</v></c>", "1|TRUE"),
    ("<c r=\"B2\"><v>78.55</v></c>", "1|78.55"), ("<c><v>5</v></c>", "1|5"),
    ("<c r=\"B2\"><v>0.30000000000000004</v></c>", "1|0.3"),
    ("<c r=\"B2\"><v>78.549999999999997</v></c>", "1|78.55"),
    ("<c r=\"B2\"><v>1.4E-2</v></c>", "1|0.014"),
    ("<c r=\"B2\"><v>1.5E+16</v></c>", "1|15000000000000000"),
    ("<c r=\"B2\"><v>12345678901234567</v></c>", "1|12345678901234567"),
    ("<c r=\"B2\"><f>1+1</f><v>2</v></c>", "1|2"),
    ("<c r=\"B2\" s=\"1\"><v>45107</v></c>", "1|2023-06-30"),
    ("<c r=\"B2\" s=\"1\"><v>45107.5</v></c>", "1|2023-06-30 12:00"),
    ("<c r=\"B2\" s=\"1\"><v>59</v></c>", "1|1900-02-28"),
    ("<c r=\"B2\" s=\"1\"><v>61</v></c>", "1|1900-03-01"),
    ("<c r=\"B2\" s=\"2\"><v>0.74</v></c>", "1|17:45:36"),
    ("<c r=\"B2\" s=\"3\"><v>0.467</v></c>", "1|46.7%"),
    ("<c r=\"B2\" t=\"d\"><v>2023-06-30T00:00:00</v></c>", "1|2023-06-30"),
    ("<x:c xmlns:x=\"urn:x\" r=\"B2\"><x:v>7</x:v></x:c>", "1|7"),
  ])
  func readsCells(xml: String, expected: String) {
    var workbook = TestWorkbook()
    workbook.strings = [
      "<si><t>甲</t></si>",
      "<si><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space=\"preserve\">乙 丙</t></r></si>",
      "<si><t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>かんじ</t></rPh><phoneticPr fontId=\"1\"/></si>",
      "<si><t>a_x0009_b_x005F_x_</t></si>",
    ]
    workbook.formats = ["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "h:mm:ss", "0.0%"]
    let shown = cell(xml, in: workbook)
    #expect(shown == (expected == "1" ? "1|" : expected))
  }

  @Test func countsDaysFrom1904() {
    var workbook = TestWorkbook()
    workbook.properties = "date1904=\"1\""
    workbook.formats = ["yyyy-mm-dd"]
    #expect(cell("<c r=\"B2\" s=\"1\"><v>43645</v></c>", in: workbook) == "1|2023-06-30")
  }

  @Test func cellsKnowTheirPlaces() {
    let rows = TestWorkbook.rows([["项目", "金额(万元)"], ["甲", "1.5"], ["乙", "2000万"]], from: 3)
    let reading = read(TestWorkbook(rows))
    #expect(
      reading.faults(.en) == [
        "data/资助.xlsx!Sheet1!B5 data-multiplier-in-cell “金额(万元)” takes a number, this is “2000万”, "
          + "with “万”, while the column is in 万元 already"
      ])
    #expect(
      reading.diagnostics.first?.notes.map { $0.message.text(in: .zh) } == ["本行:乙 | 2000万"])
    #expect(
      reading.data.table(named: "资助")?.origin(row: 0, column: 1)?.place
        == "data/资助.xlsx!Sheet1!B4")
  }

  @Test(arguments: [
    ("<c r=\"B2\"><f>SUM(C1)</f></c>", "data-uncalculated “金额(万元)”是公式,但文件里没有存计算结果"),
    (
      "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
      "data-cell-error “金额(万元)”要填数字,这里是“#DIV/0!”,是表格软件的出错值"
    ),
    (
      "<c r=\"B2\" s=\"1\"><v>45107</v></c>", "data-date-in-number “金额(万元)”要填数字,这里是“2023-06-30”,是日期"
    ),
    ("<c r=\"B2\" s=\"2\"><v>0.5</v></c>", "data-other-unit-in-cell “金额(万元)”要填数字,这里是“50%”,带了“%”"),
    ("<c r=\"B2\" t=\"b\"><v>1</v></c>", "data-not-a-number “金额(万元)”要填数字,这里是“TRUE”"),
    ("<c r=\"B2\" t=\"s\"><v>99</v></c>", "data-cell-error “金额(万元)”要填数字,这里是“#99”,是表格软件的出错值"),
  ])
  func reportsCellsThatAreNoNumbers(xml: String, expected: String) {
    var workbook = TestWorkbook()
    workbook.formats = ["yyyy-mm-dd", "0%"]
    workbook.add(
      TestWorkbook.rows([["项目", "金额(万元)"]])
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>\(xml)</row>"
        + TestWorkbook.rows([["乙", "1"]], from: 3),
      sheet: "Sheet1")
    #expect(read(workbook).faults() == ["data/资助.xlsx!Sheet1!B2 \(expected)"])
  }

  @Test func percentFormatsGiveTheUnit() {
    var workbook = TestWorkbook()
    workbook.formats = ["0.0%"]
    workbook.add(
      TestWorkbook.rows([["项目", "完成率", "比例(%)"]])
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>0.467</v></c>"
        + "<c r=\"C2\" s=\"1\"><v>1</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"C3\"><v>46.7</v></c></row>", sheet: "Sheet1")
    let reading = read(workbook)
    #expect(reading.faults() == [])
    #expect(reading.table("资助") == ["项目|完成率(%)#|比例(%)#", "1|46.7%|100%", "2||46.7%"])
  }

  @Test func sheetsAreTablesOfTheirOwn() {
    var workbook = TestWorkbook(TestWorkbook.rows([["项目", "金额(万元)"], ["甲", "1"]]), sheet: "资助")
    workbook.add(TestWorkbook.rows([["指标", "数值"], ["安全.会议", "3"]]), sheet: "指标")
    workbook.add("", sheet: "Sheet3")
    workbook.add(TestWorkbook.rows([["项目"], ["乙"]]), sheet: "选项", state: "veryHidden")
    let reading = read(workbook, name: "data/全部.xlsx")
    #expect(reading.faults() == ["data/全部.xlsx data-hidden-sheet 工作表“选项”是隐藏的,没有读取"])
    #expect(reading.data.tables.map(\.name) == ["资助"])
    #expect(reading.data.figures.map(\.id) == ["安全.会议"])
    #expect(reading.data.figures.first?.origin.place == "data/全部.xlsx!指标!B2")
  }
}
