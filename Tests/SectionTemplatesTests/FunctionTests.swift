import ReportModel
import SectionTemplates
import SourceText
import TestSupport
import Testing

/// One example of one function, named for the test report.
struct NamedExample: Sendable, CustomTestStringConvertible {
  let function: String
  let example: FunctionExample

  var testDescription: String { "\(function): \(example.template)" }

  static let all: [NamedExample] = FunctionDescription.all.flatMap { function in
    function.examples.map { NamedExample(function: function.chineseName, example: $0) }
  }
}

@Suite struct FunctionTests {
  @Test(arguments: NamedExample.all) func exampleHolds(_ named: NamedExample) {
    #expect(named.example.run() == named.example.outcome)
  }

  @Test(arguments: FunctionDescription.all.map(\.chineseName))
  func isDescribed(name: String) throws {
    let function = try #require(FunctionDescription.named(name))
    #expect(FunctionDescription.named(function.englishName)?.chineseName == name)
    #expect(function.examples.contains { if case .prints = $0.outcome { true } else { false } })
    #expect(function.usage.contains(name))
    for example in function.examples {
      #expect(example.template.contains(name) || example.template.contains(function.englishName))
    }
    for language in MessageLanguage.allCases {
      let page = FunctionPage.text(of: function, in: language)
      #expect(page.contains(function.summary.text(in: language)))
      #expect(page.contains("`{{\(function.usage)}}`"))
      #expect(FunctionPage.list(in: language).contains("\(name) / \(function.englishName): "))
    }
  }

  @Test func namesAreUnique() {
    let names = FunctionDescription.all.flatMap { [$0.chineseName, $0.englishName] }
    #expect(Set(names).count == names.count)
  }

  @Test func englishNamesDoTheSame() {
    let result = TemplateFixture().fill("{{sum(资助.金额)|yi_yuan(2)}}")
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == "0.09亿元")
  }

  @Test func pagesOfAllFunctionsStayAsTheyAre() {
    GoldenFile.expect(FunctionPage.all(in: .zh), at: GoldenFile.path("functions.zh.md"))
    GoldenFile.expect(FunctionPage.all(in: .en), at: GoldenFile.path("functions.en.md"))
  }

  @Test(arguments: [
    ("0", "零元整"), ("0.05", "伍分"), ("0.32", "叁角贰分"), ("1", "壹元整"), ("10", "壹拾元整"),
    ("0.5", "伍角整"), ("1409.5", "壹仟肆佰零玖元伍角整"), ("6007.14", "陆仟零柒元壹角肆分"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"), ("100000001", "壹亿零壹元整"),
    ("100010000", "壹亿零壹万元整"), ("1000000000000", "壹万亿元整"), ("20300", "贰万零叁佰元整"),
    ("9999999999999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
  ])
  func amountsInCapitals(number: String, expected: String) {
    let result = TemplateFixture().fill("{{\(number)|大写金额}}")
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == expected)
  }

  @Test func rowsOfDifferentKindsDoNotAddUp() {
    var fixture = TemplateFixture()
    var table = fixture.data.tables[0]
    table.columns.append(DataColumn(name: "口径", unit: MeasureUnit("")))
    table.rows = DataRows(
      zip(table.rows, ["本期", "累计", "本期"]).enumerated().map { row, cells in
        Array(cells.0) + [DataCell(.text(cells.1), line: row + 2, column: 20)]
      })
    fixture.data.tables = [table]
    #expect(
      fixture.fill("{{合计(资助.金额)}}").diagnostics.map(\.id) == ["template-different-kinds"])
    #expect(
      fixture.fill("{% if 资助.幼儿园.金额 > 资助.高中.金额 %}甲{% endif %}").diagnostics.map(\.id)
        == ["template-different-kinds"])
    #expect(
      fixture.fill("{{占比(资助.幼儿园.金额, 资助.中职.金额)}}").diagnostics.isEmpty)
  }

  @Test func kindsOfTheSchemaCountWhereTheDataSayNone() {
    var fixture = TemplateFixture()
    fixture.schema.figures = [
      DataSchema.Member("行风.立案", DataSchema.Value(kind: .period)),
      DataSchema.Member("推介", DataSchema.Value(unit: "次", kind: .cumulative)),
    ]
    #expect(
      fixture.fill("{{增减(行风.立案, 推介)}}").diagnostics.map(\.id) == ["template-different-kinds"])
  }
}
