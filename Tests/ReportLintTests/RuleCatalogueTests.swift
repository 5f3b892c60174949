import BulletinSyntax
import SourceText
import TestSupport
import Testing

@testable import ReportLint

@Suite struct RuleCatalogueTests {
  @Test func idsAndNamesAreUnique() {
    let descriptions = RuleCatalogue.descriptions
    #expect(Set(descriptions.map(\.id)).count == descriptions.count)
    #expect(Set(descriptions.map(\.name)).count == descriptions.count)
  }

  @Test(arguments: RuleCatalogue.descriptions.map(\.id))
  func describesItselfWhole(id: String) throws {
    let rule = try #require(RuleCatalogue.description(of: id))
    #expect(RuleGroup(rawValue: String(id.prefix(3))) == rule.group)
    #expect(id.dropFirst(3).count == 3 && id.dropFirst(3).allSatisfy(\.isNumber))
    #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
    #expect(!rule.bad.isEmpty && !rule.good.isEmpty)
    for message in [rule.summary, rule.reason, rule.basis.citation, rule.exemption] {
      #expect(!message.text(in: .zh).isEmpty && !message.text(in: .en).isEmpty)
    }
  }

  /// Whatever is found anywhere carries the id of a rule that is listed.
  @Test func everyFindingIsOfAListedRule() {
    let known = Set(RuleCatalogue.descriptions.map(\.id))
    for test in RuleExampleTests.cases {
      let source = SourceFile(name: "a", text: test.example.unmarked.text)
      for finding in Linter().lint(SyntaxTree.parse(source)) { #expect(known.contains(finding.id)) }
    }
  }

  @Test(arguments: ["STR003", "str003", "missing-part"])
  func isLookedUpByIdAndName(word: String) {
    #expect(RuleCatalogue.description(of: word)?.id == "STR003")
  }

  @Test func settingsSetLevels() {
    let source = SourceFile(name: "a", text: "小记者工作工作经验。。\n")
    func levels(_ levels: [String: RuleLevel]) -> [String] {
      Linter(configuration: LintConfiguration(levels: levels)).lint(SyntaxTree.parse(source))
        .map { "\($0.id) \($0.severity)" }
    }
    #expect(levels([:]) == ["WRD001 error", "PUN008 warning"])
    #expect(levels(["PUN008": .off, "doubled-word": .info]) == ["WRD001 info"])
    #expect(levels(["PUN": .error, "WRD": .off]) == ["PUN008 error"])
    #expect(
      LintConfiguration(levels: ["PUN008": .off, "PUN": .off, "typo": .off, "doubled-word": .off])
        .unknownRules == ["typo"])
  }

  @Test(arguments: MessageLanguage.allCases)
  func pagesAreAsRecorded(language: MessageLanguage) throws {
    let rule = try #require(RuleCatalogue.description(of: "STR008"))
    let other = try #require(RuleCatalogue.description(of: "WRD001"))
    GoldenFile.expect(
      RulePage.text(of: rule, in: language) + "\n" + RulePage.text(of: other, in: language),
      at: GoldenFile.path("rule-pages.\(language).txt"))
  }

  @Test func theListHasALineForEachRule() {
    let list = RulePage.list(RuleCatalogue.descriptions, in: .en)
    #expect(list.split(separator: "\n").count == RuleCatalogue.rules.count)
  }
}
