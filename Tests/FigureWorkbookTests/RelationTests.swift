import ReportModel
import TestSupport
import Testing
import XLSXWriter

@testable import FigureWorkbook

/// What a pack says must agree, on the sheet of checks.
struct RelationTests {
  private typealias Subject = DataCheck.Term.Subject

  private static func check(
    _ left: [DataCheck.Term], _ relation: DataCheck.Relation, _ right: [DataCheck.Term],
    tolerance: Int = 0
  ) -> DataCheck {
    DataCheck(
      text: "甲 \(relation.rawValue) 乙", left: DataCheck.Side(text: "甲", terms: left),
      relation: relation, right: DataCheck.Side(text: "乙", terms: right),
      tolerance: ExactDecimal(tolerance))
  }

  private static let amounts = DataCheck.Term(.column(table: "资助", column: "金额"))
  private static let persons = DataCheck.Term(.column(table: "资助", column: "人数"))
  private static let one = DataCheck.Term(.cell(table: "资助", row: "幼儿园", column: "金额"))
  private static let area = DataCheck.Term(.column(table: "工程", column: "面积"))
  private static func number(_ value: Int, isSubtracted: Bool = false) -> DataCheck.Term {
    DataCheck.Term(.number(ExactDecimal(value)), isSubtracted: isSubtracted)
  }

  private static let cases: [(DataCheck, verdict: String?, difference: String?)] = [
    (check([amounts], .equal, [number(522)]), "不一致", "-0.3"),
    (check([amounts], .equal, [number(522)], tolerance: 1), "一致", "-0.3"),
    (check([one], .atMost, [amounts]), "一致", "443.75"),
    (check([amounts], .atMost, [one]), "不一致", "-443.75"),
    (check([amounts], .atLeast, [one, number(1, isSubtracted: true)]), "一致", "-444.75"),
    (check([amounts], .atLeast, [number(523)], tolerance: 1), "一致", "0.7"),
    (check([persons], .atMost, [number(10_256)]), "一致", "0"),
    // Units that do not fit, and what the data do not hold, have no row; 余 cannot be judged.
    (check([amounts], .equal, [persons]), nil, nil),
    (check([DataCheck.Term(.figure("没有"))], .equal, [amounts]), nil, nil),
    (check([area], .equal, [number(3_900)]), "未核", "0"),
    (check([DataCheck.Term(.figure("安全.会议"))], .atLeast, [number(4)]), "一致", "0"),
  ]

  @Test(arguments: cases)
  func relationsAreChecked(
    _ check: DataCheck, _ verdict: String?, _ difference: String?
  ) throws {
    var fixture = SnapshotFixture()
    fixture.schema = DataSchema(checks: [check])
    let sheet = try #require(try FigureWorkbook.layout(fixture.snapshot).sheet(named: "核对"))
    let row = sheet.rows.indices.first { sheet[$0, 1].shownText?.hasPrefix("数据:") == true }
    #expect(row.flatMap { sheet[$0, 6].shownText } == verdict)
    #expect(row.flatMap { sheet[$0, 5].number?.normalized.description } == difference)
  }

  @Test(.enabled(if: OfficeCheck.isPossible)) func calculatedAnewTheyComeToTheSame() throws {
    var fixture = SnapshotFixture()
    fixture.schema = DataSchema(checks: Self.cases.map(\.0))
    fixture.people[2] = ""
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
  }
}
