/// One check of the catalogue.
///
/// A rule is a type without values: all it knows is in its ``description``, all it sees in the
/// ``LintInput``, and what it finds goes to the ``FindingReporter``. A rule never fails; what it
/// cannot judge it leaves alone.
public protocol Rule: Sendable {
  /// What the rule is, why, and examples of it.
  static var description: RuleDescription { get }
  /// Reports what the rule finds in a text.
  static func check(_ input: LintInput, _ report: inout FindingReporter)
}
