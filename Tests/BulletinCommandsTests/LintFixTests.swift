import SourceText
import TestSupport
import Testing

@Suite struct LintFixTests {
  static let faulty = "学校安全,稳定,有序。\n完成了工作工作。\n"
  static let safe = "学校安全，稳定，有序。\n完成了工作工作。\n"
  static let all = "学校安全，稳定，有序。\n完成了工作。\n"

  @Test func fixesAFileInPlace() {
    let folder = TemporaryFolder()
    folder.write(Self.faulty, to: "a.txt")
    let path = folder.path + "/a.txt"
    let first = run("lint", "--fix", path)
    #expect(TestFile.read(path) == Self.safe)
    #expect(first.errors == "修改 2 处,写入 1 个文件。\n")
    #expect(first.output.contains("WRD001") && !first.output.contains("PUN001"))
    #expect(first.code == 1)
    let second = run("lint", "--fix", path)
    #expect(second.errors == "修改 0 处,写入 0 个文件。\n")
    _ = run("lint", "--fix", "--unsafe", path)
    #expect(TestFile.read(path) == Self.all)
  }

  @Test func aDifferenceWritesNothing() {
    let folder = TemporaryFolder()
    folder.write(Self.faulty, to: "a.txt")
    let path = folder.path + "/a.txt"
    let shown = run("lint", "--diff", path)
    #expect(
      shown.output == """
        --- \(path)
        +++ \(path)
        @@ -1,2 +1,2 @@
        -学校安全,稳定,有序。
        +学校安全，稳定，有序。
         完成了工作工作。

        """)
    #expect(shown.code == 1)
    #expect(TestFile.read(path) == Self.faulty)
    #expect(run("lint", "--diff", "--unsafe", path).output.contains("+完成了工作。"))
    folder.write(Self.safe, to: "a.txt")
    #expect(run("lint", "--diff", path).code == 0)
  }

  @Test(arguments: TextEncoding.allCases)
  func keepsTheEncoding(_ encoding: TextEncoding) throws {
    let folder = TemporaryFolder()
    let text = "\u{FEFF}" + Self.faulty.replacing("\n", with: "\r\n")
    let expected = "\u{FEFF}" + Self.safe.replacing("\n", with: "\r\n")
    func bytes(_ text: String) throws -> [UInt8] {
      try SourceFile(name: "a", utf8: Array(text.utf8), encoding: encoding).encoded()
    }
    folder.write(try bytes(text), to: "a.txt")
    _ = run("lint", "--fix", folder.path + "/a.txt")
    #expect(TestFile.bytes(folder.path + "/a.txt") == (try bytes(expected)))
  }

  @Test func leavesDamagedTextsAlone() {
    let folder = TemporaryFolder()
    let bytes = Array("学校安全,稳定。\n".utf8) + [0xE5, 0xAD, 0x0A]
    folder.write(bytes, to: "a.txt")
    let result = run("lint", "--fix", folder.path + "/a.txt")
    #expect(TestFile.bytes(folder.path + "/a.txt") == bytes)
    #expect(result.errors.contains("没有修改"))
  }

  @Test func unsafeNeedsAFix() {
    #expect(run("lint", "--unsafe", "a.txt").code == 2)
  }
}
