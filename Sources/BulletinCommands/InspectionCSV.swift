import BulletinSyntax
import ReportModel
import SourceText

/// What `inspect` prints as CSV (RFC 4180), piece by piece.
enum InspectionCSV {
  /// The outline: level, number, title, line, column.
  static func printOutline(_ outline: DocumentOutline, to session: inout CommandSession) {
    let pieces = InspectedPieces(outline.source)
    var csv = CSVWriter(columns: ["level", "number", "title", "line", "column"])
    var cursor = PositionCursor(outline.source.bytes)
    for heading in outline.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      csv.cell(heading.level)
      pieces.number(of: heading) { csv.cell(utf8: $0) }
      pieces.title(of: heading) { csv.cell(utf8: $0) }
      csv.cell(position.line)
      csv.cell(position.column)
      csv.endRow()
      if csv.bytes.count >= CommandSession.pieceSize { session.print(csv.takeBytes()) }
    }
    session.print(csv.bytes)
  }

  /// The figures: line, column, text, value, unit, qualifier, label.
  static func printFigures(_ outline: DocumentOutline, to session: inout CommandSession) {
    let pieces = InspectedPieces(outline.source)
    var csv = CSVWriter(
      columns: ["line", "column", "text", "value", "unit", "qualifier", "label"])
    var cursor = PositionCursor(outline.source.bytes)
    var value: [UInt8] = []
    FigureScanner.forEach(in: outline) { figure in
      let position = cursor.position(of: figure.range.lowerBound)
      csv.cell(position.line)
      csv.cell(position.column)
      pieces.surface(of: figure) { csv.cell(utf8: $0) }
      value.removeAll(keepingCapacity: true)
      figure.value?.append(to: &value)
      value.withUnsafeBufferPointer { csv.cell(utf8: $0) }
      pieces.unit(of: figure) { csv.cell(utf8: $0) }
      pieces.qualifiers(of: figure) { csv.cell(utf8: $0) }
      pieces.label(of: figure) { csv.cell(utf8: $0) }
      csv.endRow()
      if csv.bytes.count >= CommandSession.pieceSize { session.print(csv.takeBytes()) }
    }
    session.print(csv.bytes)
  }
}
