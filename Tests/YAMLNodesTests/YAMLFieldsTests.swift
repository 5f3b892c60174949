import SourceText
import Testing
import YAMLNodes

@Suite struct YAMLFieldsTests {
  private struct Settings: Equatable {
    var name: String?
    var aliases: [String] = []
    var level: Int?
    var isOn: Bool?
    var rules: [String] = []
    var files: [String] = []
  }

  private func decode(_ text: String) throws -> (Settings, [String], [String]) {
    let file = SourceFile(name: "a.yaml", text: text)
    let result = YAMLReader.read(file)
    #expect(result.diagnostics.isEmpty)
    var diagnostics: [Diagnostic] = []
    let root = try #require(result.root)
    let settings = YAMLFields.read(root, in: file.name, into: &diagnostics) { fields in
      var settings = Settings()
      settings.name = fields.text("单位", "name", required: true)
      settings.aliases = fields.texts("简称", "short_names")
      settings.level = fields.integer("层数", "levels")
      settings.isOn = fields.boolean("启用", "enabled")
      settings.rules =
        fields.mapping("校对", "lint") { lint in
          lint.mapping("规则", "rules") { rules in rules.allMembers().map(\.key) } ?? []
        } ?? []
      settings.files = fields.mappings("部分", "parts") { part in
        part.text("文件", "file", required: true) ?? ""
      }
      return settings
    }
    return (
      settings, diagnostics.map { shown($0, in: file) },
      diagnostics.map { $0.remedy?.text(in: .zh) ?? "" }
    )
  }

  @Test(arguments: [
    "单位: 甲\n简称: [乙, 丙]\n层数: 3\n启用: 是\n校对: {规则: {STR020: off}}\n部分:\n- 文件: a.txt\n- {文件: b.txt}\n",
    "name: 甲\nshort_names: [乙, 丙]\nlevels: 3\nenabled: true\nlint:\n  rules:\n    STR020: off\n"
      + "parts: [{file: a.txt}, {file: b.txt}]\n",
  ])
  func readsBothNames(text: String) throws {
    let (settings, diagnostics, _) = try decode(text)
    #expect(diagnostics == [])
    #expect(
      settings
        == Settings(
          name: "甲", aliases: ["乙", "丙"], level: 3, isOn: true, rules: ["STR020"],
          files: ["a.txt", "b.txt"]))
  }

  @Test(arguments: [
    ("", ["1:1 yaml-missing-key 缺少“单位”(英文名 name)"], ["请写上“单位: …”"]),
    ("单位:\n", ["1:1 yaml-missing-key “单位”没有值"], ["请写上“单位: …”"]),
    (
      "单位: 甲\nname: 乙\n", ["2:1 yaml-twin-keys “单位”和“name”是同一项,写了两次"], ["请只留一个"]
    ),
    ("单位: 甲\n简成: 乙\n", ["2:1 yaml-unknown-key 不认得“简成”这一项"], ["是不是“简称”?"]),
    ("单位: 甲\nlevel: 2\n", ["2:1 yaml-unknown-key 不认得“level”这一项"], ["是不是“levels”?"]),
    (
      "单位: 甲\n校对: {完全不同的: 1}\n", ["2:6 yaml-unknown-key “校对”里没有“完全不同的”这一项"], ["可以写的有:规则"]
    ),
    ("单位: [甲]\n", ["1:5 yaml-wrong-type “单位”应是文字,这里是列表"], [""]),
    ("单位: 甲\n层数: 三\n", ["2:5 yaml-wrong-type “层数”应是整数,这里是“三”"], [""]),
    (
      "单位: 甲\n启用: 也许\n", ["2:5 yaml-wrong-type “启用”应是 true 或 false(是、否),这里是“也许”"], [""]
    ),
    (
      "单位: 甲\n校对: 规则:off\n",
      ["2:5 yaml-wrong-type “校对”应是映射(每行一个“名称: 值”),这里是“规则:off”"], ["冒号后面要有空格"]
    ),
    (
      "单位: 甲\n部分: [{文件: a}, 乙]\n",
      ["2:15 yaml-wrong-type “部分[2]”应是映射(每行一个“名称: 值”),这里是“乙”"], [""]
    ),
    (
      "单位: 甲\n部分:\n- {文件: a}\n- {名: 乙}\n",
      [
        "4:3 yaml-missing-key “部分[2]”缺少“文件”(英文名 file)", "4:4 yaml-unknown-key “部分[2]”里没有“名”这一项",
      ], ["请写上“文件: …”", "可以写的有:文件"]
    ),
    ("单位：甲\n", ["1:1 yaml-wrong-type 文件内容应是映射(每行一个“名称: 值”),这里是“单位：甲”"], ["请把全角冒号“：”改为半角“: ”"]),
    (
      "单位: {甲: 1}\n简称: {乙: 2}\n层数: [3]\n",
      [
        "1:5 yaml-wrong-type “单位”应是文字,这里是映射",
        "2:5 yaml-wrong-type “简称”应是列表([甲, 乙],或每行一个“- 甲”),这里是映射",
        "3:5 yaml-wrong-type “层数”应是整数,这里是列表",
      ], ["", "", ""]
    ),
  ])
  func reportsAllFaults(text: String, expected: [String], remedies: [String]) throws {
    let (_, diagnostics, found) = try decode(text)
    #expect(diagnostics == expected)
    #expect(found == remedies)
  }
}
