import ReportWorkspace
import SourceText
import TestSupport
import Testing

/// Lint's rules on data and earlier periods, on copies of the demonstration county.
@Suite struct ReportRulesTests {
  /// A copy of the county with one file of 2023H2 changed; an empty text drafts it first.
  struct County: ~Copyable {
    let folder = TemporaryFolder()
    var period: String { folder.path + "/2023H2" }

    init() throws {
      let sample = TestFile.repository + "/Samples/demo-education"
      for part in try ["", "/2022H2", "/2023H1", "/2023H2"].flatMap({ part in
        try Self.files(sample, part)
      }) {
        folder.write(TestFile.bytes(sample + part) ?? [], to: String(part.dropFirst()))
      }
    }

    private static func files(_ sample: String, _ part: String) throws -> [String] {
      if part.isEmpty { return ["/bureau.yaml"] }
      return try LocalFiles.names(in: sample + part + "/data").map { part + "/data/" + $0 }
        + [part + "/report.yaml"]
    }

    /// Changes a file of the period.
    func change(_ file: String, _ old: String, _ new: String) {
      let text = TestFile.read(period + "/" + file) ?? ""
      #expect(text.contains(old))
      folder.write(text.replacing(old, with: new), to: "2023H2/" + file)
    }

    /// Saves the draft with a change made by hand.
    func edit(_ old: String, _ new: String) {
      let text = run("draft", period).output
      #expect(text.contains(old))
      folder.write(text.replacing(old, with: new), to: "2023H2/draft.txt")
    }

    func lint(_ rule: String) -> [String] {
      run("lint", period, "--format", "line").output.split(separator: "\n").map(String.init)
        .filter { $0.contains(" \(rule) ") }
    }
  }

  @Test func aNumberRetypedInTheDraftIsFound() throws {
    let county = try County()
    county.edit("惠及困难幼儿1260人", "惠及困难幼儿1206人")
    let found = county.lint("FIG016")
    #expect(found.count == 1)
    #expect(found.first?.contains("错误 FIG016 正文写的是1206人，按数据应是1260人（data/资助.csv:2:") == true)
  }

  @Test func aNumberTypedIntoTheDraftIsFound() throws {
    let county = try County()
    county.edit("秋季学期资助资金全部发放到人。", "秋季学期资助资金全部发放到人,另走访家庭237户。")
    let found = county.lint("FIG027")
    #expect(found.count == 1)
    #expect(found.first?.contains("警告 FIG027 “237户”在数据文件里没有") == true)
    #expect(county.lint("FIG016") == [])
  }

  @Test func aSlipOfTheUnitIsFound() throws {
    let county = try County()
    county.change("data/资助.csv", ",学生,384,", ",学生,37800,")
    #expect(county.lint("FIG015").first?.contains("错误 FIG015 37800万元，2023年上半年是378万元") == true)
  }

  @Test func anAmountThatItsStandardDoesNotMakeIsFound() throws {
    let county = try County()
    county.change("data/资助.csv", ",困难寄宿生,132,", ",困难寄宿生,123,")
    let found = county.lint("FIG003")
    #expect(found.count == 1)
    #expect(found.first?.contains("警告 FIG003 按标准500元乘2640人应是132万元，写的是123万元") == true)
    county.change("data/资助.csv", ",困难寄宿生,123,", ",困难寄宿生,264,")
    #expect(county.lint("FIG003") == [])
  }

  @Test func aFallenTotalIsFound() throws {
    let county = try County()
    county.change("data/figures.csv", "安全专项检查累计整改问题数,171,", "安全专项检查累计整改问题数,71,")
    #expect(county.lint("FIG017").first?.contains("警告 FIG017 累计数71个比2023年上半年的88个还少") == true)
  }

  @Test func copiedFiguresAreFound() throws {
    let county = try County()
    for name in ["资助", "工程", "奖项", "教师补充", "figures"] {
      let old = TestFile.bytes(county.folder.path + "/2023H1/data/\(name).csv") ?? []
      county.folder.write(old, to: "2023H2/data/\(name).csv")
    }
    #expect(county.lint("FIG017").first?.contains("像是照抄") == true)
  }

  @Test func aPlanWithoutProgressIsFound() throws {
    let county = try County()
    county.change("data/上期打算.csv", ",已完成,", ",,")
    #expect(county.lint("COR003").first?.contains("警告 COR003 2023年上半年打算“") == true)
  }

  @Test func aDeclaredLinkIsExact() throws {
    let county = try County()
    county.change("report.yaml", "打算: 健全设施管护机制", "打算: 健全设施管理办法")
    #expect(
      county.lint("COR001").first?.contains("警告 COR001 report.yaml 的“对应”里写的“健全设施管理办法”，这一部分没有")
        == true)
  }

  @Test func theSampleItselfIsClean() throws {
    let county = try County()
    #expect(run("lint", county.period, "--format", "line").output == "")
  }

  /// What cannot run is said: of a bare text what needs data, of a first period what needs an earlier.
  @Test func rulesThatCannotRunAreNamed() throws {
    let faulty = TestFile.repository + "/Samples/demo-education/faulty-draft.txt"
    let bare = run("lint", faulty, "--exit-zero", language: .en).output
    #expect(bare.contains("not run (they need a report folder's data): COR001 FIG016 FIG027"))
    let first = TestFile.repository + "/Samples/zhijiang-education/2023H1"
    #expect(run("lint", first).output.contains("未运行(要有以前一期的文件夹):COR003 COR004 FIG015"))
    #expect(!run("lint", first).output.contains("FIG016"))
    let county = try County()
    let whole = run("lint", county.period).output
    #expect(!whole.contains("未运行(要有报告") && !whole.contains("未运行(要有以前"))
    let json = run("lint", faulty, "--format", "json", "--exit-zero").output
    #expect(
      json.contains(#"{"rule":"FIG016","name":"text-data-mismatch","needs":"data"}"#))
  }
}
