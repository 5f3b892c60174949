import FigureWorkbook
import ReportModel
import ReportWorkspace
import ReturnForms
import SectionTemplates
import SourceText
import TestSupport
import Testing

/// The program's own workbook, handed in again.
@Suite struct WorkbookImportTests {
  /// A report's workbook; `change` may alter its layout before it is written.
  private static func export(
    _ report: ReportFolder, into folder: borrowing TemporaryFolder,
    _ change: (inout WorkbookLayout) -> Void = { _ in }
  ) throws -> (name: String, bytes: [UInt8]) {
    var layout = try FigureWorkbook.layout(report.snapshot(of: report.draft(allowsMissing: true)))
    change(&layout)
    let path = folder.path + "/导出.xlsx"
    try FigureWorkbook.write(layout, to: path)
    return ("导出.xlsx", TestFile.bytes(path) ?? [])
  }

  @Test(arguments: SampleFolder.reports)
  func aSampleHandedInAsItWasChangesNothing(_ sample: String) throws {
    let folder = TemporaryFolder()
    let report = try ReportFolder(at: SampleFolder.path(sample))
    let outcome = FormImport([try Self.export(report, into: folder)], into: report)
    #expect(outcome.files[0].kind == .workbook)
    #expect(outcome.lines == [])
    #expect(outcome.faults == [])
    #expect(try ChangePlan(outcome.changes, in: report).files.isEmpty)
  }

