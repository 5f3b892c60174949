import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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

  @Test(.enabled(if: TestProcess.bulletin != nil, "needs the program beside the tests"))
  func killedAtAnyMomentTheOldOrTheNewWorkbookIsThereWhole() throws {
    let program = try #require(TestProcess.bulletin)
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    let arguments = ["export", SampleFolder.path("demo-education/2023H1"), "-o", path]
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
    let start = now()
    #expect(TestProcess.run(program, arguments)?.status == 0)
    let duration = now() - start
    let new = try #require(TestFile.bytes(path))
    let old = Array("an older workbook".utf8)
    let rounds = 60
    var hasOld = 0
    for round in 0..<rounds {
      TestFile.write(old, to: path)
      let delay = UInt32(clamping: duration * round / rounds)
      TestProcess.kill(program, arguments, afterMicroseconds: delay)
      let found = TestFile.bytes(path)
      let isOld = found == old
      let isNew = found == new
      #expect(isOld || isNew, "round \(round)")
      if isOld { hasOld += 1 }
    }
    #expect(hasOld > 0)
    // What is left has a name that nobody takes for a workbook, and does no harm.
    let others = TestFile.names(in: folder.path).filter { $0 != "book.xlsx" }
    #expect(others.allSatisfy { $0.hasPrefix(".xlsx-") && $0.hasSuffix(".tmp") })
    #expect(TestProcess.run(program, arguments)?.status == 0)
    #expect(TestFile.bytes(path).map { $0 == new } == true)
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
