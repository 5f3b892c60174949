import TestSupport
import Testing

@Suite struct ExportCommandTests {
  @Test func theSameInputGivesTheSameBytes() {
    let folder = TemporaryFolder()
    for report in SampleFolder.reports {
      let sample = SampleFolder.path(report)
      #expect(run("export", sample, "-o", folder.path + "/1.xlsx").code == 0)
      #expect(run("export", sample, "-o", folder.path + "/2.xlsx").code == 0)
      let first = TestFile.bytes(folder.path + "/1.xlsx")
      #expect(first != nil)
      #expect(first == TestFile.bytes(folder.path + "/2.xlsx"))
    }
    #expect(TestFile.names(in: folder.path) == ["1.xlsx", "2.xlsx"])
  }

  @Test func theUsualPlaceIsTheReportFolder() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    #expect(run("export", folder.path + "/2023H1").code == 0)
    #expect(
      TestFile.bytes(folder.path + "/2023H1/2023H1.xlsx")?.starts(with: [0x50, 0x4B]) == true)
  }

  @Test func aFolderThatIsNotThereIsAFailure() {
    let folder = TemporaryFolder()
    let sample = SampleFolder.path("demo-education/2023H1")
    for target in [folder.path, folder.path + "/没有/甲.xlsx"] {
      let result = run("export", sample, "-o", target)
      #expect(result.code == 2)
      #expect(result.errors.contains("workbook-not-written"))
    }
    #expect(TestFile.names(in: folder.path) == [])
  }
}
