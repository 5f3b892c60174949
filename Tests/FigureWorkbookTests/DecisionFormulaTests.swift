import ReportModel
import TestSupport
import Testing

@testable import FigureWorkbook

/// Choices of the text as formulas: they hold when the workbook is written, and tell when a changed
/// cell turns them.
struct DecisionFormulaTests {
  struct Case: Sendable {
    let name: String
    let subject: TextDecision.Subject
    /// The verdict once these cells are changed.
    var changes: [String] = []
    var verdict = "不一致"
  }

  private static func cell(_ row: Int, _ column: String) -> CellReference {
    .cell(table: "资助", row: row, column: column)
  }

  static let cases: [Case] = [
    Case(
      name: "emptied",
      subject: .condition(.isPresent(.value(cell(0, "金额"), powerOfTen: 0)), held: true),
      changes: ["资助!B4="]),
    Case(
      name: "made a zero",
      subject: .condition(.isPresent(.value(.figure("安全.会议"), powerOfTen: 0)), held: true),
      changes: ["单项指标!C4=0"]),
    Case(
      name: "made words",
      subject: .condition(.isPresent(.value(.figure("安全.会议"), powerOfTen: 0)), held: true),
      changes: ["单项指标!C4=待报"]),
    Case(
      name: "another number is as good",
      subject: .condition(.isPresent(.value(.figure("安全.会议"), powerOfTen: 0)), held: true),
      changes: ["单项指标!C4=9"], verdict: "一致"),
    Case(
      name: "blank cell filled",
      subject: .condition(.isPresent(.words(cell(0, "说明"))), held: false),
      changes: ["资助!D4=按月发放"]),
    Case(
      name: "crossed a bound",
      subject: .condition(
        .compare(.greater, .value(cell(1, "金额"), powerOfTen: 4), .number(ExactDecimal(3_000_000))),
        held: true), changes: ["资助!B5=299.99"]),
    Case(
      name: "missing is only unequal",
      subject: .condition(
        .compare(.notEqual, .value(cell(2, "金额"), powerOfTen: 0), .number(ExactDecimal(138))),
        held: true), changes: ["资助!B6="], verdict: "一致"),
    Case(
      name: "texts are compared with their case",
      subject: .condition(.compare(.equal, .words(cell(1, "说明")), .text("=分档发放")), held: true),
      changes: ["资助!D5=分档"]),
    Case(
      name: "sum",
      subject: .condition(
        .and(
          .compare(
            .lessOrEqual, .sum(table: "资助", column: "金额", powerOfTen: 0),
            .number(ExactDecimal(523))),
          .not(.compare(.less, .rows(table: "资助"), .number(ExactDecimal(3))))), held: true),
      changes: ["资助!B4=80"]),
    Case(
      name: "one of two",
      subject: .condition(
        .or(
          .isPresent(.value(.figure("安全.会议"), powerOfTen: 0)),
          .isPresent(.value(.figure("高考.上线率"), powerOfTen: 0))), held: true),
      changes: ["单项指标!C4="], verdict: "一致"),
    Case(
      name: "value of the year before",
      subject: .condition(
        .isPresent(
          .value(
            .earlier(
              ValueOrigin(
                file: "../2022H1/data/figures.csv", line: 2, column: 12, path: "安全.会议")),
            powerOfTen: 0)), held: true), changes: ["同比!F11=0"]),
    Case(
      name: "renamed row", subject: .list(table: "资助", columns: ["项目"]),
      changes: ["资助!A5=小学"]),
    Case(
      name: "row emptied", subject: .list(table: "资助", columns: []), changes: ["资助!A6="]),
    Case(
      name: "unlisted column", subject: .list(table: "资助", columns: ["项目"]),
      changes: ["资助!D4=按月"], verdict: "一致"),
    Case(
      name: "list cell", subject: .list(table: "工程", columns: ["类别", "代表项目"]),
      changes: ["工程!B4=东小学改造"]),
    Case(name: "no cell", subject: .fixed(held: true), verdict: "未核"),
    Case(
      name: "unknown cell",
      subject: .condition(.isPresent(.value(.figure("没有"), powerOfTen: 0)), held: false),
      verdict: "未核"),
  ]

  /// Below the amounts a head of the three schemes.
  private static let firstRow = 6

  private static var snapshot: ReportSnapshot {
    var snapshot = SnapshotFixture().snapshot
    snapshot.figures = []
    snapshot.decisions = cases.map {
      TextDecision(words: $0.name, place: "甲.txt:1", subject: $0.subject)
    }
    return snapshot
  }

  @Test func choicesHoldAsExported() throws {
    let sheet = try #require(try FigureWorkbook.layout(Self.snapshot).sheet(named: "核对"))
    for (row, example) in Self.cases.enumerated() {
      let verdict = sheet[row + Self.firstRow, 6].shownText
      #expect(verdict == (example.verdict == "未核" ? "未核" : "一致"), "\(example.name)")
    }
  }

  @Test(.enabled(if: OfficeCheck.isPossible)) func changedCellsTurnTheirChoices() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    let layout = try FigureWorkbook.layout(Self.snapshot)
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
    // All changed workbooks go through one LibreOffice: its start takes most of the time.
    let changed = Self.cases.indices.filter { !Self.cases[$0].changes.isEmpty }
    let edits = changed.map {
      "\($0 + Self.firstRow + 1)|\(Self.cases[$0].changes.joined(separator: ";"))"
    }
    let lines = OfficeCheck.lines(
      """
      for edit in sys.argv[3].split('\\n'):
          row, changes = edit.split('|')
          book = openpyxl.load_workbook(sys.argv[1])
          for change in changes.split(';'):
              place, value = change.split('=', 1)
              sheet, cell = place.split('!')
              try: value = float(value)
              except ValueError: value = value or None
              book[sheet][cell] = value
          book.save(f'{sys.argv[2]}/{row}.xlsx')
      """, path, folder.path, edits.joined(separator: "\n"))
    try #require(lines.isEmpty, "\(lines)")
    let other = TemporaryFolder()
    let saved = OfficeCheck.recalculated(
      changed.map { "\(folder.path)/\($0 + Self.firstRow + 1).xlsx" }, into: other.path)
    try #require(saved.count == changed.count)
    let verdicts = OfficeCheck.lines(
      """
      for path in sys.argv[1].split('\\n'):
          row = path.split('/')[-1].split('.')[0]
          print(openpyxl.load_workbook(path, data_only=True)['核对'][f'G{row}'].value)
      """, saved.joined(separator: "\n"))
    for (row, verdict) in zip(changed, verdicts) {
      #expect(verdict == Self.cases[row].verdict, "\(Self.cases[row].name)")
    }
    #expect(verdicts.count == changed.count)
  }
}
