import DataFiles
import SourceText
import TestSupport
import Testing

/// Every fault of data as it is printed, in both languages.
@Suite struct FaultGoldenTests {
  private static let schema = """
    表:
      资助:
        主键: 项目
        必需: true
        列:
          项目: {类型: 文本, 必需: true}
          级别: {类型: 文本, 取值: [省级, 市级]}
          金额: {类型: 数值, 单位: 万元, 必需: true, 合计: true, 范围: [0, 1000]}
          人数: {类型: 整数, 单位: 人}
          比例: {类型: 数值, 单位: "%"}
          日期: {类型: 日期}
          对象: {类型: 列表}
      学校: {必需: true, 列: {学校: {}, 学生: {类型: 整数, 单位: 人}}}
      工程: {列: {类别: {}, 投资: {类型: 数值, 单位: 万元, 必需: true}}}
    指标:
      资助.总额: {类型: 数值, 单位: 万元, 必需: true, 口径: 累计}
      立案: {类型: 整数, 单位: 起, 必需: true}
      受助: {类型: 整数, 单位: 人, 必需: true}
      结案: {类型: 整数, 单位: 起, 必需: true}
    核对:
      - 资助.总额 = Σ资助.金额
      - 受助 = Σ资助.金额
    """

  /// Files with a fault each, or with several of a kind.
  private static let files: [(name: String, text: String)] = [
    ("空.csv", "\n"), ("分号.csv", "项目;金额\n甲;1\n"),
    ("格数.csv", "项目,金额(万元)\n甲,1,2\n乙\n"),
    ("引号.csv", "项目,说明\n\"甲\"乙,1\n丙,\"丁\n"),
    ("列名.csv", "项目,金额(万元),金额,\n甲,1,2,3\n"),
    ("限定.csv", "项目,甲(人),乙(人),限定\n一,1,2,余\n"),
    ("混合.csv", "项目,数量\n甲,1\n乙,2\n丙,很多\n"),
    ("合计.csv", "项目,金额(万元)\n甲,1\n合计,1\n"),
    ("空行.csv", "项目,金额(万元)\n"), ("控制.csv", "项目\n甲\u{1}\n"), ("格式.docx", ""),
    ("数.csv", "项目,金额(万元)\n" + numerals.map { "\($0.key),\($0.value)\n" }.joined()),
    ("无单位.csv", "项目,数值写法,数值写法限定\n甲,5人,\n乙,3万,\n"),
    (
      "资助.csv",
      "单位:元,,,,,,,,\n项目,级别,金额(万元),人数(人),比例(%),日期,对象,口径,金额限定,金颏\n"
        + "甲,省极,1000.5,1.5,46.7%,2023/6/30,小学、、初中,全部,差不多,\n"
        + "甲,省级,无,3人,5％,2023-02-30,小学;初中,,余,\n,市级,,,,,,,近,\n合计,8,,,,,,,,\n合计,,7,,,,,,,\n"
    ),
    ("学生.csv", "学校,学生\n一中,1\n"), ("工程.csv", "类别,头资(万元)\n"), ("学生.tsv", "学校\n一中\n"),
    ("figures.csv", "指标,数值,单位,口径\n资助.总额,5,元,本期\n立案,2.5,起,\n立按,1,起,\n受助,5,人,\n资助.总额,6,万元,\n,7,起,\n"),
  ]

  private static let numerals: KeyValuePairs = [
    "乘": "2000万", "全角": "１２", "千分位": "\"1,234\"", "逗号": "\"1,23\"", "两点": "12.5.1", "横线": "—",
    "无": "无",
    "斜线": "/", "日期": "2023-06-30", "日期二": "6月30日", "出错": "#REF!", "科学": "1.2E+05", "写法": "+5",
    "货币": "￥5", "同单位": "5万元", "他幂": "5亿元", "他单位": "5人", "约": "约5", "余": "5余", "区间": "5～10",
    "汉字": "五十", "过长": "123456789012345678901234567890123456789012", "其他": "见附件",
  ]

  private static let reading: Reading = {
    let sources = files.map { SourceFile(name: "data/\($0.name)", text: $0.text) }
    var inputs = sources.map(DataInput.text)
    inputs.append(DataInput(name: "data/乱码.csv", raw: [0x41, 0xFF, 0xFE, 0x2C, 0x81, 0x0A, 0xC0]))
    return Reading(inputs, files: sources, schema: schema)
  }()

  @Test(arguments: MessageLanguage.allCases) func everyFaultReadsAsRecorded(
    language: MessageLanguage
  ) {
    let reading = Self.reading
    let text = reading.diagnostics.map { fault in
      var lines = ["\(reading.place(fault.place)) \(fault.severity.rawValue) \(fault.id)"]
      lines.append("  " + fault.message.text(in: language))
      if let remedy = fault.remedy { lines.append("  → " + remedy.text(in: language)) }
      for note in fault.notes {
        lines.append(
          "  · " + note.message.text(in: language)
            + (note.place.map { " (\(reading.place($0)))" } ?? ""))
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
    GoldenFile.expect(text, at: GoldenFile.path("faults.\(language == .zh ? "zh" : "en").txt"))
  }

  /// Faults that only workbooks, YAML files or files beyond 16 MB have.
  private static let elsewhere: Set<String> = [
    "data-row-too-long", "data-hidden-sheet", "data-hidden-rows", "data-merged-cells",
    "data-uncalculated", "data-not-text", "data-file", "data-total-mismatch", "data-date-serial",
    "data-no-date",
  ]

  @Test func noFaultIsLeftOut() throws {
    let folder = TestFile.repository + "/Sources/DataFiles/"
    var known: Set<String> = []
    for file in ["", "+Cells", "+Numerals", "+Sums"] {
      let source = try #require(TestFile.read(folder + "DataFault\(file).swift"))
      for part in source.split(separator: "\"") where part.hasPrefix("data-") {
        known.insert(String(part))
      }
    }
    let shown = Set(Self.reading.diagnostics.map(\.id))
    #expect(known.count > 50)
    #expect(known.subtracting(shown).subtracting(Self.elsewhere).sorted() == [])
  }

  @Test func everyFaultHasItsOwnMessageAndARemedy() {
    var ids: [String: String] = [:]
    for fault in Self.reading.diagnostics {
      #expect(fault.remedy != nil, "\(fault.id)")
      let message = fault.message.text(in: .zh) + fault.message.text(in: .en)
      let other = ids.updateValue(fault.id, forKey: message)
      #expect(other == nil || other == fault.id, "\(fault.id) reads like \(other ?? "")")
    }
  }
}
