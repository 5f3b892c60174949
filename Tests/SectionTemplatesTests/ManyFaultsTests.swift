import ReportModel
import SectionTemplates
import SourceText
import Testing

/// Loops through tables whose every row has the same fault.
@Suite struct ManyFaultsTests {
  private static let rows = 10_250

  private static func data() -> DataSet {
    var data = DataSet()
    data.tables = [
      DataTable(
        name: "明细", file: "data/明细.csv",
        columns: [
          DataColumn(name: "编号", unit: MeasureUnit("")),
          DataColumn(name: "金额", unit: MeasureUnit("万元"), isNumeric: true),
        ],
        rows: (0..<rows).map { row in
          [
            DataCell(.text("P\(row)"), line: row + 2, column: 1),
            DataCell(.blank, line: row + 2, column: 3),
          ]
        }, keyColumn: 0)
    ]
    return data
  }

  @Test func missingValuesBeyondThoseListedAreCounted() throws {
    var filler = SectionFiller(
      TemplateContext(settings: [:], data: Self.data(), schema: DataSchema()))
    let source = "{% for 项 in 明细 %}{{项.编号}}{{项.金额}}{% endfor %}"
    _ = filler.fill(try SectionTemplate(SourceFile(name: "部分.txt", text: source)))
    #expect(filler.diagnostics.count == 10_001)
    #expect(filler.diagnostics.first?.message.arguments.first == "明细.P0.金额")
    let last = try #require(filler.diagnostics.last)
    #expect(last.id == "template-more-faults")
    #expect(last.severity == .error)
    #expect(last.remedy != nil)
    #expect(
      last.message.text(in: .en)
        == "there are 10250 faults of this kind (template-missing-value); the 250 from here on are not "
        + "listed")
  }

  @Test func aMissingCellOfAWorkbookIsNamedByItsSheet() throws {
    var data = Self.data()
    data.tables[0].file = "data/明细.xlsx"
    data.tables[0].sheet = "表一"
    var filler = SectionFiller(TemplateContext(settings: [:], data: data, schema: DataSchema()))
    _ = filler.fill(try SectionTemplate(SourceFile(name: "部分.txt", text: "{{明细.P3.金额}}")))
    #expect(
      filler.diagnostics.map { $0.message.text(in: .zh) } == [
        "“明细.P3.金额”没有值(查过:data/明细.xlsx!表一!C5)"
      ])
  }

  @Test func sumsOfLargeColumnsNameTheirEnds() throws {
    var data = Self.data()
    for row in data.tables[0].rows.indices {
      data.tables[0].rows[row, 1].value = .quantity(
        Quantity(ExactDecimal(1), unit: MeasureUnit("万元")))
    }
    var filler = SectionFiller(TemplateContext(settings: [:], data: data, schema: DataSchema()))
    let text = filler.fill(
      try SectionTemplate(SourceFile(name: "部分.txt", text: "合计{{合计(明细.金额)}}")))
    #expect(text.text == "合计10250万元")
    guard case .value(let origins, _)? = text.segments.last?.origin else {
      Issue.record("no origin")
      return
    }
    #expect(origins.map(\.place) == ["data/明细.csv:2:3", "data/明细.csv:10251:3"])
    #expect(origins.allSatisfy { $0.path == "明细.*.金额" })
  }
}
