public import BulletinSyntax
import SourceText

/// How much a rule's findings matter, or that it does not run.
public enum RuleLevel: String, Sendable, CaseIterable {
  /// The rule does not run.
  case off
  /// Worth knowing.
  case info
  /// Likely wrong, or against a norm.
  case warning
  /// Wrong for certain.
  case error
}

/// The width of commas, colons, semicolons and brackets a bureau has settled on.
public enum MarkWidth: String, Sendable {
  /// ，：；（） as the national standard has them.
  case full
  /// ,:;() as on many web sites.
  case half
}

/// What lint is told about a text beside the text itself.
public struct LintConfiguration: Sendable {
  /// Levels by rule id, rule name or group (`PUN`); an id goes before a name, a name before a group.
  public var levels: [String: RuleLevel]
  /// The declared width of marks; nil for a text of which nothing was declared, which is judged by
  /// the national standard.
  public var markWidth: MarkWidth?
  /// The parts the text must have; nil to go by what kind of text it shows itself to be.
  public var requiredParts: [PartRole]?

  /// Whether the lines around the text are declared, as those of a report are; web furniture is not
  /// asked about then.
  public var isFrameDeclared = false
  /// Numbers that rules go by, by id and option: `STR018.length`.
  public var options: [String: Int] = [:]
  /// Short names the text's own organ may go by.
  public var shortNames: [String] = []
  /// The words that rules look for.
  public var lexicon = Lexicon.builtIn

  /// A configuration; by default nothing is declared and every rule has its own level.
  public init(
    levels: [String: RuleLevel] = [:], markWidth: MarkWidth? = nil,
    requiredParts: [PartRole]? = nil
  ) {
    self.levels = levels
    self.markWidth = markWidth
    self.requiredParts = requiredParts
  }

  /// The level of a rule under these settings.
  public func level(of rule: RuleDescription) -> RuleLevel {
    if levels.isEmpty { return rule.level }
    return levels[rule.id] ?? levels[rule.name] ?? levels[rule.group.rawValue] ?? rule.level
  }

  /// The number an option of a rule has under these settings.
  func option(_ rule: RuleDescription, _ name: String) -> Int {
    options["\(rule.id).\(name)"] ?? rule.options.first { $0.name == name }?.value ?? 0
  }

  /// The keys of ``levels`` that name nothing the catalogue knows, sorted.
  public var unknownRules: [String] {
    levels.keys.filter { !RuleCatalogue.knows($0) }.sorted()
  }
}

extension Severity {
  /// The severity of findings of a rule at a level; nil where it does not run.
  init?(_ level: RuleLevel) {
    switch level {
    case .off: return nil
    case .info: self = .info
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
