import TestSupport
import Testing

/// `learn --also`: two periods side by side.
@Suite struct LearnAlongsideTests {
  static let now = """
    甲县乙局2023年上半年工作总结

    一、工作情况

    1.抓投入。全年目标不变。2023年投入140万元,新增学位50个;开工甲校等项目3个。检查两次。

    2.抓队伍。招聘教师20名,培训校长7人。

    二、下一步打算

    1.加快建设。尽快完成甲校二期。
    """

  static let before = """
    甲县乙局2022年上半年工作总结

    一、工作情况

    1.抓投入。全年目标不变。2022年投入120万元,新增学位44个;开工乙校等项目2个。检查三次。

    2.抓队伍。培训校长5人,招聘教师18名。另有6人退休。

    二、下一步打算

    1.稳定队伍。落实待遇。
    """

  @Test func wordingThatStayedAndWhatChangedAreToldApart() {
    let folder = learned(Self.now, beside: Self.before)
    #expect(run("draft", folder.path + "/新").output == Self.now)
    let template = TestFile.read(folder.path + "/新/templates/01-工作情况.txt") ?? ""
    #expect(
      template.hasPrefix(
        "一、工作情况\n\n1.抓投入。全年目标不变。{{年}}年投入{{工作情况部分.投入}},新增学位{{工作情况部分.新增学位}};"
          + "{{叙述.工作情况.抓投入}}检查{{工作情况部分.检查}}。\n\n2.抓队伍。{{叙述.工作情况.抓队伍}}\n"))
    #expect(
      TestFile.read(folder.path + "/新/data/narrative.yaml")?.split(separator: "\n").dropFirst()
        .joined(separator: "\n") == """
          工作情况:
            抓投入: "开工甲校等项目{{工作情况部分.开工甲校等项目}}。"
            抓队伍: "招聘教师{{工作情况部分.招聘教师}},培训校长{{工作情况部分.培训校长}}。"
          下一步打算:
            第1项: "加快建设。尽快完成甲校二期。"
          """)
  }

  @Test func lastValuesStandBesideTheLearntOnes() {
    let folder = learned(Self.now, beside: Self.before)
    let rows = (TestFile.read(folder.path + "/新/data/figures.csv") ?? "").split(separator: "\n")
    #expect(rows.first?.hasSuffix(",上年同期") == true)
    let last = rows.dropFirst().compactMap { $0.split(separator: ",").last }
    #expect(last == ["120万元", "44个", "2个", "三次", "18名", "5人"])
    let comparison = TestFile.read(folder.path + "/新/两期对照.txt") ?? ""
    #expect(comparison.contains("数字:改变 6,不变 0,本篇新有 0,对照另有 1\n"))
    #expect(comparison.contains("没有 ← 6人\n"))
    #expect(comparison.contains("  - 落实待遇。\n"))
  }

  /// The column's name follows the periods; a later period's values are no last ones.
  @Test(arguments: [("2022年下半年", "上期"), ("2022年上半年", "上年同期"), ("2021年度", "上期"), ("", "上期")])
  func theColumnFollowsThePeriod(period: String, column: String) {
    let folder = learned(Self.now, beside: Self.before.replacing("2022年上半年", with: period))
    let figures = TestFile.read(folder.path + "/新/data/figures.csv") ?? ""
    #expect(figures.split(separator: "\n").first?.hasSuffix(",说明," + column) == true)
    #expect(figures.contains(",120万元\n"))
  }

  @Test func aLaterTextGivesNoLastValues() {
    let folder = learned(Self.before, beside: Self.now)
    #expect(!(TestFile.read(folder.path + "/新/data/figures.csv") ?? "").contains("140万元"))
    #expect((TestFile.read(folder.path + "/新/两期对照.txt") ?? "").contains("比本篇晚"))
    #expect(run("draft", folder.path + "/新").output == Self.before)
  }

  @Test func textsWithoutCommonWordingGetNoNarratives() {
    let folder = learned(Self.now, beside: "丙市丁厂简报\n\n产量增加3吨。\n")
    #expect(TestFile.names(in: folder.path + "/新/data") == ["figures.csv"])
    #expect(run("draft", folder.path + "/新").output == Self.now)
  }

  static let pairs = SampleFolder.reports.filter { $0.hasPrefix("demo-education/") }
    .flatMap { one in
      SampleFolder.reports.filter { $0.hasPrefix("demo-education/") && $0 != one }.map { (one, $0) }
    }

  @Test(arguments: pairs) func draftingGivesTheTextAgain(one: String, other: String) {
    let text = run("draft", SampleFolder.path(one)).output
    let folder = learned(text, beside: run("draft", SampleFolder.path(other)).output)
    let draft = run("draft", folder.path + "/新")
    #expect(draft.output == text)
    #expect(draft.errors == "")
  }

  /// Every figure of a half-year that the same half a year before had too is found there.
  @Test func figuresOfTheDemonstrationCountyFindTheirLastValues() {
    let texts = ["2023H1", "2022H1"].map { period in
      run("draft", SampleFolder.path("demo-education/" + period)).output
    }
    let folder = learned(texts[0], beside: texts[1])
    let comparison = TestFile.read(folder.path + "/新/两期对照.txt") ?? ""
    #expect(comparison.contains("句子:相同 30,改写 7,本篇新有 21,对照另有 18\n"))
    #expect(comparison.contains("数字:改变 65,不变 8,本篇新有 10,对照另有 1\n"))
    #expect(comparison.contains("  精准资助学生资金.中职国家助学金.人数 1620人 ← 1550人\n"))
    let awards = TestFile.read(folder.path + "/新/data/促进全面发展奖项_2.csv")
    #expect(awards == "名称,数量(个),数量上年同期\n一等奖,4,3个\n二等奖,9,8个\n三等奖,14,12个\n")
  }

  /// Odd second texts never cost a byte of the first.
  @Test(arguments: LearnCommandTests.texts) func anySecondTextKeepsTheBytes(other: String) {
    for text in [Self.now, LearnCommandTests.own.replacing("\n", with: "\r\n"), other] {
      let folder = learned(text, beside: other)
      #expect(run("draft", folder.path + "/新").output == text)
    }
  }

  private func learned(_ text: String, beside other: String) -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(text, to: "本.txt")
    folder.write(other, to: "上.txt")
    let result = run(
      "learn", folder.path + "/本.txt", folder.path + "/新", "--also", folder.path + "/上.txt")
    #expect(result.code == 0, "\(result.errors)")
    return folder
  }
}