  @Test(.enabled(if: TestProcess.soffice != nil, "needs LibreOffice"))
  func aSampleSavedByLibreOfficeChangesNothing() throws {
    let folder = TemporaryFolder()
    let report = try ReportFolder(at: SampleFolder.path("demo-education/2023H1"))
    _ = try Self.export(report, into: folder)
    let other = TemporaryFolder()
    let saved = try #require(
      OfficeCheck.recalculated(folder.path + "/导出.xlsx", into: other.path) as String?)
    let outcome = FormImport([("回.xlsx", TestFile.bytes(saved) ?? [])], into: report)
    #expect(outcome.files[0].kind == .workbook)
    #expect(outcome.lines == [])
    #expect(outcome.faults == [])
  }

  @Test func changedCellsAreTaken() throws {
    let fixture = FormFixture()
    let book = try Self.export(fixture.report(), into: fixture.folder) { layout in
      layout.put("63.5", named: "62", in: "资助")
      layout.put("四所", named: "一小、二小", in: "资助")
      layout.put("5", named: "3", in: "单项指标")
    }
    let outcome = try fixture.take(book)
    #expect(
      outcome.lines == [
        "资助.幼儿园.金额: 62 → 63.5", "资助.幼儿园.学校: 一小、二小 → 四所", "安全.会议: 3 → 5",
        "安全.会议.写法: 三次 → ",
      ])
    #expect(fixture.data("资助.csv").contains("幼儿园,63.5,1240,省级,2023-09-01,四所,\n高中,\"36\","))
    #expect(fixture.data("figures.csv").contains("安全.会议,安全会议,5,次,,,\n"))
  }

  @Test func whatContradictsTheSchemaIsRefused() throws {
    let fixture = FormFixture()
    let book = try Self.export(fixture.report(), into: fixture.folder) { layout in
      layout.put("5000", named: "62", in: "资助")
      layout.put("", named: "36", in: "资助")
    }
    let outcome = try fixture.take(book)
    #expect(
      outcome.faults.map { $0.split(separator: " ").first ?? "" } == [
        "data-out-of-range", "data-blank-required",
      ])
    #expect(fixture.data("资助.csv") == FormFixture.table)
  }

  @Test func formulasTypedOverAreToldAndNotTaken() throws {
    let fixture = FormFixture()
    let book = try Self.export(fixture.report(), into: fixture.folder) { layout in
      layout.put("99", named: "98", in: "资助")
      for sheet in ["核对", "正文"] { layout.overwriteFirstFormula(of: sheet) }
    }
    let outcome = try fixture.take(book)
    #expect(outcome.lines == [])
    #expect(
      outcome.faults.count { $0.hasPrefix("import-formula-overwritten 导出.xlsx!资助!B") } == 1)
    #expect(outcome.faults.contains { $0.hasPrefix("import-formula-overwritten 导出.xlsx!正文!") })
    #expect(outcome.files.allSatisfy { !$0.isFaulty })
  }

  /// Another version of the program, or other data, may have put its formulas elsewhere.
  @Test func formulasOfAnotherLayoutAreNotJudged() throws {
    let fixture = FormFixture()
    let book = try Self.export(fixture.report(), into: fixture.folder) { layout in
      layout.put("63.5", named: "62", in: "资助")
      for sheet in ["核对", "正文"] { layout.overwriteFirstFormula(of: sheet) }
      layout.properties.removeAll { $0.name == FigureWorkbook.layoutProperty }
    }
    let outcome = try fixture.take(book)
    #expect(outcome.lines == ["资助.幼儿园.金额: 62 → 63.5"])
    #expect(outcome.faults == [])
    #expect(outcome.files[0].diagnostics.map(\.id) == ["import-other-layout"])
  }

  /// Formulas over sheets that were left out had been written as values.
  @Test func aWorkbookOfChosenSheetsHasNothingTypedOver() throws {
    let fixture = FormFixture()
    let book = try Self.export(fixture.report(), into: fixture.folder) { layout in
      layout = layout.keeping(["资助", "单项指标", "核对", "指标"]).layout
    }
    let outcome = try fixture.take(book)
    #expect(outcome.lines == [])
    #expect(outcome.files[0].diagnostics.map(\.id) == [])
  }

  @Test func columnsWorkedOutAreNotReadAndTypingOverThemIsTold() throws {
    let folder = TemporaryFolder()
    let report = try ReportFolder(at: SampleFolder.path("demo-education/2023H2"))
    let book = try Self.export(report, into: folder) { layout in
      layout.put("123.45", named: "625.00", in: "资助")
    }
    let outcome = FormImport([book], into: report)
    #expect(outcome.lines == [])
    #expect(outcome.faults.count == 1)
    #expect(outcome.faults.allSatisfy { $0.hasPrefix("import-formula-overwritten 导出.xlsx!资助!") })
  }

  @Test(arguments: 0..<40)
  func exportingAndImportingChangesNothing(_ seed: Int) throws {
    var generator = DataGenerator(seed: seed)
    let fixture = FormFixture(
      table: generator.table(), figures: generator.figures(), narrative: FormFixture.narrative,
      tableFile: generator.isTabbed ? "资助.tsv" : "资助.csv")
    let name = generator.isTabbed ? "资助.tsv" : "资助.csv"
    let encoding = generator.encoding
    for file in [name, "figures.csv"] {
      let raw = try TextDecoder.encode(Array(fixture.data(file).utf8), as: encoding)
      fixture.folder.write(raw, to: "2023H2/data/" + file)
    }
    let before = [name, "figures.csv"].map { TestFile.bytes(fixture.path + "/data/" + $0) }
    let report = try fixture.report()
    let book = try Self.export(report, into: fixture.folder)
    let outcome = try fixture.take(book, fixture.form([]))
    #expect(outcome.lines == [])
    #expect(outcome.faults == [])
    // A changed number, and nothing else, is another one.
    let change = try Self.export(report, into: fixture.folder) { layout in
      layout.putFirstNumber("777", of: "资助", column: 1)
    }
    let rows = report.data.table(named: "资助")?.rows.count ?? 0
    let changed = try fixture.take(change)
    #expect(changed.changes.filter { $0.new == "777" }.count == (rows > 0 ? 1 : 0))
    #expect(changed.changes.allSatisfy { $0.new == "777" || $0.target.path.hasSuffix("写法") })
    let after = [name, "figures.csv"].map { TestFile.bytes(fixture.path + "/data/" + $0) }
    #expect(after[1] == before[1])
    #expect((after[0] == before[0]) == (rows == 0))
    #expect(try fixture.take(Self.export(fixture.report(), into: fixture.folder)).lines == [])
  }
}

extension WorkbookLayout {
  /// Puts a value into the cells that show another.
  fileprivate mutating func put(_ text: String, named old: String, in name: String) {
    guard let sheet = sheets.firstIndex(where: { $0.name == name }) else { return }
    for row in sheets[sheet].rows.indices {
      for column in sheets[sheet].rows[row].cells.indices {
        let shown: String =
          switch sheets[sheet].rows[row].cells[column].content {
          case .text(let text): text
          case .number(let number), .formula(_, .number(let number)): number.description
          default: ""
          }
        guard shown == old else { continue }
        sheets[sheet].rows[row].cells[column].content = Self.content(text)
      }
    }
  }

