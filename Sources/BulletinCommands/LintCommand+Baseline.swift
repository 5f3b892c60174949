import ReportLint
import ReportWorkspace
import SourceText

extension LintCommand {
  /// The settings `--config` names, or none; nil after a fault, which is reported.
  func readSettings(in session: inout CommandSession) -> LintSettings? {
    guard let config else { return LintSettings() }
    do throws(FileError) {
      let (settings, source, diagnostics) = try LintSettings.read(config)
      reportSettings(diagnostics, source, in: &session)
      if diagnostics.contains(where: { $0.severity == .error }) {
        session.fail(2)
        return nil
      }
      return settings
    } catch {
      session.report([error.diagnostic], sources: [], code: 2)
      return nil
    }
  }

  /// Reports what is wrong with a file of settings or suppressions.
  func reportSettings(
    _ diagnostics: [Diagnostic], _ source: SourceFile, in session: inout CommandSession
  ) {
    session.report(diagnostics, sources: [source], code: 2)
    if strict, !diagnostics.isEmpty { session.fail(1) }
  }

  /// The baseline `--baseline` names, or an empty one; nil where it cannot be read.
  func readBaseline(in session: inout CommandSession) -> Baseline? {
    guard let baseline else { return Baseline([]) }
    do throws(FileError) {
      return Baseline(try LocalFiles.read(baseline))
    } catch {
      session.report([error.diagnostic], sources: [], code: 2)
      return nil
    }
  }

  /// Writes all findings as a baseline, and says how many.
  func write(
    baseline results: [LintRun.Result], to path: String, in session: inout CommandSession
  ) {
    let keys = results.flatMap(\.keys).filter { !$0.isEmpty }
    do throws(FileError) {
      try LocalFiles.write(Baseline.file(of: keys), to: path)
      session.note(
        Message(zh: "{0} 条已写入 {1}", en: "{0} entries written to {1}", "\(keys.count)", path))
    } catch {
      session.report([error.diagnostic], sources: [], code: 2)
    }
  }

  /// Says how many entries of a baseline were not found any more.
  func reportGone(_ left: Baseline, in session: inout CommandSession) {
    let count = left.remaining.count
    guard count > 0, let baseline else { return }
    session.note(
      Message(
        zh: "基线中有 {0} 条已不再出现,可用 --write-baseline {1} 更新",
        en: "{0} entries of the baseline are gone; --write-baseline {1} renews it", "\(count)",
        baseline))
    if strict { session.fail(1) }
  }
}
