public import BulletinSyntax
public import ReportModel
import SourceText

/// Finds what the figures of a text claim of one another, and judges it by exact arithmetic.
///
/// The figures' parts in a claim are read from the clauses around them. Where those leave the parts
/// open, a claim is at most uncertain, never false: a figure is called wrong only if no reading of
/// its rounding makes it right.
public enum ClaimFinder {
  /// The claims among the figures of a bulletin, in text order.
  ///
  /// `figures` are those of the same text, in text order, as the figure scanner gives them.
  /// Linear in the text's size; it touches only sentences with figures.
  public static func find(in tree: SyntaxTree, figures: [Figure]) -> [Claim] {
    find(in: tree.source.bytes, figures: figures, headings: tree.headings)
  }

  /// As ``find(in:figures:)``, without the claims that show no fault: of those that hold only sums and
  /// parts are given, and of those that cannot be judged only multiples; rules look at these too.
  ///
  /// Most claims of a text hold, and putting them into words costs more than finding them.
  public static func findDoubtful(in tree: SyntaxTree, figures: [Figure]) -> [Claim] {
    find(
      in: tree.source.bytes, figures: figures, headings: tree.headings, leavesOutSound: true)
  }

  /// The claims among the figures of any UTF-8 text.
  static func find(
    in bytes: [UInt8], figures: [Figure], headings: [Heading] = [], leavesOutSound: Bool = false
  ) -> [Claim] {
    guard !figures.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { buffer in
      figures.withUnsafeBufferPointer { figures in
        var scan = ClaimScan(
          TextView(buffer), figures, headings, leavesOutSound: leavesOutSound)
        scan.run()
        return scan.claims
      }
    }
  }
}
