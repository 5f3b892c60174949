import SourceText
import Testing
import YAMLNodes

@Suite struct YAMLReaderLimitTests {
  @Test func reportsAllDuplicatesOfAllLevels() throws {
    let file = SourceFile(name: "a.yaml", text: "甲: 1\n乙: {丙: 1, 丙: 2}\n甲: 3\n甲: 4\n")
    let result = YAMLReader.read(file)
    #expect(
      result.diagnostics.map { shown($0, in: file, .en) } == [
        "2:11 yaml-duplicate-key “丙” is written twice",
        "3:1 yaml-duplicate-key “甲” is written twice",
        "4:1 yaml-duplicate-key “甲” is written twice",
      ])
    #expect(result.diagnostics[1].notes.first?.place == .text(file: "a.yaml", range: 0..<3))
    #expect(shown(try #require(result.root)) == "{甲: 1, 乙: {丙: 1}}")
  }

  @Test func countsFurtherTabs() {
    let file = SourceFile(name: "a.yaml", text: "甲:\n\t乙: 2\n\t丙: 3\n  丁: |\n\t戊\n")
    let notes = YAMLReader.read(file).diagnostics.first?.notes
    #expect(
      notes?.map { $0.message.text(in: .en) } == ["2 more line(s) below are indented by tabs"])
  }

  @Test(arguments: [
    ("标题: {{单位}}总结\n", "含 {{ }} 或 {% %} 的值请加引号"),
    ("单位：甲\n名: 乙\n", "请把全角冒号“：”改为半角“: ”"),
    ("甲: 第一: 第二\n", "如果是正文,请给整个值加引号"),
  ])
  func remediesFitTheCause(text: String, expected: String) {
    let result = YAMLReader.read(SourceFile(name: "a.yaml", text: text))
    #expect(result.root == nil)
    #expect(result.diagnostics.compactMap { $0.remedy?.text(in: .zh) } == [expected])
  }

  @Test func stopsBillionLaughs() {
    var text = "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
    for level in 1...20 {
      let alias = "*a\(level - 1)"
      let members = Array(repeating: alias, count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(members)]\n"
    }
    let result = YAMLReader.read(SourceFile(name: "a.yaml", text: text))
    #expect(result.root == nil)
    #expect(result.diagnostics.map(\.id) == ["yaml-too-large"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func stopsDeepNesting(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let result = YAMLReader.read(SourceFile(name: "a.yaml", text: text))
    #expect(result.root == nil)
    #expect(result.diagnostics.map(\.id) == ["yaml-too-deep"])
  }

  @Test func refusesBytesThatAreNoText() {
    let bytes: [UInt8] = [0x61, 0x3A, 0x20, 0xFF, 0x0A, 0xC3, 0x28, 0x0A]
    let file = SourceFile(name: "a.yaml", raw: bytes, encoding: .utf8)
    #expect(
      YAMLReader.read(file).diagnostics.map { shown($0, in: file, .en) } == [
        "1:4 yaml-undecodable 2 run(s) of bytes from here on are not UTF-8 text; "
          + "the file was not read"
      ])
  }

  @Test func survivesAnyCut() {
    let text =
      "甲: &x {\"乙\": [1, 'a''b', *x]}\n丙: |\n  一\n- 丁: >-\n  二\n...\n---\n!t 戊: \"\\u4e2d\"\n"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let file = SourceFile(name: "a.yaml", raw: Array(bytes[..<end]), encoding: .utf8)
      let result = YAMLReader.read(file)
      #expect(result.root != nil || !result.diagnostics.isEmpty)
      for case .text(_, let range) in result.diagnostics.map(\.place) {
        #expect(range.upperBound <= file.bytes.count, "cut at \(end)")
      }
    }
  }
}
