import OfficePackages
import ReportModel
import SourceText
import Testing

@testable import DataFiles

/// Workbooks that cannot be read: one clear fault each, never a crash or a hang.
@Suite struct WorkbookFaultTests {
  private func faults(_ bytes: [UInt8], _ language: MessageLanguage = .zh) -> [String] {
    Reading([DataInput(name: "资助.xlsx", raw: bytes)]).faults(language)
  }

  private static let sound = TestWorkbook(TestWorkbook.rows([["项目", "金额"], ["甲", "1"]])).bytes

  @Test(arguments: [
    ([], "data-empty-file"), (Array("项目,金额\n".utf8), "data-xlsx-broken"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "data-xlsx-old-or-locked"),
    (Array(sound.prefix(sound.count / 2)), "data-xlsx-broken"),
    (StoredZip.archive([("word/document.xml", "<a/>")]), "data-xlsx-no-workbook"),
    (TestWorkbook().bytes, "data-empty-file"),
    (TestWorkbook("<row r=\"1\"></row>").bytes, "data-empty-file"),
  ])
  func filesThatHoldNoData(bytes: [UInt8], id: String) {
    let reading = Reading([DataInput(name: "资助.xlsx", raw: bytes)])
    #expect(reading.diagnostics.map(\.id) == [id])
    #expect(reading.diagnostics.map(\.place) == [.file("资助.xlsx")])
    #expect(reading.diagnostics.first?.remedy != nil)
  }

  @Test func brokenMarkupNamesPartAndLine() {
    let workbook = TestWorkbook("<row r=\"1\">\n<c></row>")
    #expect(
      faults(workbook.bytes) == [
        "资助.xlsx data-xlsx-malformed 工作簿的部件 xl/worksheets/sheet1.xml 第 2 行读不懂(mismatched tag)"
      ])
  }

  @Test func entitiesAreStopped() {
    var workbook = TestWorkbook()
    var text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b0 \"ha\">"
    for level in 1...20 { text += "<!ENTITY b\(level) \"&b\(level - 1);&b\(level - 1);\">" }
    workbook.parts = [("xl/worksheets/sheet1.xml", text + "]><a>&b20;</a>")]
    workbook.add("<row/>", sheet: "Sheet1")
    #expect(
      faults(workbook.bytes, .en) == [
        "资助.xlsx data-xlsx-entities the workbook's part xl/worksheets/sheet1.xml has a document type "
          + "declaration, as no workbook has; it was not read"
      ])
  }

  @Test func inflatedSizeIsLimited() {
    #expect(throws: XLSXFault.package(.tooLarge(limit: 2048))) {
      let rows = TestWorkbook.rows(Array(repeating: ["项目", "金额"], count: 100))
      var workbook = try XLSXWorkbook.open(TestWorkbook(rows).bytes, limit: 2048)
      for sheet in workbook.sheets { _ = try workbook.read(sheet) }
    }
  }

  @Test func changedBytesNeverCrash() {
    var workbook = TestWorkbook(
      TestWorkbook.rows([["项目", "金额(万元)"], ["甲", "1"]]),
      after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
    workbook.strings = ["<si><t>_x4E2D_</t></si>"]
    let bytes = workbook.bytes
    var state: UInt64 = 11
    for _ in 0..<2000 {
      var changed = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let (data, diagnostics) = DataFileReader.read([DataInput(name: "资助.xlsx", raw: changed)])
      #expect(!data.tables.isEmpty || !data.figures.isEmpty || !diagnostics.isEmpty)
    }
    for end in stride(from: 0, to: bytes.count, by: 7) {
      _ = DataFileReader.read([DataInput(name: "资助.xlsx", raw: Array(bytes[..<end]))])
    }
  }

  @Test(arguments: [
    ("General", XLSXNumberFormat.plain), ("#,##0.00", .plain), ("0.00E+00", .plain), ("@", .plain),
    ("[Red]0;[Blue]-0", .plain), ("0.0%", .percent), ("0\"%\"", .plain), ("yyyy-mm-dd", .date),
    ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[$-804]m\"月\"d\"日\";@", .date), ("mmm-yy", .date),
    ("h:mm AM/PM", .time), ("[h]:mm:ss", .time), ("mm:ss", .time), ("yyyy/m/d h:mm", .dateTime),
    ("0\\d", .plain), ("_d0", .plain),
  ])
  func numberFormatsAreTold(code: String, expected: XLSXNumberFormat) {
    #expect(XLSXNumberFormat(code: code) == expected)
  }

  @Test(arguments: [
    ("A1", 1, 1), ("$C$4", 3, 4), ("AA10", 27, 10), ("XFD1048576", 16384, 1_048_576),
  ])
  func cellReferencesAreRead(text: String, column: Int, row: Int) {
    #expect(CellReference(text) == CellReference(column: column, row: row))
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "a1", "AAAAAAAAAAAAAAAAAAAAAA1"])
  func badReferencesAreRefused(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test(arguments: [
    ("", ""), ("a", "a"), ("_x0041_", "A"), ("a_x0041_b_x0042_", "aAbB"), ("_x004", "_x004"),
    ("_xD842__xDFB7_野", "𠮷野"), ("a_x000D_\nb", "a\nb"), ("_x005F_x0041_", "_x0041_"),
    ("_X0041_", "_X0041_"), ("_xD800_a", "\u{FFFD}a"), ("__x0041__", "_A_"),
  ])
  func escapesAreDecoded(text: String, expected: String) {
    #expect(XLSXText.decode(Array(text.utf8)) == expected)
  }
}
