import ReportLint
import SourceText
import Synchronization

/// Lists the findings of each text as soon as it and those before it are linted, so that neither texts
/// nor findings are kept.
final class FindingsListing: Sendable {
  private let format: LintCommand.Format
  private let minSeverity: Severity
  private let printer: DiagnosticPrinter
  private let json: FindingsJSON?
  private let write: (@Sendable ([UInt8]) -> Void)?
  private let state = Mutex(State())

  private struct State {
    /// What is listed of texts that come behind one still at work.
    var early: [Int: [UInt8]] = [:]
    var next = 0
    var output: [UInt8] = []
    var isFirst = true
  }

  /// A listing for one command line; nil for a format that takes all findings at once.
  init?(_ format: LintCommand.Format, atLeast minSeverity: Severity, _ session: CommandSession) {
    guard format == .text || format == .line || format == .json else { return nil }
    self.format = format
    self.minSeverity = minSeverity
    printer = DiagnosticPrinter(
      style: format == .text ? .text : .line, language: session.language,
      color: session.environment.usesColor, width: session.environment.width)
    json = format == .json ? FindingsJSON(language: session.language) : nil
    // A bar that is being drawn would stand among the findings.
    write = session.environment.progress == nil ? session.environment.writesOutput : nil
    if let json { state.withLock { $0.output = json.frame(notRun: []).head } }
  }

  /// Lists a text's findings and takes them, and its text, out of the result.
  func list(_ result: inout LintRun.Result, at index: Int) {
    if minSeverity > .info { result.findings.removeAll { $0.severity < minSeverity } }
    let findings = result.findings
    result.counts = SeverityCounts(findings)
    let sources = [result.source] + result.otherSources
    add(json?.members(findings, sources: sources) ?? print(findings, sources), at: index)
    result.findings = []
    result.otherSources = []
    // How the text was come by is told when all are linted.
    var kept = SourceDocument()
    kept.converter = result.source.document?.converter
    result.source = SourceFile(name: result.source.name, utf8: [], document: kept)
  }

  /// Tells that nothing is listed of an input.
  func skip(_ index: Int) { add([], at: index) }

  /// What was not written yet, up to the end of the listing.
  func end(notRun: [RuleDescription]) -> [UInt8] {
    state.withLock { state in
      if let json { state.output += json.frame(notRun: notRun).tail }
      return state.output
    }
  }

  private func print(_ findings: [Diagnostic], _ sources: [SourceFile]) -> [UInt8] {
    findings.isEmpty ? [] : printer.print(findings, sources: sources)
  }

  private func add(_ bytes: [UInt8], at index: Int) {
    state.withLock { state in
      guard index == state.next else {
        state.early[index] = bytes
        return
      }
      append(bytes, to: &state)
      while let bytes = state.early.removeValue(forKey: state.next) { append(bytes, to: &state) }
      if let write, state.output.count >= CommandSession.pieceSize {
        write(state.output)
        state.output.removeAll(keepingCapacity: true)
      }
    }
  }

  private func append(_ bytes: [UInt8], to state: inout State) {
    state.next += 1
    guard !bytes.isEmpty else { return }
    if json != nil, !state.isFirst { state.output.append(UInt8(ascii: ",")) }
    state.isFirst = false
    state.output.append(contentsOf: bytes)
  }
}
