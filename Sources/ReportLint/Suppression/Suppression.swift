public import SourceText

/// A finding that people have looked at and accept, and why.
public struct Suppression: Sendable, Hashable {
  /// The rule by id or name, or a group of rules such as `PUN`.
  public let rule: String
  /// The file's name; nil for all texts of the folder.
  public let file: String?
  /// The titles of the section, outermost first; a single one may be of any level; empty for the
  /// whole text.
  public let section: [String]
  /// Words at the place; nil for all places.
  public let words: String?
  /// Why it is accepted.
  public let reason: String
  /// Where it is written.
  public let place: DiagnosticPlace

  /// A suppression from its parts.
  public init(
    rule: String, file: String?, section: [String], words: String?, reason: String,
    place: DiagnosticPlace
  ) {
    self.rule = rule
    self.file = file
    self.section = section.map(FindingContext.folded)
    self.words = words
    self.reason = reason
    self.place = place
  }

  /// Whether it is about texts of this file name.
  public func concerns(file name: String) -> Bool {
    file == nil || file == name
  }

  /// Whether it accepts a finding.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - context: The context of the text it was found in.
  /// - Returns: Whether rule, section and words all fit.
  public func accepts(_ finding: Diagnostic, in context: FindingContext) -> Bool {
    guard case .text(_, let range) = finding.place, isRule(of: finding) else { return false }
    if let words, !context.hasWords(words, over: range) { return false }
    guard !section.isEmpty else { return true }
    let path = context.sectionPath(of: range.lowerBound)
    return section.count == 1 ? path.contains(section[0]) : path.starts(with: section)
  }

  private func isRule(of finding: Diagnostic) -> Bool {
    finding.id == rule || finding.id.prefix(3) == rule
      || RuleCatalogue.description(of: rule)?.id == finding.id
  }

  /// That it accepts nothing any more.
  public var unusedFinding: Diagnostic {
    Diagnostic(
      "unused-suppression", .warning, at: place,
      Message(
        zh: "这一条忽略没有对应的问题:{0}", en: "this suppression accepts nothing: {0}",
        VisibleText.escape(rule)),
      remedy: Message(zh: "问题已改好就删去这一条", en: "delete it where the fault is mended"))
  }
}
