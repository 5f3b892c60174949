import ReportWorkspace
import ReturnForms
import TestSupport
import Testing

@Suite struct FormLayoutTests {
  @Test func theFormIsAsRecorded() throws {
    let fixture = FormFixture()
    // The period before, for the values beside the cells.
    for name in ["report.yaml", "templates/pack.yaml", "templates/01.txt", "data/资助.csv"] {
      fixture.folder.write(
        TestFile.read(fixture.path + "/" + name)?.replacing("2023年下", with: "2023年上") ?? "",
        to: "2023H1/" + name)
    }
    let source = FormSource(try fixture.report())
    let layout = FormMaker.layout(FormContent(source), FormMaker.Header(source, unit: "第一中学"))
    GoldenFile.expect(layout.description, at: GoldenFile.path("form.txt"))
  }

  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func onlyCellsToFillCanBeChanged() throws {
    let fixture = FormFixture()
    _ = try fixture.form([], named: "表.xlsx", unit: "一小")
    let lines = OfficeCheck.lines(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      print(book.sheetnames)
      for sheet in book.worksheets:
          open = [c.coordinate for row in sheet for c in row if not c.protection.locked]
          print(sheet.title, sheet.protection.sheet, sheet.freeze_panes, open[:3])
      for rule in book['资助'].data_validations.dataValidation:
          print(rule.sqref, rule.type, rule.formula1, rule.formula2, rule.promptTitle)
      """, fixture.folder.path + "/表.xlsx")
    #expect(
      lines == [
        "['填表说明', '资助', '指标', '叙述']", "填表说明 True None ['B6', 'B7']",
        "资助 True B5 ['B5', 'C5', 'D5']", "指标 True C4 ['C4', 'E4', 'H4']",
        "叙述 True B4 ['B4', 'B5', 'A6']",
        "A7:A16 custom COUNTIF($A$5:$A$16,A7)=1 None 项目",
        "B5:B16 decimal 0 1000 金额(万元)", "C5:C16 whole 0 5000 人数(人)",
        "D5:D16 list \"省级,市级\" None 级别", "E5:E16 date 61 2958465 开始",
        "F5:F16 textLength 2000 None 学校",
      ])
  }

  @Test func sectionsAndSchoolsGetFormsOfTheirOwn() throws {
    let folder = TemporaryFolder()
    let report = try ReportFolder(at: SampleFolder.path("demo-education/2023H2"))
    let source = FormSource(report)
    let sections = FormBatch(eachSectionOf: source)
    #expect(sections.entries.map(\.unit).contains("学生资助中心"))
    #expect(sections.entries.last?.unit == "未指明责任科室")
    let list = Array("学校,级别\n第一中学,省级\n实验/小学,\n实验_小学,市级\n".utf8)
    let schools = try FormBatch(list: ("名单.csv", list), of: source)
    #expect(schools.entries.map(\.fileName) == ["第一中学.xlsx", "实验_小学.xlsx", "实验_小学(2).xlsx"])
    let paths = try schools.write(into: folder.path + "/表")
    #expect(paths.count == 3)
    #expect(throws: WorkspaceError.self) { try schools.write(into: folder.path + "/表") }
    #expect(throws: WorkspaceError.self) { try FormBatch(list: ("空.csv", []), of: source) }
  }

  /// Schools that are asked the same get copies of one form, each as if it were written for itself.
  @Test func formsOfABatchAreThoseOfEachSchool() throws {
    let folder = TemporaryFolder()
    let source = FormSource(try ReportFolder(at: SampleFolder.path("demo-education/2023H2")))
    let list = Array(
      "学校,级别\n第一中学,省级\n“A&B”小学,省级\n第三中学,市级\n_x0041_小学,省级\n第五中学,\n第六中学,\n".utf8)
    let batch = try FormBatch(list: ("名单.csv", list), of: source)
    let paths = try batch.write(into: folder.path + "/表")
    #expect(paths.count == 6)
    for (path, entry) in zip(paths, batch.entries) {
      let single = try FormBatch(
        list: (
          "名单.csv",
          Array(
            "学校,级别\n\(entry.unit),\(["省级", "省级", "市级", "省级", "", ""][paths.firstIndex(of: path) ?? 0])\n"
              .utf8)
        ),
        of: source)
      let own = try single.write(into: folder.path + "/单/" + entry.fileName)
      #expect(TestFile.bytes(path) != nil)
      #expect(TestFile.bytes(path) == TestFile.bytes(own[0]), "\(entry.unit)")
    }
    #expect(TestFile.names(in: folder.path + "/表").count == 6)
  }
}
