import SourceText
import TestSupport
import Testing

@Suite struct DiffCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    /// Lines of the output, in order, blanks at their ends left out.
    var lines: [String]
    /// Changed, added, dropped, same.
    var counts: [Int]

    var testDescription: String { name }
  }

  static let outline = """
    青禾县供销合作联社工作小结

    一、主要工作

    1.网点建设。改造网点12个,投资320万元。

    2.农资供应。配送化肥640吨,完成率60%。

    二、打算

    1.补齐短板。推进仓储升级。

    """

  static let cases = [
    Case(name: "the same", old: outline, new: outline, lines: [], counts: [0, 0, 0, 4]),
    Case(
      name: "a figure more", old: outline, new: outline.replacingFirst("12个", with: "15个"),
      lines: ["改造网点  12个  15个  +3个  +25.00%"], counts: [1, 0, 0, 3]),
    Case(
      name: "another unit", old: outline,
      new: outline.replacingFirst("320万元", with: "0.08亿元"),
      lines: ["投资  320万元  0.08亿元  +0.048亿元  +150.00%"], counts: [1, 0, 0, 3]),
    Case(
      name: "the same in another unit", old: outline,
      new: outline.replacingFirst("320万元", with: "0.032亿元"), lines: [], counts: [0, 0, 0, 4]),
    Case(
      name: "points", old: outline, new: outline.replacingFirst("60%", with: "57.5%"),
      lines: ["完成率  60%  57.5%  -2.5个百分点"], counts: [1, 0, 0, 3]),
    Case(
      name: "a qualifier", old: outline, new: outline.replacingFirst("12个", with: "近12个"),
      lines: ["改造网点  12个  近12个  0个  0.00%"], counts: [1, 0, 0, 3]),
    Case(
      name: "an item added", old: outline,
      new: outline.replacingFirst(
        "\n二、", with: "\n3.助农销售。开展直播18场。\n\n二、"),
      lines: ["新增  一、主要工作", "+ 3.助农销售", "开展直播  –  18场"], counts: [0, 1, 0, 4]),
    Case(
      name: "an item dropped", old: outline,
      new: outline.replacingFirst("2.农资供应。配送化肥640吨,完成率60%。\n\n", with: ""),
      lines: ["删去  一、主要工作", "- 2.农资供应"], counts: [0, 0, 2, 2]),
    Case(
      name: "a heading reworded", old: outline,
      new: outline.replacingFirst("二、打算", with: "二、下一步安排"),
      lines: ["改写", "- 二、打算", "+ 二、下一步安排"], counts: [0, 0, 0, 4]),
    Case(
      name: "a sentence reworded", old: outline,
      new: outline.replacingFirst("改造网点12个,投资320万元。", with: "全年改造网点14个,累计投资320万元。"),
      lines: [
        "改写  1.网点建设", "- 改造网点12个,投资320万元。", "+ 全年改造网点14个,累计投资320万元。",
        "全年改造网点  12个  14个  +2个  +16.67%",
      ], counts: [1, 0, 0, 3]),
    Case(
      name: "items swapped", old: outline,
      new: outline.replacingFirst(
        "1.网点建设。改造网点12个,投资320万元。\n\n2.农资供应。配送化肥640吨,完成率60%。",
        with: "1.农资供应。配送化肥640吨,完成率60%。\n\n2.网点建设。改造网点12个,投资320万元。"),
      lines: ["移动  一、主要工作", "+ 2.网点建设"], counts: [0, 0, 0, 4]),
    Case(name: "nothing at all", old: "", new: "", lines: [], counts: [0, 0, 0, 0]),
  ]

  @Test(arguments: cases)
  func tellsTextsApart(_ test: Case) {
    let folder = TemporaryFolder()
    folder.write(test.old, to: "旧.txt")
    folder.write(test.new, to: "新.txt")
    let result = run("diff", folder.path + "/旧.txt", folder.path + "/新.txt")
    #expect(result.code == 0)
    #expect(result.errors == "")
    let printed = result.output.split(separator: "\n").map(Self.squeezed)
    var rest = printed[...]
    for line in test.lines {
      let place = rest.firstIndex(of: line)
      #expect(place != nil, "\(line) is not in \(result.output)")
      rest = rest[(place ?? rest.startIndex)...]
    }
    let counts = test.counts.map { "\($0)" }
    #expect(
      printed.last == "数字:改变 \(counts[0]),新增 \(counts[1]),减少 \(counts[2]),相同 \(counts[3])")
    let isSame = test.lines.isEmpty
    #expect(
      run("diff", folder.path + "/旧.txt", folder.path + "/新.txt", "--exit-code").code
        == (isSame ? 0 : 1))
  }

  /// A line with the blanks between its columns made two, those at its ends left out.
  private static func squeezed(_ line: Substring) -> String {
    var cells: [String] = []
    for part in line.split(separator: "  ", omittingEmptySubsequences: true) {
      let text = part.drop { $0 == " " }
      if !text.isEmpty { cells.append(String(text)) }
    }
    return cells.joined(separator: "  ")
  }

  // MARK: Report folders

  @Test func twoPeriodsAreMatchedByTheirCells() throws {
    let sample = SampleFolder.path("demo-education")
    let result = run("diff", sample + "/2022H1", sample + "/2023H1", "--format", "json")
    #expect(result.code == 0)
    #expect(result.output.contains(#""id":"安全.会议""#))
    let schema = try #require(SchemaTests.schema("diff"))
    let value = try #require(SchemaTests.json(result.output))
    #expect(SchemaCheck.faults(of: value, against: schema) == [])
  }

  @Test func aDraftIsComparedWithItsData() {
    let folder = SyncFolder()
    #expect(run("diff", folder.report).output.contains("改变 0,新增 0,减少 0"))
    folder.edit("督查10次", "督查行动11次")
    let result = run("diff", folder.report)
    #expect(result.code == 0)
    #expect(result.output.contains("改变 1,新增 0,减少 0"))
    #expect(result.output.contains("+1次"))
    // The cell's name is known of an edited number too.
    let json = run("diff", folder.report, "--format", "json").output
    #expect(json.contains(#""change":"changed","label":"组织校外培训专项督查行动","id":"校外培训.督查次数""#))
  }

  @Test func aReportWithoutADraftHasNothingToCompare() {
    let folder = SyncFolder(saves: false)
    let result = run("diff", folder.report)
    #expect(result.code == 1)
    #expect(result.errors.contains("diff-no-draft"))
    #expect(run("diff", folder.report, folder.folder.path + "/没有.txt").code == 2)
  }

  @Test func aWorkbookIsWritten() {
    let folder = TemporaryFolder()
    let sample = SampleFolder.path("demo-education")
    let path = folder.path + "/比较.xlsx"
    let result = run("diff", sample + "/2022H1", sample + "/2023H1", "--format", "xlsx", "-o", path)
    #expect(result.code == 0)
    #expect(TestFile.bytes(path)?.prefix(2) == [0x50, 0x4B])
    let first = TestFile.bytes(path)
    _ = run("diff", sample + "/2022H1", sample + "/2023H1", "--format", "xlsx", "-o", path)
    #expect(TestFile.bytes(path) == first)
    #expect(run("diff", sample + "/2022H1", sample + "/2023H1", "--format", "xlsx").code == 2)
  }

  @Test(arguments: MessageLanguage.allCases)
  func printsTwoPeriodsSideBySide(_ language: MessageLanguage) {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1", "2023H1"], into: folder)
    let result = run(
      "diff", folder.path + "/2022H1", folder.path + "/2023H1", language: language)
    GoldenFile.expect(
      result.output.replacingAll(folder.path + "/", with: ""),
      at: GoldenFile.path("diff.\(language.rawValue).txt"))
  }
}
