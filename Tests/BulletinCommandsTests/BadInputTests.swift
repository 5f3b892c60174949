import SourceText
import TestSupport
import Testing

/// A small report folder with one fault put in.
@Suite struct BadInputTests {
  /// A file to put into the folder, the id the fault must be told under, and the place it must name.
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let content: String
    let id: String
    let place: String

    var testDescription: String { "\(id) in \(file)" }

    init(_ file: String, _ content: String, _ id: String, at place: String) {
      self.file = file
      self.content = content
      self.id = id
      self.place = place
    }
  }

  static let report = "期间: 2023年上半年\n"
  static let table = "项目,金额(万元),人数(人)\n幼儿园,78.55,1571\n高中,47.36,592\n"

  static let faults: [Fault] = [
    Fault("2023H1/report.yaml", "期间:\t2023年上半年\n标题:\n\t- 甲\n", "yaml-tab", at: "report.yaml:3:1"),
    Fault(
      "2023H1/report.yaml", "期间: 2023年上半年\n期间: 2022年\n", "yaml-duplicate-key", at: "report.yaml:2:1"
    ),
    Fault("2023H1/report.yaml", "期间: [甲]\n", "yaml-wrong-type", at: "report.yaml:1:5"),
    Fault("2023H1/report.yaml", "期间: 上半年\n", "report-period", at: "report.yaml:1:5"),
    Fault("2023H1/report.yaml", "期问: 2023年\n", "yaml-unknown-key", at: "report.yaml:1:1"),
    Fault(
      "2023H1/report.yaml", report + "数据: [../../秘密.csv]\n", "report-file-outside",
      at: "report.yaml:2:6"),
    Fault("2023H1/report.yaml", report + "数据: [没有.csv]\n", "file-not-found", at: "data/没有.csv"),
    Fault("bureau.yaml", "单位: 甲局\n模板: 没有的包\n", "pack-not-found", at: "bureau.yaml"),
    Fault(
      "templates/pack.yaml", "名称: 包\n部分:\n  - {文件: ../../正文.txt}\n", "pack-missing-section",
      at: "pack.yaml:3:10"),
    Fault("2023H1/data/资助.csv", "项目,人数(人)\n幼儿园,1571\n", "data-missing-column", at: "资助.csv:1"),
    Fault("2023H1/data/资助.csv", table + "中职,1\n", "data-row-too-few-cells", at: "资助.csv:4"),
    Fault("2023H1/data/资助.csv", table + "中职,许多,1\n", "data-not-a-number", at: "资助.csv:4:4"),
    Fault("2023H1/data/资助.csv", table + "高中,1,1\n", "data-duplicate-key", at: "资助.csv:4:1"),
    Fault("2023H1/data/资助.csv", "", "data-empty-file", at: "资助.csv"),
    Fault("templates/正文.txt", "一、甲\n\n{{资助.幼儿园.金额\n", "template-unclosed-slot", at: "正文.txt:3:1"),
    Fault("templates/正文.txt", "{% if 资助 %}一、甲\n", "template-unclosed-block", at: "正文.txt:1:1"),
    Fault("templates/正文.txt", "一、甲\n\n{{资助.幼儿园.金颏}}\n", "template-unknown-name", at: "正文.txt:3:3"),
    Fault("templates/正文.txt", "一、甲\n\n{{资助}}\n", "template-wrong-kind", at: "正文.txt:3:1"),
    Fault("templates/正文.txt", "一、甲\n\n{{资助.中职.金额}}\n", "template-missing-value", at: "正文.txt:3:1"),
  ]

  @Test(arguments: faults, MessageLanguage.allCases)
  func faultsAreToldWithTheirPlace(fault: Fault, language: MessageLanguage) {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    folder.write(fault.content, to: fault.file)
    let result = run("draft", folder.path + "/2023H1", language: language)
    #expect(result.code == 1 || result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(fault.id))
    #expect(result.errors.contains(fault.place))
  }

  @Test func theFolderIsSoundWithoutAFault() {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    let result = run("draft", folder.path + "/2023H1")
    #expect(result.code == 0)
    #expect(result.output == "甲局2023年上半年总结\n\n一、甲\n\n发放78.55万元。\n")
  }

  @Test(arguments: 0..<20) func randomBytesAreToldOnce(seed: Int) {
    var state = UInt64(seed + 1)
    let bytes = (0..<4_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    for file in [
      "2023H1/data/资助.csv", "2023H1/report.yaml", "templates/pack.yaml", "templates/正文.txt",
    ] {
      let folder = TemporaryFolder()
      Self.write(into: folder)
      folder.write(bytes, to: file)
      let result = run("draft", folder.path + "/2023H1")
      #expect(result.code == 1 || result.code == 2)
      #expect(result.errors.split(separator: "\n").count < 60)
    }
  }

  @Test func allFaultsComeInOneRun() {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    folder.write(Self.table + "中职,许多,1\n高中,1,1\n", to: "2023H1/data/资助.csv")
    folder.write("一、甲\n\n{{资助.幼儿园.金额\n", to: "templates/正文.txt")
    let result = run("draft", folder.path + "/2023H1")
    for id in ["data-not-a-number", "data-duplicate-key", "template-unclosed-slot"] {
      #expect(result.errors.contains(id))
    }
  }

  @Test func manyFaultsOfAKindAreCounted() {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    let rows = (0..<1_000).map { "项\($0),许多,1\n" }.joined()
    folder.write(Self.table + rows, to: "2023H1/data/资助.csv")
    let result = run("draft", folder.path + "/2023H1")
    #expect(result.code == 1)
    #expect(result.errors.contains("另有 900 处同样的问题(data-not-a-number)"))
    #expect(result.errors.split(separator: "\n").count < 900)
  }

  @Test func folders() {
    let folder = TemporaryFolder()
    folder.write("甲", to: "文件.txt")
    for (arguments, id, code) in [
      (["draft", folder.path + "/没有"], "file-not-found", 2 as Int32),
      (["draft", folder.path], "report-no-settings", 1),
      (["draft", folder.path + "/文件.txt"], "file-not-folder", 2),
      (["lint", folder.path + "/没有.txt"], "file-not-found", 2),
      (["inspect", folder.path + "/没有.txt"], "file-not-found", 2),
      (["explain", "XYZ999"], "unknown-rule", 2),
    ] {
      let result = run(arguments[0], arguments[1])
      #expect(result.code == code)
      #expect(result.errors.contains(id))
    }
  }

  @Test func misuseEndsWithTwo() {
    #expect(run("draft").code == 2)
    #expect(run("draught").code == 2)
    #expect(run("lint", "--format", "xml", "x.txt").code == 2)
    #expect(run("--lang", "fr", "explain").code == 2)
    #expect(run("--help").code == 0)
    #expect(run("--version").output == "0.1.0\n")
  }

  static func write(into folder: borrowing TemporaryFolder) {
    folder.write("单位: 甲局\n", to: "bureau.yaml")
    folder.write(report, to: "2023H1/report.yaml")
    folder.write(table, to: "2023H1/data/资助.csv")
    folder.write(
      """
      名称: 包
      标题: "{{单位}}{{期间}}总结"
      部分:
        - {文件: 正文.txt}
      表:
        资助:
          主键: 项目
          列:
            项目: {类型: 文本, 必需: true}
            金额: {类型: 数值, 单位: 万元, 必需: true}
            人数: {类型: 整数, 单位: 人}
      """, to: "templates/pack.yaml")
    folder.write("一、甲\n\n发放{{资助.幼儿园.金额}}。\n", to: "templates/正文.txt")
  }
}
