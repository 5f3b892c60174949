import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct FaultTests {
  @Test(arguments: [
    ("投入{{资助.幼儿园.金额。\n下一行", "template-unclosed-slot", 1, 3),
    ("甲\n{% if 行风.立案 \n乙", "template-unclosed-tag", 2, 1),
    ("{# 注", "template-unclosed-comment", 1, 1),
    ("{% raw %}甲", "template-unclosed-raw", 1, 1),
    ("甲}}乙", "template-stray-close", 1, 2),
    ("{% if 行风.立案 %}甲", "template-unclosed-block", 1, 1),
    ("甲{% endif %}", "template-stray-tag", 1, 2),
    ("{% for 项 in 资助 %}甲{% endif %}", "template-unclosed-block", 1, 1),
    ("{% 若 行风.立案 %}", "template-unknown-tag", 1, 1),
    ("{{ }}", "template-expression", 1, 1),
    ("{{资助..金额}}", "template-expression", 1, 6),
    ("{{资助.幼儿园 金额}}", "template-expression", 1, 10),
    ("{{合计(资助.金额}}", "template-expression", 1, 1),
    ("{% for 资助 %}甲{% endfor %}", "template-expression", 1, 1),
    ("{{行风.立按}}", "template-unknown-name", 1, 3),
    ("{{行风.空缺}}", "template-missing-value", 1, 1),
    ("{{资助.中职.人数}}", "template-missing-value", 1, 1),
    ("{{资助.学前.金额}}", "template-missing-value", 1, 1),
    ("{{上年同期.资助.幼儿园.金额}}", "template-missing-value", 1, 1),
    ("{{资助}}", "template-wrong-kind", 1, 1),
    ("{{资助.幼儿园}}", "template-wrong-kind", 1, 1),
    ("{{资助.幼儿园.项目|万元}}", "template-wrong-kind", 1, 3),
    ("{{资助.幼儿园.人数|万元}}", "template-wrong-kind", 1, 3),
    ("{{行风.立案|大写}}", "template-unknown-function", 1, 9),
    ("{{行风.立案|数值(1,2)}}", "template-argument-count", 1, 3),
    ("{% if 行风.立案 > \"两\" %}甲{% endif %}", "template-wrong-kind", 1, 7),
    ("{% for 项 in 行风.立案 %}甲{% endfor %}", "template-wrong-kind", 1, 1),
    ("甲{% if 行风.立案 %}乙\n丙{% endif %}丁", "template-crossing-tag", 1, 2),
    ("{{叙述.自引}}", "template-narrative-loop", 1, 1),
    ("{{序号}}.甲。", "template-ordinal-outside-loop", 1, 3),
  ])
  func faultsHaveTheirPlace(template: String, id: String, line: Int, column: Int) throws {
    let result = TemplateFixture().fill(template)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.id == id)
    guard case .text(_, let range) = diagnostic.place else {
      Issue.record("no place")
      return
    }
    if id != "template-narrative-loop" {
      let position = LineTable(Array(template.utf8)).position(of: range.lowerBound)
      #expect(position == TextPosition(line: line, column: column))
    }
    for language in MessageLanguage.allCases {
      #expect(!diagnostic.message.text(in: language).isEmpty)
    }
  }

  @Test func allFaultsComeInOneRun() {
    let result = TemplateFixture().fill("{{甲}}{{行风.空缺}}\n{{资助}}{{行风.立案|乙}}")
    #expect(
      result.diagnostics.map(\.id) == [
        "template-unknown-name", "template-missing-value", "template-wrong-kind",
        "template-unknown-function",
      ])
  }

  @Test func unknownNamesComeWithTheNearest() {
    let result = TemplateFixture().fill("{{资助.幼儿园.金颏}}{{行风.立按}}")
    #expect(result.diagnostics.compactMap { $0.remedy?.text(in: .zh) } == ["是不是:金额", "是不是:行风.立案"])
  }

  @Test(arguments: ["一、标题", "1.甲", "（三）甲", "二是甲", "①甲", "第一,甲"])
  func valuesNeverOpenStructure(value: String) {
    var fixture = TemplateFixture()
    fixture.settings["甲"] = value
    #expect(fixture.fill("{{甲}}").diagnostics.map(\.id) == ["template-value-ordinal"])
    #expect(fixture.fill("前文。{{甲}}").diagnostics.map(\.id) == ["template-value-ordinal"])
    #expect(fixture.fill("取名{{甲}}").diagnostics.isEmpty)
  }

  @Test(arguments: ["1.5万", "统一、规范", "2023年"])
  func ordinaryValuesPass(value: String) {
    var fixture = TemplateFixture()
    fixture.settings["甲"] = value
    #expect(fixture.fill("{{甲}}").diagnostics.isEmpty)
  }

  @Test func lineBreaksInValuesAreRefused() {
    var fixture = TemplateFixture()
    fixture.settings["甲"] = "上\n下"
    #expect(fixture.fill("取名{{甲}}").diagnostics.map(\.id) == ["template-value-line-break"])
  }

  @Test func deepNestingIsRefusedWithoutACrash() {
    let deep =
      String(repeating: "{% if 行风.立案 %}", count: 5_000)
      + String(repeating: "{% endif %}", count: 5_000)
    #expect(TemplateFixture().fill(deep).diagnostics.first?.id == "template-too-deep")
    let brackets =
      "{{" + String(repeating: "(", count: 5_000) + "甲"
      + String(repeating: ")", count: 5_000) + "}}"
    #expect(TemplateFixture().fill(brackets).diagnostics.first?.id == "template-expression")
  }

  @Test func tooLargeATemplateIsRefused() {
    let large = String(repeating: "a", count: (64 << 20) + 1)
    #expect(TemplateFixture().fill(large).diagnostics.map(\.id) == ["template-too-large"])
  }

  @Test func loopsOverTooMuchStop() throws {
    let source = SourceFile(
      name: "部分.txt",
      text:
        "{% for 甲 in 资助 %}{% for 乙 in 资助 %}{% for 丙 in 资助 %}字{% endfor %}{% endfor %}{% endfor %}")
    var limits = SectionFiller.Limits()
    limits.loopPasses = 10
    let fixture = TemplateFixture()
    var filler = SectionFiller(
      TemplateContext(settings: [:], data: fixture.data, schema: DataSchema()), limits: limits)
    _ = filler.fill(try SectionTemplate(source))
    #expect(filler.diagnostics.map(\.id) == ["template-limit"])
  }

  @Test func functionsOverALargeTableInEveryPassStop() throws {
    var table = TemplateFixture.dataSet(kindergarten: "1", cases: 1).tables[0]
    let first = table.rows[0]
    table.rows = DataRows(
      (0..<500).map { row in
        first.enumerated().map { column, cell in
          DataCell(column == 0 ? .text("校\(row)") : cell.value, line: row + 2, column: column)
        }
      })
    var limits = SectionFiller.Limits()
    limits.functionCells = 100_000
    func faults(_ text: String) throws -> [String] {
      var filler = SectionFiller(
        TemplateContext(settings: [:], data: DataSet(tables: [table]), schema: DataSchema()),
        limits: limits)
      _ = filler.fill(try SectionTemplate(SourceFile(name: "部分.txt", text: text)))
      return filler.diagnostics.map(\.id)
    }
    #expect(
      try faults("{% for 项 in 资助 %}{{名次(项.金额, 资助.金额)}}{% endfor %}") == ["template-limit"])
    // What does not change from pass to pass is worked out once.
    #expect(
      try faults("{% for 项 in 资助 %}{{占比(项.金额, 合计(资助.金额))}}{% endfor %}") == [])
  }

  @Test func whatDependsOnTheLoopIsWorkedOutInEveryPass() {
    let result = TemplateFixture().fill(
      "{% for 项 in 资助 分隔 \" \" %}{{项.金额|约(0)}},{{序号|中文数字}},{{计数(资助)}}{% endfor %}")
    #expect(result.text.text == "约79万元,一,3 约47万元,二,3 约771万元,三,3")
  }

  @Test(arguments: 0..<300)
  func anyBytesGiveATextOrFaults(seed: Int) {
    var state = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 1)
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", "if ", "for ", "项 in ", "资助", ".", "金额", "|", "(", ")",
      "\"", "endif", "endfor", "else", "一、", "1.", "\n", " ", "raw", "endraw", "甲", "12.5", ",",
    ]
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let result = TemplateFixture().fill(text)
    if result.diagnostics.isEmpty {
      let covered = result.text.segments.reduce(0) { $0 + $1.range.count }
      #expect(covered == result.text.bytes.count)
    }
  }
}
