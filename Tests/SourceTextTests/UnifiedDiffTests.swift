import SourceText
import Testing

@Suite struct UnifiedDiffTests {
  static func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff.bytes(from: Array(old.utf8), to: Array(new.utf8), name: "a.txt"),
      as: UTF8.self)
  }

  @Test func equalTextsHaveNone() {
    #expect(Self.diff("甲\n", "甲\n").isEmpty)
  }

  @Test func showsThreeLinesAround() {
    #expect(
      Self.diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") == """
        --- a.txt
        +++ a.txt
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +x
         6
         7
         8

        """)
  }

  @Test func splitsFarChangesAndJoinsNearOnes() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let near = old.replacing("3\n", with: "三\n", maxReplacements: 1)
      .replacing("9\n", with: "九\n", maxReplacements: 1)
    #expect(Self.diff(old, near).split(separator: "\n").filter { $0.hasPrefix("@@") }.count == 1)
    let far = old.replacing("2\n", with: "二\n", maxReplacements: 1)
      .replacing("18\n", with: "十八\n", maxReplacements: 1)
    #expect(Self.diff(old, far).split(separator: "\n").filter { $0.hasPrefix("@@") }.count == 2)
  }

  @Test func removedLinesAndMissingLastLineEnd() {
    #expect(
      Self.diff("甲\n乙\n丙", "甲\n丙") == """
        --- a.txt
        +++ a.txt
        @@ -1,3 +1,2 @@
         甲
        -乙
         丙
        \\ No newline at end of file

        """)
    #expect(
      Self.diff("甲", "") == """
        --- a.txt
        +++ a.txt
        @@ -1 +0,0 @@
        -甲
        \\ No newline at end of file

        """)
  }
}
