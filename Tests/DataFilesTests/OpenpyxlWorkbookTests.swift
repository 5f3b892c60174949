import DataFiles
import ReportModel
import TestSupport
import Testing

/// Workbooks that another program wrote.
@Suite struct OpenpyxlWorkbookTests {
  private static let script = """
    import sys, datetime as dt
    from openpyxl import Workbook
    wb = Workbook(); ws = wb.active; ws.title = "资助"
    ws.append(["县教育局统计表"]); ws.merge_cells("A1:E1"); ws.append([])
    ws.append(["项目", "金额(万元)", "完成率(%)", "日期", "说明"])
    ws.append(["幼儿园", 266, 0.467, dt.date(2023, 6, 30), " 含民办 "])
    ws.append(["高中", 78.55, 1, dt.date(2023, 1, 1), True])
    ws.append(["大学", "=SUM(B4:B5)", "无", None, None])
    for row in (4, 5): ws.cell(row, 3).number_format = "0.0%"
    ws.row_dimensions[5].hidden = True
    for row in range(7, 40): ws.cell(row, 1).number_format = "0.00"
    wb.create_sheet("空表")
    wb.save(sys.argv[1])
    """

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil, "needs Python with openpyxl"))
  func readsWhatOpenpyxlWrites() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    let python = try #require(TestProcess.pythonWithOpenpyxl)
    let result = try #require(TestProcess.run(python, ["-c", Self.script, path]))
    #expect(result.status == 0, "\(result.error)")
    let reading = Reading([DataInput(name: "资助.xlsx", raw: try #require(TestFile.bytes(path)))])
    #expect(
      reading.faults() == [
        "资助.xlsx!资助!A5 data-hidden-rows 有 1 行是隐藏的(第 5 行),也读取了",
        "资助.xlsx!资助!B6 data-uncalculated “金额(万元)”是公式,但文件里没有存计算结果",
        "资助.xlsx!资助!C6 data-no-figure “完成率(%)”要填数字,这里是“无”,是文字",
      ])
    #expect(
      reading.table("资助") == [
        "项目|金额(万元)#|完成率(%)#|日期|说明", "幼儿园|266万元|46.7%|2023-06-30|含民办",
        "高中|78.55万元|100%|2023-01-01|TRUE", "大学||||",
      ])
  }
}
