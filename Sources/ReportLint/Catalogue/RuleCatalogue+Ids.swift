extension RuleCatalogue {
  /// The last number given in each group; every number up to it is a rule's, whether or not the rule
  /// is built.
  private static let lastNumbers: [RuleGroup: Int] = [
    .structure: 21, .figures: 28, .punctuation: 22, .numbers: 19, .wording: 16, .names: 9,
    .correspondence: 7, .publication: 7, .privacy: 9, .source: 2,
  ]

  /// Whether settings may name a rule or group so: by id, by name, or a group by its letters.
  ///
  /// Ids that are given but not built are known, so that settings written for a later version hold.
  /// An id or a group is told by its letters and number; only a name makes all rules say what they are.
  public static func knows(_ name: String) -> Bool {
    if RuleGroup(rawValue: name) != nil || isId(name) { return true }
    return descriptions.contains { $0.name == name }
  }

  private static func isId(_ name: String) -> Bool {
    let digits = name.utf8.dropFirst(3)
    guard name.utf8.count == 6, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let group = RuleGroup(rawValue: String(name.prefix(3))),
      let number = Int(name.dropFirst(3)), let last = lastNumbers[group]
    else { return false }
    return number >= 1 && number <= last
  }
}
