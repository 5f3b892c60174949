import BulletinSyntax
import ReportModel
import SourceText
import TestSupport
import Testing

@testable import ReportLint

/// The laws that hold for every text that is fixed.
@Suite struct FixApplierTests {
  static let texts: [String] =
    RuleExampleTests.cases.filter { $0.example.file == nil }.map { $0.example.unmarked.text } + [
      "第一小学,第二小学,第三小学共12,500人;其中女生6,200人。\n一是,抓好安全,二是,抓好质量。\n",
      "完成了完成了３个项目,投资１２．５亿元,增长.5%。。\n",
    ]

  static func apply(_ text: String, unsafe: Bool = true) -> FixApplier.Outcome {
    FixApplier(Linter(), includesNeedsReview: unsafe)
      .apply(to: SourceFile(name: "a", text: text))
  }

  static func values(_ source: SourceFile) -> [ExactDecimal?] {
    FigureScanner.figures(in: SyntaxTree.parse(source)).map(\.value)
  }

  @Test(arguments: texts)
  func twiceChangesNothing(_ text: String) {
    let once = Self.apply(text)
    let twice = FixApplier(Linter(), includesNeedsReview: true).apply(to: once.source)
    #expect(twice.source.text == once.source.text)
    #expect(twice.editCount == 0)
  }

  @Test(arguments: texts)
  func noFigureChanges(_ text: String) {
    let fixed = Self.apply(text).source
    #expect(Self.values(fixed) == Self.values(SourceFile(name: "a", text: text)))
  }

  @Test(arguments: texts)
  func lineEndsAndByteOrderMarkStay(_ text: String) {
    let withReturns = String(text.unicodeScalars.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    let fixed = Self.apply("\u{FEFF}" + withReturns).source
    #expect(fixed.hasByteOrderMark)
    let bytes = fixed.bytes
    for index in bytes.indices where bytes[index] == 0x0A {
      #expect(index > 0 && bytes[index - 1] == 0x0D)
    }
    func visible(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }
    }
    #expect(visible(fixed.text) == visible(Self.apply(text).source.text))
  }

  @Test func appliesWhatIsSafeOnly() {
    let text = "我们工作工作做得好,很好。"
    #expect(Self.apply(text, unsafe: false).source.text == "我们工作工作做得好，很好。")
    #expect(Self.apply(text, unsafe: true).source.text == "我们工作做得好，很好。")
  }

  @Test func leavesAcceptedFindingsAlone() {
    let applier = FixApplier(Linter(), except: { finding, _ in finding.id == "PUN001" })
    let text = "做得好,很好。"
    #expect(applier.apply(to: SourceFile(name: "a", text: text)).source.text == text)
  }

  @Test func anEditThatWouldChangeAFigureIsDropped() {
    // A rule of the test's own that puts a digit before one figure and a comma before a word.
    enum Meddling: Rule {
      static let description = RuleDescription(
        "SRC999", "meddling", .warning, fix: .safe, summary: Message(zh: "改", en: "x"),
        reason: Message(zh: "改", en: "x"), basis: RuleBasis(.fact, Message(zh: "改", en: "x")),
        exemption: Message(zh: "无", en: "none"), bad: [], good: [])

      static func check(_ input: LintInput, _ report: inout FindingReporter) {
        let all = 0..<input.bytes.count
        if let five = input.find("5人", in: all) {
          report.report(
            five..<five + 1, Message(zh: "改", en: "x"),
            fixes: [Fix(.safe, [.init(five..<five, with: "1")])])
        }
        if let mark = input.find(",", in: all) {
          report.report(
            mark..<mark + 1, Message(zh: "改", en: "x"),
            fixes: [Fix(.safe, [.init(mark..<mark + 1, with: "，")])])
        }
      }
    }
    let linter = Linter(rules: [Meddling.self], configuration: LintConfiguration())
    let source = SourceFile(name: "a", text: "到会5人,其中女职工3人。")
    let outcome = FixApplier(linter).apply(to: source)
    #expect(outcome.source.text == "到会5人，其中女职工3人。")
    #expect(outcome.editCount == 1)
  }

  @Test func ofTwoFixesOfOnePlaceTheFirstWins() {
    let first = FixUnit(edits: [.init(0..<2, with: "a")])
    let second = FixUnit(edits: [.init(1..<3, with: "b"), .init(5..<6, with: "c")])
    let third = FixUnit(edits: [.init(4..<6, with: "d")])
    let left = FixUnit.withoutOverlaps([first, second, third])
    #expect(left.map { $0.edits.map(\.replacement) } == [["a"], ["d"]])
  }

  @Test(.enabled(if: RealTexts.isPresent, "needs ../shared/real"))
  func theWidthFixOfTheRealTextChangesMarksOnly() throws {
    let source = try #require(RealTexts.source("000.txt"))
    var levels: [String: RuleLevel] = [:]
    for group in RuleGroup.allCases { levels[group.rawValue] = .off }
    levels["PUN001"] = .warning
    levels["PUN020"] = .warning
    let linter = Linter(configuration: LintConfiguration(levels: levels))
    let fixed = FixApplier(linter).apply(to: source).source
    let old = Array(source.text.unicodeScalars)
    let new = Array(fixed.text.unicodeScalars)
    #expect(old.count == new.count)
    #expect(zip(old, new).count { $0 != $1 } == 113)
    #expect(old.count { $0 == " " } == new.count { $0 == " " })
    #expect(Self.values(fixed) == Self.values(source))
  }
}
