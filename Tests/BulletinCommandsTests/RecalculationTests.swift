import FigureWorkbook
import ReportWorkspace
import SectionTemplates
import TestSupport
import Testing

/// The workbook of every sample, calculated anew by LibreOffice: each cell comes to what it was
/// written with.
@Suite(.enabled(if: OfficeCheck.isPossible)) struct RecalculationTests {
  @Test(arguments: SampleFolder.reports)
  func everyCellOfASampleComesToItsValue(_ sample: String) throws {
    let report = try ReportFolder(at: SampleFolder.path(sample))
    let layout = try FigureWorkbook.layout(report.snapshot(of: report.draft()))
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    let other = TemporaryFolder()
    let saved = try #require(OfficeCheck.recalculated(path, into: other.path) as String?)
    let lines = OfficeCheck.lines(
      """
      books = [openpyxl.load_workbook(path, data_only=True) for path in sys.argv[1:3]]
      def same(one, two):
          if one in (None, '') and two in (None, ''): return True
          if isinstance(one, (int, float)) and isinstance(two, (int, float)):
              return abs(one - two) <= abs(one) * 2e-15
          return one == two
      count = 0
      for sheet in books[0].worksheets:
          for row in sheet.iter_rows():
              for cell in row:
                  other = books[1][sheet.title][cell.coordinate].value
                  count += 1
                  if not same(cell.value, other):
                      print(sheet.title, cell.coordinate, cell.value, other)
      print(count > 1000)
      """, path, saved)
    #expect(lines == ["True"])
  }
}
