import SourceText

/// Puts the text of a document together: its paragraphs, then the notes they refer to.
enum DocumentAssembler {
  static func document(
    _ builder: BodyBuilder, notes: [NoteReference.Kind: [String: [TextPiece]]], pageCount: Int?
  ) -> WordDocument {
    var text = TextPiece()
    var details = SourceDocument()
    var paragraph = 0
    func add(_ piece: TextPiece) {
      paragraph += 1
      addLines(of: piece, paragraph, to: &details)
      text.append(piece)
      text.bytes.append(UInt8(ascii: "\n"))
    }
    for piece in builder.pieces { add(piece) }
    for reference in text.notes {
      for piece in notes[reference.kind]?[reference.id] ?? [] { add(piece) }
    }
    var document = WordDocument()
    details.pageStarts = pageStarts(text.pageStarts, pageCount)
    details.traces = text.traces
    document.bytes = text.bytes
    document.details = details
    document.controls = text.controls
    return document
  }

  /// Where pages begin, as far as the file says.
  ///
  /// Word marks every page it saw begin. Without such marks, the pages someone asked for are all
  /// pages only where there are as many as the file says it has.
  private static func pageStarts(_ starts: [PageStart], _ count: Int?) -> [Int] {
    let rendered = starts.filter(\.isRendered).map(\.offset)
    guard rendered.isEmpty else { return rendered }
    return starts.count + 1 == count ? starts.map(\.offset) : []
  }

  /// A paragraph is a line, unless it holds line breaks.
  private static func addLines(
    of piece: TextPiece, _ paragraph: Int, to details: inout SourceDocument
  ) {
    details.lines.append(SourceDocument.Line(paragraph: paragraph))
    var characters = 0
    for byte in piece.bytes {
      if byte & 0xC0 != 0x80 { characters += 1 }
      if byte == UInt8(ascii: "\n") {
        details.lines.append(
          SourceDocument.Line(paragraph: paragraph, charactersBefore: characters))
      }
    }
  }
}
