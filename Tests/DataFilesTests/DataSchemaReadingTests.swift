import DataFiles
import ReportModel
import SourceText
import TestSupport
import Testing

@Suite struct DataSchemaReadingTests {
  @Test func readsBothNames() throws {
    let chinese = Reading.schema(
      """
      表:
        资助: {主键: 项目, 必需: true, 列: {项目: {类型: 文本, 取值: [甲, 乙]}, 金额: {类型: 数值, 单位: 万元, 合计: 是, 必需: true, 范围: [-0.5, 100]}}}
      指标:
        安全.会议: {单位: 次, 类型: 整数, 口径: 学年}
      """)
    let english = Reading.schema(
      """
      tables:
        资助: {key: 项目, required: yes, columns: {项目: {type: text, allowed: [甲, 乙]}, 金额: {type: number, unit: 万元, total: true, required: true, range: [-0.5, 100]}}}
      figures:
        安全.会议: {unit: 次, type: integer, kind: school_year}
      """)
    #expect(chinese.1 == [])
    #expect(english.1 == [])
    #expect(chinese.0 == english.0)
    let table = try #require(chinese.0.table(named: "资助"))
    #expect(table.key == "项目")
    #expect(table.isRequired)
    #expect(table.column(named: "项目")?.allowed == ["甲", "乙"])
    let amount = try #require(table.column(named: "金额"))
    #expect(amount.addsUp && amount.isRequired && amount.unit == "万元")
    #expect(amount.range?.lowerBound.description == "-0.5")
    #expect(chinese.0.figure(id: "安全.会议")?.kind == .schoolYear)
    #expect(chinese.0.figure(id: "安全.会议")?.type == .integer)
  }

  @Test(arguments: [
    ("表: [甲]\n", ["pack.yaml:1:4 yaml-wrong-type “表”应是映射(每行一个“名称: 值”),这里是列表"]),
    (
      "表: {甲: {主键: 乙, 列: {丙: {类型: 文章}}}}\n",
      [
        "pack.yaml:1:8 schema-unknown-key-column 主键“乙”不在“列”里",
        "pack.yaml:1:28 schema-unknown-type “表.甲.列.丙.类型”不能是“文章”",
      ]
    ),
    (
      "指标: {甲: {范围: [3, 1], 口径: 月度, 类型: 文本, 单价: 元}}\n",
      [
        "pack.yaml:1:14 schema-bad-range “指标.甲.范围”应是由小到大的两个数",
        "pack.yaml:1:26 schema-unknown-kind “指标.甲.口径”不能是“月度”",
        "pack.yaml:1:34 schema-unknown-type “指标.甲.类型”不能是“文本”",
        "pack.yaml:1:38 yaml-unknown-key “指标.甲”里没有“单价”这一项",
      ]
    ),
    (
      "表: {甲: {必需: 也许}, 甲: {}}\n",
      [
        "pack.yaml:1:13 yaml-wrong-type “表.甲.必需”应是 true 或 false(是、否),这里是“也许”",
        "pack.yaml:1:18 yaml-duplicate-key “甲”写了两次",
      ]
    ),
  ])
  func reportsAllFaults(text: String, expected: [String]) {
    #expect(Reading.schema(text).1.sorted() == expected.sorted())
  }

  @Test(arguments: SampleFolder.reports)
  func samplesSatisfyTheirPack(folder: String) throws {
    let root = TestFile.repository
    let pack = try #require(TestFile.bytes(root + "/Templates/education-half-year/pack.yaml"))
    let data = "\(root)/Samples/\(folder)/data"
    let inputs = TestFile.names(in: data).compactMap { name in
      TestFile.bytes("\(data)/\(name)").map { DataInput(name: "data/\(name)", raw: $0) }
    }
    #expect(!inputs.isEmpty)
    let schemaText = String(decoding: pack, as: UTF8.self)
    let file = SourceFile(name: "pack.yaml", text: schemaText)
    let schema = try #require(DataSchema.read(file).schema)
    let (read, diagnostics) = DataFileReader.read(inputs, schema: schema)
    #expect(diagnostics.map { "\($0.place.file) \($0.message.text(in: .zh))" } == [])
    #expect(!read.tables.isEmpty && !read.figures.isEmpty && read.narrative != nil)
  }
}
