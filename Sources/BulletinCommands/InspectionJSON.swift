import BulletinSyntax
import ReportModel
import SourceText

/// The JSON that `inspect` prints: one object a text, on one line.
///
/// `{"title", "headings": [{"level", "number", "title", "line", "column"}], "figures": [{"line",
/// "column", "text", "value", "unit", "qualifier", "label"}], "file", "encoding", "confidence"}`. Lines
/// and columns count from 1, columns in Unicode scalars; `value` is a decimal string as printed, without
/// grouping and without the unit's multiplier; `confidence` is how surely the encoding was recognised.
enum InspectionJSON {
  /// Prints the object of one text, piece by piece; linear in its size.
  static func print(_ outline: DocumentOutline, to session: inout CommandSession) {
    let pieces = InspectedPieces(outline.source)
    var json = JSONWriter()
    json.object { json in
      json.key("title")
      json.string(outline.titleText ?? "")
      json.key("headings")
      json.array { headings(outline, pieces, &$0, &session) }
      json.key("figures")
      json.array { figures(outline, pieces, &$0, &session) }
      json.key("file")
      json.string(outline.source.name)
      json.key("encoding")
      json.string(outline.source.encoding.rawValue)
      json.key("confidence")
      json.string(outline.source.confidence.rawValue)
    }
    json.newline()
    session.print(json.bytes)
  }

  private static func headings(
    _ outline: DocumentOutline, _ pieces: InspectedPieces, _ json: inout JSONWriter,
    _ session: inout CommandSession
  ) {
    var cursor = PositionCursor(outline.source.bytes)
    for heading in outline.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      json.record { record in
        record.member("level", heading.level)
        pieces.number(of: heading) { record.member("number", utf8: $0) }
        pieces.title(of: heading) { record.member("title", utf8: $0) }
        record.member("line", position.line)
        record.member("column", position.column)
      }
      if json.bytes.count >= CommandSession.pieceSize { session.print(json.takeBytes()) }
    }
  }

  private static func figures(
    _ outline: DocumentOutline, _ pieces: InspectedPieces, _ json: inout JSONWriter,
    _ session: inout CommandSession
  ) {
    var cursor = PositionCursor(outline.source.bytes)
    var value: [UInt8] = []
    FigureScanner.forEach(in: outline) { figure in
      let position = cursor.position(of: figure.range.lowerBound)
      value.removeAll(keepingCapacity: true)
      figure.value?.append(to: &value)
      json.record { record in
        record.member("line", position.line)
        record.member("column", position.column)
        pieces.surface(of: figure) { record.member("text", utf8: $0) }
        value.withUnsafeBufferPointer { record.member("value", utf8: $0) }
        pieces.unit(of: figure) { record.member("unit", utf8: $0) }
        pieces.qualifiers(of: figure) { record.member("qualifier", utf8: $0) }
        pieces.label(of: figure) { record.member("label", utf8: $0) }
      }
      if json.bytes.count >= CommandSession.pieceSize { session.print(json.takeBytes()) }
    }
  }
}
