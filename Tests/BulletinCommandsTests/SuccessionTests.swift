import TestSupport
import Testing

@Suite struct SuccessionTests {
  @Test func nextMakesTheFollowingPeriodToBeFilled() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1"], into: folder)
    #expect(run("next", folder.path + "/2022H1").code == 0)
    let made = folder.path + "/2022H2"
    #expect(
      TestFile.names(in: made + "/data") == [
        "figures.csv", "narrative.yaml", "上期打算.csv", "上期问题.csv", "奖项.csv", "工程.csv", "教师补充.csv",
        "资助.csv",
      ])
    let settings = TestFile.read(made + "/report.yaml")
    #expect(settings == "期间: 2022年下半年\n发布:\n  机关: \"澄溪县人民政府\"\n截至: 2022-12-31\n")
    let plans = TestFile.read(made + "/data/上期打算.csv") ?? ""
    #expect(plans.hasPrefix("打算,内容,进展,说明\n"))
    // Every value is blank; the folder can be drafted with placeholders and says what it lacks.
    #expect(run("draft", made).code == 1)
    let draft = run("draft", made, "--allow-missing")
    #expect(draft.code == 0)
    #expect(draft.output.contains("〔待填：安全.会议〕"))
    #expect(draft.errors.contains("安全.会议"))
  }

  @Test func rowsShowTheValuesOfBothEarlierPeriods() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    #expect(run("next", folder.path + "/2022H1", "--to", "2024H1").code == 0)
    let figures = TestFile.read(folder.path + "/2024H1/data/figures.csv") ?? ""
    #expect(figures.contains("安全.会议,安全工作会议次数,,次,,,本期,2024-06-30,"))
    let row = figures.split(separator: "\n").first { $0.hasPrefix("安全.会议,") } ?? ""
    #expect(row.hasSuffix(",7次,6次"))
    let aid = TestFile.read(folder.path + "/2024H1/data/资助.csv") ?? ""
    #expect(aid.hasPrefix("项目,名称,对象,金额(万元),金额上期,金额上年同期,"))
  }

  @Test func theNextPeriodReadsTheEarlierColumnsAsRemarks() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1", "2023H1"], into: folder)
    #expect(run("next", folder.path + "/2023H1").code == 0)
    let lint = run("lint", folder.path + "/2023H2", "--format", "json")
    #expect(!lint.output.contains("data-unknown-column"))
    #expect(!lint.output.contains("上年同期没有这一项\""))
  }

  @Test func everyRowOfATableShowsItsOwnValuesOfAYearAgo() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1", "2022H2", "2023H1"], into: folder)
    #expect(run("next", folder.path + "/2023H1").code == 0)
    let awards = TestFile.read(folder.path + "/2023H2/data/奖项.csv") ?? ""
    let gone = "\"上年同期没有这一项,本期没有就删去这一行\""
    #expect(
      awards.split(separator: "\n").dropFirst().map(String.init) == [
        "全省中小学生艺术展演,省级,参加,,2,,,3,,,,,,,,2023-12-31,教育股,,\(gone)",
        "全市青少年科技创新竞赛,市级,承办,,4,,,9,,,14,,,3,,2023-12-31,教育股,,\(gone)",
        "全市中学生田径比赛,市级,参加,,,,,3,,,4,,,,,2023-12-31,教育股,,\(gone)",
        "全省青少年机器人竞赛,省级,参加,,,1,,,2,,,,,,,2023-12-31,教育股,,上期没有、上年同期有",
        "全市中小学生运动会,市级,参加,,,3,,,5,,,6,,,,2023-12-31,教育股,,上期没有、上年同期有",
        "全县经典诵读大赛,县级,承办,,,6,,,10,,,15,,,4,2023-12-31,教育股,,上期没有、上年同期有",
      ])
  }

  @Test func aPeriodBesideThatIsNotFilledYetIsNoFault() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1", "2023H1"], into: folder)
    #expect(run("next", folder.path + "/2022H1").code == 0)
    let draft = run("draft", folder.path + "/2023H1")
    #expect(draft.code == 0)
    #expect(draft.errors == "")
  }

  @Test func nextNeverOverwrites() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let result = run("next", folder.path + "/2022H1", "--to", "2023H1")
    #expect(result.code == 2)
    #expect(result.errors.contains("file-not-empty"))
    #expect(
      run("next", folder.path + "/2023H1", "--to", "2022H1").errors.contains("next-not-later"))
    #expect(run("next", folder.path + "/2023H1", "--to", "下个月").code == 2)
  }

  @Test func aLearntReportCarriesItsTemplatesOn() {
    let folder = TemporaryFolder()
    folder.write(LearnCommandTests.own, to: "甲.txt")
    #expect(run("learn", folder.path + "/甲.txt", folder.path + "/2023H1").code == 0)
    #expect(run("next", folder.path + "/2023H1").code == 0)
    #expect(
      TestFile.names(in: folder.path + "/2023H2/templates")
        == TestFile.names(in: folder.path + "/2023H1/templates"))
    let draft = run("draft", folder.path + "/2023H2", "--allow-missing")
    #expect(draft.code == 0)
    #expect(draft.output.contains("〔待填："))
  }

  @Test func publishFreezesOnce() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    #expect(run("publish", report, "--date", "2023-07-18").code == 0)
    let text = TestFile.read(report + "/published.txt")
    #expect(text == run("draft", report).output)
    let record = TestFile.read(report + "/.bulletin/published.yaml") ?? ""
    #expect(record.contains("日期: 2023-07-18"))
    let same = run("publish", report)
    #expect(same.code == 0)
    #expect(same.errors.contains("(2023-07-18)"))
    #expect(run("status", report).output.contains("正文:已定稿 2023-07-18"))
    TestFile.write("改过的草稿。\n", to: report + "/draft.txt")
    let again = run("publish", report)
    #expect(again.code == 1)
    #expect(again.errors.contains("publish-differs"))
    #expect(again.errors.contains("2023-07-18"))
    #expect(TestFile.read(report + "/published.txt") == text)
  }

  @Test func publishRefusesErrorsOfTheText() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let draft = run("draft", report).output
    let wrong = draft.replacingFirst("三、", with: "四、")
    #expect(wrong != draft)
    TestFile.write(wrong, to: report + "/draft.txt")
    let refused = run("publish", report, "--date", "2023-07-18")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("STR007"))
    #expect(refused.errors.contains("--allow-errors"))
    #expect(TestFile.bytes(report + "/published.txt") == nil)
    let allowed = run("publish", report, "--date", "2023-07-18", "--allow-errors")
    #expect(allowed.code == 0)
    #expect(allowed.errors.contains("校对:错误 1"))
    #expect(TestFile.read(report + "/published.txt") == wrong)
  }

  @Test func publishLintsASavedDraftWhateverTheDataHave() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    TestFile.write(
      run("draft", report).output.replacingFirst("三、", with: "四、"), to: report + "/draft.txt")
    let figures = TestFile.read(report + "/data/figures.csv") ?? ""
    let blank = figures.replacingFirst("校外培训.出动,校外培训督查出动人次,86,", with: "校外培训.出动,校外培训督查出动人次,,")
    #expect(blank != figures)
    TestFile.write(blank, to: report + "/data/figures.csv")
    let refused = run("publish", report, "--date", "2023-07-18")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("STR007"))
    #expect(TestFile.bytes(report + "/published.txt") == nil)
  }

  @Test func publishTakesWhatTheFolderAccepts() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    TestFile.write(
      run("draft", report).output.replacingFirst("三、", with: "四、"), to: report + "/draft.txt")
    TestFile.write("忽略:\n- 规则: STR007\n  理由: 第三部分另发\n", to: report + "/.bulletin-lint.yaml")
    #expect(run("status", report).output.contains("校对:错误 0"))
    #expect(run("publish", report, "--date", "2023-07-18").code == 0)
  }

  @Test func statusShowsHowFarThePeriodIs() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", periods: ["2022H1", "2023H1"], into: folder)
    let report = folder.path + "/2023H1"
    #expect(run("status", report).output.contains("正文:还没有存草稿"))
    _ = run("draft", report, "--save")
    #expect(run("status", report).output.contains("正文:草稿已存,没有人改过"))
    TestFile.write("改过。\n", to: report + "/draft.txt")
    #expect(run("status", report).output.contains("正文:草稿已有人改过"))
    _ = run("next", report)
    let next = run("status", folder.path + "/2023H2")
    #expect(next.code == 0)
    #expect(next.output.contains("期间:2023年下半年"))
    #expect(next.output.contains("  安全.会议\n"))
  }
}
