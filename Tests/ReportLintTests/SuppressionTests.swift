import BulletinSyntax
import SourceText
import Testing

@testable import ReportLint

@Suite struct SuppressionTests {
  static let text = """
    甲县教育局2023年上半年工作总结

    一、工作开展情况
    （一）校园安全。检查学校12所,发现隐患,当场整改。
    二、存在的问题
    资金不足,人手不够。

    """

  /// The findings of a rule in a text, with their context.
  static func findings(_ rule: String, in text: String) -> (FindingContext, [Diagnostic]) {
    let tree = SyntaxTree.parse(SourceFile(name: "a", text: text))
    return (FindingContext(tree), Linter().lint(tree).filter { $0.id == rule })
  }

  @Test func aSectionPathHasTheTitlesAround() throws {
    let (context, findings) = Self.findings("PUN001", in: Self.text)
    let paths = findings.compactMap { finding -> [String]? in
      if case .text(_, let range) = finding.place {
        context.sectionPath(of: range.lowerBound)
      } else {
        nil
      }
    }
    #expect(
      paths == [["工作开展情况", "校园安全"], ["工作开展情况", "校园安全"], ["存在的问题"]])
  }

  @Test(
    arguments: [
      ("PUN001", nil, nil, 3), ("half-width-mark", nil, nil, 3), ("PUN", nil, nil, 3),
      ("PUN002", nil, nil, 0), ("PUN001", "存在的问题", nil, 1), ("PUN001", "校园安全", nil, 2),
      ("PUN001", "工作开展情况/校园安全", nil, 2), ("PUN001", "校园安全/工作开展情况", nil, 0),
      ("PUN001", nil, "发现隐患,当场", 1), ("PUN001", nil, "隐患,", 1), ("PUN001", nil, "当场整改", 0),
      ("PUN001", nil, "没有的字", 0), ("PUN001", "存在的问题", "发现隐患,当场", 0),
    ] as [(String, String?, String?, Int)])
  func acceptsWhatItNames(_ rule: String, _ section: String?, _ words: String?, _ count: Int) {
    let (context, findings) = Self.findings("PUN001", in: Self.text)
    let suppression = Suppression(
      rule: rule, file: nil,
      section: section.map { $0.split(separator: "/").map(String.init) } ?? [],
      words: words, reason: "习惯写法", place: .file("a"))
    #expect(findings.count { suppression.accepts($0, in: context) } == count)
  }

  @Test func aKeyOutlivesChangesElsewhere() {
    let (context, findings) = Self.findings("PUN001", in: Self.text)
    let changed = Self.text.replacing("甲县", with: "某某县").replacing("12", with: "3,450")
      .replacing("一、工作", with: "说明一行。\n\n一、 工作").replacing("\n", with: "\r\n")
      .replacing("不足,", with: "不足 ,")
    let (later, others) = Self.findings("PUN001", in: changed)
    let keys = findings.map(context.key)
    #expect(Set(keys).count == 3)
    #expect(others.count == 3)
    #expect(others.last.map(later.key) == keys.last)
    #expect(keys.allSatisfy { $0.hasPrefix("PUN001\t") && !$0.contains("12") })
  }

  @Test func aBaselineTakesEachEntryOnce() {
    let file = Baseline.file(of: ["PUN001\t乙\t丙", "PUN001\t乙\t丙", "PUN001\t甲\t丁"])
    #expect(
      String(decoding: file, as: UTF8.self) == """
        # bulletin lint baseline: rule, section, words
        PUN001\t乙\t丙
        PUN001\t乙\t丙
        PUN001\t甲\t丁

        """)
    var baseline = Baseline(file)
    func take(_ key: String) -> Bool { baseline.take(key) }
    #expect(take("PUN001\t乙\t丙"))
    #expect(take("PUN001\t乙\t丙"))
    #expect(!take("PUN001\t乙\t丙"))
    #expect(!take("PUN002\t甲\t丁"))
    #expect(baseline.remaining == ["PUN001\t甲\t丁"])
  }

  @Test(arguments: ["STR003", "STR013", "FIG027", "PUN", "half-width-mark"])
  func theCatalogueKnows(_ name: String) {
    #expect(RuleCatalogue.knows(name))
  }

  @Test(arguments: ["STR099", "STR000", "XYZ001", "PUN1", "PUN0001", "pun001", "一二三"])
  func theCatalogueDoesNotKnow(_ name: String) {
    #expect(!RuleCatalogue.knows(name))
  }

  @Test func allRulesOfTheCatalogueAreKnown() {
    #expect(RuleCatalogue.descriptions.allSatisfy { RuleCatalogue.knows($0.id) })
  }
}
