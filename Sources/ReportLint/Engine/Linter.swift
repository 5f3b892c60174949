public import BulletinSyntax
public import SourceText

/// Runs the rules of the catalogue over texts.
public struct Linter: Sendable {
  /// What is declared and how much each rule matters.
  public let configuration: LintConfiguration
  private let rules: [(rule: any Rule.Type, severity: Severity)]

  /// A linter with the rules that are on under `configuration`.
  public init(configuration: LintConfiguration = LintConfiguration()) {
    self.init(rules: RuleCatalogue.rules, configuration: configuration)
  }

  /// A linter with some rules only.
  init(rules: [any Rule.Type], configuration: LintConfiguration) {
    self.configuration = configuration
    self.rules = rules.compactMap { rule in
      switch configuration.level(of: rule.description) {
      case .off: nil
      case .info: (rule, .info)
      case .warning: (rule, .warning)
      case .error: (rule, .error)
      }
    }
  }

  /// What the rules find in a text, sorted by place; linear in its size.
  ///
  /// - Parameters:
  ///   - tree: The text.
  ///   - evidence: What is known beside it; rules that need more do not run.
  /// - Returns: The findings.
  public func lint(_ tree: SyntaxTree, evidence: ReportEvidence? = nil) -> [Diagnostic] {
    let input = LintInput(
      tree, configuration: configuration, evidence: evidence,
      findsClaims: rules.contains { $0.rule is any ClaimRule.Type })
    var reporter = FindingReporter(file: tree.source.name, limit: tree.source.bytes.count)
    for (rule, severity) in rules {
      let description = rule.description
      if let need = description.need, evidence?.has(need) != true { continue }
      reporter.begin(description, severity: severity)
      rule.check(input, &reporter)
    }
    return reporter.sorted()
  }

  /// The rules that are on and cannot run for want of what they need.
  public func notRun(evidence: ReportEvidence?) -> [RuleDescription] {
    rules.map { $0.rule.description }.filter { rule in
      rule.need.map { evidence?.has($0) != true } ?? false
    }
  }
}
