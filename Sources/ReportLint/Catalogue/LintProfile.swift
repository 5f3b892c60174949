/// Where a text is on its way, which decides what matters in it.
public enum LintProfile: String, Sendable, CaseIterable {
  /// A text that is about to be published, or was.
  case published
  /// A text handed in to a superior organ.
  case submission
  /// A draft that stays in the office.
  case `internal`

  /// The levels the profile gives to rules and groups.
  public var levels: [String: RuleLevel] {
    switch self {
    case .published:
      ["PUB005": .warning, "PRV004": .error, "PRV006": .warning, "STR020": .warning]
    case .submission: ["STR020": .warning, "PRV006": .off, "PUB005": .off]
    case .internal: ["PUB": .off, "PRV": .off, "STR020": .off, "NUM015": .off]
    }
  }

  /// The name in Chinese settings.
  public var chineseName: String {
    switch self {
    case .published: "公开"
    case .submission: "上报"
    case .internal: "内部"
    }
  }

  /// The profile of a name, Chinese or English.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == name || $0.chineseName == name })
    else { return nil }
    self = found
  }
}
