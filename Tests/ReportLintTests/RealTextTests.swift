import BulletinSyntax
import ReportLint
import ReportModel
import SourceText
import TestSupport
import Testing

/// The linter on real published texts, where they lie beside the repository.
@Suite(.enabled(if: RealTexts.isPresent, "needs ../shared/real"))
struct RealTextTests {
  /// A row of the gold: whether a rule must or must not speak at a place.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let kind: String
    let rule: String
    let line: Int
    let column: Int
    let length: Int

    var testDescription: String { "\(kind) \(rule) \(line):\(column)" }
  }

  static let gold: [Expectation] = {
    let text = TestFile.read(RealTexts.shared + "/lint/seed-lint-gold.csv") ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { row in
      let cells = cells(of: row)
      guard cells.count >= 6, let line = Int(cells[3]), let column = Int(cells[4]) else {
        return nil
      }
      return Expectation(
        kind: cells[0], rule: cells[1], line: line, column: column,
        length: cells[5].unicodeScalars.count)
    }
  }()

  static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The findings of a rule that overlap a place of 000.txt.
  static func findings(at place: Expectation) -> [Diagnostic] {
    guard let source = RealTexts.source("000.txt") else { return [] }
    let lines = LineTable(source.bytes)
    return Linter().lint(SyntaxTree.parse(source)).filter { finding in
      guard finding.id == place.rule, case .text(_, let range) = finding.place else { return false }
      let start = lines.position(of: range.lowerBound)
      let end = lines.position(of: range.upperBound)
      return start.line == place.line && start.column < place.column + place.length
        && end.column > place.column
    }
  }

  /// The findings of a rule in 000.txt.
  static func findings(of rule: String) -> [Diagnostic] {
    guard let source = RealTexts.source("000.txt") else { return [] }
    return Linter().lint(SyntaxTree.parse(source)).filter { $0.id == rule }
  }

  @Test(arguments: gold.filter { $0.kind == "must" })
  func findsWhatMustBeFound(_ row: Expectation) {
    #expect(!Self.findings(at: row).isEmpty)
  }

  /// Of what a careful reviewer would also find, two may be missed.
  @Test func findsMostOfWhatShouldBeFound() {
    let rows = Self.gold.filter { row in
      row.kind == "should" && RuleCatalogue.description(of: row.rule) != nil
    }
    let missed = rows.filter { Self.findings(at: $0).isEmpty }
    #expect(missed.count <= 2, "\(missed)")
    #expect(!Self.findings(of: "FIG026").isEmpty)
  }

  /// What arithmetic finds in all of these texts together, read one by one: all are right.
  @Test func findsByArithmeticWhatWasRead() {
    let found = RealTexts.names.flatMap { name -> [String] in
      guard let source = RealTexts.source(name) else { return [] }
      return Linter().lint(SyntaxTree.parse(source))
        .filter { $0.id.hasPrefix("FIG") && $0.severity > .info }.map { "\(name) \($0.id)" }
    }
    #expect(found == ["000.txt FIG001", "000.txt FIG013"])
  }

  /// All that --fix --unsafe does to the real texts leaves their figures as they are, and a second run
  /// finds nothing left to do.
  @Test(arguments: RealTexts.names) func fixesKeepFigures(name: String) throws {
    let source = try #require(RealTexts.source(name))
    let applier = FixApplier(Linter(), includesNeedsReview: true)
    let fixed = applier.apply(to: source).source
    func values(_ source: SourceFile) -> [ExactDecimal?] {
      FigureScanner.figures(in: SyntaxTree.parse(source)).map(\.value)
    }
    #expect(values(fixed) == values(source))
    #expect(applier.apply(to: fixed).editCount == 0)
  }

  @Test(arguments: gold.filter { $0.kind == "must-not" })
  func leavesAloneWhatIsRight(_ row: Expectation) {
    #expect(Self.findings(at: row).isEmpty)
  }
}

/// Where the real texts lie.
enum RealTexts {
  static let shared = TestFile.repository + "/../shared"
  static let names = TestFile.names(in: shared + "/real").filter { $0.hasSuffix(".txt") }
  static var isPresent: Bool { !names.isEmpty }

  static func source(_ name: String) -> SourceFile? {
    TestFile.bytes(shared + "/real/" + name).map { SourceFile(name: name, raw: $0) }
  }
}
