import ReportModel
import Testing

@Suite struct NarrativeReadingTests {
  private func shown(_ node: NarrativeNode?) -> String {
    switch node {
    case .text(let text, let origin): "\(text)@\(origin.line):\(origin.column) \(origin.path)"
    case .sequence(let members): "[" + members.map { shown($0) }.joined(separator: "; ") + "]"
    case .mapping(let members):
      "{" + members.map { "\($0.name): \(shown($0.node))" }.joined(separator: "; ") + "}"
    case nil: "nil"
    }
  }

  @Test func keepsNamesAndPlaces() {
    let reading = Reading([
      "data/narrative.yaml":
        "管理:\n  党建: 开展{{活动.次数}}活动\n  '安全': \"防范\"\n问题:\n- 名称: 甲\n- 名称: 乙\n"
    ])
    #expect(reading.faults() == [])
    #expect(
      shown(reading.data.narrative)
        == "{管理: {党建: 开展{{活动.次数}}活动@2:7 叙述.管理.党建; 安全: 防范@3:10 叙述.管理.安全}; "
        + "问题: [{名称: 甲@5:7 叙述.问题[1].名称}; {名称: 乙@6:7 叙述.问题[2].名称}]}")
  }

  @Test(arguments: [
    ("- 甲\n", ["narrative.yaml:1:1 data-narrative-shape 叙述文件应是“名称: 文字”的映射"]),
    (
      "甲:\n乙: ''\n",
      [
        "narrative.yaml:1:3 data-blank-narrative “叙述.甲”没有文字",
        "narrative.yaml:2:4 data-blank-narrative “叙述.乙”没有文字",
      ]
    ),
    ("甲: 1\n甲: 2\n\t乙: 3\n", ["narrative.yaml:3:1 yaml-tab 用制表符(Tab)缩进;YAML 只许用空格"]),
    ("", []),
  ])
  func reportsFaults(text: String, expected: [String]) {
    #expect(Reading(["narrative.yaml": text]).faults() == expected)
  }
}
