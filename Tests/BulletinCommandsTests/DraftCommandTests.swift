import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct DraftCommandTests {
  @Test func writesToAFile() {
    let folder = TemporaryFolder()
    let result = run(
      "draft", SampleFolder.path("demo-education/2023H1"), "-o", folder.path + "/out.txt")
    #expect(result.code == 0)
    #expect(result.output == "")
    #expect(
      TestFile.read(folder.path + "/out.txt")
        == run("draft", SampleFolder.path("demo-education/2023H1")).output)
    #expect(TestFile.names(in: folder.path) == ["out.txt"])
  }

  @Test func savesAndNeverOverwritesAnEditedDraft() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    #expect(run("draft", report, "--save").code == 0)
    let draft = TestFile.read(report + "/draft.txt")
    #expect(draft == run("draft", report).output)
    // An untouched draft is replaced when the data change.
    replace("安全.会议,安全工作会议次数,6", "安全.会议,安全工作会议次数,7", in: report + "/data/figures.csv")
    #expect(run("draft", report, "--save").code == 0)
    #expect(TestFile.read(report + "/draft.txt")?.contains("会议7次") == true)
    // An edited one is not.
    TestFile.write("手工改过。\n", to: report + "/draft.txt")
    let refused = run("draft", report, "--save")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("draft-edited"))
    #expect(TestFile.read(report + "/draft.txt") == "手工改过。\n")
  }

  @Test func missingValuesAreErrorsOrVisiblePlaceholders() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    replace("安全.会议,安全工作会议次数,6", "安全.会议,安全工作会议次数,", in: report + "/data/figures.csv")
    let strict = run("draft", report)
    #expect(strict.code == 1)
    #expect(strict.output == "")
    #expect(strict.errors.contains("安全.会议"))
  }

  @Test func proseThatIsNotWrittenYetIsToldOnce() {
    let folder = TemporaryFolder()
    folder.write("期间: 2023年上半年\n单位: 测试局\n", to: "report.yaml")
    folder.write("名称: 测试\n部分: [{文件: 一.txt}]\n", to: "templates/pack.yaml")
    folder.write(
      "一、工作\n1.管理。{{叙述.管理}}{% for 项 in 叙述.问题 %}{{项.内容}}{% endfor %}\n", to: "templates/一.txt")
    folder.write("管理: ''\n问题: [{内容: ''}]\n别的: ''\n", to: "data/narrative.yaml")
    for command in ["draft", "lint"] {
      let result = run(command, folder.path)
      let told = result.errors + result.output
      for path in ["叙述.管理", "叙述.问题[1].内容"] {
        #expect(
          told.ranges(of: "“\(path)”没有").count == 1, "\(command): \(path)")
      }
      #expect(told.contains("data-blank-narrative：“叙述.别的”没有文字"), "\(command)")
    }
    let allowed = run("draft", folder.path, "--allow-missing")
    #expect(allowed.code == 0)
    #expect(allowed.output.contains("〔待填：叙述.管理〕〔待填：叙述.问题[1].内容〕"))
  }

  @Test func anOutputThatCannotBeWrittenIsAnError() {
    let folder = TemporaryFolder()
    let sample = SampleFolder.path("demo-education/2023H1")
    folder.write("旧", to: "readonly.txt")
    chmod(folder.path + "/readonly.txt", 0o444)
    for (target, id) in [
      (folder.path, "file-is-folder"), (folder.path + "/none/out.txt", "file-not-found"),
      (folder.path + "/readonly.txt", "file-no-permission"), ("/dev/full", "file-no-space"),
    ] {
      let result = run("draft", sample, "-o", target)
      #expect(result.code == 2)
      #expect(result.errors.contains(id))
    }
    #expect(TestFile.read(folder.path + "/readonly.txt") == "旧")
    #expect(TestFile.names(in: folder.path) == ["readonly.txt"])
  }

  /// Replaces the one place where `old` stands in a file.
  private func replace(_ old: String, _ new: String, in path: String) {
    guard let text = TestFile.read(path), let range = text.firstRange(of: old) else {
      Issue.record("no “\(old)” in \(path)")
      return
    }
    TestFile.write(text.replacingCharacters(in: range, with: new), to: path)
  }
}

extension String {
  /// The text with a range replaced.
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
