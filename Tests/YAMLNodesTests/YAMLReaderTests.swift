import SourceText
import Testing
import YAMLNodes

/// A diagnostic as `line:column id message`.
func shown(_ diagnostic: Diagnostic, in file: SourceFile, _ language: MessageLanguage = .zh)
  -> String
{
  guard case .text(_, let range) = diagnostic.place else { return "? \(diagnostic.id)" }
  let position = LineTable(file.bytes).position(of: range.lowerBound)
  return "\(position.line):\(position.column) \(diagnostic.id) "
    + diagnostic.message.text(in: language)
}

/// A node in one line, as flow YAML with every scalar in its style's mark.
func shown(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let text, .plain): text
  case .scalar(let text, .quoted): "'\(text)'"
  case .scalar(let text, .block): "|\(text)|"
  case .sequence(let members): "[" + members.map(shown).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct YAMLReaderTests {
  @Test(arguments: [
    ("", "{}"), ("\u{FEFF}", "{}"), ("# 只有说明\n", "{}"), ("---\n", "{}"), ("~", "{}"),
    ("单位: 示范县教育局\n简称: [县局, '教育局']\n", "{单位: 示范县教育局, 简称: [县局, '教育局']}"),
    ("\u{FEFF}甲: 1\r\n乙:\r\n  - 2\r\n  - \"3\"\r\n", "{甲: 1, 乙: [2, '3']}"),
    ("文: |\n  一\n  二\n", "{文: |一\n二\n|}"),
    ("{\"a\":1,\t\"b\":[true,null,\"\\u4e2d\\/\"]}", "{a: 1, b: [true, null, '中/']}"),
    ("甲: &x {乙: 1}\n丙: *x\n丁: [*x, *x]\n", "{甲: {乙: 1}, 丙: {乙: 1}, 丁: [{乙: 1}, {乙: 1}]}"),
    ("甲: !!str 12\n", "{甲: '12'}"), ("空:\n", "{空: }"), ("'': 空名\n", "{: 空名}"),
  ])
  func readsValues(text: String, expected: String) throws {
    let result = YAMLReader.read(SourceFile(name: "a.yaml", text: text))
    #expect(result.diagnostics.isEmpty)
    #expect(shown(try #require(result.root)) == expected)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
  func placesAreExact(mark: String, end: String) throws {
    let lines = ["单位: 示范县", "校对:", "  规则: {\"甲\": 'off'}", "  名: 🙂 乙", "列:", "- 一", "- 二", ""]
    let file = SourceFile(name: "a.yaml", text: mark + lines.joined(separator: end))
    let root = try #require(YAMLReader.read(file).root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map { file.text(in: $0.keyRange) } == ["单位", "校对", "列"])
    #expect(file.text(in: entries[0].value.range) == "示范县")
    let rules = try #require(root["校对"]?["规则"])
    #expect(file.text(in: rules.range) == "{\"甲\": 'off'}")
    #expect(file.text(in: try #require(rules["甲"]).range) == "'off'")
    #expect(file.text(in: try #require(root["校对"]?["名"]).range) == "🙂 乙")
    #expect(file.text(in: try #require(root["列"]).range) == "- 一\(end)- 二")
    let inner = try #require(rules["甲"])
    #expect(file.text(in: inner.textStart..<inner.textStart + 3) == "off")
  }

  @Test(arguments: [
    ("甲: 1\n\t乙: 2\n", "2:1 yaml-tab 用制表符(Tab)缩进;YAML 只许用空格"),
    ("甲:\n\t乙: 2\n\t丙: 3\n", "2:1 yaml-tab 用制表符(Tab)缩进;YAML 只许用空格"),
    ("甲:\n  乙: 1\n \t丙: 2\n", "3:2 yaml-tab 用制表符(Tab)缩进;YAML 只许用空格"),
    ("甲: \"没有完\n乙: 1\n", "1:4 yaml-syntax 这里开始的引号没有结束"),
    ("甲: [1, 2\n乙: 3\n", "1:4 yaml-syntax “[”没有用“]”结束,或缺逗号"),
    ("甲: {乙: 1\n", "1:4 yaml-syntax “{”没有用“}”结束,或缺逗号"),
    ("甲: 一: 二\n", "1:5 yaml-syntax 这里不能再有“: ”:一行里有两个冒号,或缩进不齐"),
    ("甲: 1\n乙丙\n丁: 2\n", "2:1 yaml-syntax 名称后面缺“: ”"),
    ("甲: 1\n 乙: 2\n", "2:3 yaml-syntax 这里不能再有“: ”:一行里有两个冒号,或缩进不齐"),
    ("甲: 'a' 乙\n", "1:8 yaml-syntax 这一行与上面的内容接不上:缩进不齐,或引号、括号后面有多余的字"),
    ("甲: @乙\n", "1:4 yaml-syntax 值不能以这个字符开头"),
    ("甲: \"\\q\"\n", "1:5 yaml-syntax 双引号里的“\\”后面不是认得的写法"),
    ("甲: 1\u{1}\n", "1:5 yaml-syntax 有不可见的控制字符 U+0001"),
    ("甲: 1\n---\n乙: 2\n", "2:1 yaml-several-documents 文件里有不止一份内容:“---”之后又开始了一份"),
    ("[甲]: 1\n", "1:1 yaml-key-not-text 冒号左边应是一个名称,这里是列表或映射"),
    ("标题: {{单位}}\n", "1:6 yaml-key-not-text 冒号左边应是一个名称,这里是列表或映射"),
    ("甲: *乙\n", "1:4 yaml-syntax “*”或“&”开头的是别名,只能用字母和数字"),
    ("甲: *b\n", "1:4 yaml-undefined-alias “*b”指向的“&b”在此之前没有定义"),
    ("甲: &b [*b]\n", "1:8 yaml-undefined-alias “*b”指向的“&b”在此之前没有定义"),
    ("甲: !x 1\n", "1:4 yaml-tag 不支持类型标记“!x”"),
    ("\u{FEFF}甲: 1\r\n乙: 2\r\n甲: 3\r\n", "3:1 yaml-duplicate-key “甲”写了两次"),
  ])
  func reportsFaultsWithTheirPlaces(text: String, expected: String) {
    let file = SourceFile(name: "a.yaml", text: text)
    let diagnostics = YAMLReader.read(file).diagnostics
    #expect(diagnostics.map { shown($0, in: file) } == [expected])
    #expect(diagnostics.allSatisfy { $0.remedy != nil })
  }
}
