import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct RecordFillingTests {
  /// The fixture's values as a record.
  private static let record = """
    {"单位":"青禾县教育局", "行风":{"立案":2, "完成":true}, "行风.空缺":null, "比例":46.70,
     "资助":[{"项目":"幼儿园","金额":78.55,"人数":1571}, {"项目":"高中","金额":47.36,"人数":592},
             {"项目":"中职","金额":770.88,"人数":null}], "空表":[], "多余":[{"甲":[1,{}]}]}
    """

  private static let schema = DataSchema(
    tables: [
      DataSchema.Table(
        name: "资助",
        columns: [
          DataSchema.Member("项目", DataSchema.Value(type: .text)),
          DataSchema.Member("金额", DataSchema.Value(type: .number, unit: "万元")),
          DataSchema.Member("人数", DataSchema.Value(type: .integer, unit: "人")),
        ])
    ],
    figures: [
      DataSchema.Member("行风.立案", DataSchema.Value(type: .integer, unit: "起")),
      DataSchema.Member("比例", DataSchema.Value(type: .number, unit: "%")),
    ])

  /// What a template prints with a record, or the faults' ids.
  private static func fill(
    _ template: String, _ record: String = RecordFillingTests.record,
    limits: SectionFiller.Limits = SectionFiller.Limits()
  ) -> (text: String, faults: [Diagnostic]) {
    do throws(DiagnosticError) {
      var filler = try RecordFiller(
        SectionTemplate(SourceFile(name: "部分.txt", text: template)), schema: schema, limits: limits)
      var output = Array("前".utf8)
      let bytes = Array(record.utf8)
      let faults = bytes.withUnsafeBufferPointer {
        filler.fill(0..<bytes.count, of: $0, named: "records.jsonl", into: &output)
      }
      return (String(String(decoding: output, as: UTF8.self).dropFirst()), faults)
    } catch {
      return ("", error.diagnostics)
    }
  }

  @Test(arguments: [
    ("{{单位}}立案{{行风.立案}}。", "青禾县教育局立案2起。"),
    ("上线率{{比例}}", "上线率46.70%"),
    (
      "{% for 项 in 资助 分隔 \"、\" 末项分隔 \"和\" %}{{序号}}){{项.项目}}{{项.金额}}{% endfor %}",
      "1)幼儿园78.55万元、2)高中47.36万元和3)中职770.88万元"
    ),
    ("{% for 项 in 资助 %}{% if 项.人数 %}{{项.项目}}{{项.人数}},{% endif %}{% endfor %}", "幼儿园1571人,高中592人,"),
    ("{% for 项 in 空表 %}{{项.甲}}{% endfor %}完", "完"),
    ("{% if 行风.完成 %}完成{% else %}未完成{% endif %}", "完成"),
    ("{% if 行风.空缺 %}有{% else %}无{% endif %}", "无"),
    ("{% if 没有 %}有{% elif 单位 %}乙{% endif %}", "乙"),
    ("{% if 行风.立案 > 1 且 单位 == \"青禾县教育局\" %}多{% endif %}", "多"),
    ("合计{{合计(资助.金额)}},{{计数(资助)}}项", "合计896.79万元,3项"),
    (
      "{% for 甲 in 资助 %}{% for 乙 in 资助 %}{{甲.项目}}{{乙.金额|数值}} {% endfor %}{% endfor %}",
      "幼儿园78.55 幼儿园47.36 幼儿园770.88 高中78.55 高中47.36 高中770.88 中职78.55 中职47.36 中职770.88 "
    ),
    ("{% 连接 \"、\" 前 \"其中\" %}{% 项 行风.立案 %}甲{{行风.立案}}{% 项 没有 %}乙{% endjoin %}", "其中甲2起"),
    ("{{资助|列举}}", nil), ("{{行风.完成}}", nil), ("{{行风.空缺}}", nil), ("{{没有}}", nil),
    ("{% for 项 in 没有 %}甲{% endfor %}", nil),
  ])
  func printsWhatARecordHolds(template: String, expected: String?) {
    let result = Self.fill(template)
    if let expected {
      #expect(result.faults.map(\.id) == [])
      #expect(result.text == expected)
    } else {
      #expect(!result.faults.isEmpty)
      #expect(result.text.isEmpty, "nothing is printed of a record with faults")
    }
  }

  @Test(arguments: [
    "{{单位}}{{期间}}立案{{立案}},上线率{{比例}}。\n",
    "一、{{单位}}\n\n{% for 项 in 资助 %}\n{{序号}}.{{项.项目}}。投入{{项.金额}}。\n\n{% endfor %}\n完\n",
    "1.甲。一是{{单位}}。{% if 立案 == 3 %}二是乙。{% endif %}三是丙。",
    "{{标题}}", "取名{{标题}}", "取名{{换行}}", "{{资助}}",
    "{% for 项 in 资助 分隔 \"、\" %}{{项.项目|约}}{% endfor %}",
    "{{占比(资助.金额, 立案)}}", "{{合计(资助.金额)|元}},最大{{最大(资助.金额)}}",
  ])
  func aRecordAndAReportPrintTheSame(template: String) throws {
    let record = """
      {"单位":"青禾县教育局","期间":"2023年上半年","立案":2,"比例":46.7,"标题":"1.甲","换行":"上\\n下",
       "资助":[{"项目":"幼儿园","金额":78.55},{"项目":"高中","金额":47.36}]}
      """
    let byRecord = Self.fill(template, record)
    func figure(_ id: String, _ number: String, _ unit: String) throws -> SingleFigure {
      SingleFigure(
        id: id, label: id,
        quantity: Quantity(try #require(ExactDecimal(number)), unit: MeasureUnit(unit)),
        origin: ValueOrigin(file: id, line: 1, column: 1, path: id))
    }
    func row(_ line: Int, _ name: String, _ number: String) throws -> [DataCell] {
      [
        DataCell(.text(name), line: line, column: 1),
        DataCell(
          .quantity(Quantity(try #require(ExactDecimal(number)), unit: MeasureUnit("万元"))),
          line: line, column: 2),
      ]
    }
    let data = DataSet(
      tables: [
        DataTable(
          name: "资助", file: "资助",
          columns: [
            DataColumn(name: "项目", unit: MeasureUnit("")),
            DataColumn(name: "金额", unit: MeasureUnit("万元"), isNumeric: true),
          ], rows: [try row(1, "幼儿园", "78.55"), try row(2, "高中", "47.36")], keyColumn: nil)
      ], figures: [try figure("立案", "2", ""), try figure("比例", "46.7", "%")])
    var filler = SectionFiller(
      TemplateContext(
        settings: ["单位": "青禾县教育局", "期间": "2023年上半年", "标题": "1.甲", "换行": "上\n下"],
        data: data, schema: Self.schema))
    let text = filler.fill(try SectionTemplate(SourceFile(name: "部分.txt", text: template))).text
    #expect(byRecord.faults.map(\.id) == filler.diagnostics.map(\.id))
    if filler.diagnostics.isEmpty { #expect(byRecord.text == text) }
  }

  @Test(arguments: [
    (#"{"单位":"甲\u4e59\u00E9\ud83d\uDE00\/\"\\"}"#, "甲乙é😀/\"\\"),
    (#"{"\u5355\u4F4D":"名称也可以转义"}"#, "名称也可以转义"),
    (#" { "单位" : "空白" } "#, "空白"),
    (#"{"单位":"甲","单位":"后面的算数"}"#, "后面的算数"),
    (
      #"{"单位":-12345678901234567890123456789012345.678}"#,
      "-12345678901234567890123456789012345.678"
    ),
    (#"{"单位":0.50}"#, "0.50"), (#"{"单位":-0}"#, "-0"), (#"{"单位":"𠮷家"}"#, "𠮷家"),
  ])
  func readsJSON(record: String, expected: String) {
    let result = Self.fill("叫{{单位}}", record)
    #expect(result.faults.map(\.id) == [])
    #expect(result.text == "叫" + expected)
  }

  @Test(arguments: [
    ("", 1, 1), ("[]", 1, 1), ("{\"单位\"}", 1, 6), ("{\"单位\":}", 1, 7), ("{\"单位\":\"甲\"", 1, 10),
    ("{\"单位\":\"甲}", 1, 10), ("{\"单位\":\"甲\"} x", 1, 12), ("{\"单位\":\"甲\",}", 1, 11),
    ("{\n\"别的\": tru,\n\"单位\":1}", 2, 7), ("{\n\"别的\": [1, 2\n}", 3, 1),
    ("{\"单位\":01}", 1, 7), ("{\"单位\":1.}", 1, 9), ("{\"单位\":.5}", 1, 7), ("{\"单位\":+5}", 1, 7),
    ("{\"单位\":1e3}", 1, 8), ("{\"单位\":NaN}", 1, 7), ("{\"单位\":{\"甲\":1}}", 1, 7),
    ("{\"单位\":[1]}", 1, 7), ("{\"资助\":{}}", 1, 7), ("{\"资助\":[1]}", 1, 8),
    ("{\"单位\":\"\\ud83d\"}", 1, 14), ("{\"单位\":\"\\ude00\"}", 1, 14),
    ("{\"单位\":\"\\ud83d\\u0041\"}", 1, 20), ("{\"单位\":\"\\x\"}", 1, 10),
    ("{\"单位\":\"\\u12\"}", 1, 12), ("{\"单位\":\"\t\"}", 1, 8), ("{'单位':1}", 1, 2),
    ("{\"单位\":123456789012345678901234567890123456789}", 1, 7),
  ])
  func brokenJSONHasItsPlace(record: String, line: Int, column: Int) throws {
    let result = Self.fill("{{单位}}{% for 项 in 资助 %}{{项.项目}}{% endfor %}", record)
    #expect(result.text.isEmpty)
    let fault = try #require(result.faults.first)
    #expect(fault.id == "record-syntax")
    guard case .text(let file, let range) = fault.place else {
      Issue.record("no place")
      return
    }
    #expect(file == "records.jsonl")
    #expect(
      LineTable(Array(record.utf8)).position(of: range.lowerBound)
        == TextPosition(line: line, column: column))
  }

  @Test func bytesThatAreNoUTF8AreRefused() throws {
    var filler = try RecordFiller(SectionTemplate(SourceFile(name: "部分.txt", text: "{{甲}}")))
    let prefix = Array("{\"甲\":\"".utf8)
    let wrong: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ]
    for bytes in wrong {
      let record = prefix + bytes + Array("\"}".utf8)
      var output: [UInt8] = []
      let faults = record.withUnsafeBufferPointer {
        filler.fill(0..<record.count, of: $0, named: "r", into: &output)
      }
      #expect(faults.map(\.id) == ["record-syntax"])
      #expect(output.isEmpty)
    }
  }

  @Test(arguments: [
    "{\"单位\":\"上\\n下\"}", "{\"单位\":\"上\\u2028下\"}", "{\"单位\":\"上\u{2028}下\"}",
    "{\"单位\":\"上\u{85}下\"}",
    "{\"单位\":\"上\u{7F}下\"}", "{\"单位\":\"上\\u0000下\"}",
  ])
  func valuesThatBreakAParagraphAreRefused(record: String) {
    let result = Self.fill("{{单位}}", record)
    #expect(
      ["template-value-line-break", "template-value-control"].contains(result.faults.first?.id))
    #expect(result.text.isEmpty)
  }

  @Test func deepNestingIsRefusedWithoutACrash() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(Self.fill("{{单位}}", "{\"别的\":\(deep)").faults.map(\.id) == ["record-syntax"])
  }

  @Test func aFillerGoesOnAfterAFault() throws {
    var filler = try RecordFiller(
      SectionTemplate(
        SourceFile(name: "部分.txt", text: "{% for 项 in 表 %}{{项.甲}}{% endfor %}{{单位}}。")))
    let lines = [
      #"{"表":[{"甲":1},{"甲":2}],"单位":"一"}"#, #"{"表":[{"甲":1},{}],"单位":"二"}"#, "{",
      #"{"表":[],"单位":"\u4e09"}"#, #"{"单位":"四"}"#, #"{"表":null,"单位":"五"}"#,
      #"{"表":[{"甲":"六"}],"单位":7}"#,
    ]
    var output: [UInt8] = []
    let faults = lines.map { line in
      Array(line.utf8).withUnsafeBufferPointer { bytes in
        filler.fill(0..<bytes.count, of: bytes, named: "r", into: &output).map(\.id)
      }
    }
    #expect(String(decoding: output, as: UTF8.self) == "12一。三。六7。")
    #expect(
      faults == [
        [], ["template-missing-value"], ["record-syntax"], [], ["template-missing-value"],
        ["template-missing-value"], [],
      ])
  }

  @Test func limitsHoldForEachRecord() {
    var limits = SectionFiller.Limits()
    limits.loopPasses = 5
    let nested = "{% for 甲 in 资助 %}{% for 乙 in 资助 %}字{% endfor %}{% endfor %}"
    #expect(Self.fill(nested, limits: limits).faults.map(\.id) == ["template-limit"])
    #expect(Self.fill("{% for 甲 in 资助 %}字{% endfor %}", limits: limits).text == "字字字")
    limits.outputBytes = 10
    #expect(Self.fill("{{单位}}{{单位}}", limits: limits).faults.map(\.id) == ["template-limit"])
  }

  @Test(arguments: [
    ("{{上年同期.立案}}", 1, 3), ("{{叙述.甲}}", 1, 3), ("甲{{同比(立案)}}", 1, 4),
    ("{% for 甲 in 资助 %}{% for 乙 in 甲.项 %}字{% endfor %}{% endfor %}", 1, 30),
  ])
  func whatRecordsCannotHaveIsToldBeforehand(template: String, line: Int, column: Int) throws {
    let fault = try #require(Self.fill(template).faults.first)
    #expect(fault.id == "template-not-for-records")
    guard case .text(_, let range) = fault.place else {
      Issue.record("no place")
      return
    }
    #expect(
      LineTable(Array(template.utf8)).position(of: range.lowerBound)
        == TextPosition(line: line, column: column))
  }
}
