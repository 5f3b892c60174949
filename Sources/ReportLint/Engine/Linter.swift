public import BulletinSyntax
public import SourceText

/// Runs the rules of the catalogue over texts.
public struct Linter: Sendable {
  /// What is declared and how much each rule matters.
  public let configuration: LintConfiguration
  private let rules: [ActiveRule]
  /// The rules among them that need something beside the text.
  private let needy: [RuleDescription]
  private let findsClaims: Bool

  /// A rule that is on.
  ///
  /// What is asked of it for each text stands beside it, since its description is large to copy.
  private struct ActiveRule: Sendable {
    let rule: any Rule.Type
    let severity: Severity
    let id: String
    let need: RuleNeed?
  }

  /// A linter with the rules that are on under `configuration`.
  public init(configuration: LintConfiguration = LintConfiguration()) {
    self.init(rules: RuleCatalogue.rules, configuration: configuration)
  }

  /// A linter with some rules only.
  init(rules: [any Rule.Type], configuration: LintConfiguration) {
    self.configuration = configuration
    var active: [ActiveRule] = []
    var needy: [RuleDescription] = []
    active.reserveCapacity(rules.count)
    for rule in rules {
      let description = rule.description
      guard let severity = Severity(configuration.level(of: description)) else { continue }
      let register = description.need?.register
      if let register, !configuration.lexicon.holds(register) {
        needy.append(description)
        continue
      }
      let need = register == nil ? description.need : nil
      active.append(
        ActiveRule(rule: rule, severity: severity, id: description.id, need: need))
      if need != nil { needy.append(description) }
    }
    self.rules = active
    self.needy = needy
    findsClaims = active.contains { $0.rule is any ClaimRule.Type }
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
      findsClaims: findsClaims)
    var reporter = FindingReporter(file: tree.source.name, limit: tree.source.bytes.count)
    // In place: a copy of each would be counted for each text.
    rules.withUnsafeBufferPointer { rules in
      for index in rules.indices {
        if let need = rules[index].need, evidence?.has(need) != true { continue }
        reporter.begin(rules[index].id, severity: rules[index].severity)
        rules[index].rule.check(input, &reporter)
      }
    }
    return reporter.sorted()
  }

  /// The rules that are on and cannot run for want of what they need.
  public func notRun(evidence: ReportEvidence?) -> [RuleDescription] {
    guard let evidence else { return needy }
    return needy.filter { rule in rule.need.map { !evidence.has($0) } ?? false }
  }
}
