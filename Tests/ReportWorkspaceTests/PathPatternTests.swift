import Testing

@testable import ReportWorkspace

@Suite struct PathPatternTests {
  @Test(
    arguments: [
      ("2022H1/draft.txt", "2022H1/draft.txt", true), ("*.txt", "a/b/草稿.txt", true),
      ("2022*/*.txt", "x/2022H2/a.txt", true), ("2022*/*.txt", "2022H2/a/b.txt", false),
      ("2022*/**", "2022H2/a/b.txt", true), ("**/b.txt", "b.txt", true), ("a/**/b", "a/b", true),
      ("a/**/b", "a/x/y/b", true), ("?.txt", "a.txt", true), ("?.txt", "ab.txt", false),
      ("*", "", true), ("", "", true), ("", "a", false), ("a*b*c", "aXbYc", true),
      ("a*b*c", "aXbY", false),
    ] as [(String, String, Bool)])
  func matches(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(PathPattern.matches(pattern, path) == expected)
  }
}
