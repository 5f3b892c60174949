import FigureWorkbook
import ReportModel
import TestSupport
import Testing

/// What the workbook shows once somebody has changed a cell: changed by openpyxl, calculated by
/// LibreOffice, read back.
@Suite(.enabled(if: OfficeCheck.isPossible)) struct LiveWorkbookTests {
  @Test func changedCellsChangeSentencesTotalsComparisonsAndChecks() throws {
    let cells = try shown { "'资助'!B4 50;'单项指标'!C4 9;'工程'!C4 4100" }
    let sentences = cells.filter { $0.key.sheet == "正文" && $0.key.cell.hasPrefix("B") }
      .map(\.value.value)
    #expect(sentences.contains("落实资助50万元，惠及1571人；各项合计493.75万元。"))
    #expect(sentences.contains("召开会议9次，同比增长50%。"))
    #expect(sentences.contains("改造校舍4100余平方米。"))
    #expect(sentences.contains("新增结对学校12所。"))
    #expect(cells[CellPlace(sheet: "资助", cell: "B7")]?.value == "493.75")
    let figures = (4...10).map { cells[CellPlace(sheet: "指标", cell: "F\($0)")]?.value }
    #expect(figures == ["50", "1571", "493.75", "9", "50", "4100", "12"])
    let verdicts = (4...10).map { cells[CellPlace(sheet: "核对", cell: "G\($0)")]?.value }
    #expect(verdicts == ["不一致", "一致", "不一致", "不一致", "不一致", "不一致", "未核"])
    let comparison = cells.filter { $0.key.sheet == "同比" && $0.key.cell.hasPrefix("I") }
      .map(\.value.value)
    #expect(comparison.contains("同比下降19.4%"))
    let counts = cells.filter { $0.key.sheet == "总览" }
    let changed = counts.first { $0.value.value == "有变动" }?.key.cell.dropFirst() ?? ""
    #expect(cells[CellPlace(sheet: "总览", cell: "C" + changed)]?.value == "3")
  }

  @Test func emptiedCellsAreToldInWords() throws {
    let cells = try shown { "'单项指标'!C4 ;'资助'!B4 " }
    let words = cells.filter { $0.key.sheet == "同比" && $0.value.value == "本期没有数据" }
    #expect(words.count == 2)
  }

  /// The cells of the fixture's workbook after changes, such as `'资助'!B4 50`.
  private func shown(_ changes: () -> String) throws -> [CellPlace: WrittenCell] {
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(try FigureWorkbook.layout(SnapshotFixture().snapshot), to: path)
    let edited = folder.path + "/edited.xlsx"
    let lines = OfficeCheck.lines(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      for change in sys.argv[3].split(';'):
          place, value = change.split(' ')
          sheet, cell = place.split('!')
          book[sheet.strip("'")][cell] = float(value) if value else None
      book.save(sys.argv[2])
      """, path, edited, changes())
    try #require(lines.isEmpty, "\(lines)")
    let other = TemporaryFolder()
    let saved = OfficeCheck.recalculated(edited, into: other.path)
    return WrittenCell.read(edited, try #require(saved))
  }
}
