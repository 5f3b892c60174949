import SourceText
import TestSupport
import Testing

@Suite struct FormCommandTests {
  @Test func theListIsForPeopleAndForPrograms() {
    let sample = SampleFolder.path("zhijiang-education/2023H1")
    let text = run("form", sample)
    #expect(text.code == 0)
    #expect(text.output.hasPrefix("单项指标\n  调研.收集问题 "))
    #expect(text.output.contains("\n表:资助\n"))
    #expect(text.output.contains("有“校外培训.督查次数”时"))
    let english = run("form", "bureau-half-year", language: .en)
    #expect(english.output.contains("Table 资金\n"))
    #expect(english.output.contains("required"))
    let csv = run("form", sample, "--format", "csv").output
    #expect(csv.hasPrefix("name,kind,label,type,unit,table,key,required,"))
    #expect(csv.contains("\n资助.金额,column,,number,万元,资助,项目,always,,6,6,"))
    let json = run("form", sample, "--format", "json").output
    #expect(json.hasPrefix("{\"slots\":[{\"name\":\"调研.收集问题\",\"kind\":\"figure\","))
    #expect(json.hasSuffix("]}\n"))
  }

  @Test func blankFilesAreWrittenBesideWhatIsThere() {
    let folder = TemporaryFolder()
    let made = run("form", "education-half-year", "--blank", folder.path + "/数据")
    #expect(made.code == 0)
    #expect(made.errors.contains("已写入 \(folder.path)/数据/figures.csv\n"))
    let again = run("form", "education-half-year", "--blank", folder.path + "/数据")
    #expect(again.errors.contains("figures.csv 已经有了,没有动\n"))
    #expect(run("form", "没有这个包").code == 1)
  }
}
