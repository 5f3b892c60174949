import SourceText

/// How many findings there are of each severity.
struct SeverityCounts: Sendable {
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notices = 0

  init() {}

  /// The counts of some findings.
  init(_ findings: [Diagnostic]) {
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: notices += 1
      }
    }
  }

  /// The counts in words.
  var message: Message {
    Message(
      zh: "校对:错误 {0},警告 {1},提示 {2}", en: "findings: {0} errors, {1} warnings, {2} notices",
      "\(errors)", "\(warnings)", "\(notices)")
  }

  /// Counts further findings.
  mutating func add(_ other: SeverityCounts) {
    errors += other.errors
    warnings += other.warnings
    notices += other.notices
  }

  /// Whether one weighs at least as much as `severity`.
  func reaches(_ severity: Severity) -> Bool {
    switch severity {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .info: errors + warnings + notices > 0
    }
  }
}
