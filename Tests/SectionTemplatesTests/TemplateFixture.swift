import ReportModel
import SectionTemplates
import SourceText

/// A small made-up county's data, and short ways to fill a template with it.
struct TemplateFixture {
  var settings = ["单位": "青禾县教育局", "期间": "2023年上半年", "年": "2023"]
  var data: DataSet
  var lastYear: DataSet?
  var schema = DataSchema(
    tables: [
      DataSchema.Table(
        name: "资助", columns: [DataSchema.Member("标准", DataSchema.Value(type: .number))])
    ],
    figures: [DataSchema.Member("高考.高分人数", DataSchema.Value(type: .integer))])

  init() {
    data = Self.dataSet(kindergarten: "78.55", cases: 2)
  }

  /// Fills `text` and gives the printed text with all faults.
  func fill(
    _ text: String, allowsMissing: Bool = false, paragraphs: ParagraphBreak = .lineBreak
  ) -> (text: SourcedText, diagnostics: [Diagnostic]) {
    let source = SourceFile(name: "部分.txt", text: text)
    do throws(DiagnosticError) {
      let template = try SectionTemplate(source, paragraphs: paragraphs)
      var filler = SectionFiller(
        TemplateContext(settings: settings, data: data, schema: schema, lastYear: lastYear),
        allowsMissing: allowsMissing)
      let output = filler.fill(template)
      return (output, filler.diagnostics)
    } catch {
      return (SourcedText(), error.diagnostics)
    }
  }

  static func dataSet(kindergarten: String, cases: Int) -> DataSet {
    let amount = MeasureUnit("万元")
    let people = MeasureUnit("人")
    func row(_ line: Int, _ name: String, _ money: String, _ count: Int?) -> [DataCell] {
      [
        DataCell(.text(name), line: line, column: 1),
        DataCell(
          .quantity(Quantity(ExactDecimal(money) ?? ExactDecimal(0), unit: amount)), line: line,
          column: 5),
        DataCell(
          count.map { .quantity(Quantity(ExactDecimal($0), unit: people)) } ?? .blank, line: line,
          column: 12),
      ]
    }
    let table = DataTable(
      name: "资助", file: "data/资助.csv",
      columns: [
        DataColumn(name: "项目", unit: MeasureUnit("")),
        DataColumn(name: "金额", unit: amount, addsUp: true, isNumeric: true),
        DataColumn(name: "人数", unit: people, isNumeric: true),
      ],
      rows: [
        row(2, "幼儿园", kindergarten, 1571), row(3, "高中", "47.36", 592), row(4, "中职", "770.88", nil),
      ], keyColumn: 0)
    return DataSet(
      tables: [table],
      figures: [
        figure("行风.立案", Quantity(ExactDecimal(cases), unit: MeasureUnit("起")), line: 2),
        figure("行风.空缺", nil, line: 3),
        figure(
          "调研.问题",
          Quantity(
            ExactDecimal(300), unit: MeasureUnit("个"),
            qualifiers: [Qualifier("余")].compactMap { $0 }), line: 4),
        figure(
          "高考.上线率", Quantity(ExactDecimal("46.7") ?? ExactDecimal(0), unit: MeasureUnit("%")),
          line: 5),
        figure(
          "推介", Quantity(ExactDecimal(2), unit: MeasureUnit("次"), asWritten: "两次"), line: 6),
      ],
      narrative: .mapping([
        .init("管理", text("扎实推进{{行风.立案}}查处。", 3)),
        .init("自引", text("{{叙述.自引}}", 4)),
        .init(
          "问题",
          .sequence([
            .mapping([.init("标题", text("师资不足", 6)), .init("内容", text("理科教师偏少。", 7))]),
            .mapping([.init("标题", text("经费偏紧", 8)), .init("内容", text("公用经费不够。", 9))]),
          ])),
      ]))
  }

  private static func figure(_ id: String, _ quantity: Quantity?, line: Int) -> SingleFigure {
    SingleFigure(
      id: id, label: id, quantity: quantity,
      origin: ValueOrigin(file: "data/figures.csv", line: line, column: 9, path: id))
  }

  private static func text(_ text: String, _ line: Int) -> NarrativeNode {
    .text(text, origin: ValueOrigin(file: "data/narrative.yaml", line: line, column: 7, path: ""))
  }
}
