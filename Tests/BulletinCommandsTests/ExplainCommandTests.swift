import BulletinCommands
import SourceText
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  @Test(arguments: [("约", MessageLanguage.zh, "写法:"), ("about", .en, "Usage: ")])
  func aFunctionsPageIsPrinted(name: String, language: MessageLanguage, usage: String) {
    let result = run("explain", name, language: language)
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("## 约 / about\n"))
    #expect(result.output.contains(usage + "`{{"))
    #expect(result.output.contains("约78.55万元"))
  }

  @Test(arguments: ["functions", "函数"]) func allFunctionsAreListed(name: String) {
    let result = run("explain", name)
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count > 30)
    #expect(lines.allSatisfy { $0.contains(" / ") && $0.contains(": ") })
    #expect(lines.contains { $0.hasPrefix("同比 / year_on_year: ") })
  }

  @Test func rulesAreStillExplainedAndListed() {
    #expect(run("explain", "STR003").output.contains("STR003"))
    #expect(run("explain").output.contains("STR003"))
  }

  @Test func nearNamesOfFunctionsAreTold() {
    let result = run("explain", "同此")
    #expect(result.code == 2)
    #expect(result.errors.contains("没有规则或函数“同此”"))
    #expect(result.errors.contains("是不是:同比"))
  }

  @Test func whatDoesNotAddUpIsToldByLintOfAFolderAsJSON() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let path = folder.path + "/2023H1/data/figures.csv"
    let text = try #require(TestFile.read(path))
    // More above the line than took the examination at all.
    let changed = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("高考.报考人数,") else { return String(line) }
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let value = cells.firstIndex(where: { Int($0) != nil }) { cells[value] = "1" }
      return cells.joined(separator: ",")
    }
    #expect(changed.joined(separator: "\n") != text)
    TestFile.write(changed.joined(separator: "\n"), to: path)
    let result = run("lint", folder.path + "/2023H1", "--format", "json")
    #expect(result.code == 1)
    #expect(result.output.contains("\"rule\":\"data-sum-mismatch\""))
    #expect(result.output.contains("“高考.本科上线人数 ≤ 高考.报考人数”不成立"))
  }
}
