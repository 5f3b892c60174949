import BulletinSyntax
import SourceText
import Testing
import YAMLNodes

@testable import ReportLint

@Suite struct FindingsSARIFTests {
  /// A SARIF log read back; JSON is YAML too.
  static func log(_ text: String, name: String = "草稿 1.txt") throws -> YAMLNode {
    let source = SourceFile(name: name, text: text)
    let findings = Linter().lint(SyntaxTree.parse(source))
    let bytes = FindingsSARIF(language: .en, version: "1.2.3").write([([source], findings)])
    let read = YAMLReader.read(SourceFile(name: "log", utf8: bytes, encoding: .utf8))
    #expect(read.diagnostics.isEmpty)
    return try #require(read.root)
  }

  @Test func theHeadIsAsTheStandardHasIt() throws {
    let log = try Self.log("安全,稳定。\n")
    #expect(log["version"]?.scalar == "2.1.0")
    let run = try #require(log["runs"]?.elements.first)
    #expect(run["columnKind"]?.scalar == "unicodeCodePoints")
    #expect(run["tool"]?["driver"]?["name"]?.scalar == "bulletin")
    #expect(run["tool"]?["driver"]?["semanticVersion"]?.scalar == "1.2.3")
    let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
    #expect(rules.map { $0["id"]?.scalar } == RuleCatalogue.descriptions.map(\.id))
    for rule in rules {
      for member in ["shortDescription", "fullDescription", "help"] {
        #expect(rule[member]?["text"]?.scalar?.isEmpty == false)
      }
      let level = try #require(rule["defaultConfiguration"]?["level"]?.scalar)
      #expect(["note", "warning", "error"].contains(level))
    }
  }

  @Test func aResultHasItsPlaceAndItsFix() throws {
    let log = try Self.log("一切𠀀安全,稳定。\n")
    let run = try #require(log["runs"]?.elements.first)
    let result = try #require(run["results"]?.elements.first { $0["ruleId"]?.scalar == "PUN001" })
    let index = try #require(result["ruleIndex"]?.scalar.flatMap { Int($0) })
    #expect(RuleCatalogue.descriptions[index].id == "PUN001")
    #expect(result["level"]?.scalar == "warning")
    #expect(result["message"]?["text"]?.scalar?.isEmpty == false)
    let place = try #require(result["locations"]?.elements.first?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"]?.scalar == "%E8%8D%89%E7%A8%BF%201.txt")
    let region = ["startLine", "startColumn", "endLine", "endColumn"]
    #expect(region.map { place["region"]?[$0]?.scalar } == ["1", "6", "1", "7"])
    let change = try #require(result["fixes"]?.elements.first?["artifactChanges"]?.elements.first)
    #expect(change["artifactLocation"]?["uri"]?.scalar == "%E8%8D%89%E7%A8%BF%201.txt")
    let replacement = try #require(change["replacements"]?.elements.first)
    #expect(region.map { replacement["deletedRegion"]?[$0]?.scalar } == ["1", "6", "1", "7"])
    #expect(replacement["insertedContent"]?["text"]?.scalar == "，")
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("/tmp/总 结.txt", "file:///tmp/%E6%80%BB%20%E7%BB%93.txt"), ("-", "-"),
    ("a#b?.txt", "a%23b%3F.txt"),
  ])
  func pathsAreURIs(_ path: String, _ uri: String) {
    #expect(FindingsSARIF.uri(path) == uri)
  }

  @Test func nothingFoundIsAnEmptyList() throws {
    let bytes = FindingsSARIF(language: .zh, version: "1").write([])
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\"results\":[]}]}\n"))
  }
}

extension YAMLNode {
  fileprivate var elements: [YAMLNode] {
    if case .sequence(let elements) = content { elements } else { [] }
  }

  fileprivate var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}
