/// Sources by name, with their line tables made when first asked for.
package struct SourceIndex {
  private let sources: [SourceFile]
  /// The places of sources by their names; empty where they are few.
  private let places: [String: Int]
  private let hasDocuments: Bool
  private var tables: [String: LineTable] = [:]
  /// What was looked up last; most findings of a text are in one file.
  private var last: (name: String, source: SourceFile)?
  /// Goes along with places of that file that rise, as those of findings do.
  private var cursor = PositionCursor([])
  /// How long a range may be whose end is counted from its start.
  private static let shortRange = 4096

  /// An index of `sources`; of two with one name the first counts.
  package init(_ sources: [SourceFile]) {
    self.sources = sources
    places =
      sources.count <= 4
      ? [:]
      : Dictionary(
        sources.enumerated().map { ($0.element.name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    hasDocuments = sources.contains { $0.document != nil }
  }

  /// The source of that name with its line table; nil for an unknown one.
  package mutating func lookUp(_ name: String) -> (source: SourceFile, lines: LineTable)? {
    guard let source = source(name) else { return nil }
    return (source, table(of: source))
  }

  private mutating func source(_ name: String) -> SourceFile? {
    if let last, last.name == name { return last.source }
    let place =
      places.isEmpty ? sources.firstIndex { $0.name == name } : places[name]
    guard let place else { return nil }
    let source = sources[place]
    last = (name, source)
    cursor = PositionCursor(source.bytes)
    return source
  }

  private mutating func table(of source: SourceFile) -> LineTable {
    if let table = tables[source.name] { return table }
    let table = LineTable(source.bytes)
    tables[source.name] = table
    return table
  }

  /// Where `range` of the file begins and ends; nil for an unknown file.
  ///
  /// Linear in the text for all ranges that are asked for in rising order and logarithmic for any
  /// other; the line table is made for others only.
  package mutating func positions(
    of range: Range<Int>, in file: String
  ) -> (start: TextPosition, end: TextPosition)? {
    if last?.name != file, source(file) == nil { return nil }
    if cursor.canReach(range.lowerBound), range.count <= Self.shortRange {
      let start = cursor.position(of: range.lowerBound)
      return (start, cursor.position(ahead: range.upperBound))
    }
    guard let source = last?.source else { return nil }
    let lines = table(of: source)
    return (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
  }

  /// The line that a place begins on, without its end.
  ///
  /// Of a very long one it is no more than some thousand bytes around the place. Nil for anything but a
  /// place in a known text.
  package mutating func lineText(of place: DiagnosticPlace) -> String? {
    guard case .text(let file, let range) = place, let source = lookUp(file)?.source else {
      return nil
    }
    let (bytes, reach) = (source.bytes, 2_000)
    let place = min(range.lowerBound, bytes.count)
    var start = place
    while start > 0, place - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
    var end = place
    while end < bytes.count, end - place < reach, bytes[end] != 0x0A { end += 1 }
    if end > place, bytes[end - 1] == 0x0D { end -= 1 }
    // A cut must not fall into a character.
    while start < place, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > place, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
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

  /// A place as `file:line:column`, `file:paragraph:character` of a document, `file!Sheet!C4` or `file`, escaped to be shown.
  package mutating func label(_ place: DiagnosticPlace) -> String {
    switch place {
    case .file(let file):
      return VisibleText.escape(file)
    case .cell(let file, let sheet, let reference):
      return VisibleText.escape("\(file)!\(sheet)!\(reference)")
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
