import TestSupport
import Testing

/// A return form as it comes back from a clerk's LibreOffice.
@Suite(.enabled(if: OfficeEdit.isPossible, "needs LibreOffice and python3-uno"))
struct FormOfficeTests {
  /// Fills, by what stands in the first column and in the head, cells of a sheet.
  private static let fill = """
    def fill(sheet, row, head, value):
        cells = document.Sheets.getByName(sheet)
        area = cells.createCursor()
        area.gotoEndOfUsedArea(False)
        last = area.RangeAddress
        def text(column, line):
            return cells.getCellByPosition(column, line).String
        heads = [(column, line) for line in range(last.EndRow + 1)
                 for column in range(last.EndColumn + 1) if text(column, line) == head]
        column, first = heads[0]
        lines = [line for line in range(first + 1, last.EndRow + 1) if text(0, line) == row]
        cell = cells.getCellByPosition(column, lines[0])
        if isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    """

  @Test func whatIsFilledInThereIsDrafted() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let form = folder.path + "/填报表.xlsx"
    let before = run("draft", report).output
    #expect(run("form", report, "-o", form).code == 0)
    let fault = OfficeEdit.apply(
      Self.fill + """
        fill("指标", "安全.会议", "数值", 8)
        fill("资助", "幼儿园", "金额(万元)", 63.5)
        """, to: form)
    #expect(fault == nil)
    let result = run("import", report, form, "--lang", "zh")
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("安全.会议") && result.output.contains("6 → 8"))
    #expect(result.output.contains("62 → 63.5"))
    let after = run("draft", report).output
    #expect(before.contains("会议6次") && after.contains("会议8次"))
    #expect(after.contains("63.5万元"))
  }

  @Test func whatCannotBeIsReturnedToItsSchool() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    folder.write("学校\n第一小学\n第二小学\n", to: "名单.csv")
    let report = folder.path + "/2023H1"
    let forms = folder.path + "/表"
    #expect(run("form", report, "--each", folder.path + "/名单.csv", "-o", forms).code == 0)
    let fault = OfficeEdit.apply(
      Self.fill + """
        fill("资助", "幼儿园", "金额(万元)", "2000万")
        """, to: forms + "/第一小学.xlsx")
    #expect(fault == nil)
    let slip = folder.path + "/退回/退回单-第一小学.xlsx"
    let result = run(
      "import", report, forms, "--return", folder.path + "/退回", "--lang", "zh")
    #expect(result.code == 1)
    #expect(result.errors.contains("第一小学"))
    #expect(!result.errors.contains("第二小学.xlsx!"))
    #expect(TestFile.names(in: folder.path + "/退回") == ["退回单-第一小学.xlsx"])
    // The slip is a workbook that opens there and names the cell.
    let opened = OfficeEdit.apply(
      """
      sheet = document.Sheets.getByIndex(0)
      assert "第一小学" in sheet.getCellByPosition(0, 0).String
      assert sheet.getCellByPosition(3, 3).String == "D5"
      assert sheet.getCellByPosition(5, 3).String == "2000万"
      """, to: slip)
    #expect(opened == nil)
  }
}
