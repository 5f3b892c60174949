import BulletinSyntax
import ReportLint
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

/// Lints the texts and report folders of one command line.
struct LintRun {
  /// What was found in one text or report folder.
  struct Result: Sendable {
    /// The text.
    let source: SourceFile
    /// Other texts that findings point into: templates, data files.
    var otherSources: [SourceFile] = []
    let findings: [Diagnostic]
  }

  let encoding: TextEncoding?
  let jobs: Int
  private(set) var results: [Result] = []
  /// Files that could not be read.
  private(set) var failures: [Diagnostic] = []

  init(encoding: TextEncoding?, jobs: Int) {
    self.encoding = encoding
    self.jobs = jobs
  }

  mutating func lint(_ inputs: [TextInput]) {
    let encoding = encoding
    let bare = Linter()
    let outcomes = WorkerPool.map(inputs.count, jobs: jobs) { index -> Outcome in
      switch inputs[index] {
      case .file(let path): Self.lintFile(path, encoding: encoding, with: bare)
      case .report(let folder): Self.lintReport(folder)
      }
    }
    for outcome in outcomes {
      switch outcome {
      case .result(let result): results.append(result)
      case .failure(let diagnostics): failures += diagnostics
      }
    }
  }

  private enum Outcome: Sendable {
    case result(Result)
    case failure([Diagnostic])
  }

  private static func lintFile(
    _ path: String, encoding: TextEncoding?, with linter: Linter
  ) -> Outcome {
    do throws(FileError) {
      let source = try TextInputs.read(path, encoding: encoding)
      return .result(Result(source: source, findings: linter.lint(SyntaxTree.parse(source))))
    } catch {
      return .failure([error.diagnostic])
    }
  }

  /// A report folder's templates and data are judged by being loaded; its text is the saved draft, or
  /// what would be drafted now.
  private static func lintReport(_ folder: String) -> Outcome {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      let text = try report.currentText(draft)
      let linter = linter(for: report)
      let findings = report.warnings + draft.diagnostics + report.unusedWarnings(draft)
      return .result(
        Result(
          source: text, otherSources: report.sources + draft.narrativeSources,
          findings: findings + linter.lint(SyntaxTree.parse(text))))
    } catch {
      if error.exitCode == 2 { return .failure(error.diagnostics) }
      return .result(
        Result(
          source: SourceFile(name: folder, text: ""), otherSources: error.sources,
          findings: error.diagnostics))
    }
  }

  /// The linter under a report's settings.
  static func linter(for report: ReportFolder) -> Linter {
    Linter(configuration: configuration(of: report))
  }

  private static func configuration(of report: ReportFolder) -> LintConfiguration {
    LintConfiguration(
      levels: report.bureau.ruleLevels.compactMapValues { RuleLevel(rawValue: $0) },
      markWidth: report.format.width == .full ? .full : .half)
  }
}
