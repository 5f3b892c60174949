import TestSupport
import Testing
import XLSXWriter

@Suite(.enabled(if: TestProcess.soffice != nil, "needs LibreOffice"))
struct LibreOfficeTests {
  @Test func libreOfficeShowsWhatWasWritten() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write("=1+1", row: 0, column: 0)
      try sheet.write("_x0041_", row: 0, column: 1)
      try sheet.write(1234.5, row: 1, column: 0)
      try sheet.writeFormula("A2*2", result: .number(2_469), row: 1, column: 1)
      try sheet.writeFormula("\"a\"&\"_x0041_\"", result: .text("a_x0041_"), row: 2, column: 0)
      try sheet.write(true, row: 2, column: 1)
      let cells = SheetRange(sheet: "表", range: CellRange(row: 1, column: 0))
      try sheet.insert(Chart(.bar, series: [Chart.Series(values: cells)]), row: 5, column: 0)
      try sheet.addTable(
        CellRange(firstRow: 30, firstColumn: 0, lastRow: 31, lastColumn: 0),
        TableLayout(columns: [.init(header: "_x0042_")]))
    }
    let soffice = try #require(TestProcess.soffice)
    let result = TestProcess.run(
      soffice,
      [
        "-env:UserInstallation=file://" + book.folder.path + "/profile", "--headless",
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", book.folder.path,
        book.path,
      ])
    #expect(result?.status == 0)
    let lines = (TestFile.read(book.folder.path + "/book.csv") ?? "")
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3) == ["=1+1,_x0041_", "1234.5,2469", "a_x0041_,TRUE"])
    #expect(lines.contains("_x0042_,"))
  }
}
