import ReportModel
import ReportWorkspace
import ReturnForms
import SectionTemplates
import SourceText
import TestSupport
import Testing

@Suite struct FormImportTests {
  @Test func anUntouchedFormChangesNothing() throws {
    let fixture = FormFixture()
    let outcome = try fixture.take(fixture.form([]))
    #expect(outcome.lines == [])
    #expect(outcome.faults == [])
    #expect(fixture.data("资助.csv") == FormFixture.table)
    #expect(fixture.data("figures.csv") == FormFixture.figures)
    #expect(fixture.data("narrative.yaml") == FormFixture.narrative)
  }

  @Test func changedCellsAloneAreWritten() throws {
    let fixture = FormFixture()
    let outcome = try fixture.take(
      fixture.form([
        ("资助", "B6", "37.5"), ("资助", "D6", "市级"), ("指标", "C5", "13"),
        ("叙述", "B4", "抓党建,\"促\"发展。"),
      ]))
    #expect(
      outcome.lines == [
        "资助.高中.金额: 36 → 37.5", "资助.高中.级别:  → 市级", "安全.投入: 12.50 → 13",
        "叙述.党建: 抓党建。 → 抓党建,\"促\"发展。",
      ])
    #expect(
      fixture.data("资助.csv")
        == "项目,金额(万元),人数(人),级别,开始,学校,说明\n幼儿园,62,1240,省级,2023-09-01,一小、二小,\n高中,\"37.5\",450,市级,,,按季\n"
    )
    #expect(
      fixture.data("figures.csv")
        == FormFixture.figures.replacing("12.50", with: "13"))
    #expect(
      fixture.data("narrative.yaml")
        == FormFixture.narrative.replacing("\"抓党建。\"", with: "\"抓党建,\\\"促\\\"发展。\""))
  }

  @Test func bytesThatAreNotChangedStay() throws {
    let table = "\u{FEFF}项目\t金额(万元)\t人数(人)\r\n幼儿园\t62.0\t1240\r\n\r\n高中\t36\t450"
    for encoding in TextEncoding.allCases {
      let fixture = FormFixture(table: nil)
      let raw = try TextDecoder.encode(Array(table.utf8), as: encoding)
      fixture.folder.write(raw, to: "2023H2/data/资助.tsv")
      _ = try fixture.take(
        fixture.form([("资助", "C5", "1250"), ("资助", "A7", "初中"), ("资助", "B7", "5")]))
      let wanted =
        table.replacing("1240", with: "1250") + "\r\n初中\t5\t"
      let bytes = TestFile.bytes(fixture.path + "/data/资助.tsv")
      #expect(bytes == (try TextDecoder.encode(Array(wanted.utf8), as: encoding)), "\(encoding)")
    }
  }

  @Test func aNumberWithAWordingOfItsOwnLosesItWhenItChanges() throws {
    let fixture = FormFixture()
    let outcome = try fixture.take(fixture.form([("指标", "C4", "4")]))
    #expect(outcome.lines == ["安全.会议: 3 → 4", "安全.会议.写法: 三次 → "])
    #expect(fixture.data("figures.csv").contains("安全.会议,安全会议,4,次,,,\n"))
  }

  @Test func rowsAreAddedBelowAndColumnsAtTheRight() throws {
    let fixture = FormFixture(table: "项目,金额(万元)\n幼儿园,62\n")
    let outcome = try fixture.take(
      fixture.form([
        ("资助", "C5", "1240"), ("资助", "A6", "初中"), ("资助", "B6", "5"), ("资助", "F6", "甲校、乙校"),
      ]))
    #expect(outcome.faults == [])
    #expect(
      fixture.data("资助.csv") == "项目,金额(万元),人数(人),学校\n幼儿园,62,1240,\n初中,5,,甲校、乙校\n")
  }

  @Test func titlesTotalsAndClosingLinesStayWhereTheyAre() throws {
    let fixture = FormFixture(
      table: "测试局资助情况\n项目,金额(万元)\n幼儿园,62\n高中,36\n合计,98\n填表人:张某\n")
    _ = try fixture.take(
      fixture.form([("资助", "A7", "初中"), ("资助", "B7", "0"), ("资助", "C5", "1240")]))
    #expect(
      fixture.data("资助.csv")
        == "测试局资助情况\n项目,金额(万元),人数(人)\n幼儿园,62,1240\n高中,36,\n初中,0,\n合计,98,\n填表人:张某\n")
  }

  @Test func filesThatAreNotThereAreMade() throws {
    let fixture = FormFixture(table: nil, figures: nil, narrative: nil)
    let outcome = try fixture.take(
      fixture.form([
        ("资助", "A5", "幼儿园"), ("资助", "B5", "62"), ("指标", "C4", "3"), ("叙述", "B4", "抓党建。"),
      ]))
    #expect(outcome.faults == [])
    #expect(fixture.data("资助.csv") == "项目,金额(万元),人数(人),级别,开始,学校\n幼儿园,62,,,,\n")
    #expect(fixture.data("figures.csv").contains("\n安全.会议,,3,次,,,,2023-12-31,,,\n"))
    #expect(fixture.data("narrative.yaml") == "党建: \"抓党建。\"\n")
    let draft = try fixture.report().draft()
    #expect(draft.diagnostics.isEmpty)
    #expect(draft.text.text.contains("召开会议3次。抓党建。"))
  }

  @Test func everyFaultIsToldWithItsCell() throws {
    let fixture = FormFixture()
    let form = try fixture.form([
      ("资助", "B5", "62万元"), ("资助", "C5", "12.5"), ("资助", "D5", "国家级"), ("资助", "E5", "去年"),
      ("资助", "B6", "5000"), ("资助", "A7", "高中"), ("资助", "B7", "1"), ("指标", "C4", "－"),
      ("叙述", "A6", "党减"), ("叙述", "B6", "写错了项"),
    ])
    let outcome = try fixture.take(form)
    #expect(
      outcome.faults == [
        "data-unit-in-cell 甲.xlsx!资助!B5", "data-not-integer 甲.xlsx!资助!C5",
        "data-not-allowed 甲.xlsx!资助!D5", "data-bad-date 甲.xlsx!资助!E5",
        "data-out-of-range 甲.xlsx!资助!B6", "data-duplicate-key 甲.xlsx!资助!A7",
        "data-dash 甲.xlsx!指标!C4", "import-unknown-item 甲.xlsx!叙述!B6",
      ])
    // Nothing is written.
    #expect(fixture.data("资助.csv") == FormFixture.table)
    let slip = ReturnSlip(outcome)
    let item = try #require(slip.items.first)
    #expect(item.sheet == "资助")
    #expect(item.cell == "B5")
    #expect(item.found == "62万元")
    #expect(item.row.hasPrefix("幼儿园 | 62万元 | 12.5"))
    #expect(item.isFault)
  }

  @Test func twoFormsThatDifferAreAConflictAndTwoThatAgreeAreNot() throws {
    let fixture = FormFixture()
    let one = try fixture.form([("资助", "B5", "70"), ("资助", "C5", "9")], named: "甲.xlsx")
    let two = try fixture.form([("资助", "B5", "71"), ("资助", "C5", "9")], named: "乙.xlsx")
    let outcome = try fixture.take(one, two)
    #expect(outcome.faults == ["import-conflict 乙.xlsx!资助!B5"])
    #expect(outcome.lines.count == 2)
    #expect(fixture.data("资助.csv") == FormFixture.table)
    // What one left as it was is no contradiction of what the other changed.
    let three = try fixture.form([("资助", "B6", "40")], named: "丙.xlsx")
    let merged = try fixture.take(one, three)
    #expect(merged.faults == [])
    #expect(fixture.data("资助.csv").contains("幼儿园,70,9,"))
    #expect(fixture.data("资助.csv").contains("高中,\"40\",450,"))
  }

  @Test func aCellWithAFaultIsRefusedWithItsOwnMessageOnly() throws {
    let fixture = FormFixture()
    let one = try fixture.form([("资助", "B5", "5000"), ("资助", "C5", "9")], named: "甲.xlsx")
    let two = try fixture.form([("资助", "B5", "6000"), ("指标", "C4", "101")], named: "乙.xlsx")
    let outcome = try fixture.take(one, two)
    #expect(
      outcome.faults == [
        "data-out-of-range 甲.xlsx!资助!B5", "data-out-of-range 乙.xlsx!资助!B5",
        "data-out-of-range 乙.xlsx!指标!C4",
      ])
    #expect(outcome.lines == ["资助.幼儿园.人数: 1240 → 9"])
    #expect(fixture.data("资助.csv") == FormFixture.table)
  }

  @Test func blankCellsChangeNothing() throws {
    let fixture = FormFixture()
    let outcome = try fixture.take(
      fixture.form([("资助", "B5", ""), ("指标", "C4", ""), ("叙述", "B4", "")]))
    #expect(outcome.lines == [])
    #expect(
      outcome.files[0].diagnostics.map(\.id) == ["import-not-filled", "import-not-filled"])
  }

  @Test func formsOfAnotherPeriodAndStrangeFilesAreRefused() throws {
    let fixture = FormFixture()
    let form = try fixture.form([("资助", "B5", "70")])
    fixture.folder.write("期间: 2024年上半年\n单位: 测试局\n", to: "2023H2/report.yaml")
    #expect(try fixture.take(form).faults == ["import-other-period"])
    #expect(try fixture.take(("乱.xlsx", Array("不是工作簿".utf8))).faults == ["data-xlsx-broken"])
    #expect(try fixture.take(("空.xlsx", [])).faults == ["data-empty-file"])
    let book = try fixture.form([], named: "表.xlsx")
    #expect(book.bytes.count > 1000)
  }

  @Test func whatStandsInOtherFilesIsCorrected() throws {
    let fixture = FormFixture(table: nil)
    fixture.folder.write(
      "- {项目: 幼儿园, 金额: 62, 人数: 1240}  # 计财股\n- {项目: 高中, 金额: 36}\n",
      to: "2023H2/data/资助.yaml")
    let before = fixture.data("资助.yaml")
    _ = try fixture.take(fixture.form([("资助", "B5", "63"), ("资助", "A7", "初中"), ("资助", "B7", "5")]))
    #expect(fixture.data("资助.yaml") == before)
    #expect(
      fixture.data("更正.csv") == """
        表,行,列,更正为,限定,写法,原值,操作,来源,说明
        资助,幼儿园,金额,63,,,62,,甲.xlsx!资助!B5,
        资助,初中,项目,初中,,,,新增,甲.xlsx!资助!A7,
        资助,初中,金额,5,,,,新增,甲.xlsx!资助!B7,

        """)
    let report = try fixture.report()
    let table = try #require(report.data.table(named: "资助"))
    #expect(table.rows.count == 3)
    #expect(table.origin(row: 0, column: 1)?.file == "data/更正.csv")
    #expect(table.origin(row: 2, column: 1)?.place == "data/更正.csv:4:10")
    #expect(
      report.draft(allowsMissing: true).text.text.contains("幼儿园63万元,1240人;高中36万元;初中5万元"))
    // A second change goes where the first one is.
    _ = try fixture.take(fixture.form([("资助", "B5", "64"), ("资助", "B7", "6")]))
    #expect(fixture.data("更正.csv").contains("资助,幼儿园,金额,64,"))
    #expect(fixture.data("更正.csv").contains("资助,初中,金额,6,,,,新增,"))
    #expect(try fixture.take(fixture.form([])).lines == [])
  }

  @Test func aMemberOfAListIsAdded() throws {
    let fixture = FormFixture()
    let outcome = try fixture.take(fixture.form([("叙述", "A7", "问题[2].标题"), ("叙述", "B7", "经费不足")]))
    #expect(outcome.faults == [])
    #expect(fixture.data("更正.csv").contains("叙述,问题[2].标题,内容,经费不足,,,,新增,"))
    #expect(try fixture.take(fixture.form([])).lines == [])
  }
}
