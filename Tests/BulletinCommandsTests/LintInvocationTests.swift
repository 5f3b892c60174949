import BulletinCommands
import SourceText
import Synchronization
import TestSupport
import Testing

/// How lint is called: many texts on several threads, registers, what goes out while it is at work.
@Suite struct LintInvocationTests {
  static let faulty = "学校安全,稳定。\n完成了工作工作。\n"

  /// A folder of texts, every third of them with faults.
  static func folder(_ count: Int) -> TemporaryFolder {
    let folder = TemporaryFolder()
    for index in 0..<count {
      folder.write(index % 3 == 0 ? faulty : "学校安全。\n", to: "\(1000 + index).txt")
    }
    return folder
  }

  @Test(arguments: ["text", "line", "json", "sarif"])
  func theNumberOfThreadsChangesNothing(_ format: String) {
    let folder = Self.folder(40)
    let one = run("lint", folder.path, "--jobs", "1", "--format", format)
    #expect(one.code == 1)
    #expect(one.output.contains("1000.txt") && one.output.contains("1039.txt"))
    for jobs in ["2", "7", "64"] {
      let many = run("lint", folder.path, "--jobs", jobs, "--format", format)
      #expect(many.output == one.output && many.errors == one.errors && many.code == one.code)
    }
  }

  /// Listing at once and listing at the end say the same; an empty baseline keeps all to the end.
  @Test(arguments: ["text", "line", "json"])
  func listingAtOnceIsListingAtTheEnd(_ format: String) {
    let folder = Self.folder(9)
    folder.write("", to: "none.tsv")
    let base = ["lint", folder.path, "--format", format, "--min-severity", "warning"]
    let atOnce = run(base)
    let atTheEnd = run(base + ["--baseline", folder.path + "/none.tsv"])
    #expect(atOnce.output == atTheEnd.output && atOnce.code == atTheEnd.code)
  }

  @Test func whatIsDoneGoesOutWhileOthersAreAtWork() {
    let folder = Self.folder(700)
    let written = Mutex<[UInt8]>([])
    let environment = CommandEnvironment(
      language: .zh, writesOutput: { bytes in written.withLock { $0 += bytes } })
    let result = BulletinProgram.run(["lint", folder.path, "--jobs", "3"], in: environment)
    let early = written.withLock { $0 }
    #expect(early.count > 1 << 16)
    #expect(
      String(decoding: early + result.output, as: UTF8.self) == run("lint", folder.path).output)
  }

  @Test func aSuppressionStillConcernsItsFolder() {
    let folder = Self.folder(3)
    folder.write(
      "忽略:\n- 规则: WRD001\n  理由: 原话\n- 规则: PUN005\n  理由: 无\n", to: ".bulletin-lint.yaml")
    let result = run("lint", folder.path)
    #expect(!result.output.contains("WRD001") && result.output.contains("PUN001"))
    #expect(result.output.contains("unused-suppression"))
  }

  @Test func registersOfTheSettingsLetTheirRulesRun() {
    let folder = TemporaryFolder()
    folder.write("会同县文体旅游局开展检查,局长李明远参加。\n", to: "a.txt")
    let path = folder.path + "/a.txt"
    let bare = run("lint", path).output
    #expect(bare.contains("词表 organs):NAM009") && bare.contains("词表 leaders):NAM007"))
    folder.write(
      "词表:\n  organs: [教育局]\n  leaders: [李明远→副局长]\n", to: "lint.yaml")
    let told = run("lint", path, "--config", folder.path + "/lint.yaml").output
    #expect(told.contains("NAM009: 机构名录里没有“文体旅游局”") || told.contains("NAM009"))
    #expect(told.contains("名册里李明远的职务是“副局长”"))
    #expect(!told.contains("词表 organs)") && !told.contains("词表 leaders)"))
  }

  @Test(.enabled(if: TestProcess.bulletin != nil))
  func standardInputIsReadUnderAName() throws {
    let program = try #require(TestProcess.bulletin)
    for arguments in [["--stdin"], ["-"], ["--stdin", "-"]] {
      let result = try #require(
        TestProcess.run(
          program,
          ["lint", "--stdin-filename", "甲/乙.txt", "--format", "line", "--lang", "zh"] + arguments,
          input: Self.faulty))
      #expect(result.status == 1)
      #expect(result.output.hasPrefix("甲/乙.txt:1:5: "))
      #expect(result.output.contains("WRD001"))
    }
    let fixed = try #require(
      TestProcess.run(program, ["lint", "--stdin", "--fix"], input: "\u{FEFF}校园,安全。\r\n"))
    #expect(fixed.output == "\u{FEFF}校园，安全。\r\n" || fixed.output.hasSuffix("校园，安全。\r\n"))
    let again = try #require(
      TestProcess.run(program, ["lint", "--stdin", "--fix"], input: fixed.output))
    #expect(again.output == fixed.output)
  }

  /// A bar on the terminal's line that is wiped away, and nothing of it among the findings.
  @Test(.enabled(if: TestProcess.bulletin != nil))
  func aBarIsDrawnOnATerminal() throws {
    let program = try #require(TestProcess.bulletin)
    let folder = Self.folder(120)
    let result = try #require(
      TestProcess.runOnTerminal(program, ["lint", folder.path, "--format", "line"]))
    #expect(result.shown.contains("\r[") && result.shown.contains("/120"))
    #expect(result.shown.hasSuffix("\r\u{1B}[K"))
    #expect(result.output == run("lint", folder.path, "--format", "line").output)
    #expect(!result.output.contains("\u{1B}"))
    let small = Self.folder(3)
    let few = try #require(TestProcess.runOnTerminal(program, ["lint", small.path]))
    #expect(few.shown.isEmpty)
  }
}
