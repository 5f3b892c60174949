public import SourceText

/// Why a report cannot be shown as a workbook, or the workbook cannot be written.
///
/// Carries all that was found, never only the first.
public struct WorkbookError: Error, Sendable {
  /// What was found; at least one is an error.
  public let diagnostics: [Diagnostic]

  /// An error that carries `diagnostics`.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
