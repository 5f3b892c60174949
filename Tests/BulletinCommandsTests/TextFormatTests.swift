import TestSupport
import Testing

/// The text format that `格式` names, as drafts and lint follow it.
@Suite struct TextFormatTests {
  static let marks = "名称: 本局\n标点: 全角\n空行: 2\n"

  /// What a report folder of two parts drafts, and whether lint takes its half-width comma amiss.
  static func draft(
    bureau: String = "", report: String = "", files: [String: String] = [:]
  ) -> (text: String, errors: String, code: Int32, hasHalfWidthMark: Bool) {
    let folder = TemporaryFolder()
    BadInputTests.write(into: folder)
    folder.write("单位: 甲局\n\(bureau)", to: "bureau.yaml")
    folder.write("\(BadInputTests.report)\(report)", to: "2023H1/report.yaml")
    folder.write("一、甲\n\n发放{{资助.幼儿园.金额}},都已到位。\n", to: "templates/正文.txt")
    for (name, text) in files { folder.write(text, to: name) }
    let path = folder.path + "/2023H1"
    let drafted = run("draft", path)
    let findings = run("lint", path, "--format", "json").output
    let marked = ["PUN001", "PUN002", "PUN003"].contains { findings.contains(#""rule":"\#($0)""#) }
    return (drafted.output, drafted.errors, drafted.code, marked)
  }

  static func text(gap: String) -> String {
    "甲局2023年上半年总结\(gap)一、甲\n\n发放78.55万元,都已到位。\n"
  }

  @Test(arguments: ["", "格式: bulletin\n", "format: bulletin\n"])
  func theUsualFormatIsBulletin(_ bureau: String) {
    let drafted = Self.draft(bureau: bureau)
    #expect(drafted.text == Self.text(gap: "\n\n"))
    #expect(!drafted.hasHalfWidthMark)
  }

  @Test func officialDocumentsHaveNoBlankLinesAndFullWidthMarks() {
    let drafted = Self.draft(bureau: "格式: gongwen\n")
    #expect(drafted.text == Self.text(gap: "\n"))
    #expect(drafted.hasHalfWidthMark)
  }

  @Test func aReportOverrulesItsBureau() {
    let drafted = Self.draft(bureau: "格式: gongwen\n", report: "格式: bulletin\n")
    #expect(drafted.text == Self.text(gap: "\n\n"))
    #expect(!drafted.hasHalfWidthMark)
  }

  @Test(arguments: ["格式: 本局.yaml\n", "格式: 格式/本局.yaml\n"])
  func aFileLiesInTheBureausFolder(_ setting: String) {
    let name = String(setting.dropFirst("格式: ".count).dropLast())
    for drafted in [
      Self.draft(bureau: setting, files: [name: Self.marks]),
      Self.draft(report: setting, files: [name: Self.marks]),
    ] {
      #expect(drafted.code == 0)
      #expect(drafted.text == Self.text(gap: "\n\n\n"))
      #expect(drafted.hasHalfWidthMark)
    }
  }

  @Test func aFileMayBeNamedByItsWholePath() {
    let folder = TemporaryFolder()
    folder.write(Self.marks, to: "甲.yml")
    #expect(Self.draft(bureau: "格式: \(folder.path)/甲.yml\n").text == Self.text(gap: "\n\n\n"))
  }

  @Test(arguments: [
    ("格式: gongwem\n", [:], ["format-unknown", "bureau.yaml:2:5", "gongwen"]),
    ("格式: 本局\n", [:], ["format-unknown", "bureau.yaml:2:5", "bulletin、gongwen"]),
    ("格式: ../甲.yaml\n", [:], ["format-outside", "bureau.yaml:2:5"]),
    ("格式: 没有.yaml\n", [:], ["file-not-found", "没有.yaml"]),
    ("格式: 甲.yaml\n", ["甲.yaml": "空行: 99\n"], ["format-count", "甲.yaml:1:5"]),
    ("格式: 甲.yaml\n", ["甲.yaml": "名称: 甲\n颜色: 红\n"], ["yaml-unknown-key", "甲.yaml:2:1"]),
    ("格式: 甲.yaml\n", ["甲.yaml": "- 1\n"], ["yaml-wrong-type", "甲.yaml:1:1"]),
  ])
  func faultsAreToldWithTheirPlace(
    _ setting: String, _ files: [String: String], _ expected: [String]
  ) {
    let drafted = Self.draft(bureau: setting, files: files)
    #expect(drafted.code != 0)
    #expect(drafted.text == "")
    for part in expected { #expect(drafted.errors.contains(part)) }
  }
}
