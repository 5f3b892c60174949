import TestSupport
import Testing

@Suite struct NewCommandTests {
  @Test(arguments: ["education-half-year", "bureau-half-year"])
  func aNewBureauIsListedAndDraftedWithItsGaps(_ pack: String) {
    let folder = TemporaryFolder()
    let bureau = folder.path + "/某某局"
    let made = run("new", pack, bureau, "--period", "2023H2", "--name", "某某县某某局")
    #expect(made.code == 0, "\(made.errors)")
    let report = bureau + "/2023H2"
    #expect(TestFile.read(bureau + "/bureau.yaml")?.contains("模板: \"\(pack)\"\n") == true)
    #expect(
      TestFile.read(report + "/report.yaml")?.hasPrefix("期间: 2023年下半年\n截至: 2023-12-31\n")
        == true)
    #expect(run("form", report).code == 0)
    let draft = run("draft", report, "--allow-missing")
    #expect(draft.code == 0, "\(draft.errors)")
    #expect(draft.output.contains("某某县某某局2023年下半年工作总结"))
    #expect(draft.output.contains("〔待填：叙述.问题[1].标题〕"))
    #expect(run("draft", report).code == 1)
    let form = folder.path + "/表.xlsx"
    #expect(run("form", report, "-o", form).code == 0)
    #expect(run("import", report, form).output == "")
    // Nothing that is there is replaced.
    #expect(run("new", pack, bureau).code == 2)
  }

  @Test func templatesAreCopiedToBeChanged() {
    let folder = TemporaryFolder()
    let bureau = folder.path + "/局"
    #expect(
      run("new", "education-half-year", bureau, "--copy-templates", "--title", "半年小结").code == 0)
    #expect(TestFile.names(in: bureau + "/templates").contains("pack.yaml"))
    #expect(TestFile.read(bureau + "/2000H1/report.yaml")?.contains("标题: \"半年小结\"") == true)
    #expect(run("draft", bureau + "/2000H1", "--allow-missing").code == 0)
    // A pack in a folder is copied by itself.
    #expect(run("new", bureau + "/templates", folder.path + "/乙", "--period", "2024").code == 0)
    #expect(run("form", folder.path + "/乙/2024").output.contains("安全.会议"))
    #expect(run("new", "没有", folder.path + "/丙").code == 1)
    #expect(run("new", "education-half-year", folder.path + "/丁", "--period", "明年").code == 2)
  }
}
