import BulletinSyntax
import SourceText
import TestSupport
import Testing

@testable import ReportLint

/// The examples of every rule are its tests.
@Suite struct RuleExampleTests {
  /// A rule's example, named for the test's output.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: any Rule.Type
    let example: RuleExample
    let isBad: Bool

    var testDescription: String {
      "\(rule.description.id) \(isBad ? "bad" : "good"): \(VisibleText.escape(example.marked))"
    }
  }

  static let cases: [Case] = RuleCatalogue.rules.flatMap { rule in
    rule.description.bad.map { Case(rule: rule, example: $0, isBad: true) }
      + rule.description.good.map { Case(rule: rule, example: $0, isBad: false) }
  }

  /// What the rule finds in a text.
  static func findings(_ rule: any Rule.Type, _ source: SourceFile, _ example: RuleExample)
    -> [Diagnostic]
  {
    Linter(rules: [rule], configuration: example.configuration)
      .lint(SyntaxTree.parse(source), evidence: example.data?.evidence(for: source))
  }

  static func ranges(_ findings: [Diagnostic]) -> [Range<Int>] {
    findings.compactMap { finding in
      if case .text(_, let range) = finding.place { range } else { nil }
    }
  }

  @Test(arguments: cases.filter { $0.example.file == nil })
  func findsWhatIsMarkedAndNothingElse(_ test: Case) {
    let (text, expected) = test.example.unmarked
    #expect(expected.isEmpty != test.isBad, "bad examples are marked, good ones are not")
    let findings = Self.findings(test.rule, SourceFile(name: "a", text: text), test.example)
    let unique = Array(Set(Self.ranges(findings))).sorted { $0.lowerBound < $1.lowerBound }
    #expect(
      unique.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        == expected.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) })
    #expect(unique == expected)
  }

  @Test(arguments: cases.filter { $0.example.file != nil })
  func judgesFiles(_ test: Case) throws {
    let source = try #require(test.example.file)
    #expect(Self.findings(test.rule, source, test.example).isEmpty != test.isBad)
  }

  @Test(arguments: cases.filter { $0.example.file == nil && $0.isBad })
  func lineEndsMakeNoDifference(_ test: Case) {
    let (text, _) = test.example.unmarked
    let withReturns = String(text.unicodeScalars.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    let marked = "\u{FEFF}" + withReturns
    func places(_ text: String) -> [TextPosition] {
      let source = SourceFile(name: "a", text: text)
      let table = LineTable(source.bytes)
      return Self.ranges(Self.findings(test.rule, source, test.example))
        .map { table.position(of: $0.lowerBound) }
    }
    #expect(places(withReturns) == places(text))
    #expect(places(marked) == places(text))
  }

  @Test(arguments: cases.filter { $0.example.fixed != nil })
  func fixesMendTheFault(_ test: Case) {
    let (text, _) = test.example.unmarked
    let fixed = Self.fixed(text, test)
    #expect(fixed == test.example.fixed)
    #expect(Self.fixed(fixed, test) == fixed, "twice changes nothing")
  }

  /// `text` after all fixes of the rule's findings.
  static func fixed(_ text: String, _ test: Case) -> String {
    let source = SourceFile(name: "a", text: text)
    let findings = Self.findings(test.rule, source, test.example)
    var bytes = source.bytes
    let edits = findings.flatMap { $0.fixes.prefix(1).flatMap(\.edits) }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
