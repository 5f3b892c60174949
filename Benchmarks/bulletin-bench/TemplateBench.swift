import SectionTemplates
import SourceText

/// Fills one template with many records.
enum TemplateBench {
  /// Fills `bulletin.j2` of a folder with each line of a file of records.
  ///
  /// Its tags and names are the ones of section templates. Only `{{ x.no }}`, a member's number at
  /// the head of its paragraph, is an ordinal here, because no value may open structure.
  static func run(folder: String, records path: String) -> BenchOutcome {
    guard let bytes = BenchLines.contents(of: folder + "/bulletin.j2") else {
      return .wrong("cannot read \(folder)/bulletin.j2\n")
    }
    let text = String(decoding: bytes, as: UTF8.self).replacing("{{ x.no }}", with: "{{index}}")
    var filler: RecordFiller
    do throws(DiagnosticError) {
      filler = try RecordFiller(SectionTemplate(SourceFile(name: "bulletin.j2", text: text)))
    } catch {
      return .wrong(said(error.diagnostics))
    }
    guard var lines = BenchLines(path) else { return .wrong("cannot read \(path)\n") }
    var output = BenchOutput()
    var fault: String?
    let isRead = lines.forEach { line, bytes in
      let diagnostics = filler.fill(line, of: bytes, named: path, into: &output.bytes)
      if !diagnostics.isEmpty {
        fault = said(diagnostics)
        return false
      }
      return output.flush()
    }
    if let fault { return .wrong(fault) }
    return isRead && output.flush(atEnd: true) ? .done : .wrong("reading or writing failed\n")
  }

  private static func said(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.id): \($0.message.text(in: .en))\n" }.joined()
  }
}
