import DataFiles
import ReportModel
import SourceText
import Testing

@Suite struct TableFaultTests {
  private static let schema = """
    表:
      资助:
        主键: 项目
        必需: true
        列:
          项目: {类型: 文本, 必需: true}
          级别: {类型: 文本, 取值: [省级, 市级]}
          金额: {类型: 数值, 单位: 万元, 必需: true, 范围: [0, 1000]}
          人数: {类型: 整数, 单位: 人}
          日期: {类型: 日期}
          对象: {类型: 列表}
    """

  @Test(arguments: [
    ("", ["资助.csv data-empty-file 文件是空的"], ["资助.csv data-empty-file the file is empty"]),
    (
      "\u{FEFF}\r\n \r\n", ["资助.csv data-empty-file 文件是空的"],
      ["资助.csv data-empty-file the file is empty"]
    ),
    (
      "项目;金额\n甲;1\n", ["资助.csv:1:1 data-separator 列与列之间用的是“;”"],
      ["资助.csv:1:1 data-separator the columns are separated by “;”"]
    ),
    (
      "项目,金额(万元)\n甲,1,2\n乙\n丙,3,\n",
      [
        "资助.csv:2:5 data-row-too-many-cells 这一行有 3 格,列名只有 2 个,从这一格起多出",
        "资助.csv:3:1 data-row-too-few-cells 这一行只有 1 格,应有 2 格,缺“金额(万元)”",
      ],
      [
        "资助.csv:2:5 data-row-too-many-cells 3 cells in a row of 2 columns; extra from here on",
        "资助.csv:3:1 data-row-too-few-cells 1 cells in a row of 2 columns; “金额(万元)” is missing",
      ]
    ),
    (
      "项目,金额(万元)\n甲,1\n乙,\"2\n丙,3\n",
      [
        "资助.csv:3:3 data-unclosed-quote 这里开始的引号没有结束"
      ],
      [
        "资助.csv:3:3 data-unclosed-quote the quote that begins here is not closed"
      ]
    ),
    (
      "项目,金额(万元)\n\"甲\"乙,1\n", ["资助.csv:2:4 data-text-after-quote 引号结束后、逗号之前还有字"],
      ["资助.csv:2:4 data-text-after-quote text between a closing quote and the comma"]
    ),
    (
      "项目,金额(万元),金额\n甲,1,2\n", ["资助.csv:1:11 data-duplicate-column “金额”这一列有两个"],
      ["资助.csv:1:11 data-duplicate-column two columns are called “金额”"]
    ),
    (
      "项目,金额(万元),\n甲,1,2\n", ["资助.csv:1:11 data-blank-column-name 这一列有数据,但没有列名"],
      ["资助.csv:1:11 data-blank-column-name this column holds data but has no name"]
    ),
    (
      "项目,金额(元)\n甲,1\n", ["资助.csv:1:4 data-unit-mismatch “金额”的单位应是万元,这里是元"],
      ["资助.csv:1:4 data-unit-mismatch “金额” is expected in 万元, this is 元"]
    ),
    (
      "项目,金額(万元)\n甲,1\n",
      [
        "资助.csv:1:1 data-missing-column 缺少“金额(万元)”这一列",
        "资助.csv:1:4 data-unknown-column 模板里没有“金額”这一列",
      ],
      [
        "资助.csv:1:1 data-missing-column the column “金额(万元)” is missing",
        "资助.csv:1:4 data-unknown-column the pack knows no column “金額”",
      ]
    ),
    (
      "金额(万元)\n1\n", ["资助.csv:1:1 data-missing-column 缺少“项目”这一列"],
      ["资助.csv:1:1 data-missing-column the column “项目” is missing"]
    ),
    (
      "项目,金额(万元)\n甲,1\n,2\n甲,3\n",
      ["资助.csv:3:1 data-blank-key 这一行没有名称", "资助.csv:4:1 data-duplicate-key “甲”出现了两次"],
      [
        "资助.csv:3:1 data-blank-key this row has no name",
        "资助.csv:4:1 data-duplicate-key “甲” occurs twice",
      ]
    ),
    (
      "项目,金额(万元)\n甲,\n乙,1000.01\n丙,-1\n",
      [
        "资助.csv:2:3 data-blank-required “金额(万元)”必须填写",
        "资助.csv:3:3 data-out-of-range “金额(万元)”应在 0 到 1000 之间,这里是 1000.01",
        "资助.csv:4:3 data-out-of-range “金额(万元)”应在 0 到 1000 之间,这里是 -1",
      ],
      [
        "资助.csv:2:3 data-blank-required “金额(万元)” must be filled in",
        "资助.csv:3:3 data-out-of-range “金额(万元)” is expected within 0 to 1000, this is 1000.01",
        "资助.csv:4:3 data-out-of-range “金额(万元)” is expected within 0 to 1000, this is -1",
      ]
    ),
    (
      "项目,金额(万元),级别\n甲,1,省极\n", ["资助.csv:2:5 data-not-allowed “级别”只能填省级、市级,这里是“省极”"],
      ["资助.csv:2:5 data-not-allowed “级别” takes only 省级、市级, this is “省极”"]
    ),
    (
      "项目,金额(万元),日期\n甲,1,2023/6/30\n乙,1,2023-02-30\n丙,1,月底\n丁,1,2023-06-30\n",
      [
        "资助.csv:2:5 data-date-form “日期”的日期要写成 2023-06-30 这样,这里是“2023/6/30”",
        "资助.csv:3:5 data-bad-date “日期”要填日期,这里是“2023-02-30”",
        "资助.csv:4:5 data-bad-date “日期”要填日期,这里是“月底”",
      ],
      [
        "资助.csv:2:5 data-date-form dates in “日期” are written like 2023-06-30, this is “2023/6/30”",
        "资助.csv:3:5 data-bad-date “日期” takes a date, this is “2023-02-30”",
        "资助.csv:4:5 data-bad-date “日期” takes a date, this is “月底”",
      ]
    ),
    (
      "项目,金额(万元),对象\n甲,1,小学、、初中\n乙,1,小学；初中\n丙,1,小学、初中\n",
      [
        "资助.csv:2:5 data-blank-member “对象”的“、”之间有空项",
        "资助.csv:3:5 data-list-separator “对象”的各项应以“、”分隔,这里用了“；”",
      ],
      [
        "资助.csv:2:5 data-blank-member “对象” has a blank member between two “、”",
        "资助.csv:3:5 data-list-separator members of “对象” are joined by “、”, this has “；”",
      ]
    ),
    (
      "项目,金额(万元),金额限定,口径,截至\n甲,1,差不多,全部,2023/6/30\n乙,,余,,2023年6月\n",
      [
        "资助.csv:2:5 data-unknown-qualifier 不认得限定词“差不多”", "资助.csv:2:9 data-unknown-kind 不认得口径“全部”",
        "资助.csv:2:12 data-date-form “截至”的日期要写成 2023-06-30 这样,这里是“2023/6/30”",
        "资助.csv:3:3 data-blank-required “金额(万元)”必须填写",
        "资助.csv:3:4 data-wording-without-number “金额限定”填了“余”,但没有数值",
      ],
      [
        "资助.csv:2:5 data-unknown-qualifier unknown qualifier “差不多”",
        "资助.csv:2:9 data-unknown-kind unknown kind (口径) “全部”",
        "资助.csv:2:12 data-date-form dates in “截至” are written like 2023-06-30, this is “2023/6/30”",
        "资助.csv:3:3 data-blank-required “金额(万元)” must be filled in",
        "资助.csv:3:4 data-wording-without-number “金额限定” says “余”, but there is no number",
      ]
    ),
    (
      "项目,金额(万元),人数(人),限定\n甲,1,2,余\n", ["资助.csv:1:17 data-ambiguous-column 表里有几个数字列,不知道“限定”说的是哪一列"],
      [
        "资助.csv:1:17 data-ambiguous-column the table has several number columns; “限定” may belong to any of them"
      ]
    ),
    (
      "项目,金额(万元)\n甲\0,1\n", ["资助.csv:2:2 data-binary 文件里有控制字符 U+0000,不像是文字,整个文件没有读取"],
      [
        "资助.csv:2:2 data-binary the file holds the control character U+0000 and is hardly text; it was not read"
      ]
    ),
  ])
  func eachIsReportedOnce(text: String, zh: [String], en: [String]) {
    let reading = Reading(["资助.csv": text], schema: Self.schema)
    #expect(reading.faults() == zh)
    #expect(reading.faults(.en) == en)
    #expect(reading.diagnostics.allSatisfy { $0.remedy != nil })
  }