  fileprivate mutating func putFirstNumber(_ text: String, of name: String, column: Int) {
    guard let sheet = sheets.firstIndex(where: { $0.name == name }) else { return }
    for row in sheets[sheet].rows.indices {
      guard case .number = sheets[sheet][row, column].content else { continue }
      sheets[sheet].rows[row].cells[column].content = Self.content(text)
      return
    }
  }

  fileprivate mutating func overwriteFirstFormula(of name: String) {
    guard let sheet = sheets.firstIndex(where: { $0.name == name }) else { return }
    for row in sheets[sheet].rows.indices {
      for column in sheets[sheet].rows[row].cells.indices {
        guard case .formula = sheets[sheet].rows[row].cells[column].content else { continue }
        sheets[sheet].rows[row].cells[column].content = .text("手改的")
        return
      }
    }
  }

  private static func content(_ text: String) -> CellLayout.Content {
    text.isEmpty ? .blank : ExactDecimal(text).map { .number($0) } ?? .text(text)
  }
}

/// Makes up data files that the fixture's pack takes.
struct DataGenerator {
  private var state: UInt64
  let isTabbed: Bool
  let encoding: TextEncoding
  private let lineEnd: String
  private let mark: String

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    isTabbed = seed % 3 == 1
    encoding = TextEncoding.allCases[seed % TextEncoding.allCases.count]
    lineEnd = seed % 2 == 0 ? "\n" : "\r\n"
    mark = seed % 5 == 0 || encoding != .utf8 && encoding != .gb18030 ? "\u{FEFF}" : ""
  }

  private mutating func number(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % limit
  }

  private mutating func one(of texts: [String]) -> String { texts[number(texts.count)] }

  private mutating func quoted(_ text: String) -> String {
    let separator = isTabbed ? "\t" : ","
    let must = text.utf8.contains { $0 == 0x22 || $0 == 0x0A } || text.contains(separator)
    return must || number(4) == 0
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  mutating func table() -> String {
    let separator = isTabbed ? "\t" : ","
    var lines = [["项目", "金额(万元)", "人数（人）", "级别", "开始", "学校", "金额限定", "说明"]]
    for row in 0..<number(6) {
      lines.append([
        one(of: ["幼儿园", "=高中", "\"特教\"", "@初中,九年级", "-中职", "大学\n新生"]) + "\(row)",
        one(of: ["62", "0", "0.50", "78.55", "999.999", "36.0"]), one(of: ["1240", "", "0"]),
        one(of: ["省级", "市级", ""]), one(of: ["2023-09-01", ""]),
        one(of: ["一小、二小", "三小", ""]), one(of: ["近", "", ""]),
        one(of: ["", "按季,按月", "说\"明\"", "  两端空格  ", "+1", "第一行\(lineEnd)第二行", "_x0041_"]),
      ])
    }
    return written(lines, separator)
  }

  mutating func figures() -> String {
    var lines = [["指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "来源", "说明"]]
    lines.append([
      "安全.会议", one(of: ["安全会议", ""]), one(of: ["3", "12"]), "次", one(of: ["", "约", "近"]),
      one(of: ["", "三次"]), one(of: ["本期", "", "累计"]), "2023-12-31", one(of: ["", "台账,第3页"]), "",
    ])
    if number(2) == 0 {
      lines.append([
        "安全.投入", "", one(of: ["12.50", "", "0"]), "万元", "", "", "", one(of: ["", "年底"]), "", "说",
      ])
    }
    return written(lines, ",")
  }

  private mutating func written(_ lines: [[String]], _ separator: String) -> String {
    var text = mark
    for (index, cells) in lines.enumerated() {
      if index > 0 { text += lineEnd }
      text += cells.map { index == 0 ? $0 : quoted($0) }.joined(separator: separator)
      if number(5) == 0 { text += lineEnd }
    }
    return text + (number(3) == 0 ? "" : lineEnd)
  }
}
