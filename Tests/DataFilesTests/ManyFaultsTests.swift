import DataFiles
import ReportModel
import SourceText
import Testing

/// Files with the same fault in very many rows: so many are listed, the rest counted.
@Suite struct ManyFaultsTests {
  private static let kept = 10_000

  @Test(arguments: [
    ("2000万", "data-multiplier-in-cell"), ("—", "data-dash"), ("１２", "data-fullwidth-digits"),
  ])
  func faultsBeyondThoseListedAreCounted(cell: String, id: String) throws {
    let rows = Self.kept + 2_345
    let text = "项目,金额(万元)\n" + (1...rows).map { "甲\($0),\(cell)\n" }.joined()
    let reading = Reading(["明细.csv": text])
    #expect(reading.diagnostics.count == Self.kept + 1)
    #expect(reading.diagnostics.prefix(Self.kept).allSatisfy { $0.id == id })
    let last = try #require(reading.diagnostics.last)
    #expect(
      reading.faults().last
        == "明细.csv:10002:8 data-more-faults 这样的问题(\(id))共有 12345 处,从这里起的 2345 处没有逐一列出")
    #expect(
      last.message.text(in: .en)
        == "there are 12345 faults of this kind (\(id)); the 2345 from here on are not listed")
    #expect(last.severity == .error)
    #expect(last.remedy != nil)
    // What is faulty is blank in every row, listed or not.
    let table = try #require(reading.data.table(named: "明细"))
    #expect(table.rows.count == rows)
    #expect(table.rows.indices.allSatisfy { table.rows.isBlank($0, 1) })
    #expect(table.key(ofRow: rows - 1) == "甲12345")
  }

  @Test func kindsAreCountedApart() {
    let rows = (1...Self.kept + 5).map { "甲\($0),无,2023-02-30\n" }.joined()
    let reading = Reading(
      ["明细.csv": "项目,金额(万元),日期\n" + rows],
      schema: "表: {明细: {列: {项目: {}, 金额: {类型: 数值, 单位: 万元}, 日期: {类型: 日期}}}}")
    let more = reading.diagnostics.filter { $0.id == "data-more-faults" }
    #expect(
      more.map { $0.message.text(in: .en) } == [
        "there are 10005 faults of this kind (data-no-figure); the 5 from here on are not listed",
        "there are 10005 faults of this kind (data-bad-date); the 5 from here on are not listed",
      ])
  }

  @Test func faultsOfTheFormAreCountedToo() {
    let text = "项目,说明\n" + String(repeating: "\"甲\"乙,1\n", count: Self.kept + 7)
    let reading = Reading(["明细.csv": text])
    let quotes = reading.diagnostics.filter { $0.id == "data-text-after-quote" }
    #expect(quotes.count == Self.kept)
    #expect(reading.diagnostics.contains { $0.message.text(in: .en).hasPrefix("there are 10007 ") })
  }

  @Test func aQuoteThatIsNotClosedIsToldAfterAnyNumberOfOthers() {
    let text =
      "项目,说明\n" + String(repeating: "\"甲\"乙,1\n", count: Self.kept + 7) + "丙,\"丁\n"
    #expect(Reading(["明细.csv": text]).diagnostics.contains { $0.id == "data-unclosed-quote" })
  }

  @Test func aWorkbooksFaultsAreCounted() {
    let rows = TestWorkbook.rows(
      [["项目", "金额(万元)"]] + (1...Self.kept + 3).map { ["甲\($0)", "无"] })
    let reading = Reading([.workbook(name: "明细.xlsx", bytes: TestWorkbook(rows).bytes)])
    #expect(reading.diagnostics.count == Self.kept + 1)
    #expect(
      reading.faults().last
        == "明细.xlsx!Sheet1!B10002 data-more-faults 这样的问题(data-no-figure)共有 10003 处,从这里起的 3 处没有逐一列出"
    )
  }
}
