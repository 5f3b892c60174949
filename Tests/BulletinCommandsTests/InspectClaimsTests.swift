import ReportWorkspace
import SourceText
import TestSupport
import Testing

@Suite struct InspectClaimsTests {
  static let text = """
    某局上半年工作总结

    一、工作情况

    受理来信320件，办结288件，办结率95%。检查企业7家。完成投资3.2亿元，同比增长28%。

    """

  static func path(_ folder: borrowing TemporaryFolder) -> String {
    folder.write(text, to: "甲.txt")
    return folder.path + "/甲.txt"
  }

  @Test func everyFigureIsAccountedFor() {
    let folder = TemporaryFolder()
    let output = run("inspect", Self.path(folder), "--view", "claims").output
    #expect(output.contains("5:5 占比，不符：288件÷320件=90%，写的是95%，相差5个百分点"))
    #expect(output.contains("    部分 288件 5:12；整体 320件 5:5；比率 95% 5:20\n"))
    #expect(output.contains("不涉及关系的数字：\n    5:28 7家\n"))
    #expect(output.contains("共6个数字：来自数据0，核对相符0，不符3，存疑0，无从核对2，不涉及1。"))
    #expect(output.contains("没有数据文件可对照"))
  }

  @Test func figuresFromDataAreCounted() {
    let sample = TestFile.repository + "/Samples/zhijiang-education/2023H1"
    let output = run("inspect", sample, "--view", "claims", language: .en).output
    #expect(output.contains("61 figures: 58 from data, 0 checked and right, 3 wrong"))
    #expect(!output.contains("No data"))
  }

  /// A draft that was edited by hand is still bound, and so is a text of the folder named by itself.
  @Test func editedDraftsAreBound() throws {
    let folder = TemporaryFolder()
    let sample = TestFile.repository + "/Samples/demo-education"
    for name in try LocalFiles.names(in: sample + "/2023H1/data") {
      folder.write(TestFile.bytes(sample + "/2023H1/data/" + name) ?? [], to: "2023H1/data/" + name)
    }
    folder.write(TestFile.bytes(sample + "/bureau.yaml") ?? [], to: "bureau.yaml")
    folder.write(TestFile.bytes(sample + "/2023H1/report.yaml") ?? [], to: "2023H1/report.yaml")
    let draft = run("draft", folder.path + "/2023H1").output
    folder.write(
      draft.replacing("获评", with: "先后获评").replacing("1240人", with: "1204人"),
      to: "2023H1/draft.txt")
    for path in [folder.path + "/2023H1", folder.path + "/2023H1/draft.txt"] {
      let output = run("inspect", path, "--view", "claims", "--format", "csv").output
      #expect(output.contains(",1204人,bound,"))
    }
  }

  @Test func csvHasARowAFigureOfAClaim() {
    let folder = TemporaryFolder()
    let rows = run("inspect", Self.path(folder), "--view", "claims", "--format", "csv").output
      .split(separator: "\n")
    #expect(rows.count == 9)
    #expect(rows[2].hasPrefix("1,progress,holds,closed,5,12,288件,fails,288件,320件,"))
    #expect(rows.last == ",,,,5,28,7家,unclaimed,,,,")
  }
}
