import BulletinSyntax
import ReportLint
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText
import WordDocuments

/// Lints the texts and report folders of one command line.
struct LintRun {
  /// What was found in one text or report folder.
  struct Result: Sendable {
    /// The text, with its fixes where they were asked for.
    var source: SourceFile
    /// Other texts that findings point into: templates, data files.
    var otherSources: [SourceFile] = []
    var findings: [Diagnostic]
    /// How many findings were listed already and are not in ``findings`` any more.
    var counts = SeverityCounts()
    /// The text as it was, where fixes changed it.
    var original: SourceFile?
    /// How many edits were applied.
    var editCount = 0
    /// Where the text comes from.
    var origin = Origin.file
    /// The suppressions of the text's folder that accepted a finding.
    var usedSuppressions: Set<Int> = []
    /// The rules that could not run for want of data or an earlier period.
    var notRun: [RuleDescription] = []
    /// What a baseline knows the findings by, one each; empty where no baseline is asked for.
    var keys: [String] = []
  }

  /// Where a text comes from.
  enum Origin: Sendable {
    /// A file of its own.
    case file
    /// Standard input.
    case standardInput
    /// A draft that is not saved, or no text at all.
    case none
  }

  /// What one command line asks for.
  struct Request: Sendable {
    var encoding: TextEncoding?
    var changes = WordDocument.Changes.accepted
    var jobs = 1
    /// Which fixes are applied; nil for none.
    var fixes: FixReach?
    /// Settings that go before those of bureaus.
    var settings = LintSettings()
    /// The name standard input goes by.
    var standardInputName = "-"
    /// Whether a baseline is read or written.
    var needsKeys = false
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
  /// The suppression files of the texts' folders.
  private(set) var sidecars = Sidecars()

  /// Whether the findings went to the listing.
  private(set) var isListed = false

  init(_ request: Request) {
    self.request = request
  }

  /// Lints all inputs.
  ///
  /// - Parameters:
  ///   - inputs: The texts and report folders.
  ///   - progress: Draws how far it has come.
  ///   - listing: Takes the findings of each text at once, unless suppressions of a folder are to be
  ///     judged when all its texts are linted.
  mutating func lint(
    _ inputs: [TextInput], progress: CommandProgress? = nil, listing: FindingsListing? = nil
  ) {
    let request = request
    failures += sidecars.read(inputs, standardInputName: request.standardInputName)
    let sidecars = sidecars
    let bare = Self.linter(request.settings)
    isListed = listing != nil && sidecars.isEmpty
    let listing = isListed ? listing : nil
    let counter = progress.map { ProgressCounter(of: inputs.count, $0) }
    let outcomes = WorkerPool.map(inputs.count, jobs: request.jobs) { index -> Outcome in
      defer { counter?.advance() }
      let outcome =
        switch inputs[index] {
        case .file(let path):
          TextLinter(
            request: request, linter: Self.linter(bare, request.settings, for: path),
            sidecars: sidecars
          ).lint(path)
        case .report(let folder): Self.lintReport(folder, request, sidecars)
        }
      guard let listing else { return outcome }
      guard case .result(var result) = outcome else {
        listing.skip(index)
        return outcome
      }
      listing.list(&result, at: index)
      return .result(result)
    }
    for outcome in outcomes {
      switch outcome {
      case .result(let result): results.append(result)
      case .failure(let diagnostics): failures += diagnostics
      }
    }
    sidecars.addUnused(to: &results, needsKeys: request.needsKeys)
  }

  /// What came of one input.
  enum Outcome: Sendable {
    case result(Result)
    case failure([Diagnostic])
  }

  /// Leaves out the findings a baseline knows, and takes them out of it.
  mutating func leaveOut(_ baseline: inout Baseline) {
    for index in results.indices {
      let known = results[index].keys.map { baseline.take($0) }
      results[index].findings = zip(results[index].findings, known)
        .filter { !$0.1 }.map(\.0)
    }
  }

  /// Leaves out findings of less weight than `severity`.
  mutating func leaveOut(below severity: Severity) {
    for index in results.indices { results[index].findings.removeAll { $0.severity < severity } }
  }

  /// A report folder's templates and data are judged by being loaded; its text is the saved draft, or
  /// what would be drafted now.
  private static func lintReport(
    _ folder: String, _ request: Request, _ sidecars: Sidecars
  ) -> Outcome {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      let others = report.findings(of: draft) + report.unusedWarnings(draft)
      return .result(try lint(report, draft: draft, others: others, request, sidecars))
    } catch {
      if error.exitCode == 2 { return .failure(error.diagnostics) }
      return .result(
        Result(
          source: SourceFile(name: folder, text: ""), otherSources: error.sources,
          findings: error.diagnostics, origin: .none))
    }
  }

  /// Lints the text of a report that is loaded, against its data and earlier periods.
  private static func lint(
    _ report: ReportFolder, draft: Draft, others: [Diagnostic], _ request: Request,
    _ sidecars: Sidecars
  ) throws(WorkspaceError) -> Result {
    let text = try report.currentText(draft)
    var result = TextLinter(
      request: request, linter: linter(for: report, settings: request.settings),
      sidecars: sidecars
    ).lint(text, others: others) { report.evidence(for: $0, draft: draft) }
    result.origin = LocalFiles.kind(of: text.name) == .file ? .file : .none
    result.otherSources = report.sources + draft.narrativeSources
    return result
  }

  /// What lint finds in the text of a report that is loaded, what its folder accepts left out.
  ///
  /// - Throws: An error where the saved draft cannot be read.
  static func findings(
    in report: ReportFolder, draft: Draft
  ) throws(WorkspaceError) -> Result {
    var sidecars = Sidecars()
    let unreadable = sidecars.read([.report(report.path)], standardInputName: "-")
    guard unreadable.isEmpty else { throw WorkspaceError(unreadable) }
    return try lint(report, draft: draft, others: [], Request(), sidecars)
  }

  /// The linter under a report's settings, those of a command line over them.
  static func linter(for report: ReportFolder, settings: LintSettings = LintSettings()) -> Linter {
    var configuration = LintConfiguration(markWidth: report.format.width == .full ? .full : .half)
    configuration.isFrameDeclared = true
    configuration.shortNames = report.bureau.shortNames
    report.bureau.lint.overridden(by: settings).settings(for: report.path)
      .apply(to: &configuration)
    return Linter(configuration: configuration)
  }

  /// The linter of texts that belong to no report.
  private static func linter(_ settings: LintSettings) -> Linter {
    var configuration = LintConfiguration()
    settings.apply(to: &configuration)
    return Linter(configuration: configuration)
  }

  /// The linter of one file: the usual one, or another where the settings say something of the file.
  private static func linter(
    _ usual: Linter, _ settings: LintSettings, for path: String
  ) -> Linter {
    guard !settings.overrides.isEmpty else { return usual }
    let own = settings.settings(for: path)
    return own == settings ? usual : linter(own)
  }
}