  @Test func columnsOfYourOwnAreWarnedOf() {
    let reading = Reading(
      ["资助.csv": "项目,金额(万元),备注一,来源\n甲,1,无,教育局\n"], schema: Self.schema)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.faults() == ["资助.csv:1:11 data-unknown-column 模板里没有“备注一”这一列"])
    #expect(reading.table("资助") == ["项目|金额(万元)#|备注一|来源", "甲|1万元|无|教育局"])
  }

  @Test func duplicatesPointToTheFirst() {
    let reading = Reading(["资助.csv": "项目,金额(万元)\n甲,1\n甲,2\n"], schema: Self.schema)
    #expect(reading.diagnostics.first?.notes.first?.place.map(reading.place) == "资助.csv:2:1")
  }

  @Test func oneFaultForAFileOfRandomBytes() {
    var state: UInt64 = 7
    let bytes = (0..<4096).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let reading = Reading([DataInput(name: "资助.csv", raw: bytes)], schema: Self.schema)
    #expect(reading.diagnostics.map(\.id) == ["data-undecodable"])
  }

  @Test func missingTablesAreNamed() {
    let reading = Reading(["data/资肋.csv": "项目,金额\n甲,1\n"], schema: Self.schema)
    #expect(reading.faults() == ["data/资助.csv data-missing-table 缺少数据表“资助”"])
    #expect(reading.remedies() == ["是不是“资肋”的文件名写错了?"])
    #expect(Reading([], schema: Self.schema).remedies() == ["请在数据文件夹里添加 资助.csv"])
  }

  @Test func faultsOfAllFilesComeInOneRun() {
    let reading = Reading(
      [
        "data/资助.csv": "项目,金额(万元)\n甲,无\n乙,１\n", "data/奖项.csv": "赛事,数量(个)\n甲,/\n",
        "data/other.docx": "",
      ], schema: Self.schema)
    #expect(
      reading.diagnostics.map { "\(reading.place($0.place)) \($0.id)" } == [
        "data/资助.csv:2:3 data-no-figure", "data/资助.csv:3:3 data-fullwidth-digits",
        "data/奖项.csv:2:3 data-slash", "data/other.docx data-unknown-format",
      ])
  }
}
