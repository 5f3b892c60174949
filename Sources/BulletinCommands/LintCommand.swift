import ArgumentParser
import BulletinSyntax
import ReportLint
import ReportWorkspace
import SourceText

struct LintCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "lint",
    abstract: "Find what is missing or wrong in texts and report folders. 校对文本或报告文件夹。")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, line, json, sarif, xlsx
  }

  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case info, warning, error, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  enum MinSeverity: String, CaseIterable, ExpressibleByArgument {
    case info, warning, error

    var severity: Severity { Severity(rawValue: rawValue) ?? .info }
  }

  @Argument(
    help: "Text files, folders of them, report folders, or - for standard input. 文本、文件夹或报告文件夹。")
  var paths: [String] = []

  @Flag(help: "Read a text from standard input, as - does. 从标准输入读文本。")
  var stdin = false

  @Option(help: "How findings are printed: text, line, json, sarif or xlsx. 输出格式。")
  var format = Format.text

  @Option(
    name: [.customShort("o"), .long], help: "The workbook that --format xlsx writes. 校对单文件。")
  var output: String?

  @Option(help: "published, submission or internal: what matters in the texts. 公开、上报或内部。")
  var profile: String?

  @Option(help: "The least severity that makes the exit code 1. 何种级别以上算不合格。")
  var failOn = FailOn.warning

  @OptionGroup var reading: ReadingOptions

  @Option(help: "How many texts are read at once; by default one a core. 同时处理的文本数。")
  var jobs: Int?

  @Flag(help: "Apply the fixes that cannot change what a text says. 自动修改。")
  var fix = false

  @Flag(help: "With --fix or --diff, the fixes a person must look at too. 连同须复核的修改。")
  var unsafe = false

  @Flag(help: "Print what --fix would change as a patch, and write nothing. 只显示将作的修改。")
  var diff = false

  @Option(help: "A file of settings that go before the bureau's. 校对设置文件。")
  var config: String?

  @Option(help: "Leave out the findings this file lists. 不再报告此文件中已有的问题。")
  var baseline: String?

  @Option(help: "Write the findings to this file as a baseline. 把现有问题写成基线文件。")
  var writeBaseline: String?

  @Option(help: "The least severity that is reported. 只报告此级别以上的问题。")
  var minSeverity = MinSeverity.info

  @Flag(help: "Fail on notices, unknown rules and baseline entries no longer found. 从严。")
  var strict = false

  @Flag(help: "End with 0 whatever is found. 有问题也以 0 退出。")
  var exitZero = false

  @Option(help: "The name standard input goes by. 标准输入的文件名。")
  var stdinFilename: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if unsafe, !fix, !diff { throw ValidationError("--unsafe needs --fix or --diff") }
    if paths.isEmpty, !stdin {
      throw ValidationError("name a text, a folder, or - for standard input")
    }
    if format == .xlsx, output == nil { throw ValidationError("--format xlsx needs -o FILE") }
    if output != nil, format != .xlsx { throw ValidationError("-o needs --format xlsx") }
    if let profile, LintProfile(name: profile) == nil {
      throw ValidationError(
        "unknown profile \(profile); use published, submission or internal")
    }
    if strict, exitZero { throw ValidationError("--strict and --exit-zero exclude each other") }
  }

  func execute(_ session: inout CommandSession) {
    guard var settings = readSettings(in: &session), var known = readBaseline(in: &session) else {
      return
    }
    settings.profile = profile.flatMap { LintProfile(name: $0) } ?? settings.profile
    let found = TextInputs(stdin && !paths.contains("-") ? paths + ["-"] : paths)
    session.report(found.diagnostics, sources: [], code: 2)
    var run = LintRun(request(settings))
    let listing =
      fix || diff || baseline != nil || writeBaseline != nil
      ? nil : FindingsListing(format, atLeast: minSeverity.severity, session)
    run.lint(found.inputs, progress: session.environment.progress, listing: listing)
    session.report(run.failures, sources: [], code: 2)
    for result in run.results { session.noteConversion(of: result.source) }
    for (source, diagnostics) in run.sidecars.diagnostics {
      reportSettings(diagnostics, source, in: &session)
    }
    if let writeBaseline {
      write(baseline: run.results, to: writeBaseline, in: &session)
      return
    }
    if fix || diff { reportUnfixable(run.results, in: &session) }
    if diff {
      printDifferences(run.results, in: &session)
      return
    }
    if baseline != nil { run.leaveOut(&known) }
    run.leaveOut(below: minSeverity.severity)
    if fix { writeFixes(run.results, in: &session) }
    if let listing, run.isListed {
      session.print(listing.end(notRun: Self.notRun(run.results)))
      if format == .text { summary(run.results, in: &session) }
    } else {
      printFindings(run.results, in: &session)
    }
    reportGone(known, in: &session)
    judge(run.results, in: &session)
  }

  private func judge(_ results: [LintRun.Result], in session: inout CommandSession) {
    guard !exitZero, let limit = strict ? .info : failOn.severity else { return }
    let fails = results.contains { result in
      result.counts.reaches(limit) || result.findings.contains { $0.severity >= limit }
    }
    if fails { session.fail(1) }
  }

  private func request(_ settings: LintSettings) -> LintRun.Request {
    LintRun.Request(
      encoding: reading.textEncoding, changes: reading.documentChanges,
      jobs: jobs ?? WorkerPool.cores,
      fixes: fix || diff ? (unsafe ? .needsReview : .safe) : nil, settings: settings,
      standardInputName: stdinFilename ?? "-", needsKeys: baseline != nil || writeBaseline != nil)
  }

  private func printFindings(_ results: [LintRun.Result], in session: inout CommandSession) {
    let all = results.map { (sources: [$0.source] + $0.otherSources, findings: $0.findings) }
    switch format {
    case .xlsx: writeWorkbook(results, in: &session)
    case .json:
      session.print(
        FindingsJSON(language: session.language).write(all, notRun: Self.notRun(results)))
    case .sarif:
      let writer = FindingsSARIF(language: session.language, version: BulletinProgram.version)
      session.print(writer.write(all))
    case .text, .line:
      let printer = DiagnosticPrinter(
        style: format == .text ? .text : .line, language: session.language,
        color: session.environment.usesColor, width: session.environment.width)
      for result in results where !result.findings.isEmpty {
        let text = printer.print(
          result.findings, sources: [result.source] + result.otherSources)
        // Standard output holds the mended text.
        if fix, result.origin == .standardInput {
          session.printToErrors(text)
        } else {
          session.print(text)
        }
      }
      if fix, results.contains(where: { $0.origin == .standardInput }) { return }
      if format == .text { summary(results, in: &session) }
    }
  }

  private func summary(_ results: [LintRun.Result], in session: inout CommandSession) {
    var counts = SeverityCounts()
    for result in results {
      counts.add(result.counts)
      counts.add(SeverityCounts(result.findings))
    }
    session.print(
      Message(
        zh: "文本 {0} 个:错误 {1},警告 {2},提示 {3}。",
        en: "texts: {0}; errors: {1}; warnings: {2}; notices: {3}", "\(results.count)",
        "\(counts.errors)", "\(counts.warnings)", "\(counts.notices)"))
    reportNotRun(results, in: &session)
  }

  /// Says which rules did not run, and what they would need.
  private func reportNotRun(_ results: [LintRun.Result], in session: inout CommandSession) {
    let rules = Self.notRun(results)
    for need in RuleNeed.allCases {
      let ids = rules.filter { $0.need == need }.map(\.id).joined(separator: " ")
      guard !ids.isEmpty else { continue }
      session.print(Self.notRunLine(need, ids))
    }
  }

  private static func notRunLine(_ need: RuleNeed, _ ids: String) -> Message {
    switch need {
    case .data:
      Message(
        zh: "未运行(要有报告文件夹的数据):{0}", en: "not run (they need a report folder's data): {0}", ids)
    case .lastPeriod:
      Message(
        zh: "未运行(要有以前一期的文件夹):{0}", en: "not run (they need an earlier period's folder): {0}",
        ids)
    case .organs:
      Message(
        zh: "未运行(要有机构名录,词表 organs):{0}",
        en: "not run (it needs a register of organs, words: organs): {0}", ids)
    case .leaders:
      Message(
        zh: "未运行(要有领导名册,词表 leaders):{0}",
        en: "not run (it needs a register of leaders, words: leaders): {0}", ids)
    }
  }

  /// The rules that could not run on some text, by id.
  private static func notRun(_ results: [LintRun.Result]) -> [RuleDescription] {
    var rules: [String: RuleDescription] = [:]
    for result in results {
      for index in result.notRun.indices where rules[result.notRun[index].id] == nil {
        rules[result.notRun[index].id] = result.notRun[index]
      }
    }
    return rules.values.sorted { $0.id < $1.id }
  }
}
