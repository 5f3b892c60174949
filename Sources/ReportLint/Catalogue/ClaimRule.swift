import FigureClaims
import SourceText

/// A rule that looks at what the figures of a text say of one another.
///
/// The claims are found once for all such rules, and only where one of them runs.
protocol ClaimRule: Rule {}

extension FindingReporter {
  /// Reports a claim: both sides, the margin, and what would make it true.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - range: Where it is reported; nil for the place from its first figure to its last.
  ///   - remedy: What to do.
  ///   - notes: Further places and facts.
  ///   - fixes: Changes that would mend it.
  ///   - weight: The most this finding may weigh.
  mutating func report(
    _ claim: Claim, at range: Range<Int>? = nil, remedy: Message, notes: [Diagnostic.Note] = [],
    fixes: [Fix] = [], atMost weight: Severity = .error
  ) {
    report(
      range ?? claim.range, claim.explanation, remedy: remedy, notes: notes, fixes: fixes,
      atMost: weight)
  }
}
