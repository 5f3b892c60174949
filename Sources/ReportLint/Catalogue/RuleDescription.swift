public import SourceText

/// What a rule is about.
public enum RuleGroup: String, Sendable, CaseIterable {
  /// Parts, headings and numbering.
  case structure = "STR"
  /// Figures and what is claimed of them.
  case figures = "FIG"
  /// Punctuation marks and their width.
  case punctuation = "PUN"
  /// How numbers and dates are written.
  case numbers = "NUM"
  /// Words.
  case wording = "WRD"
  /// Names, terms and what was to be put in their places.
  case names = "NAM"
  /// Problems against plans.
  case correspondence = "COR"
  /// What a published text must carry.
  case publication = "PUB"
  /// What a published text must not carry.
  case privacy = "PRV"
  /// The file itself.
  case source = "SRC"
}

/// Where a rule comes from.
public struct RuleBasis: Sendable {
  /// How binding it is.
  public enum Kind: String, Sendable {
    /// A law or a regulation.
    case law
    /// A national standard.
    case standard
    /// Arithmetic, the calendar, grammar: true of itself.
    case fact
    /// How such texts are written.
    case practice
  }

  /// How binding it is.
  public let kind: Kind
  /// What is cited.
  public let citation: Message

  /// A basis from its parts.
  public init(_ kind: Kind, _ citation: Message) {
    self.kind = kind
    self.citation = citation
  }
}

/// A number that a rule goes by and settings may change.
public struct RuleOption: Sendable {
  /// Its name in settings.
  public let name: String
  /// Its value where settings say nothing.
  public let value: Int
  /// What it is, with its unit.
  public let meaning: Message

  /// An option from its parts.
  public init(_ name: String, _ value: Int, _ meaning: Message) {
    self.name = name
    self.value = value
    self.meaning = meaning
  }
}

/// What ships with a rule: its identity, its reasons, and the examples that are also its tests.
public struct RuleDescription: Sendable {
  /// The id in the catalogue, such as `STR003`.
  public let id: String
  /// The fault's name, readable after “allow”.
  public let name: String
  /// The level it has unless settings say otherwise.
  public let level: RuleLevel
  /// How far its fixes may be trusted; nil where it offers none.
  public let fix: Fix.Safety?
  /// What it finds, in a phrase.
  public let summary: Message
  /// Why that is a fault.
  public let reason: Message
  /// Where the rule comes from.
  public let basis: RuleBasis
  /// When it does not apply.
  public let exemption: Message
  /// What it needs beside the text; nil for a rule that reads the text alone.
  public let need: RuleNeed?
  /// Texts with the fault, the places marked.
  public let bad: [RuleExample]
  /// Texts without it.
  public let good: [RuleExample]
  /// The numbers settings may change.
  public let options: [RuleOption]

  /// A description from its parts.
  public init(
    _ id: String, _ name: String, _ level: RuleLevel, fix: Fix.Safety? = nil, summary: Message,
    reason: Message, basis: RuleBasis, exemption: Message, options: [RuleOption] = [],
    need: RuleNeed? = nil, bad: [RuleExample], good: [RuleExample]
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.fix = fix
    self.summary = summary
    self.reason = reason
    self.basis = basis
    self.exemption = exemption
    self.need = need
    self.bad = bad
    self.good = good
    self.options = options
  }

  /// What the rule is about, which its id begins with.
  public var group: RuleGroup {
    RuleGroup(rawValue: String(id.prefix(3))) ?? .source
  }
}
