import FigureWorkbook
import ReportModel
import TestSupport
import Testing
import XLSXWriter

struct WrittenFileTests {
  @Test func sameReportGivesSameBytes() throws {
    let folder = TemporaryFolder()
    for name in ["/a.xlsx", "/b.xlsx"] {
      let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
      try FigureWorkbook.write(layout, to: folder.path + name)
    }
    let first = try #require(TestFile.bytes(folder.path + "/a.xlsx"))
    #expect(first == TestFile.bytes(folder.path + "/b.xlsx"))
    #expect(TestFile.names(in: folder.path) == ["a.xlsx", "b.xlsx"])
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func everyCellReadsBack() throws {
    let folder = TemporaryFolder()
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    let cells = WrittenCell.read(path, path)
    for sheet in layout.sheets {
      for (row, cell) in sheet.allCells {
        let read = try #require(cells[row], "\(row)")
        #expect(read.formula == cell.formula, "\(row)")
        #expect(read.agrees(with: cell), "\(row): \(read.value) for \(cell.content)")
      }
    }
    let names = OfficeCheck.lines(
      "print('\\n'.join(openpyxl.load_workbook(sys.argv[1]).sheetnames))", path)
    #expect(names == layout.sheets.map(\.name))
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func textThatLooksLikeAFormulaStaysText() throws {
    let folder = TemporaryFolder()
    var snapshot = SnapshotFixture().snapshot
    for (row, text) in ["=1+1", "+86", "@名"].enumerated() {
      snapshot.data.tables[0].rows[row, 3].value = .text(text)
    }
    snapshot.figures[6].label = "-5"
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(try FigureWorkbook.layout(snapshot), to: path)
    let lines = OfficeCheck.lines(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      for sheet, cell in (('资助','D4'), ('资助','D5'), ('资助','D6'), ('指标','E10')):
          print(book[sheet][cell].data_type, book[sheet][cell].value)
      """, path)
    #expect(lines == ["s =1+1", "s +86", "s @名", "s -5"])
  }

  @Test(
    .enabled(if: TestProcess.pythonWithOpenpyxl != nil),
    arguments: ["总览", "A/B", "2023", "O'Neil", "R1C1"])
  func oddTableNamesWork(_ name: String) throws {
    let folder = TemporaryFolder()
    var fixture = SnapshotFixture()
    fixture.tableName = name
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    let cells = WrittenCell.read(path, path)
    let place = CellPlace(sheet: layout.sheets[1].name, cell: "B7")
    #expect(cells[place]?.formula == "SUM(B4:B6)")
  }

  @Test(.enabled(if: OfficeCheck.isPossible), arguments: ["资助", "O'Neil", "2023"])
  func libreOfficeComesToTheSameValues(_ name: String) throws {
    let folder = TemporaryFolder()
    var fixture = SnapshotFixture()
    fixture.tableName = name
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
  }

  @Test(.enabled(if: OfficeCheck.isPossible))
  func libreOfficeCalculatesAnew() throws {
    let folder = TemporaryFolder()
    var layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let index = try #require(layout.sheets.firstIndex { $0.name == "资助" })
    layout.sheets[index].rows[6].cells[1].content = .formula("SUM(B4:B6)", .number(ExactDecimal(1)))
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    let other = TemporaryFolder()
    let saved = try #require(OfficeCheck.recalculated(path, into: other.path))
    let cell = CellPlace(sheet: "资助", cell: "B7")
    #expect(WrittenCell.read(path, saved)[cell]?.value == "522.3")
  }
}
