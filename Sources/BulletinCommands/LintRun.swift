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
    /// The text, with its fixes where they were asked for.
    var source: SourceFile
    /// Other texts that findings point into: templates, data files.
    var otherSources: [SourceFile] = []
    var findings: [Diagnostic]
    /// The text as it was, where fixes changed it.
    var original: SourceFile?
    /// How many edits were applied.
    var editCount = 0
    /// Whether the text lies in a file of its own.
    var isFile = true
  }

  /// What one command line asks for.
  struct Request: Sendable {
    var encoding: TextEncoding?
    var jobs = 1
    /// Which fixes are applied; nil for none.
    var fixes: FixReach?
  }

  /// Which fixes are applied.
  enum FixReach: Sendable {
    /// Those that cannot change what the text says.
    case safe
    /// Those a person must look at, too.
    case needsReview
  }

  let request: Request
  private(set) var results: [Result] = []
  /// Files that could not be read.
  private(set) var failures: [Diagnostic] = []

  init(_ request: Request) {
    self.request = request
  }

  mutating func lint(_ inputs: [TextInput]) {
    let request = request
    let bare = Linter()
    let outcomes = WorkerPool.map(inputs.count, jobs: request.jobs) { index -> Outcome in
      switch inputs[index] {
      case .file(let path): Self.lintFile(path, request, with: bare)
      case .report(let folder): Self.lintReport(folder, request)
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

  private static func lintFile(_ path: String, _ request: Request, with linter: Linter) -> Outcome {
    do throws(FileError) {
      let source = try TextInputs.read(path, encoding: request.encoding)
      return .result(lint(source, request, with: linter))
    } catch {
      return .failure([error.diagnostic])
    }
  }

  /// Lints a text, after its fixes where they are asked for.
  private static func lint(
    _ source: SourceFile, _ request: Request, with linter: Linter
  ) -> Result {
    // What did not decode would be written back as a mark of its loss.
    guard let reach = request.fixes, source.decodingFaults.isEmpty else {
      return Result(source: source, findings: linter.lint(SyntaxTree.parse(source)))
    }
    let outcome = FixApplier(linter, includesNeedsReview: reach == .needsReview).apply(to: source)
    return Result(
      source: outcome.source, findings: linter.lint(SyntaxTree.parse(outcome.source)),
      original: outcome.editCount > 0 ? source : nil, editCount: outcome.editCount)
  }

  /// A report folder's templates and data are judged by being loaded; its text is the saved draft, or
  /// what would be drafted now.
  private static func lintReport(_ folder: String, _ request: Request) -> Outcome {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      let text = try report.currentText(draft)
      var result = lint(text, request, with: linter(for: report))
      result.isFile = LocalFiles.kind(of: text.name) == .file
      result.otherSources = report.sources + draft.narrativeSources
      result.findings.insert(
        contentsOf: report.warnings + draft.diagnostics + report.unusedWarnings(draft), at: 0)
      return .result(result)
    } catch {
      if error.exitCode == 2 { return .failure(error.diagnostics) }
      return .result(
        Result(
          source: SourceFile(name: folder, text: ""), otherSources: error.sources,
          findings: error.diagnostics, isFile: false))
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
