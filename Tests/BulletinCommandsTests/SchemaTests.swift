import SourceText
import TestSupport
import Testing
import YAMLNodes

@Suite struct SchemaTests {
  static let faulty = TestFile.repository + "/Samples/demo-education/faulty-draft.txt"

  /// JSON as nodes; nil where it is none.
  static func json(_ text: String, _ name: String = "output") -> YAMLNode? {
    let result = YAMLReader.read(SourceFile(name: name, text: text))
    return result.diagnostics.isEmpty ? result.root : nil
  }

  static func schema(_ name: String) -> YAMLNode? {
    let folder = TestFile.repository + "/Sources/BulletinCommands/Schemas"
    return TestFile.read("\(folder)/\(name).schema.json").flatMap { json($0, name) }
  }

  @Test func whatInspectPrintsFitsItsSchema() throws {
    let folder = TemporaryFolder()
    folder.write(InspectCommandTests.text, to: "甲.txt")
    folder.write([0xBC, 0xD7, 0xD2, 0xD2], to: "乙.txt")
    folder.write("", to: "空.txt")
    folder.write("“\\\u{1}\t引文”。第XX次,增长百分之十二点五,下降3个百分点,约3-5人。\n", to: "符号.txt")
    let schema = try #require(Self.schema("inspect"))
    let output = run("inspect", folder.path, Self.faulty, "--format", "json").output
    let lines = output.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines {
      let value = try #require(Self.json(String(line)))
      #expect(SchemaCheck.faults(of: value, against: schema) == [])
    }
  }

  @Test func whatInspectPrintsOfClaimsFitsItsSchema() throws {
    let folder = TemporaryFolder()
    folder.write(InspectClaimsTests.text, to: "甲.txt")
    folder.write("", to: "空.txt")
    let sample = TestFile.repository + "/Samples/demo-education/2023H1"
    let schema = try #require(Self.schema("inspect-claims"))
    let output = run(
      "inspect", folder.path, Self.faulty, sample, "--view", "claims", "--format", "json"
    ).output
    let lines = output.split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      let value = try #require(Self.json(String(line)))
      #expect(SchemaCheck.faults(of: value, against: schema) == [])
    }
  }

  @Test func whatLintPrintsFitsItsSchema() throws {
    let schema = try #require(Self.schema("lint"))
    let folder = TemporaryFolder()
    BadInputTests.write(into: folder)
    folder.write("一、甲\n\n{{资助.幼儿园.金颏}}\n", to: "templates/正文.txt")
    folder.write("一、工作。\n", to: "好.txt")
    for path in [Self.faulty, folder.path + "/2023H1", folder.path + "/好.txt"] {
      let value = try #require(Self.json(run("lint", path, "--format", "json").output))
      #expect(SchemaCheck.faults(of: value, against: schema) == [])
    }
  }

  /// The check itself finds what it is there to find.
  @Test(arguments: [
    ("{}", ["$: required findings"]),
    (#"{"findings":[],"more":1}"#, ["$: more is not in the schema"]),
    (#"{"findings":1}"#, ["$.findings: type"]),
    (#"{"findings":[1]}"#, ["$.findings[0]: type"]),
  ])
  func whatDoesNotFitIsFound(_ text: String, _ faults: [String]) throws {
    let schema = try #require(Self.schema("lint"))
    let value = try #require(Self.json(text))
    #expect(Array(SchemaCheck.faults(of: value, against: schema).prefix(1)) == faults)
  }

  @Test func wrongMembersAreFound() throws {
    let schema = try #require(Self.schema("inspect"))
    let text =
      #"{"title":"","headings":[{"level":0,"number":"","title":"","line":"1","column":1}],"#
      + #""figures":[{"line":1,"column":1,"text":"","value":"1,2","unit":"","qualifier":"","label":""}],"#
      + #""file":"a","encoding":"Big5"}"#
    let value = try #require(Self.json(text))
    #expect(
      SchemaCheck.faults(of: value, against: schema) == [
        "$.headings[0].level: minimum", "$.headings[0].line: type", "$.headings[0].line: minimum",
        "$.figures[0].value: pattern", "$.encoding: enum",
      ])
  }
}
