import BulletinSyntax
import FigureClaims
import ReportModel
import SourceText

/// The claims of a text and how each of its figures stands.
struct ClaimInspection {
  let tree: SyntaxTree
  let figures: [Figure]
  let claims: [Claim]
  let coverage: ClaimCoverage
  /// Whether the text was looked at with the data it was drafted from.
  let hasData: Bool
  private let places: [TextPosition]

  /// Finds the claims; `bound` are the stretches printed from data, nil where no data are known.
  init(_ tree: SyntaxTree, bound: [Range<Int>]? = nil) {
    self.tree = tree
    figures = FigureScanner.figures(in: tree)
    claims = ClaimFinder.find(in: tree, figures: figures)
    coverage = ClaimCoverage(figures: figures, claims: claims, bound: bound ?? [])
    hasData = bound != nil
    var cursor = PositionCursor(tree.bytes)
    places = figures.map { cursor.position(of: $0.range.lowerBound) }
  }

  /// Where a figure's first numeral stands.
  func place(ofFigure index: Int) -> TextPosition { places[index] }

  /// Where a claim's first figure stands.
  func place(of claim: Claim) -> TextPosition {
    claim.terms.map(\.figure).min().map { places[$0] } ?? TextPosition(line: 1, column: 1)
  }

  /// The figures in no claim and not from data.
  var unclaimed: [Int] {
    figures.indices.filter { coverage.statuses[$0] == .unclaimed }
  }

  /// The figures from data that no claim is about.
  var boundOnly: [Int] {
    let claimed = Set(claims.flatMap { $0.terms.map(\.figure) })
    return figures.indices.filter { coverage.statuses[$0] == .bound && !claimed.contains($0) }
  }

  func text(ofFigure index: Int) -> String { figures[index].surface(in: tree.source) }
}
