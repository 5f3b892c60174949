import BulletinCommands
import OfficePackages
import Synchronization
import TestSupport
import Testing

/// Suppressions, baselines, settings and exit codes of lint.
@Suite struct LintSettingsTests {
  static let text = "学校安全,稳定。\n完成了工作工作。\n"

  static func folder(_ files: [String: String] = [:]) -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(text, to: "a.txt")
    for (name, text) in files { folder.write(text, to: name) }
    return folder
  }

  static func lint(_ path: String) -> (output: String, errors: String, code: Int32) {
    run("lint", path, "--format", "line")
  }

  @Test func aSidecarAcceptsFindings() {
    let folder = Self.folder([
      ".bulletin-lint.yaml": "忽略:\n- 规则: PUN001\n  文字: 安全,稳定\n  理由: 沿用来文写法\n"
    ])
    #expect(!Self.lint(folder.path + "/a.txt").output.contains("PUN001"))
    _ = run("lint", "--fix", folder.path + "/a.txt")
    #expect(TestFile.read(folder.path + "/a.txt") == Self.text)
  }

  @Test func anUnusedSuppressionIsAFinding() {
    let folder = Self.folder([
      ".bulletin-lint.yaml":
        "suppress:\n- rule: PUN002\n  reason: 旧稿\n- {rule: PUN, file: b.txt, reason: 旧稿}\n"
    ])
    let result = Self.lint(folder.path + "/a.txt")
    #expect(result.output.contains("unused-suppression"))
    #expect(result.output.contains(".bulletin-lint.yaml:2:"))
    // Of a folder not linted whole, nothing can be said.
    folder.write(Self.text, to: "b.txt")
    #expect(!Self.lint(folder.path + "/a.txt").output.contains("unused-suppression"))
  }

  @Test func aSuppressionNeedsAReason() {
    let folder = Self.folder([".bulletin-lint.yaml": "忽略:\n- 规则: PUN001\n"])
    let result = Self.lint(folder.path + "/a.txt")
    #expect(result.errors.contains("理由"))
    #expect(result.output.contains("PUN001"))
    #expect(result.code == 2)
  }

  @Test func aBaselineLeavesOutWhatItLists() {
    let folder = Self.folder()
    let path = folder.path + "/a.txt"
    let file = folder.path + "/base.tsv"
    let written = run("lint", path, "--write-baseline", file)
    #expect(written.code == 0)
    #expect(written.errors == "2 条已写入 \(file)\n")
    #expect(run("lint", path, "--baseline", file).code == 0)
    // A new fault is told, the old ones are not, wherever they have moved.
    folder.write("新增一段话,单独成行。\n" + Self.text, to: "a.txt")
    let later = run("lint", path, "--baseline", file, "--format", "line")
    #expect(later.output.split(separator: "\n").count == 1)
    #expect(later.output.contains("a.txt:1:"))
    #expect(later.code == 1)
    // What is mended is gone from the baseline; only --strict minds.
    folder.write("学校安全,稳定。\n", to: "a.txt")
    let mended = run("lint", path, "--baseline", file)
    #expect(mended.errors.contains("1 条已不再出现"))
    #expect(mended.code == 0)
    #expect(run("lint", path, "--baseline", file, "--strict").code == 1)
  }

  @Test func aMissingBaselineIsAFailure() {
    let folder = Self.folder()
    #expect(run("lint", folder.path + "/a.txt", "--baseline", folder.path + "/no").code == 2)
  }

  @Test func settingsSetLevelsAndWidth() {
    let folder = Self.folder([
      "lint.yaml": "规则: {WRD: off, half-width-mark: error}\n",
      "half.yaml": "校对: {规则: {doubled-word: info}}\n标点: 半角\n",
    ])
    let path = folder.path + "/a.txt"
    let levels = run("lint", path, "--format", "line", "--config", folder.path + "/lint.yaml")
    #expect(levels.output.contains("PUN001") && !levels.output.contains("WRD001"))
    let half = run("lint", path, "--format", "line", "--config", folder.path + "/half.yaml")
    #expect(!half.output.contains("PUN001") && half.output.contains("WRD001"))
    #expect(half.code == 0)
  }

  @Test func unknownRulesAndLevelsAreTold() {
    let folder = Self.folder([
      "a.yaml": "规则: {PUN01: off, FIG027: off}\n", "b.yaml": "规则: {PUN001: loud}\n",
    ])
    let path = folder.path + "/a.txt"
    let typo = run("lint", path, "--config", folder.path + "/a.yaml")
    #expect(typo.errors.contains("没有规则“PUN01”") && typo.errors.contains("PUN001"))
    #expect(!typo.errors.contains("“FIG027”"))
    #expect(run("lint", path, "--config", folder.path + "/b.yaml").code == 2)
  }

  @Test func exitCodesFollowTheFlags() {
    let folder = Self.folder(["clean.txt": "学校安全，稳定。\n"])
    let path = folder.path + "/a.txt"
    #expect(run("lint", path).code == 1)
    #expect(run("lint", path, "--exit-zero").code == 0)
    #expect(run("lint", path, "--strict", "--exit-zero").code == 2)
    let heavy = run("lint", path, "--min-severity", "error", "--format", "line")
    #expect(heavy.output.contains("WRD001") && !heavy.output.contains("PUN001"))
    folder.write("规则: {PUN001: info, WRD001: off}\n", to: "c.yaml")
    #expect(run("lint", path, "--config", folder.path + "/c.yaml").code == 0)
    #expect(run("lint", path, "--config", folder.path + "/c.yaml", "--strict").code == 1)
    #expect(run("lint", folder.path + "/clean.txt", "--strict").code == 0)
  }

  @Test func aRuleTakesALevelAndNumbers() {
    let folder = Self.folder([
      "c.yaml": """
      规则:
        STR018: {级别: warning, length: 5}
        long-sentence: {level: info, length: 5}

      """
    ])
    let result = run(
      "lint", folder.path + "/a.txt", "--format", "line", "--config", folder.path + "/c.yaml")
    #expect(result.output.contains("STR018") && result.output.contains("WRD012"))
  }

  @Test func unknownOptionsAndLevelsAreToldWithTheNearest() {
    let folder = Self.folder([
      "a.yaml": "规则: {STR018: {lenght: 5}}\n", "b.yaml": "规则: {PUN001: warnin}\n",
      "c.yaml": "词表: {redundant-word: [甲乙]}\n", "d.yaml": "用途: 出版\n",
    ])
    func errors(_ name: String) -> String {
      run("lint", folder.path + "/a.txt", "--config", "\(folder.path)/\(name).yaml").errors
    }
    #expect(errors("a").contains("lenght") && errors("a").contains("length"))
    #expect(errors("b").contains("warnin") && errors("b").contains("warning"))
    #expect(errors("c").contains("redundant-words"))
    #expect(errors("d").contains("公开"))
  }

  @Test func wordsAreAddedAndTakenOut() {
    let folder = Self.folder([
      "a.txt": "统一布署,学校安全工作涉及到全局。规范课服工作。\n",
      "c.yaml": """
      词表:
        redundant-words: [-涉及到]
        wrong-characters: [学校安荃→学校安全, 规范课服→规范课后服务]

      """,
    ])
    let before = Self.lint(folder.path + "/a.txt").output
    #expect(before.contains("WRD007") && before.components("WRD004") == 1)
    let after = run(
      "lint", folder.path + "/a.txt", "--format", "line", "--config", folder.path + "/c.yaml"
    )
    .output
    #expect(!after.contains("WRD007") && after.components("WRD004") == 2)
  }

  @Test func someFilesHaveTheirOwnLevels() {
    let folder = Self.folder([
      "old/b.txt": Self.text, "c.yaml": "文件:\n- 路径: old/**\n  规则: {PUN: off}\n",
    ])
    let result = run(
      "lint", folder.path, "--format", "line", "--config", folder.path + "/c.yaml")
    #expect(result.output.contains("/a.txt:1:5: 警告 PUN001"))
    #expect(!result.output.contains("old/b.txt:1:"))
    #expect(result.output.contains("old/b.txt:2:"))
  }

  @Test func profilesSayWhatMatters() {
    let folder = Self.folder(["a.txt": "联系人电话13800138000。\n", "c.yaml": "用途: 内部\n"])
    let path = folder.path + "/a.txt"
    #expect(Self.lint(path).output.contains("PRV002"))
    #expect(!run("lint", path, "--profile", "internal", "--format", "line").output.contains("PRV"))
    #expect(
      !run("lint", path, "--config", folder.path + "/c.yaml", "--format", "line").output
        .contains("PRV"))
    #expect(run("lint", path, "--profile", "secret").code == 2)
  }

  @Test func brokenLinesOfABaselineAreTold() {
    let folder = Self.folder(["base.tsv": "# 基线\nPUN001 没有制表符\n\n"])
    let path = folder.path + "/a.txt"
    let result = run("lint", path, "--baseline", folder.path + "/base.tsv")
    #expect(result.errors.contains("baseline-broken-line") && result.errors.contains("2"))
    #expect(result.code == 1)
  }

  @Test func findingsGoIntoAWorkbook() throws {
    let folder = Self.folder()
    let file = folder.path + "/校对单.xlsx"
    let result = run("lint", folder.path + "/a.txt", "--format", "xlsx", "-o", file)
    #expect(result.code == 1)
    #expect(result.errors.contains("2 条已写入"))
    let bytes = try #require(TestFile.bytes(file))
    var package = try OfficePackage(bytes, limit: 1 << 24)
    var words = ""
    for part in package.partNames() where part.hasPrefix("xl/") {
      words += String(decoding: try package.bytes(of: part) ?? [], as: UTF8.self)
    }
    for cell in ["PUN001", "WRD001", "工作工作", "半角“,”应为“，”", "a.txt", "警告", "错误"] {
      #expect(words.contains(cell), "\(cell)")
    }
    #expect(run("lint", folder.path + "/a.txt", "--format", "xlsx").code == 2)
    #expect(run("lint", folder.path + "/a.txt", "-o", file).code == 2)
  }

  @Test func needsSomethingToRead() {
    #expect(run("lint").code == 2)
  }

  @Test func progressIsDrawnForManyTexts() {
    let folder = Self.folder()
    for index in 0..<60 { folder.write("学校安全。\n", to: "\(index).txt") }
    let drawn = Mutex<[Int]>([])
    let environment = CommandEnvironment(progress: { done, all in
      drawn.withLock { $0.append(done * 100 / all) }
    })
    _ = BulletinProgram.run(["lint", folder.path], in: environment)
    #expect(drawn.withLock { $0.count } == 61)
    #expect(drawn.withLock { $0.max() } == 100)
  }
}

extension String {
  /// How often `word` stands in the text.
  fileprivate func components(_ word: String) -> Int { ranges(of: word).count }
}
