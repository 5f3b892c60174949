import ReportModel
import TestSupport
import Testing
import XLSXWriter

@testable import FigureWorkbook

struct SheetChoiceTests {
  @Test func whatRefersToSheetsLeftOutBecomesPlain() throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let (smaller, needed, values) = layout.keeping(["指标", "单项指标"])
    #expect(smaller.sheets.map(\.name) == ["单项指标", "指标"])
    #expect(needed == ["资助", "工程", "同比", "核对"])
    #expect(values == 24)
    let figures = try #require(smaller.sheet(named: "指标"))
    #expect(figures[3, 5].number?.description == "78.55")
    #expect(figures[3, 5].formula == nil)
    #expect(figures[6, 5].formula == "'单项指标'!C4")
    #expect(figures[3, 13].content == .text("data/资助.csv:2:5"))
    #expect(smaller.names.allSatisfy { ["单项指标", "指标"].contains($0.range.sheet) })
  }

  @Test(.enabled(if: OfficeCheck.isPossible), arguments: [["同比", "资助"], ["总览", "正文"], ["核对"]])
  func someSheetsMakeAWholeWorkbook(_ names: [String]) throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot).keeping(Set(names)).layout
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    try WrittenCell.expectAgreement(of: path, with: layout)
  }

  @Test func textsThatLookLikeFormulasAreGuardedInCSV() throws {
    let layout = try FigureWorkbook.layout(SnapshotFixture().snapshot)
    let csv = try #require(layout.sheet(named: "资助")?.csv)
    let text = String(decoding: csv.bytes, as: UTF8.self)
    #expect(
      text
        == "项目,金额(万元),人数(人),说明\n幼儿园,78.55,1571,\n义务教育,305.25,7341,'=分档发放\n"
        + "高中,138.5,1344,\n合计,522.30,,\n")
    #expect(csv.guarded == 1)
    #expect(layout.sheet(named: "总览")?.csv == nil)
  }
}
