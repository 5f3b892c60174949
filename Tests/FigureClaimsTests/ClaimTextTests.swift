import BulletinSyntax
import SourceText
import TestSupport
import Testing

@testable import FigureClaims

/// Explanations, lines and coverage as they are printed.
struct ClaimTextTests {
  static let text = """
    某局上半年工作总结

    一、工作情况

    今年受理来信320件，办结288件，办结率95%。免学费640人补助51.2万元。完成投资3.2亿元，同比增长28%。检查7家。
    """

  static func report(_ language: MessageLanguage, bound: [Range<Int>] = []) -> [String] {
    let source = SourceFile(name: "a.txt", text: text)
    let tree = SyntaxTree.parse(source)
    let figures = FigureScanner.figures(in: tree)
    let claims = ClaimFinder.find(in: tree, figures: figures)
    let coverage = ClaimCoverage(figures: figures, claims: claims, bound: bound)
    return ClaimText.report(claims, coverage: coverage, in: source, language: language)
  }

  @Test func printsInChinese() {
    #expect(
      Self.report(.zh) == [
        "5:7 进度，相符：办结或整改288件，立案或发现320件",
        "5:7 占比，不符：288件÷320件=90%，写的是95%，相差5个百分点；要得95%，部分应为304，或全体应为303",
        "5:29 人均，相符：51.2万元÷640人，合每份800元",
        "5:46 同比，无从核对：“28%”是同别的时期相比，文中没有基数",
        "共8个数字：来自数据0，核对相符2，不符3，存疑0，无从核对2，不涉及1。",
      ])
  }

  @Test func printsInEnglish() {
    let lines = Self.report(.en)
    #expect(
      lines[1]
        == "5:7 share, fails: 288件÷320件 = 90%, but 95% is printed, 5 points apart; 95% would need "
        + "a part of 304 or a whole of 303")
    #expect(
      lines.last
        == "8 figures: 0 from data, 2 checked and right, 3 wrong, 0 uncertain, 2 not assessable, "
        + "1 in no claim.")
  }

  @Test func boundFiguresCountOnce() {
    let bytes = Array(Self.text.utf8)
    let lines = Self.report(.zh, bound: [0..<bytes.count])
    #expect(lines.last == "共8个数字：来自数据5，核对相符0，不符3，存疑0，无从核对0，不涉及0。")
    #expect(Self.report(.zh, bound: [0..<3, 0..<0]).last == Self.report(.zh).last)
  }

  @Test(
    arguments: ClaimFinderTests.shares + ClaimFinderTests.sums + ClaimFinderTests.heads
      + ClaimFinderTests.growths + ClaimFinderTests.comparisons + ClaimFinderTests.rest)
  func everyExplanationIsWhole(_ example: ClaimCase) {
    for claim in claims(in: example.text) {
      for language in MessageLanguage.allCases {
        let words = claim.explanation.text(in: language)
        #expect(!words.isEmpty && !words.contains("{") && !words.contains("()"), "\(words)")
        #expect(!claim.kind.name.text(in: language).isEmpty)
        #expect(!claim.verdict.name.text(in: language).isEmpty)
      }
    }
  }

  @Test func failingClaimsNameBothSides() {
    for example in ClaimFinderTests.shares where example.verdict == .fails {
      for claim in claims(in: example.text) where claim.verdict == .fails {
        #expect(!claim.sides.stated.isEmpty)
        #expect(!claim.explanation.text(in: .zh).isEmpty)
      }
    }
  }
}

struct EmbeddedDataTests {
  @Test func embeddedDataIsFresh() {
    let path = TestFile.repository + "/Sources/FigureClaims/Data/cues.tsv"
    #expect(embeddedData.map(\.path) == ["cues.tsv"])
    #expect(embeddedData.first?.content == TestFile.read(path), "stale: run Scripts/embed")
  }

  @Test func everyRowNamesACue() {
    let text = embeddedData.first?.content ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count > 25)
    for row in rows {
      let cells = row.split(separator: "\t")
      #expect(cells.count == 2)
      #expect(cells.first == "none" || cells.first.flatMap { Cue(name: $0) } != nil, "\(row)")
    }
    for cue in Cue.allCases {
      #expect(rows.contains { $0.hasPrefix("\(cue)\t") }, "\(cue) has no words")
    }
  }
}
