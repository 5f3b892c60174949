import BulletinSyntax
import SourceText
import TestSupport
import Testing

@testable import FigureClaims

/// The published texts that lie beside a development checkout; absent elsewhere.
enum RealTexts {
  static let shared = TestFile.repository + "/../shared"
  static let names = TestFile.names(in: shared + "/real").filter { $0.hasSuffix(".txt") }
  static var areHere: Bool { !names.isEmpty }
}

@Suite(.enabled(if: RealTexts.areHere))
struct RealTextTests {
  struct Reading {
    let source: SourceFile
    let claims: [Claim]
    let coverage: ClaimCoverage

    init(_ name: String) {
      let path = RealTexts.shared + "/real/" + name
      source = SourceFile(name: name, raw: TestFile.bytes(path) ?? [])
      let tree = SyntaxTree.parse(source)
      let figures = FigureScanner.figures(in: tree)
      claims = ClaimFinder.find(in: tree, figures: figures)
      coverage = ClaimCoverage(figures: figures, claims: claims)
    }
  }

  /// The one false claim of all these texts is the rate of 60 %.
  @Test(arguments: RealTexts.names)
  func failsOnlyWhatIsFalse(_ name: String) {
    let failing = Reading(name).claims.filter { $0.verdict == .fails }
    #expect(failing.map(\.kind) == (name == "000.txt" ? [.share] : []))
  }

  @Test func findsTheFalseRate() throws {
    let reading = Reading("000.txt")
    let claim = try #require(reading.claims.first { $0.verdict == .fails })
    #expect(claim.terms.map(\.role) == [.part, .whole, .rate])
    #expect(claim.sides.computed == "48.9%")
    #expect(claim.sides.remedies.map(\.value) == ["23162", "31468"])
  }

  @Test func accountsForEveryFigure() {
    let coverage = Reading("000.txt").coverage
    #expect(coverage.statuses.count == 61)
    #expect(ClaimCoverage.Status.allCases.map { coverage.count($0) }.reduce(0, +) == 61)
    #expect(coverage.count(.fails) == 3)
    #expect(coverage.count(.holds) == 14)
    #expect(coverage.count(.uncertain) == 4)
  }

  @Test func impliedStandardsAreRound() {
    let heads = Reading("000.txt").claims.filter { $0.kind == .perHead && $0.verdict == .holds }
    #expect(heads.map(\.sides.computed) == ["500元", "800元", "1200元", "1000元"])
  }
}
