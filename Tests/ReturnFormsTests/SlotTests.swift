import ReportWorkspace
import ReturnForms
import SectionTemplates
import TestSupport
import Testing

@Suite struct SlotTests {
  private func slots(_ folder: String) throws -> [String: FormSlot] {
    let report = try ReportFolder(at: folder, allowsMissing: true)
    return Dictionary(
      FormSlot.all(FormSource(report)).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func aSampleListsFiguresColumnsNarrativesAndSettings() throws {
    let slots = try slots(SampleFolder.path("demo-education/2023H1"))
    let meeting = try #require(slots["安全.会议"])
    #expect(meeting.demand == .always)
    #expect(meeting.unit == "次")
    #expect(meeting.filled == (1, 1))
    #expect(meeting.lastYear.map(\.value) == ["5次"])
    #expect(meeting.owners == ["安全管理股"])
    #expect(meeting.readability?.level == .readable)
    #expect(meeting.uses == ["education-half-year/01-总体情况.txt:15:17"])
    let amount = try #require(slots["资助.金额"])
    #expect(amount.kind == .column)
    #expect(amount.key == "项目")
    #expect(amount.filled == (7, 7))
    #expect(amount.lastYear.first?.key == "幼儿园")
    #expect(amount.lastYear.first?.value == "59万元")
    #expect(slots["叙述.管理.党建"]?.demand == .always)
    #expect(slots["叙述.问题[2].标题"]?.filled.count == 1)
    #expect(slots["发布.机关"]?.kind == .setting)
    // Named inside a narrative alone.
    #expect(slots["宣传.推介次数"]?.uses.first?.hasPrefix("data/narrative.yaml:") == true)
  }

  @Test func conditionsTellWhatIsNeededOnlySometimes() throws {
    let slots = try slots(SampleFolder.path("demo-education/2023H1"))
    #expect(slots["校外培训.督查次数"]?.demand == .never)
    #expect(slots["校外培训.出动"]?.demand == .conditional)
    #expect(slots["校外培训.出动"]?.conditions == ["校外培训.督查次数"])
    #expect(slots["高考.本科上线人数"]?.demand == .never)
    #expect(slots["资助.项目"]?.uses == [])
    #expect(slots["资助.项目"]?.demand == .always)
  }

  @Test(arguments: ["education-half-year", "bureau-half-year"])
  func aPackListsItsSlotsWithoutAnyData(_ name: String) throws {
    let slots = FormSlot.all(FormSource(try PackFolder(name)))
    #expect(slots.allSatisfy { $0.filled.count == 0 })
    #expect(slots.contains { $0.name == "叙述.问题[1].标题" && $0.demand == .always })
    #expect(slots.contains { $0.kind == .column && $0.unit == "万元" })
    #expect(slots.contains { $0.name == "单位" && $0.kind == .setting })
  }

  @Test func anUnknownPackIsTold() {
    #expect(throws: WorkspaceError.self) { try PackFolder("education-half-yaer") }
  }

  @Test func blankFilesStandForAWholePeriodAndNeverReplaceOne() throws {
    let folder = TemporaryFolder()
    let blank = BlankFiles(FormSource(try PackFolder("education-half-year")))
    folder.write("项目,金额(万元)\n", to: "资助.tsv")
    let result = try blank.write(into: folder.path)
    #expect(result.kept == ["资助.csv"])
    #expect(result.written.contains("figures.csv"))
    #expect(
      TestFile.read(folder.path + "/工程.csv") == "类别,代表项目,投资(万元),个数(个),新建面积(平方米),责任科室,来源,说明\n")
    let figures = TestFile.read(folder.path + "/figures.csv") ?? ""
    #expect(figures.contains("\n安全.会议,,,次,,,本期,,,,,,\n"))
    let narrative = TestFile.read(folder.path + "/narrative.yaml") ?? ""
    #expect(narrative.contains("管理:\n  党建: \"\"\n"))
    #expect(narrative.contains("问题:\n  - 标题: \"\"\n    内容: \"\"\n"))
    #expect(try blank.write(into: folder.path).written.isEmpty)
  }
}
