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
    do throws(FileError) {
      guard path == "-" else {
        return .result(lint(try TextInputs.read(path, encoding: request.encoding)))
      }
      let source = SourceFile(
        name: request.standardInputName, raw: try LocalFiles.readStandardInput(),
        encoding: request.encoding)
      var result = lint(source)
      result.origin = .standardInput
      return .result(result)
    } catch {
      return .failure([error.diagnostic])
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
    // What did not decode would be written back as a mark of its loss.
    if let reach = request.fixes, source.decodingFaults.isEmpty {
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
    for finding in others + linter.lint(tree, evidence: evidence) {
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
