public import BulletinSyntax
public import SourceText

/// Applies the fixes of a linter's findings to texts.
///
/// Fixes are applied, the text is linted again, and so on until nothing is left to apply; so a second
/// run changes nothing. Nothing outside the edits changes, line ends and a byte order mark included.
/// A fix after which a figure would read as another value, or be no figure any more, is left out.
public struct FixApplier: Sendable {
  /// Finds what is to be fixed.
  public let linter: Linter
  /// Whether fixes a person must look at are applied too.
  public let includesNeedsReview: Bool
  /// Findings that are accepted as they are, and so not fixed.
  private let isAccepted: @Sendable (Diagnostic, SyntaxTree) -> Bool

  /// A text after its fixes.
  public struct Outcome: Sendable {
    /// The text.
    public let source: SourceFile
    /// How many edits were applied.
    public let editCount: Int
  }

  /// An applier of the fixes `linter` offers.
  ///
  /// - Parameters:
  ///   - linter: Finds what is to be fixed.
  ///   - includesNeedsReview: Whether fixes a person must look at are applied too.
  ///   - isAccepted: Tells findings that are to be left as they are.
  public init(
    _ linter: Linter, includesNeedsReview: Bool = false,
    except isAccepted: @escaping @Sendable (Diagnostic, SyntaxTree) -> Bool = { _, _ in false }
  ) {
    self.linter = linter
    self.includesNeedsReview = includesNeedsReview
    self.isAccepted = isAccepted
  }

  /// The text with all fixes applied; each round is linear in its size.
  public func apply(to source: SourceFile) -> Outcome {
    var tree = SyntaxTree.parse(source)
    var count = 0
    // Rules that mend each other's work settle in two or three rounds; the bound is for a pair that
    // never would.
    for _ in 0..<16 {
      let findings = linter.lint(tree).filter { !isAccepted($0, tree) }
      let units = FixUnit.units(of: findings, includesNeedsReview: includesNeedsReview, tree.bytes)
      guard let (next, edits) = apply(units, to: tree) else { break }
      tree = next
      count += edits
    }
    return Outcome(source: tree.source, editCount: count)
  }

  /// The text after the units that agree with each other and with the figures; nil where none is left.
  private func apply(_ units: [FixUnit], to tree: SyntaxTree) -> (SyntaxTree, Int)? {
    var units = FixUnit.withoutOverlaps(units)
    let figures = FigureGuard(tree)
    while !units.isEmpty {
      let batch = EditBatch(units)
      let bytes = batch.apply(to: tree.bytes)
      guard bytes != tree.bytes else { return nil }
      let source = SourceFile(
        name: tree.source.name, utf8: bytes, encoding: tree.source.encoding)
      let next = SyntaxTree.parse(source)
      let wrong = figures.unitsThatChangeFigures(batch, next)
      if wrong.isEmpty { return (next, batch.edits.count) }
      units = units.enumerated().filter { !wrong.contains($0.offset) }.map(\.element)
    }
    return nil
  }
}
