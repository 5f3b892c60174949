import FigureWorkbook
import ReportLint
import SourceText

extension LintCommand {
  /// Writes the findings as a 校对单, and says where.
  func writeWorkbook(_ results: [LintRun.Result], in session: inout CommandSession) {
    guard let output else { return }
    var rows: [ProofSheet.Row] = []
    for result in results where !result.findings.isEmpty {
      let sources = [result.source] + result.otherSources
      var tables: [String: LineTable] = [:]
      for finding in result.findings {
        let source = sources.first { $0.name == finding.place.file }
        if let source, tables[source.name] == nil { tables[source.name] = LineTable(source.bytes) }
        rows.append(row(finding, source, tables[finding.place.file], session.language))
      }
    }
    do throws(WorkbookError) {
      try FigureWorkbook.write(ProofSheet.layout(rows, in: session.language), to: output)
      session.note(
        Message(zh: "{0} 条已写入 {1}", en: "{0} findings written to {1}", "\(rows.count)", output))
    } catch {
      session.report(error.diagnostics, sources: [], code: 2)
    }
  }

  private func row(
    _ finding: Diagnostic, _ source: SourceFile?, _ table: LineTable?, _ language: MessageLanguage
  ) -> ProofSheet.Row {
    var row = ProofSheet.Row(
      file: finding.place.file, position: nil,
      level: finding.severity.name(in: language),
      severity: finding.severity, rule: finding.id, words: "",
      message: finding.message.text(in: language),
      remedy: finding.remedy?.text(in: language) ?? "", fixed: "")
    guard case .text(_, let range) = finding.place, let source, let table else { return row }
    row.position = table.position(of: range.lowerBound)
    row.words = Self.cut(source.text(in: range))
    if let fix = finding.fixes.first {
      row.fixed = Self.cut(Self.fixed(fix, around: range, source))
    }
    return row
  }

  /// The words at a place once a fix is made, as far as its edits reach over them.
  private static func fixed(_ fix: Fix, around range: Range<Int>, _ source: SourceFile) -> String {
    let edits = fix.edits.filter {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty else { return "" }
    var text = ""
    var offset = range.lowerBound
    for edit in edits where edit.range.lowerBound >= offset {
      text += source.text(in: offset..<edit.range.lowerBound) + edit.replacement
      offset = edit.range.upperBound
    }
    return text + source.text(in: offset..<max(offset, range.upperBound))
  }

  /// A cell's words: what is long is cut, what is no text is shown escaped.
  private static func cut(_ text: String) -> String {
    let shown = String(text.unicodeScalars.prefix(200).map(Character.init))
    return VisibleText.escape(text.unicodeScalars.count > 200 ? shown + "…" : shown)
  }
}
