import ReportModel
import TestSupport
import Testing
import XLSXWriter

@testable import FigureWorkbook

struct LayoutTests {
  @Test func layoutIsAsRecorded() throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    GoldenFile.expect(layout.description, at: GoldenFile.path("report.layout"))
  }

  @Test func sheetsWithNothingToShowAreLeftOut() throws {
    var fixture = SnapshotFixture()
    fixture.hasLastYear = false
    var snapshot = fixture.snapshot
    #expect(
      try FigureWorkbook.layout(snapshot).sheets.map(\.name)
        == ["总览", "资助", "工程", "单项指标", "指标", "核对", "正文", "出处"])
    snapshot.text = ""
    snapshot.figures = []
    snapshot.data = DataSet()
    #expect(try FigureWorkbook.layout(snapshot).sheets.map(\.name) == ["总览", "指标", "出处"])
  }

  @Test(arguments: [
    ["0.1", "0.2", "0.3"], ["99999999.99", "0.01", "0"], ["-5.5", "5.5", "0.001"],
    ["123456789.123", "0.007", "876543210.87"],
  ])
  func totalsAreExact(_ amounts: [String]) throws {
    var fixture = SnapshotFixture()
    fixture.amounts = amounts
    let sheet = try #require(try FigureWorkbook.layout(fixture.snapshot).sheet(named: "资助"))
    let sum = try amounts.reduce(ExactDecimal(0)) { sum, amount in
      let next = ExactDecimal(amount).flatMap(sum.adding)
      return try #require(next)
    }
    #expect(sheet[6, 1].content == .formula("SUM(B4:B6)", .number(sum)))
    for row in 3...6 {
      let decimals = try #require(sheet[row, 1].style.decimals)
      guard case .number(let number) = sheet[row, 1].content else { continue }
      #expect(Int(decimals) >= number.normalized.scale, "no digit is hidden")
    }
  }

  @Test func unitsDecideNumberFormats() throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let schemes = try #require(layout.sheet(named: "资助"))
    #expect(schemes[3, 1].style.numberFormat == "#,##0.00_ ")
    #expect(schemes[3, 2].style.numberFormat == "#,##0_ ")
    let singles = try #require(layout.sheet(named: "单项指标"))
    #expect(singles[4, 2].style.numberFormat == "#,##0.0_ ")
  }

  @Test func wherePeopleAreGivenInFractionsTheColumnIsWider() throws {
    var fixture = SnapshotFixture()
    fixture.amounts[1] = "305.2525"
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    #expect(layout.sheet(named: "资助")?[3, 1].style.numberFormat == "#,##0.0000_ ")
  }

  @Test func figuresHangOnTheirCells() throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let figures = try #require(layout.sheet(named: "指标"))
    #expect(
      (3...9).map { figures[$0, 5].formula } == [
        "'资助'!B4", "'资助'!C4", "'资助'!B7", "'单项指标'!C4", "ABS('同比'!H11)", "'工程'!C4", nil,
      ])
    #expect(figures[9, 5].content == .number(ExactDecimal(12)))
    #expect(figures[3, 5].note?.hasPrefix("落实资助") == true)
    guard case .link(let words, let target) = figures[3, 13].content else {
      Issue.record("no link to the source")
      return
    }
    #expect(words == "data/资助.csv:2:5")
    #expect(target == SheetRange(sheet: "资助", range: CellRange(row: 3, column: 1)))
  }

  /// What does not fit on paper at a readable size stands to the right of what is printed.
  @Test func figuresArePrintedToTheirSource() throws {
    let figures = try #require(
      try FigureWorkbook.layout(SnapshotFixture().snapshot).sheet(named: "指标"))
    let area = try #require(figures.page.printArea)
    #expect(figures[2, area.last.column].shownText == "来源")
    #expect(area.last.row == figures.rows.count - 1)
    let printed = figures.columnWidths[...area.last.column].reduce(0, +)
    #expect(printed < 176)
    #expect(figures.page.fit == PageSetup.Fit(width: 1, height: 0))
  }

  @Test func aVeryWideTableIsPrintedSideBySideWithItsKeys() {
    var sheet = SheetLayout(name: "表", purpose: "")
    sheet.append([.text("项目", .head)])
    sheet.columnWidths = [20] + Array(repeating: 30, count: 12)
    sheet.frozenColumns = 1
    sheet.setUpPage(head: 0...0, caption: "表")
    #expect(sheet.page.fit == PageSetup.Fit(width: 3, height: 0))
    #expect(sheet.page.repeatedColumns == 0...0)
    sheet.columnWidths = Array(sheet.columnWidths.prefix(6))
    sheet.setUpPage(head: 0...0, caption: "表")
    #expect(sheet.page.fit == PageSetup.Fit(width: 1, height: 0))
    #expect(sheet.page.repeatedColumns == nil)
  }

  @Test func figuresShowTheirChecksAndEarlierValues() throws {
    var fixture = SnapshotFixture()
    fixture.hasLastPeriod = true
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    let figures = try #require(layout.sheet(named: "指标"))
    let checks = try #require(layout.sheet(named: "核对"))
    #expect(
      (9...17).map { figures[2, $0].shownText } == [
        "核对", "上年同期", "上期", "同比增减", "同比(%)", "来源", "原文", "位置", "所在语句",
      ])
    for row in 3...9 {
      #expect(figures[row, 9].formula == "'核对'!G\(row + 1)")
      #expect(figures[row, 9].shownText == checks[row, 6].shownText)
    }
    // The first scheme's amount, all amounts together, the meetings.
    #expect([3, 5, 6].map { figures[$0, 10].number?.description } == ["62", "342", "6"])
    #expect([3, 5, 6].map { figures[$0, 11].number?.description } == ["80", "384.25", "0"])
    #expect(figures[3, 12].number?.description == "16.55")
    #expect(figures[3, 13].number?.description == "26.7")
    #expect(figures[9, 10].content == .blank)
  }

  @Test func figurePrintedInAnotherUnitIsConverted() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.figures[0].value = ExactDecimal("785500")
    snapshot.figures[0].unit = MeasureUnit("元")
    let figures = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "指标"))
    #expect(figures[3, 5].content == .formula("'资助'!B4*10000", .number(ExactDecimal(785_500))))
  }

  @Test func figureThatDiffersFromItsCellIsNoFormula() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.figures[0].value = ExactDecimal("78.6")
    let figures = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "指标"))
    #expect(figures[3, 5].number?.description == "78.6")
    #expect(figures[3, 5].formula == nil)
  }

  @Test func oneChangedNumberChangesOnlyItsCells() throws {
    var fixture = SnapshotFixture()
    let before = try FigureWorkbook.layout(fixture.snapshot)
    fixture.meetings = "5"
    let after = try FigureWorkbook.layout(fixture.snapshot)
    let old = before.description.split(separator: "\n")
    let new = after.description.split(separator: "\n")
    #expect(old.count == new.count)
    let changed = zip(old, new).filter { $0 != $1 }.map { $1 }
    GoldenFile.expect(
      changed.joined(separator: "\n") + "\n", at: GoldenFile.path("one-number.changes"))
  }

  @Test func creationTimeComesFromTheReport() throws {
    var snapshot = SnapshotFixture().snapshot
    #expect(try FigureWorkbook.layout(snapshot).created == 1_689_845_400)
    snapshot.publicationTime = "2023年7月20日"
    #expect(try FigureWorkbook.layout(snapshot).created == 1_689_811_200)
    snapshot.publicationTime = ""
    snapshot.asOf = ""
    #expect(try FigureWorkbook.layout(snapshot).created == 1_687_910_400)
    snapshot.period = nil
    #expect(try FigureWorkbook.layout(snapshot).created == 946_684_800)
  }
}
