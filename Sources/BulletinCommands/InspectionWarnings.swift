import BulletinSyntax
import SourceText

/// What `inspect` says on standard error of a text's broken structure.
///
/// Showing a broken text is no failure, so that all of it are warnings.
enum InspectionWarnings {
  /// A binary file would fill the screen; its first faults tell enough.
  private static let limit = 20

  /// The warnings of one text, in text order; a note tells of those left out.
  static func of(_ outline: DocumentOutline) -> [Diagnostic] {
    let found = SyntaxDiagnostics.diagnostics(of: outline, limit: limit)
    var shown = found.prefix(limit).map(warning)
    let broken = SyntaxDiagnostics.countOfBrokenPlaces(in: outline)
    let left = found.count - shown.count + max(0, broken - limit)
    if left > 0, let last = shown.popLast() {
      let note = Diagnostic.Note(
        Message(zh: "此后还有 {0} 处未列出", en: "{0} more follow", "\(left)"))
      shown.append(changed(last, notes: last.notes + [note]))
    }
    return shown
  }

  private static func warning(_ diagnostic: Diagnostic) -> Diagnostic {
    var notes = diagnostic.notes
    if diagnostic.id == "syntax-mojibake", let edit = diagnostic.fixes.first?.edits.first {
      notes.append(
        Diagnostic.Note(
          Message(
            zh: "还原后的开头:“{0}”;全文可用 --view source --repair 得到",
            en: "put right it begins “{0}”; --view source --repair gives the whole text",
            beginning(of: edit.replacement))))
    }
    return changed(diagnostic, notes: notes)
  }

  private static func changed(
    _ diagnostic: Diagnostic, notes: [Diagnostic.Note]
  ) -> Diagnostic {
    Diagnostic(
      diagnostic.id, diagnostic.severity == .error ? .warning : diagnostic.severity,
      at: diagnostic.place, diagnostic.message, remedy: diagnostic.remedy, notes: notes)
  }

  /// The first line that says something, cut to a few characters.
  private static func beginning(of text: String) -> String {
    let line = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\u{FEFF}" }.first
    guard let line else { return "" }
    return String(String.UnicodeScalarView(line.prefix(24))) + (line.count > 24 ? "…" : "")
  }
}
