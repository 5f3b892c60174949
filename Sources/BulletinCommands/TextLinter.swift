import BulletinSyntax
import ReportLint
import ReportWorkspace
import SourceText

/// Lints one text after another, with the fixes and suppressions a command line asks for.
struct TextLinter {
  let request: LintRun.Request
  let linter: Linter
  let sidecars: Sidecars

  /// Lints a file, or standard input as `-`.
  func lint(_ path: String) -> LintRun.Outcome {
    do throws(WorkspaceError) {
      let isStandardInput = path == "-"
      var result = lint(
        try TextInputs.source(
          path, name: isStandardInput ? request.standardInputName : nil,
          encoding: request.encoding, changes: request.changes))
      if isStandardInput { result.origin = .standardInput }
      return .result(result)
    } catch {
      return .failure(error.diagnostics)
    }
  }

  /// Lints a text, after its fixes where they are asked for.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - others: What is known of it already.
  ///   - evidence: Gives what is known beside the text, after its fixes.
  /// - Returns: What was found.
  func lint(
    _ source: SourceFile, others: [Diagnostic] = [],
    evidence: ((SourceFile) -> ReportEvidence)? = nil
  ) -> LintRun.Result {
    let suppressions = sidecars.suppressions(for: source.name)
    var result = LintRun.Result(source: source, findings: [])
    if let reach = request.fixes, source.canBeFixed {
      let applier = FixApplier(
        linter, includesNeedsReview: reach == .needsReview,
        except: { finding, tree in
          let context = FindingContext(tree)
          return suppressions.contains { $0.suppression.accepts(finding, in: context) }
        })
      let outcome = applier.apply(to: source)
      result.source = outcome.source
      result.editCount = outcome.editCount
      if outcome.editCount > 0 { result.original = source }
    }
    let tree = SyntaxTree.parse(result.source)
    let context = FindingContext(tree)
    let evidence = evidence?(result.source)
    result.notRun = linter.notRun(evidence: evidence)
    var found = linter.lint(tree, evidence: evidence)
    if !others.isEmpty { found = others + found }
    guard !suppressions.isEmpty else {
      result.findings = found
      if request.needsKeys { result.keys = found.map(context.key) }
      return result
    }
    for finding in found {
      let acceptance = suppressions.first { $0.suppression.accepts(finding, in: context) }
      if let acceptance {
        result.usedSuppressions.insert(acceptance.index)
      } else {
        result.findings.append(finding)
      }
    }
    if request.needsKeys { result.keys = result.findings.map(context.key) }
    return result
  }
}

extension SourceFile {
  /// Whether a text may be written back: what did not decode would become a mark of its loss, and a
  /// document its text alone.
  var canBeFixed: Bool { decodingFaults.isEmpty && document == nil }
}
