import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct ReadingTests {
  private static func reader(_ template: String) throws -> SectionReader {
    let fixture = TemplateFixture()
    return SectionReader(
      try SectionTemplate(SourceFile(name: "部分.txt", text: template)),
      context: TemplateContext(
        settings: fixture.settings, data: fixture.data, schema: fixture.schema,
        lastYear: TemplateFixture.dataSet(kindergarten: "60", cases: 1)))
  }

  private static func shown(_ value: ReadValue) -> String {
    let content =
      switch value.content {
      case .quantity(let quantity): quantity.printed
      case .text(let text): text
      case .list(let members): "[" + members.joined(separator: "|") + "]"
      }
    let mark = value.isCertain ? value.readability.level == .readable ? "=" : "~" : "?"
    return "\(value.path)\(mark)\(content)"
  }

  @Test(arguments: [
    ("立案{{行风.立案}}。", "立案3起。", "行风.立案=3起"),
    ("收集{{调研.问题}}", "收集近400个", "调研.问题=近400个"),
    ("推介{{推介}}", "推介两次", "推介=两次"), ("推介{{推介}}", "推介3次", "推介=3次"),
    ("{{单位}}立案{{行风.立案}}", "青禾县教育局立案2起", "行风.立案=2起"),
    ("投入{{资助.幼儿园.金额|元}}", "投入1000元", "资助.幼儿园.金额=1000元"),
    ("投入{{资助.幼儿园.金额|亿元(1)}}", "投入0.1亿元", "资助.幼儿园.金额~0.1亿元"),
    ("共{{行风.立案|中文数字}}起", "共十二起", "行风.立案=12起"),
    ("共{{行风.立案|数值}}件", "共12件", "行风.立案=12起"),
    ("合计{{合计(资助.金额)}}", "合计896.8万元", "资助.金额~896.8万元"),
    ("办结{{行风.立案}},{{同比(行风.立案)}},上线率{{高考.上线率}}。", "办结3起,同比增长50%,上线率50%。", "行风.立案=3起 高考.上线率=50%"),
    ("{% if 行风.立案 %}立案{{行风.立案}}{% else %}无{% endif %}。", "无。", ""),
    (
      "{% for 项 in 资助 分隔 \"、\" 末项分隔 \"和\" %}{{项.项目}}{{项.金额}}{% endfor %}。",
      "幼儿园78.55万元、第3高中47万元和中职1万元。",
      "资助[1].项目=幼儿园 资助[1].金额=78.55万元 资助[2].项目=第3高中 资助[2].金额=47万元 资助[3].项目=中职 资助[3].金额=1万元"
    ),
    (
      "{% for 项 in 资助 %}\n{{序号}}.{{项.项目}}。投入{{项.金额}}。\n\n{% endfor %}",
      "1.甲。投入1万元。\n\n2.乙。投入2万元。\n\n",
      "资助[1].项目=甲 资助[1].金额=1万元 资助[2].项目=乙 资助[2].金额=2万元"
    ),
    (
      "{% 连接 \"、\" 前 \",获\" %}{% 项 行风.立案 %}甲{{行风.立案}}{% 项 调研.问题 %}乙{{调研.问题}}{% endjoin %}。",
      ",获乙5个。", "调研.问题=5个"
    ),
    ("{{叙述.管理}}上线率{{高考.上线率}}。", "扎实推进9起查处。上线率50%。", "行风.立案=9起 高考.上线率=50%"),
    ("立案{{行风.立案}}。", "立案〔待填：行风.立案〕。", ""),
    ("上年{{上年同期.行风.立案}}", "上年8起", "上年同期.行风.立案=8起"),
    // Not told apart: a name beside a name; a list cut short; members that may print nothing.
    ("{{资助.幼儿园.项目}}{{资助.高中.项目}}。", "甲乙。", ""),
    ("{{资助.项目|列举(1)}}。", "甲等。", ""),
    ("{% for 项 in 资助 %}{% if 项.人数 > 9 %}{{项.人数}}{% endif %}{% endfor %}", "10人20人", ""),
    // Read two ways.
    ("到{{资助.幼儿园.项目}}到{{资助.高中.项目}}。", "到甲到乙到丙。", "资助.幼儿园.项目?甲 资助.高中.项目?乙到丙"),
  ])
  func reads(template: String, text: String, expected: String) throws {
    let result = try Self.reader(template).read(text)
    #expect(result.fit == .whole)
    #expect(result.values.map(Self.shown).joined(separator: " ") == expected)
  }

  @Test func wordingsOfPublishedBulletinsAreRead() throws {
    let data = DataSet(figures: [
      Self.figure("立案", 2, "起"), Self.figure("涉及", 5, "人次"), Self.figure("走访", 70, "家次"),
    ])
    let template = try SectionTemplate(
      SourceFile(name: "部分.txt", text: "立案调查{{立案}}{{涉及}},走访{{走访}}。"))
    let reader = SectionReader(
      template, context: TemplateContext(settings: [:], data: data, schema: DataSchema()))
    #expect(reader.slots.allSatisfy { $0.readability.level == .readable })
    let result = reader.read("立案调查12起15人次,走访近80家次。")
    #expect(
      result.values.map(Self.shown) == ["立案=12起", "涉及=15人次", "走访=近80家次"])
    #expect(
      result.value(at: "涉及") == .quantity(Quantity(ExactDecimal(15), unit: MeasureUnit("人次"))))
  }

  @Test(arguments: [
    ("{{行风.立案}}", "readable", "", "行风.立案"),
    ("{{资助.幼儿园.项目}}。", "readable", "只要值里没有这些符号:!,;?。！，；？", "资助.幼儿园.项目"),
    ("{{同比(行风.立案)}}", "check_only", "是算出来的", "行风.立案"),
    ("{{行风.立案|保留(1)}}", "check_only", "四舍五入过", "行风.立案"),
    ("{{单位}}", "check_only", "是报告的设置", "单位"),
    ("{{资助.项目|列举(2)}}", "unread", "列举用“等”截断了", "资助.项目"),
    (
      "{% for 项 in 资助 %}{% if 项.人数 %}{{项.人数}}{% endif %}{% endfor %}", "unread",
      "所在循环的成员可能什么也不印,数不出是第几个", "资助[].人数"
    ),
    ("{{资助.幼儿园.项目}}{{资助.高中.项目}}", "unread", "两段文字紧挨着,分不出界限", "资助.幼儿园.项目"),
  ])
  func slotsTellBeforehand(template: String, level: String, reason: String, path: String) throws {
    let slot = try #require(try Self.reader(template).slots.first)
    #expect(slot.readability.level.rawValue == level)
    #expect(slot.readability.reason?.text(in: .zh) ?? "" == reason)
    #expect(slot.path == path)
    #expect(slot.readability.reason?.text(in: .en) != "")
  }

  @Test func otherTextsAreNotRead() throws {
    let reader = try Self.reader("立案{{行风.立案}}。")
    #expect(reader.read("天气晴朗。").fit == .none)
    #expect(reader.read("").fit == .none)
    #expect(reader.read("立案3件。").values.isEmpty)
  }

  /// The cost of a reading stays near the text's length, whatever the text does.
  @Test func hostileTextsEnd() throws {
    let reader = try Self.reader(
      "{% for 项 in 资助 分隔 \"、\" %}{{项.项目}}{{项.金额}}{% endfor %}。{{资助.幼儿园.项目}}{{叙述.无}}。")
    let text = String(repeating: "1万元、", count: 20_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = reader.read(text) }
    #expect(time < .seconds(20))
  }

  private static func figure(_ id: String, _ number: Int, _ unit: String) -> SingleFigure {
    SingleFigure(
      id: id, label: id, quantity: Quantity(ExactDecimal(number), unit: MeasureUnit(unit)),
      origin: ValueOrigin(file: "data/figures.csv", line: 2, column: 3, path: id))
  }
}
