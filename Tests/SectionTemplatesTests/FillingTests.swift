import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct FillingTests {
  @Test(arguments: [
    ("投入{{资助.幼儿园.金额}},惠及{{资助.幼儿园.人数}}。", "投入78.55万元,惠及1571人。"),
    ("收集{{调研.问题}}", "收集300余个"),
    ("推介{{推介}}", "推介两次"),
    ("{{单位}}{{期间}}", "青禾县教育局2023年上半年"),
    ("{{资助[\"幼儿园\"].金额}}", "78.55万元"),
    ("{{资助.幼儿园.金额｜元}}", "785500元"),
    ("{{资助.幼儿园.金额|数值}}", "78.55"),
    ("{{资助.幼儿园.金额|约(1)}}", "约78.6万元"),
    ("{{资助.项目|列举}}", "幼儿园、高中、中职"),
    ("{{资助.项目|列举(“、”,“和”)}}", "幼儿园、高中和中职"),
    ("{{合计(资助.金额)}}", "896.79万元"),
    ("{{最大（资助.金额）}}", "770.88万元"),
    ("{{资助.金额|最小}}", "47.36万元"),
    ("{{平均(资助.人数)}}", "1081.5人"),
    ("{{计数(资助)|中文数字}}项", "三项"),
    ("{{占比(资助.幼儿园.金额, 合计(资助.金额))}}", "8.8%"),
    (
      "{% for 项 in 资助 分隔 \"、\" 末项分隔 \"和\" %}{{项.项目}}{{项.金额}}{% endfor %}。",
      "幼儿园78.55万元、高中47.36万元和中职770.88万元。"
    ),
    ("{% for 项 in 资助 %}{% if 项.人数 > 1000 %}{{项.项目}}{% endif %}{% endfor %}", "幼儿园"),
    ("{% if 行风.立案 %}立案{{行风.立案}}{% else %}无{% endif %}", "立案2起"),
    ("{% if 行风.空缺 %}有{% elif 高考.高分人数 %}乙{% else %}无{% endif %}", "无"),
    ("{% if 非 行风.空缺 且 (行风.立案 == 2 或 行风.立案 > 9) %}是{% endif %}", "是"),
    ("{% if 资助.学前 %}有{% endif %}无", "无"),
    ("{% if 上年同期.资助.幼儿园.金额 %}有{% endif %}无", "无"),
    ("{% raw %}{{不是插槽}}{% endraw %}", "{{不是插槽}}"),
    ("甲{# 说明 #}乙", "甲乙"),
    ("甲{ 乙 }丙%}", "甲{ 乙 }丙%}"),
    ("{{叙述.管理}}", "扎实推进2起查处。"),
    ("", ""),
  ])
  func prints(template: String, expected: String) {
    let result = TemplateFixture().fill(template)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == expected)
  }

  @Test(arguments: [
    ("甲\n{% if 行风.立案 %}\n乙\n{% endif %}\n丙\n", "甲\n乙\n丙\n"),
    ("甲\n\n{% if 行风.空缺 %}\n乙\n\n{% endif %}\n丙\n", "甲\n\n丙\n"),
    ("甲\n\n{% if 行风.空缺 %}\n乙\n{% endif %}\n\n丙\n", "甲\n\n丙\n"),
    ("甲\n  {# 注 #}  \n丙\n", "甲\n丙\n"),
    ("甲\r\n{% if 行风.立案 %}\r\n乙\r\n{% endif %}\r\n丙", "甲\r\n乙\r\n丙"),
    ("{# 多行\n说明 #}\n甲\n", "甲\n"),
    ("甲\n\n\n\n乙\n", "甲\n\n\n\n乙\n"),
  ])
  func linesOfTagsVanish(template: String, expected: String) {
    let result = TemplateFixture().fill(template)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == expected)
  }

  @Test func blankLinesEndParagraphsWhereThePackSaysSo() {
    let template = """
      一、总体情况

      1.抓管理。
        一是立案{{行风.立案}}。
        {% if 行风.立案 %}
        二是整改。
        {% endif %}
        三是收集{{调研.问题}}。

      2.强投入。
      """
    let result = TemplateFixture().fill(template, paragraphs: .blankLine)
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.text.text == "一、总体情况\n\n1.抓管理。一是立案2起。二是整改。三是收集300余个。\n\n2.强投入。")
  }

  @Test func listsThatTagsCanShortenAreNumberedByTheFormat() {
    let chain = "1.抓管理。一是甲。{% if 行风.空缺 %}二是乙。{% endif %}三是丙。"
    #expect(TemplateFixture().fill(chain).text.text == "1.抓管理。一是甲。二是丙。")
    let loop = """
      二、存在的问题

      {% for 问题 in 叙述.问题 %}
      {{序号}}.{{问题.标题}}。{{问题.内容}}

      {% endfor %}
      """
    let result = TemplateFixture().fill(loop)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == "二、存在的问题\n\n1.师资不足。理科教师偏少。\n\n2.经费偏紧。公用经费不够。\n\n")
    #expect(
      result.text.headings.map { String(decoding: result.text.bytes[$0.number], as: UTF8.self) }
        == ["二、", "1.", "2."])
    #expect(
      result.text.headings.map { String(decoding: result.text.bytes[$0.title], as: UTF8.self) }
        == ["存在的问题", "师资不足", "经费偏紧"])
    #expect(result.text.headings.map(\.level) == [1, 2, 2])
  }

  @Test func literalOrdinalsStayAsTheyAre() {
    let text = "一、甲\n\n三、乙\n\n1.丙。\n"
    #expect(TemplateFixture().fill(text).text.text == text)
  }

  @Test func everyStretchKnowsItsOrigin() throws {
    let output = TemplateFixture().fill("投入{{资助.幼儿园.金额}}。").text
    #expect(output.segments.map(\.range) == [0..<6, 6..<17, 17..<20])
    guard case .value(let origins, let quantity) = output.segments[1].origin else {
      Issue.record("no value")
      return
    }
    #expect(origins.map(\.place) == ["data/资助.csv:2:5"])
    #expect(origins.first?.path == "资助.幼儿园.金额")
    #expect(quantity?.printed == "78.55万元")
    let total = TemplateFixture().fill("{{合计(资助.金额)}}").text
    guard case .value(let cells, _) = total.segments[0].origin else {
      Issue.record("no value")
      return
    }
    #expect(cells.count == 3)
  }

  @Test func missingValuesBecomeVisiblePlaceholdersWhereAllowed() {
    let result = TemplateFixture().fill("立案{{行风.空缺}}。", allowsMissing: true)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == "立案〔待填：行风.空缺〕。")
  }

  @Test(arguments: [
    ("100", "50", "万元", "同比增长100%"), ("56.15", "50", "万元", "同比增长12.3%"),
    ("40", "50", "起", "同比下降20%"), ("50", "50", "起", "与上年同期持平"),
    ("46.7", "45.5", "%", "同比提高1.2个百分点"), ("45", "45.5", "%", "同比下降0.5个百分点"),
    ("5", "0", "件", "上年同期为0件"), ("5", "-3", "万元", "上年同期为-3万元"),
    ("100001", "100000", "人", "与上年同期基本持平"),
  ])
  func changesAreWordedByTheirSize(now: String, base: String, unit: String, expected: String) throws
  {
    func data(_ number: String) throws -> DataSet {
      DataSet(figures: [
        SingleFigure(
          id: "甲", label: "甲",
          quantity: Quantity(try #require(ExactDecimal(number)), unit: MeasureUnit(unit)),
          origin: ValueOrigin(file: "data/figures.csv", line: 2, column: 3, path: "甲"))
      ])
    }
    var fixture = TemplateFixture()
    fixture.data = try data(now)
    fixture.lastYear = try data(base)
    let result = fixture.fill("{{同比(甲)}}")
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == expected)
  }

  @Test func loopRowsFindTheirTwinOfLastYear() {
    var fixture = TemplateFixture()
    fixture.lastYear = TemplateFixture.dataSet(kindergarten: "62.84", cases: 4)
    let result = fixture.fill(
      "{% for 项 in 资助 分隔 \";\" %}{{项.项目}}{{同比(项.金额)}}{% endfor %}")
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == "幼儿园同比增长25%;高中与上年同期持平;中职与上年同期持平")
  }
}
