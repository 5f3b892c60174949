import TestSupport
import Testing

@Suite struct ImportCommandTests {
  private static let aid = "2022H1/data/资助.csv"

  /// The demonstration county, a form of it, and the form with its cells changed by a script.
  private func filled(
    _ folder: borrowing TemporaryFolder, _ script: String, as name: String = "甲.xlsx"
  ) -> String {
    let form = folder.path + "/空表.xlsx"
    if TestFile.bytes(form) == nil { _ = run("form", folder.path + "/2022H1", "-o", form) }
    let filled = folder.path + "/" + name
    let lines = OfficeCheck.lines(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      \(script)
      book.save(sys.argv[2])
      """, form, filled)
    #expect(lines == [])
    return filled
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func aFilledFormIsShownWrittenAndDrafted() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2022H1"
    let before = TestFile.read(folder.path + "/" + Self.aid) ?? ""
    let form = filled(folder, "book['资助']['D5'] = 59.5; book['指标']['C4'] = 97")
    let shown = run("import", report, form, "--dry-run")
    #expect(shown.code == 0)
    #expect(
      shown.output == """
        资助.幼儿园.金额: 59 → 59.5  (\(form)!资助!D5)
        调研.收集问题: 96 → 97  (\(form)!指标!C4)

        """)
    #expect(shown.errors.hasSuffix("表 1 份,改动 2 处\n将写入 data/资助.csv\n将写入 data/figures.csv\n"))
    #expect(TestFile.read(folder.path + "/" + Self.aid) == before)
    #expect(run("import", report, form).code == 0)
    #expect(
      TestFile.read(folder.path + "/" + Self.aid)
        == before.replacing("困难幼儿,59,", with: "困难幼儿,59.5,"))
    #expect(run("draft", report).output.contains("幼儿园补助59.5万元"))
    #expect(run("import", report, form).output == "")
  }

  @Test(.enabled(if: OfficeCheck.isPossible))
  func aFormFilledAndSavedByLibreOfficeIsTakenAndDrafted() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    #expect(run("next", folder.path + "/2023H2").code == 0)
    let report = folder.path + "/2024H1"
    let form = folder.path + "/空表.xlsx"
    #expect(run("form", report, "-o", form).code == 0)
    // Every number is that of the period before, which stands beside the cell.
    let full = filled(
      folder,
      """
      for sheet in book.worksheets:
          for row in sheet.iter_rows(min_row=4):
              for cell, beside in zip(row, row[1:]):
                  if cell.protection.locked or cell.value is not None: continue
                  if isinstance(beside.value, (int, float)) and beside.protection.locked:
                      cell.value = beside.value
          if sheet.title == '指标':
              for row in range(4, sheet.max_row + 1): sheet.cell(row, 3).value = 100 - row
      """, as: "填好.xlsx")
    let other = TemporaryFolder()
    let saved = try #require(OfficeCheck.recalculated(full, into: other.path) as String?)
    let taken = run("import", report, saved)
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(taken.output.contains("资助.幼儿园.金额: 空 → "))
    let figures = TestFile.read(report + "/data/figures.csv") ?? ""
    #expect(figures.contains("安全.会议,安全工作会议次数,82,次,"))
    let draft = run("draft", report, "--allow-missing")
    #expect(draft.code == 0, "\(draft.errors)")
    #expect(draft.output.contains("召开校园安全工作会议82次"))
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func faultsAreToldInOneRunAndOnASlip() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2022H1"
    let one = filled(folder, "book['资助']['D5'] = '59万元'; book['工程']['D5'] = 4.5")
    let two = filled(folder, "book['资助']['D6'] = 127", as: "乙.xlsx")
    let three = filled(folder, "book['资助']['D6'] = 128", as: "丙.xlsx")
    let slip = folder.path + "/退回单.xlsx"
    let result = run("import", report, one, two, three, "--return", slip)
    #expect(result.code == 1)
    #expect(result.errors.contains("data-unit-in-cell"))
    #expect(result.errors.contains("甲.xlsx!资助!D5"))
    #expect(result.errors.contains("data-not-integer"))
    #expect(result.errors.contains("import-conflict"))
    #expect(result.errors.hasSuffix("有问题,什么也没有写\n"))
    let rows = OfficeCheck.lines(
      """
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      for row in sheet.iter_rows(min_row=3, max_col=6, values_only=True): print(*row)
      """, slip)
    #expect(rows.first == "序号 文件 工作表 单元格 本行 填的是")
    #expect(rows.contains { $0.hasPrefix("2 甲.xlsx 资助 D5 幼儿园 | 幼儿园补助 | ") && $0.hasSuffix("59万元") })
    let slips = folder.path + "/退回"
    let each = run("import", report, one, two, three, "--return", slips)
    #expect(each.errors.contains("2 份退回单已写入"), "\(each.errors)")
    #expect(TestFile.names(in: slips) == ["退回单-丙.xlsx", "退回单-甲.xlsx"])
    let own = OfficeCheck.lines(
      """
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      print(sheet["A1"].value)
      for row in sheet.iter_rows(min_row=4, max_col=6, values_only=True): print(*row)
      """, slips + "/退回单-甲.xlsx")
    #expect(own.first?.hasSuffix("数据填报退回单:甲") == true)
    // A cell that is filled wrongly is not called blank.
    #expect(own.count == 3, "\(own)")
    // The sound ones alone still contradict each other; one of them does not.
    #expect(run("import", report, one, two, "--skip-faulty", "--dry-run").output.hasPrefix("资助.小学"))
    let json = run("import", report, one, "--format", "json").output
    #expect(json.contains("\"kind\":\"form\""))
    #expect(json.contains("\"sheet\":\"资助\",\"cell\":\"D5\",\"found\":\"59万元\""))
    #expect(json.hasSuffix("\"written\":[]}\n"))
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func whatNoLongerAgreesIsRefused() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2022H1"
    // 高考.本科上线人数 is not to be more than 高考.报考人数.
    let form = filled(
      folder,
      """
      for row in range(4, 60):
          if book['指标'].cell(row, 1).value == '高考.本科上线人数': book['指标'].cell(row, 3).value = 9999
      """)
    let before = TestFile.read(report + "/data/figures.csv")
    let result = run("import", report, form)
    #expect(result.code == 1)
    #expect(result.errors.contains("data-sum-mismatch"))
    #expect(result.errors.hasSuffix("有问题,什么也没有写\n"))
    #expect(TestFile.read(report + "/data/figures.csv") == before)
  }

  @Test func theExportedWorkbookIsTakenBack() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let book = folder.path + "/数.xlsx"
    #expect(run("export", report, "-o", book).code == 0)
    let result = run("import", report, book)
    #expect(result.code == 0)
    #expect(result.output == "")
    #expect(result.errors == "表 1 份,改动 0 处\n")
    #expect(run("import", report, folder.path + "/没有.xlsx").code == 2)
    folder.write("文字", to: "假.xlsx")
    #expect(run("import", report, folder.path + "/假.xlsx").code == 1)
  }
}
