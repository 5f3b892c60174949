import SourceText
import TestSupport
import Testing

/// What `next` carries on, marks and asks for, period by period.
@Suite struct NextPeriodTests {
  /// The period made, from which, beside which, and what the head of its to-do says.
  static let periods: [(made: String, from: String, arguments: [String], head: String)] = [
    ("2023H2", "2023H1", [], "2023年下半年待办\n上期:2023年上半年;上年同期:2022年下半年\n"),
    (
      "2023", "2023H1", ["--to", "2023年度"],
      "2023年度待办\n上期:2022年下半年(只有累计数和时点数);上年同期:2022年下半年(只有累计数和时点数)\n"
    ),
    ("2024H1", "2023H1", ["--to", "2024年上半年"], "2024年上半年待办\n上期:2023年上半年;上年同期:2023年上半年\n"),
    ("2024Q1", "2023H1", ["--to", "2024年第一季度"], "2024年一季度待办\n上期:没有;上年同期:没有\n"),
  ]

  @Test(arguments: periods)
  func everyPeriodIsMade(
    made: String, from: String, arguments: [String], head: String
  ) {
    let folder = county(["2022H1", "2022H2", "2023H1"])
    let result = run(["next", folder.path + "/" + from] + arguments)
    #expect(result.code == 0)
    #expect((TestFile.read(folder.path + "/\(made)/待办.txt") ?? "").hasPrefix(head))
    #expect(run("draft", folder.path + "/" + made, "--allow-missing").code == 0)
  }

  @Test(arguments: [
    ("2023Q1", "2023Q2"), ("2023Q4", "2024Q1"), ("2023H2", "2024H1"), ("2023", "2024"),
  ])
  func theFollowingPeriodIsTheDefault(period: String, next: String) {
    let folder = TemporaryFolder()
    folder.write("单位: 甲局\n模板: bureau-half-year\n", to: "bureau.yaml")
    folder.write("期间: \(period)\n", to: period + "/report.yaml")
    #expect(run("next", folder.path + "/" + period).code == 0)
    #expect(TestFile.names(in: folder.path + "/" + next).contains("待办.txt"))
  }

  @Test func entranceExaminationsAreMarkedInSecondHalves() {
    // Without a folder of a year ago nothing but the name tells.
    for periods in [["2022H1"], ["2022H1", "2022H2", "2023H1"]] {
      let folder = county(periods)
      let from = periods[periods.count - 1]
      #expect(run("next", folder.path + "/" + from).code == 0)
      let made = folder.path + "/" + from.prefix(4) + "H2"
      let rows = lines(made + "/data/figures.csv").filter { $0.hasPrefix("高考.") }
      #expect(rows.count == 5)
      #expect(rows.allSatisfy { $0.contains("高考不在本期") })
      let tasks = TestFile.read(made + "/待办.txt") ?? ""
      #expect(!tasks.contains("招生考试中心(5 项)"))
      #expect(tasks.contains("  [ ] 高考.报考人数(招生考试中心)\n"))
    }
    let folder = county(["2022H2", "2023H1", "2023H2"])
    #expect(run("next", folder.path + "/2023H2").code == 0)
    let rows = lines(folder.path + "/2024H1/data/figures.csv").filter { $0.hasPrefix("高考.") }
    #expect(rows.count == 5)
    #expect(rows.first?.hasSuffix(",上期没有、上年同期有,,1280人") == true)
  }

  @Test func figuresAreAskedForByTheirKind() {
    let folder = county(["2022H2", "2023H1"])
    #expect(run("next", folder.path + "/2023H1").code == 0)
    let rows = lines(folder.path + "/2023H2/data/figures.csv")
    #expect(rows.contains { $0.hasSuffix(",填1月至12月累计数,88个,184个") })
    #expect(rows.contains { $0.hasSuffix(",填2023-12-31的数,18所,17所") })
    let tasks = TestFile.read(folder.path + "/2023H2/待办.txt") ?? ""
    #expect(tasks.contains("安全.整改问题(累计,1月至12月) 上期 88个 上年同期 184个\n"))
    #expect(tasks.contains("工程.城区学位扩容.代表项目(文字,核对改写)\n"))
    #expect(tasks.contains("资助.幼儿园.金额 上期 62万元 上年同期 60万元\n"))
  }

  @Test func aYearShowsWhatItsHalvesGave() {
    let folder = county(["2022H1", "2022H2", "2023H1", "2023H2"])
    #expect(run("next", folder.path + "/2023H2", "--to", "2023").code == 0)
    let rows = lines(folder.path + "/2023/data/figures.csv")
    #expect(rows.contains { $0.hasPrefix("安全.会议,") && $0.hasSuffix("2023年上半年6次;2023年下半年7次,,") })
    // The cumulative figure of the second half a year ago is that of the year.
    #expect(rows.contains { $0.hasPrefix("安全.整改问题,") && $0.hasSuffix(",184个,184个") })
    #expect((TestFile.read(folder.path + "/2023/待办.txt") ?? "").contains("工程.城区学位扩容.投资\n"))
  }

