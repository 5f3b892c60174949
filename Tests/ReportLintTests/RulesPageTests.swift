import SourceText
import TestSupport
import Testing

@testable import ReportLint

/// The page of all rules is what the program prints.
@Suite struct RulesPageTests {
  @Test(arguments: MessageLanguage.allCases)
  func isCurrent(language: MessageLanguage) {
    let name = language == .zh ? "Rules.zh-CN.md" : "Rules.md"
    GoldenFile.expect(
      RulePage.markdown(RuleCatalogue.descriptions, in: language),
      at: TestFile.repository + "/Sources/ReportLint/Documentation.docc/" + name)
  }

  /// Every number that settings may name is a rule, or has its reason for being none.
  @Test func leavesNothingOutInSilence() {
    let reasons = Set(RuleCatalogue.leftOut.map(\.id))
    for id in reasons { #expect(RuleCatalogue.description(of: id) == nil, "\(id) is built") }
    for group in RuleGroup.allCases {
      for number in 1...30 {
        let digits = String(number)
        let id = group.rawValue + String(repeating: "0", count: 3 - digits.count) + digits
        guard RuleCatalogue.knows(id), RuleCatalogue.description(of: id) == nil else { continue }
        #expect(reasons.contains(id), "\(id) is neither built nor left out")
      }
    }
  }
}
