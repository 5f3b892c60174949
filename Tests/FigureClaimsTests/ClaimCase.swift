import BulletinSyntax
import ReportModel
import SourceText
import Testing

@testable import FigureClaims

/// A text with what must be found in it.
struct ClaimCase: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: ClaimKind
  let verdict: ClaimVerdict
  /// What the computed side must be; nil where that is not looked at.
  let computed: String?

  init(_ text: String, _ kind: ClaimKind, _ verdict: ClaimVerdict, _ computed: String? = nil) {
    self.text = text
    self.kind = kind
    self.verdict = verdict
    self.computed = computed
  }

  var testDescription: String { "\(verdict) \(kind): \(text)" }
}

/// The claims of a text.
func claims(in text: String) -> [Claim] {
  let tree = SyntaxTree.parse(SourceFile(name: "test", text: text))
  return ClaimFinder.find(in: tree, figures: FigureScanner.figures(in: tree))
}
