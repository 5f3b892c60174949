import SourceText
import Testing

@Suite struct NearestNamesTests {
  static let columns = ["资金", "学校数", "学生数", "教师数", "年度资金合计", "amount"]

  @Test(arguments: [
    ("学校树", ["学校数"]), ("资金", ["年度资金合计"]), ("学数校", ["学校数"]), ("amuont", ["amount"]), ("完全不同的", []),
    ("", []),
  ])
  func findsWhatMayHaveBeenMeant(name: String, nearest: [String]) {
    #expect(NearestNames.of(name, in: Self.columns) == nearest)
  }

  @Test func keepsToTheLimitNearestFirst() {
    #expect(
      NearestNames.of("abcdef", in: ["abcdxx", "abcdeX", "abcdef", "abcXef"], limit: 2)
        == ["abcXef", "abcdeX"])
  }

  @Test func leavesOutOverlongNames() {
    let long = String(repeating: "长", count: 65)
    #expect(NearestNames.of(long, in: [long + "名"]) == [])
    #expect(NearestNames.of("长", in: [long]) == [])
  }
}
