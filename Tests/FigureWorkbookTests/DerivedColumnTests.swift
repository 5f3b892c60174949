import ReportModel
import TestSupport
import Testing
import XLSXWriter

@testable import FigureWorkbook

/// Columns worked out from others, rules of cells, and charts, as a pack asks for them.
struct DerivedColumnTests {
  private static func fixture(_ derived: [DerivedColumn]) -> SnapshotFixture {
    var fixture = SnapshotFixture()
    let amount = DataSchema.Value(
      type: .number, unit: "万元", isRequired: true,
      range: ExactDecimal(0)...ExactDecimal(1_000), addsUp: true)
    fixture.schema = DataSchema(tables: [
      DataSchema.Table(
        name: "资助", key: "项目",
        columns: [
          DataSchema.Member("项目", DataSchema.Value()), DataSchema.Member("金额", amount),
          DataSchema.Member("人数", DataSchema.Value(type: .integer, unit: "人")),
          DataSchema.Member("说明", DataSchema.Value(allowed: ["一次发放", "=分档发放"])),
        ],
        derived: derived,
        charts: [
          TableChart(.column, columns: ["金额"]), TableChart(.bar, columns: ["金额", "人均"]),
          TableChart(.pie, columns: ["占比"]), TableChart(.line, columns: ["人数"]),
        ])
    ])
    return fixture
  }

  private static let usual = [
    DerivedColumn(
      name: "人均", unit: MeasureUnit("元"), left: .column("金额"), operation: .divide,
      right: .column("人数")),
    DerivedColumn(
      name: "占比", unit: MeasureUnit("%"), left: .column("金额"), operation: .divide,
      right: .total("金额")),
  ]

  @Test func perHeadAmountsAndSharesAreFormulasWithExactValues() throws {
    let layout = try FigureWorkbook.layout(Self.fixture(Self.usual).snapshot)
    let sheet = try #require(layout.sheet(named: "资助"))
    #expect(
      (0..<6).map { sheet[2, $0].shownText } == [
        "项目", "金额(万元)", "人数(人)", "人均(元)", "占比(%)", "说明",
      ])
    #expect(
      sheet[3, 3].content
        == .formula(
          "IF(COUNT(B4,C4)<2,\"\",IF(C4=0,\"\",ROUND(B4*10000/C4,2)))",
          .number(try #require(ExactDecimal("500.00")))))
    #expect(sheet[3, 4].number?.description == "15.0")
    #expect(sheet[4, 4].formula?.contains("SUM($B$4:$B$6)") == true)
    #expect(sheet[6, 3].content == .blank, "persons do not add up")
    #expect(sheet[6, 4].number?.description == "100.0")
    #expect(sheet[3, 1].style.isOpen && !sheet[3, 3].style.isOpen && !sheet[6, 1].style.isOpen)
    #expect(sheet.isProtected)
  }

  @Test func whatTheTableHoldsItselfOrCannotGiveIsLeftOut() throws {
    var columns = Self.usual
    columns[0].name = "人数"
    columns[1].right = .total("没有的列")
    let sheet = try #require(
      try FigureWorkbook.layout(Self.fixture(columns).snapshot).sheet(named: "资助"))
    #expect(sheet.rows[2].cells.count == 4)
  }

  @Test func cellsSayWhatTheyAcceptAndChartsStandBelow() throws {
    let sheet = try #require(
      try FigureWorkbook.layout(Self.fixture(Self.usual).snapshot).sheet(named: "资助"))
    #expect(sheet.rules.map(\.range.a1) == ["B4:B6", "C4:C6", "F4:F6"])
    #expect(
      sheet.conditionalLooks.filter { $0.look != .band }.map(\.formula) == [
        "A4=\"\"", "SUMPRODUCT(--($A$4:$A$6=A4))>1",
        "IF(B4=\"\",FALSE,IF(ISNUMBER(B4),OR(B4<0,B4>1000),TRUE))", "B4=\"\"",
        "IF(C4=\"\",FALSE,IF(ISNUMBER(C4),OR(C4<>INT(C4)),TRUE))",
        "NOT(OR(F4=\"\",F4=\"一次发放\",F4=\"=分档发放\"))",
      ])
    #expect(sheet.charts.map(\.chart.kind) == [.column, .bar, .pie, .line])
    #expect(sheet.charts.map(\.chart.series.count) == [2, 2, 1, 2])
    #expect(sheet.charts.allSatisfy { $0.corner.row > sheet.rows.count })
  }

  @Test(
    .enabled(if: OfficeCheck.isPossible),
    arguments: [
      (["78.55", "305.25", "138.5"], ["1571", "7341", "1344"]),
      (["0", "0", "0"], ["0", "", "3"]), (["-5.5", "5.5", "0.001"], ["1", "7", ""]),
      (["99999999.99", "0.01", "33.335"], ["3", "8", "1000"]),
    ])
  func calculatedAnewTheyComeToTheSame(_ amounts: [String], _ people: [String]) throws {
    let people4 = DerivedColumn(
      name: "应发", unit: MeasureUnit("元"), left: .column("金额"), operation: .multiply,
      right: .column("人数"))
    let more = DerivedColumn(
      name: "其余", unit: MeasureUnit("元"), left: .total("金额"), operation: .subtract,
      right: .column("金额"))
    let twice = DerivedColumn(
      name: "两倍", unit: MeasureUnit("万元"), left: .column("金额"), operation: .add,
      right: .column("金额"), decimals: 3)
    var fixture = Self.fixture(Self.usual + [people4, more, twice])
    fixture.amounts = amounts
    fixture.people = people
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
  }
}
