import ReportModel
import TestSupport
import Testing
import XLSXWriter

@testable import FigureWorkbook

struct ComparisonTests {
  struct Case: Sendable {
    let now: String?
    let base: String?
    var unit = "万元"
    let words: String

    /// What is said beside the last period instead.
    var lastPeriodWords: String {
      let named = words.split(separator: "上年同期", omittingEmptySubsequences: false)
        .joined(separator: "上期")
      return named.hasPrefix("同比") ? "环比" + named.dropFirst(2) : named
    }
  }

  static let cases = [
    Case(now: "78.55", base: "62", words: "同比增长26.7%"),
    Case(now: "50", base: "62", words: "同比下降19.4%"),
    Case(now: "62", base: "62.00", words: "与上年同期持平"),
    Case(now: "10000.1", base: "10000", words: "与上年同期基本持平"),
    Case(now: "5", base: "0", words: "上年同期为0万元"),
    Case(now: "5", base: "-2", words: "上年同期为-2万元"),
    Case(now: "-5", base: "2", words: "上年同期为2万元"),
    Case(now: "-5", base: "-2", words: "上年同期为-2万元"),
    Case(now: "0", base: "2", words: "同比下降100%"),
    Case(now: "22", base: "2", words: "同比增长10倍"),
    Case(now: "21.9", base: "2", words: "同比增长995%"),
    Case(now: "1000", base: "3", words: "同比增长332.3倍"),
    Case(now: nil, base: "2", words: "本期没有数据"),
    Case(now: "2", base: nil, words: "上年同期没有数据"),
    Case(now: "46.7", base: "45.5", unit: "%", words: "同比提高1.2个百分点"),
    Case(now: "44", base: "45.5", unit: "%", words: "同比下降1.5个百分点"),
    Case(now: "0", base: "0", unit: "%", words: "与上年同期持平"),
    Case(now: "224.5", base: "200", words: "同比增长12.3%"),
    Case(now: "1.0005", base: "1", words: "同比增长0.1%"),
  ]

  @Test(arguments: cases)
  func changesAreSaidInTheWordsOfABulletin(_ example: Case) {
    #expect(Self.row(example, .lastYear).words == example.words)
    #expect(Self.row(example, .lastPeriod).words == example.lastPeriodWords)
  }

  /// The formulas come to the very words and numbers, exact halves among them.
  @Test(.enabled(if: OfficeCheck.isPossible))
  func libreOfficeComesToTheSameWords() throws {
    var snapshot = SnapshotFixture().snapshot
    let halves = (1...60).map { step in
      // A base of 200 makes each change an odd multiple of 0.05 %: a half at the digit shown.
      Case(now: "\(200 + step / 10).\(step % 10)", base: "200", words: "")
    }
    let all = Self.cases + halves
    let singles = all.enumerated().map { index, example in
      (
        Self.single(index, example.now, example.unit, ""),
        Self.single(index, example.base, example.unit, "../")
      )
    }
    snapshot.data.figures = singles.map(\.0)
    snapshot.lastYear?.figures = singles.map(\.1)
    snapshot.lastPeriod = snapshot.lastYear
    snapshot.figures = []
    snapshot.text = ""
    let layout = try FigureWorkbook.layout(snapshot)
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
  }