  @Test func settingsGoOnWithoutTheOldPeriodsOwn() throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      # 自成一体
      期间: 2023年第一季度
      标题: 甲局2023年第一季度工作小结
      单位: 甲局
      模板: bureau-half-year
      发布: {机关: 甲县, 时间: "2023-04-03"}
      文本:
        编码: GB18030
      校对:
        规则:
          STR020: off   # 有来源行
      对应:
        - {问题: 甲, 打算: 乙}
      """, to: "2023Q1/report.yaml")
    folder.write(
      try TextDecoder.encode(Array("打算:\n  - {标题: 丙, 内容: 丁}\n".utf8), as: .gb18030),
      to: "2023Q1/data/narrative.yaml")
    #expect(run("next", folder.path + "/2023Q1").code == 0)
    #expect(
      TestFile.read(folder.path + "/2023Q2/report.yaml") == """
        期间: 2023年二季度
        标题: "甲局2023年第二季度工作小结"
        发布:
          机关: "甲县"
        截至: 2023-06-30
        单位: 甲局
        模板: bureau-half-year
        文本:
          编码: GB18030
        校对:
          规则:
            STR020: off   # 有来源行

        """)
    #expect(run("next", folder.path + "/2023Q2").code == 0)
    // The line that says whose the narratives are does not pile up.
    #expect(
      TestFile.read(folder.path + "/2023Q3/data/narrative.yaml")
        == "# 以下叙述照抄自2023年二季度,请逐条改写。\n打算:\n  - {标题: 丙, 内容: 丁}\n")
    #expect(run("draft", folder.path + "/2023Q3", "--allow-missing").code == 0)
  }

  @Test func thePlansAreThoseThatWentOut() {
    let folder = county(["2023H1"])
    let report = folder.path + "/2023H1"
    folder.write("甲局2023年上半年工作总结\n\n三、下一步打算\n\n办好学校。落实经费。\n\n建好队伍。\n", to: "2023H1/published.txt")
    #expect(run("next", report).code == 0)
    #expect(
      TestFile.read(folder.path + "/2023H2/data/上期打算.csv")
        == "打算,内容,进展,说明\n办好学校,落实经费。,,\n建好队伍,,,\n")
    #expect(TestFile.read(folder.path + "/2023H2/data/上期问题.csv") == nil)
  }

  @Test func statusTellsWhatIsOutstandingAndHowThePlansStand() {
    let folder = county(["2022H2", "2023H1"])
    #expect(run("next", folder.path + "/2023H1").code == 0)
    let made = folder.path + "/2023H2"
    let path = made + "/data/上期打算.csv"
    let plans = (TestFile.read(path) ?? "").replacing("。\",,\n配", with: "。\",已完成,\n配")
    TestFile.write(plans, to: path)
    let status = run("status", made).output
    #expect(status.contains("  安全管理股 未交 3 项:安全.会议、安全.教育、安全.整改问题\n"))
    #expect(status.contains("上期打算:3 项,已完成 1,未填 2\n"))
    #expect(run("status", folder.path + "/2023H1").output.contains("74 格里填了 74 格"))
  }

  @Test func publishingKeepsTheEncodingAndRefusesGaps() throws {
    let folder = TemporaryFolder()
    let text = try TextDecoder.encode(Array(LearnCommandTests.own.utf8), as: .gb18030)
    folder.write(text, to: "甲.txt")
    let report = folder.path + "/2023H1"
    #expect(run("learn", folder.path + "/甲.txt", report).code == 0)
    #expect(run("publish", report, "--date", "2023-02-30").code == 2)
    TestFile.write("甲〔待填：乙〕\n", to: report + "/draft.txt")
    #expect(run("publish", report).errors.contains("publish-gap"))
    folder.write(text, to: "2023H1/draft.txt")
    #expect(run("publish", report, "--date", "2023-07-25", "--allow-errors").code == 0)
    #expect(TestFile.bytes(report + "/published.txt") == text)
    TestFile.write("后来改过。\n", to: report + "/published.txt")
    #expect(run("status", report).output.contains("2023-07-25 定稿的文件后来被改动或删去"))
  }

  private func county(_ periods: [String]) -> TemporaryFolder {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: periods, into: folder)
    return folder
  }

  private func lines(_ path: String) -> [String] {
    (TestFile.read(path) ?? "").split(separator: "\n").map(String.init)
  }
}
