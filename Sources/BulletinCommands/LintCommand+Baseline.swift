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
      let read = Baseline(try LocalFiles.read(baseline))
      reportBroken(read.brokenLines, of: baseline, in: &session)
      return read
    } catch {
      session.report([error.diagnostic], sources: [], code: 2)
      return nil
    }
  }

  /// Tells lines of a baseline that are no entries.
  private func reportBroken(_ lines: [Int], of path: String, in session: inout CommandSession) {
    guard let first = lines.first else { return }
    session.report(
      [
        Diagnostic(
          "baseline-broken-line", .warning, at: .file(path),
          Message(
            zh: "基线第 {0} 行不是“规则、章节、文字”三列,共 {1} 行如此,没有采用",
            en:
              "line {0} of the baseline is no “rule, section, words”; {1} such lines are left out",
            "\(first)", "\(lines.count)"),
          remedy: Message(
            zh: "用 --write-baseline 重新生成", en: "write it anew with --write-baseline"))
      ], sources: [])
    if strict { session.fail(1) }
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