  @Test func figuresOfDifferentKindsAreNotCompared() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.data.figures[0].kind = .cumulative
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "同比"))
    let row = try #require(sheet.rows.firstIndex { $0.cells.contains { $0.shownText == "安全.会议" } })
    #expect(sheet[row, 8].content == .text("口径不同,不作比较"))
    #expect(sheet[row, 6].content == .blank)
  }

  @Test func figureOfTheYearBeforeHangsOnTheComparison() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.figures[0].value = ExactDecimal(62)
    snapshot.figures[0].text = "62万元"
    snapshot.figures[0].origins = [
      ValueOrigin(
        file: "../2022H1/data/资助.csv", line: 2, column: 5, path: "资助.幼儿园.金额")
    ]
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "指标"))
    #expect(sheet[3, 5].content == .formula("'同比'!F4", .number(ExactDecimal(62))))
    #expect(
      sheet[3, 13].content
        == .link(
          "2022H1/资助.csv:2:5",
          SheetRange(sheet: "同比", range: CellRange(row: 3, column: 5))))
  }

  @Test func totalOfTheYearBeforeHangsOnTheComparisonToo() throws {
    var snapshot = SnapshotFixture().snapshot
    let before = try #require(snapshot.lastYear?.tables[0])
    snapshot.figures[2].value = ExactDecimal(342)
    snapshot.figures[2].origins = (0..<3).compactMap { before.origin(row: $0, column: 1) }
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "指标"))
    #expect(sheet[5, 5].content == .formula("'同比'!F7", .number(ExactDecimal(342))))
  }

  @Test func lastPeriodHasASheetOfItsOwn() throws {
    var fixture = SnapshotFixture()
    fixture.hasLastPeriod = true
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    #expect(layout.sheets.map(\.name).filter { $0.hasSuffix("比") } == ["同比", "环比"])
    let sheet = try #require(layout.sheet(named: "环比"))
    #expect(sheet[2, 5].shownText == "上期")
    #expect(
      (3...10).map { sheet[$0, ComparisonSheet.wordsColumn].shownText } == [
        "环比下降1.8%", "与上期持平", "上期为-1万元", "环比增长35.9%", "与上期持平", "与上期持平", "与上期持平",
        "上期为0次",
      ])
  }

  /// Words of approximation make the change approximate too.
  @Test func approximateValuesGiveApproximateChanges() throws {
    var fixture = SnapshotFixture()
    fixture.hasLastPeriod = true
    var snapshot = fixture.snapshot
    snapshot.lastPeriod?.tables[0].rows[0, 1].value = .quantity(
      Quantity(
        ExactDecimal(50), unit: MeasureUnit("万元"), qualifiers: [Qualifier("近")].compactMap { $0 }))
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "环比"))
    #expect(sheet[3, ComparisonSheet.wordsColumn].shownText == "环比增长约57.1%")
  }

  @Test(arguments: [
    ("环比下降", "1.8", "%", "'环比'!I4", "ABS('环比'!H4)"),
    ("比上期下降", "1.8", "%", "SUBSTITUTE(", "ABS('环比'!H4)"),
    ("比上期减少", "1.45", "万元", "IF('环比'!G4=0", "ABS('环比'!G4)"),
    ("上期为", "80", "万元", "ROUND", "'环比'!F4"),
  ])
  func changesOnTheLastPeriodAreAlive(
    _ words: String, _ number: String, _ unit: String, _ sentence: String, _ figure: String
  ) throws {
    var fixture = SnapshotFixture()
    fixture.hasLastPeriod = true
    var snapshot = fixture.snapshot
    let now = try #require(snapshot.data.tables[0].origin(row: 0, column: 1))
    let base = try #require(snapshot.lastPeriod?.tables[0].origin(row: 0, column: 1))
    snapshot.text = words + number + unit + "。"
    snapshot.figures = [
      PlacedFigure(
        text: number + unit, value: ExactDecimal(number), unit: MeasureUnit(unit), qualifiers: [],
        label: "", line: 1, column: words.unicodeScalars.count + 1, headings: [], sentence: "",
        origins: words == "上期为" ? [base] : [now, base], isDirect: false)
    ]
    let layout = try FigureWorkbook.layout(snapshot)
    #expect(layout.sheet(named: "指标")?[3, 5].formula == figure)
    let text = try #require(layout.sheet(named: "正文")?[3, 1])
    #expect(text.shownText == snapshot.text)
    #expect(
      text.formula?.contains(words == "上期为" ? "'环比'!F4" : sentence) == true,
      "\(text.formula ?? "")")
  }

  @Test func valueInALargerUnitIsConvertedBeforeItIsCompared() throws {
    var snapshot = SnapshotFixture().snapshot
    let unit = MeasureUnit("亿元")
    snapshot.lastYear?.tables[0].columns[1].unit = unit
    snapshot.lastYear?.tables[0].rows[0, 1].value = .quantity(
      Quantity(try #require(ExactDecimal("0.0062")), unit: unit))
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "同比"))
    #expect(sheet[3, 5].number?.description == "62")
    #expect(sheet[3, 8].shownText == "同比增长26.7%")
  }

  @Test(arguments: [
    ("62", "1240", "500", true), ("62", "1240", "501", false), ("47.36", "592", "800", true),
    // 0.005万元 is 50元: what rounding to the second digit may have moved.
    ("47.36", "592", "800.05", true), ("47.36", "592", "800.09", false),
  ])
  func amountPerHeadIsCheckedWithinTheRoundingOfTheAmount(
    _ amount: String, _ persons: String, _ standard: String, _ agrees: Bool
  ) throws {
    func cell(_ text: String, _ unit: String) throws -> DataCell {
      DataCell(
        .quantity(Quantity(try #require(ExactDecimal(text)), unit: MeasureUnit(unit))), line: 2,
        column: 1)
    }
    let table = DataTable(
      name: "资助", file: "data/资助.csv",
      columns: [
        DataColumn(name: "金额", unit: MeasureUnit("万元"), addsUp: true, isNumeric: true),
        DataColumn(name: "人数", unit: MeasureUnit("人"), isNumeric: true),
        DataColumn(name: "标准", unit: MeasureUnit("元"), isNumeric: true),
      ],
      rows: [[try cell(amount, "万元"), try cell(persons, "人"), try cell(standard, "元")]],
      keyColumn: nil)
    let columns = try #require(PerHeadColumns(table))
    let check = try #require(PerHeadCheck(table, row: 0, columns))
    #expect(check.agrees == agrees)
    var snapshot = SnapshotFixture().snapshot
    snapshot.data.tables = [table]
    snapshot.figures = []
    let sheet = try #require(try FigureWorkbook.layout(snapshot).sheet(named: "核对"))
    #expect(sheet[3, CheckSheet.verdictColumn].shownText == (agrees ? "一致" : "不一致"))
  }

  private static func row(_ example: Case, _ basis: ComparisonBasis) -> ComparisonRow {
    ComparisonRow(
      basis: basis, group: "表", key: "项", name: "列", unit: MeasureUnit(example.unit),
      now: example.now.flatMap { ExactDecimal($0) }, base: example.base.flatMap { ExactDecimal($0) }
    )
  }

  private static func single(
    _ index: Int, _ number: String?, _ unit: String, _ prefix: String
  ) -> SingleFigure {
    SingleFigure(
      id: "项\(index)", label: "",
      quantity: number.flatMap { ExactDecimal($0) }.map { Quantity($0, unit: MeasureUnit(unit)) },
      origin: ValueOrigin(
        file: prefix + "data/figures.csv", line: index + 2, column: 3, path: "项\(index)"))
  }
}
