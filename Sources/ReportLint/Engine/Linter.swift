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
  public func lint(_ tree: SyntaxTree) -> [Diagnostic] {
    let input = LintInput(
      tree, configuration: configuration,
      findsClaims: rules.contains { $0.rule is any ClaimRule.Type })
    var reporter = FindingReporter(file: tree.source.name, limit: tree.source.bytes.count)
    for (rule, severity) in rules {
      reporter.begin(rule.description, severity: severity)
      rule.check(input, &reporter)
    }
    return reporter.sorted()
  }
}
