import DataFiles
import ReportModel
import SourceText
import TestSupport
import Testing

@Suite struct TableReadingTests {
  @Test(arguments: [
    ("项目,金额(万元),人数（人）\n甲,1.50,2\n乙,,3\n", ["项目|金额(万元)#|人数(人)#", "甲|1.50万元|2人", "乙||3人"]),
    ("\u{FEFF}项目,金额 (单位:万元)\r\n甲,1\r\n", ["项目|金额(万元)#", "甲|1万元"]),
    ("项目\t金额(万元)\n甲\t1\n", ["项目|金额(万元)#", "甲|1万元"]),
    ("项目,说明\n甲,\"一\n二,\"\"三\"\"\"\n乙,\n", ["项目|说明", "甲|一\n二,\"三\"", "乙|"]),
    ("项目,完成(％),完成限定,完成写法\n甲,100,达,\n乙,2,,两成\n", ["项目|完成(%)#", "甲|达100%", "乙|两成"]),
    ("项目,金额,限定,单位\n甲,1,余,万元\n乙,2,,万元\n", ["项目|金额(万元)#", "甲|1余万元", "乙|2万元"]),
    ("项目,金额,单位\n甲,1,万元\n乙,2,人\n", ["项目|金额#", "甲|1万元", "乙|2人"]),
    ("单位,金额(万元)\n一中,1\n", ["单位|金额(万元)#", "一中|1万元"]),
    ("项目,单位,金额(万元),人数(人)\n甲,一中,1,2\n", ["项目|单位|金额(万元)#|人数(人)#", "甲|一中|1万元|2人"]),
    ("名称(全称),编码,年份\n甲,007,2023\n乙,008,2024\n", ["名称|编码|年份#", "甲|007|2023", "乙|008|2024"]),
    ("项目,开工(年月日)\n甲,2023-06-30\n", ["项目|开工", "甲|2023-06-30"]),
    ("项目,金额(万元),source,\n甲,1,甲局,\n,,,\n", ["项目|金额(万元)#|来源", "甲|1万元|甲局"]),
    ("序号,项目\n1,甲\n2,乙", ["序号|项目", "1|甲", "2|乙"]),
    ("项目\r金额\r", ["项目", "金额"]),
  ])
  func columnsFollowFromHeadsAndCells(text: String, expected: [String]) {
    let reading = Reading(["表.csv": text])
    #expect(reading.faults() == [])
    #expect(reading.table("表") == expected)
  }

  @Test func warnsOfMixedColumns() {
    let reading = Reading(["表.csv": "项目,金额\n甲,1\n乙,2\n丙,2000万\n"])
    #expect(reading.faults() == ["表.csv:1:4 data-mixed-column “金额”有 2 格是数字,1 格不是,整列按文字读取"])
    #expect(reading.table("表") == ["项目|金额", "甲|1", "乙|2", "丙|2000万"])
  }

  @Test func schemaDecidesTypes() {
    let schema = """
      tables:
        表:
          key: 项目
          columns:
            项目: {type: text}
            规模(大小): {type: text}
            金额: {type: number, unit: 万元, total: true}
            年份: {type: text}
            对象: {type: list}
      """
    let reading = Reading(
      ["表.csv": "年份,项目,规模(大小),金额,对象\n2023,甲,大,1,小学、初中\n"], schema: schema)
    #expect(reading.faults() == [])
    #expect(
      reading.table("表") == ["年份|项目|规模(大小)|金额(万元)#Σ|对象", "2023|甲|大|1万元|[小学,初中]"])
    #expect(reading.data.table(named: "表")?.key(ofRow: 0) == "甲")
    #expect(
      reading.data.table(named: "表")?.origin(row: 0, column: 3)?.place == "表.csv:2:10")
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func placesCountCharacters(end: String, mark: String) throws {
    let text = mark + ["项目,说明,金额(万元)", "\"甲\(end)乙\",𠮷祥,无", ""].joined(separator: end)
    for encoding in TextEncoding.allCases {
      let raw = try TextDecoder.encode(Array(text.utf8), as: encoding)
      let file = SourceFile(name: "表.csv", raw: raw, encoding: encoding)
      let reading = Reading([.text(file)], files: [file])
      let places = reading.diagnostics.map { "\(reading.place($0.place)) \($0.id)" }
      #expect(places == ["表.csv:3:7 data-no-figure"])
      #expect(
        reading.data.table(named: "表")?.origin(row: 0, column: 2)?.place == "表.csv:3:7")
    }
  }

  @Test func readsTablesOfYAMLAndJSON() {
    let yaml = "- {项目: 甲, 金额(万元): 1.50, 对象: [小学, 初中]}\n- 项目: 乙\n  金额(万元): 无\n"
    let json = "[{\"项目\":\"甲\",\"金额(万元)\":1.5},{\"项目\":\"甲\"},{\"金额(万元)\":{}}]"
    let reading = Reading(["资助.yaml": yaml, "工程.json": json])
    #expect(
      reading.faults() == [
        "资助.yaml:3:11 data-no-figure “金额(万元)”要填数字,这里是“无”,是文字",
        "工程.json:1:32 data-duplicate-key “甲”出现了两次",
        "工程.json:1:47 data-yaml-cell 这里应是一个值,或文字的列表",
        "工程.json:1:47 data-blank-key 这一行没有名称",
      ])
    #expect(reading.table("资助") == ["项目|金额(万元)#|对象", "甲|1.50万元|小学、初中", "乙||"])
  }

  @Test(arguments: ["甲: 1\n", "甲: {乙: 1}\n", "文字"])
  func refusesOtherShapesOfYAML(text: String) {
    #expect(Reading(["资助.yaml": text]).diagnostics.map(\.id) == ["data-yaml-shape"])
  }

  @Test func survivesAnyCut() {
    let text = "\u{FEFF}项目,金额(万元),说明\r\n\"甲\"\"乙\",1,\"一\r\n二\"\r\n丙,２,\r\n"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      for ending in ["csv", "tsv", "yaml"] {
        let file = SourceFile(name: "表.\(ending)", raw: Array(bytes[..<end]), encoding: .utf8)
        let (data, diagnostics) = DataFileReader.read([.text(file)])
        #expect(!data.tables.isEmpty || !diagnostics.isEmpty)
        for case .text(_, let range) in diagnostics.map(\.place) {
          #expect(range.upperBound <= file.bytes.count, "cut at \(end)")
        }
      }
    }
  }
}
