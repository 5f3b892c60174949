import DataFiles
import ReportModel
import SourceText
import TestSupport
import Testing

@Suite struct DataSchemaReadingTests {
  @Test(arguments: [
    "表: {资助: {列: {金额: {类型: 数值, 单位: 万元}, 人数: {类型: 整数, 单位: 人}}, 算出: {人均: {算式: 金额 ÷ 人数, 单位: 元}, 占比: {算式: Σ金额/金额, 单位: '%', 小数: 0}}, 图表: [金额, {列: [金额, 人均], 样式: 条形, 标题: 甲}, {列: 占比, 样式: 饼形}]}}\n",
    "tables: {资助: {columns: {金额: {type: number, unit: 万元}, 人数: {type: integer, unit: 人}}, derived: {人均: {formula: 金额/人数, unit: 元}, 占比: {formula: 合计(资助.金额) ／ 金额, unit: '%', decimals: 0}}, charts: [金额, {columns: [金额, 人均], kind: bar, title: 甲}, {columns: [占比], kind: pie}]}}\n",
  ])
  func readsColumnsThatFollowAndCharts(_ text: String) throws {
    let (schema, diagnostics) = Reading.schema(text)
    #expect(diagnostics == [])
    let table = try #require(schema.table(named: "资助"))
    #expect(
      table.derived == [
        DerivedColumn(
          name: "人均", unit: MeasureUnit("元"), left: .column("金额"), operation: .divide,
          right: .column("人数"), decimals: 2),
        DerivedColumn(
          name: "占比", unit: MeasureUnit("%"), left: .total("金额"), operation: .divide,
          right: .column("金额"), decimals: 0),
      ])
    #expect(
      table.charts == [
        TableChart(.column, columns: ["金额"]),
        TableChart(.bar, columns: ["金额", "人均"], title: "甲"),
        TableChart(.pie, columns: ["占比"]),
      ])
  }

  @Test func namesThatHoldSignsAreNotCutApart() throws {
    let (schema, diagnostics) = Reading.schema(
      "表: {路: {列: {长/宽: {类型: 数值}, 甲-乙: {类型: 数值}}, 算出: {丙: {算式: 长/宽 - 甲-乙}}}}\n")
    #expect(diagnostics == [])
    let column = try #require(schema.table(named: "路")?.derived.first)
    #expect(column.left == .column("长/宽"))
    #expect(column.operation == .subtract)
    #expect(column.right == .column("甲-乙"))
  }

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
    (
      "表: {甲: {列: {乙: {类型: 数值, 单位: 万元}, 丙: {类型: 整数, 单位: 人}, 丁: {}}, 算出: {乙: {算式: 乙 ÷ 丙}, 戊: {算式: 乙 ÷ 丁}, 己: {算式: 乙 ÷ 丙, 单位: '%'}, 庚: {算式: 乙 ÷ 丙, 单位: 元, 小数: 9}, 辛: {单位: 元}}}}\n",
      [
        "pack.yaml:1:67 schema-derived-twice “乙”已经是“列”里的一列",
        "pack.yaml:1:91 schema-bad-formula “乙 ÷ 丁”不是两列的算式",
        "pack.yaml:1:107 schema-formula-unit “乙 ÷ 丙”由“万元”和“人”得不出“%”",
        "pack.yaml:1:150 schema-bad-decimals “表.甲.算出.庚.小数”应是 0 到 6 的整数",
        "pack.yaml:1:157 yaml-missing-key “表.甲.算出.辛”缺少“算式”(英文名 formula)",
      ]
    ),
    (
      "表: {甲: {列: {乙: {类型: 数值}, 丙: {}}, 图表: [丙, {列: [乙, 乙], 样式: 饼形}, {列: 乙, 样式: 雷达}]}}\n",
      [
        "pack.yaml:1:39 schema-bad-chart 图表的“丙”不是数值列",
        "pack.yaml:1:46 schema-bad-chart 饼形图只画一列",
        "pack.yaml:1:74 schema-bad-chart “表.甲.图表[3].样式”不能是“雷达”",
      ]
    ),
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
