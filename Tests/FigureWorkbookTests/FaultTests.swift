import FigureWorkbook
import ReportModel
import SourceText
import TestSupport
import Testing

struct FaultTests {
  @Test func numberThatASpreadsheetWouldRoundIsRefused() throws {
    var fixture = SnapshotFixture()
    fixture.amounts[1] = "1234567890123.456"
    let diagnostics = try faults(fixture.snapshot)
    #expect(
      diagnostics.map(\.id) == [
        "workbook-too-many-digits", "workbook-sum-too-large", "workbook-too-many-digits",
      ])
    let first = try #require(diagnostics.first)
    #expect(first.place.file == "data/资助.csv")
    #expect(
      first.message.text(in: .zh)
        == "“资助.义务教育.金额”(data/资助.csv:3:5)的数值 1234567890123.456 有 16 位有效数字,"
        + "工作簿只能准确保存 15 位")
    #expect(first.message.text(in: .en).contains("16 significant digits"))
    #expect(first.remedy != nil)
  }

  @Test func fifteenDigitsAreKept() throws {
    var fixture = SnapshotFixture()
    fixture.amounts = ["123456789012345", "0", "0"]
    let layout = try FigureWorkbook.layout(fixture.snapshot)
    #expect(layout.sheet(named: "资助")?[3, 1].content == .number(ExactDecimal(123_456_789_012_345)))
  }

  @Test func figureOfTheTextWithTooManyDigitsIsRefused() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.figures[6].value = ExactDecimal("1234567890123456")
    let diagnostics = try faults(snapshot)
    #expect(diagnostics.map(\.id) == ["workbook-too-many-digits"])
  }

  @Test func allFaultsAreReportedAtOnce() throws {
    var snapshot = SnapshotFixture().snapshot
    snapshot.data.tables[0].rows[0, 3].value = .text(String(repeating: "长", count: 32_768))
    snapshot.data.tables[0].rows[1, 3].value = .text("铃\u{7}声")
    snapshot.data.figures[0].quantity?.number = try #require(ExactDecimal("0.1234567890123456"))
    let ids = try faults(snapshot).map(\.id)
    #expect(
      ids == ["workbook-text-too-long", "workbook-bad-character", "workbook-too-many-digits"])
  }

  @Test func placesThatCannotBeWrittenAreReported() throws {
    let folder = TemporaryFolder()
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    for path in [folder.path, folder.path + "/没有/book.xlsx"] {
      do throws(WorkbookError) {
        try FigureWorkbook.write(layout, to: path)
        Issue.record("written to \(path)")
      } catch {
        #expect(error.diagnostics.map(\.id) == ["workbook-not-written"])
        #expect(error.diagnostics.first?.place == .file(path))
      }
    }
    #expect(TestFile.names(in: folder.path).isEmpty)
  }

  private func faults(_ snapshot: ReportSnapshot) throws -> [Diagnostic] {
    do throws(WorkbookError) {
      _ = try FigureWorkbook.layout(snapshot)
      Issue.record("nothing was refused")
      return []
    } catch {
      return error.diagnostics
    }
  }
}
