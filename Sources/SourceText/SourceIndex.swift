/// Sources by name, with their line tables made when first asked for.
package struct SourceIndex {
  private let files: [String: SourceFile]
  private let hasDocuments: Bool
  private var tables: [String: LineTable] = [:]
  /// What was looked up last; most findings of a text are in one file.
  private var last: (name: String, source: SourceFile, lines: LineTable)?

  /// An index of `sources`; of two with one name the first counts.
  package init(_ sources: [SourceFile]) {
    files = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    hasDocuments = sources.contains { $0.document != nil }
  }

  /// The source of that name with its line table; nil for an unknown one.
  package mutating func lookUp(_ name: String) -> (source: SourceFile, lines: LineTable)? {
    if let last, last.name == name { return (last.source, last.lines) }
    guard let source = files[name] else { return nil }
    let lines = tables[name] ?? LineTable(source.bytes)
    tables[name] = lines
    last = (name, source, lines)
    return (source, lines)
  }

  /// Where `range` of the file begins and ends; nil for an unknown file.
  package mutating func positions(
    of range: Range<Int>, in file: String
  ) -> (start: TextPosition, end: TextPosition)? {
    if last?.name != file, lookUp(file) == nil { return nil }
    guard let lines = last?.lines else { return nil }
    return (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
  }

  /// Where a place stands in the document its text was taken from; nil for anything else.
  package mutating func documentPlace(_ place: DiagnosticPlace) -> SourceDocument.Place? {
    guard hasDocuments, case .text(let file, let range) = place,
      let (source, lines) = lookUp(file),
      let document = source.document
    else { return nil }
    return document.place(
      of: lines.position(of: range.lowerBound), at: range.lowerBound)
  }

  /// A place as `file:line:column`, `file:paragraph:character` of a document, `file:Sheet!C4` or `file`, escaped to be shown.
  package mutating func label(_ place: DiagnosticPlace) -> String {
    switch place {
    case .file(let file):
      return VisibleText.escape(file)
    case .cell(let file, let sheet, let reference):
      return VisibleText.escape("\(file):\(sheet)!\(reference)")
    case .text(let file, let range):
      if let place = documentPlace(place) {
        return VisibleText.escape(file) + ":\(place.paragraph):\(place.character)"
      }
      guard let start = lookUp(file)?.lines.position(of: range.lowerBound) else {
        return VisibleText.escape(file)
      }
      return VisibleText.escape(file) + ":\(start.line):\(start.column)"
    }
  }
}
