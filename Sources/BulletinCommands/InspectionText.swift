import BulletinSyntax
import ReportModel
import SourceText

/// What `inspect` prints for people, piece by piece.
enum InspectionText {
  /// The outline, indented by level, with line and column.
  static func printOutline(_ outline: DocumentOutline, to session: inout CommandSession) {
    let pieces = InspectedPieces(outline.source)
    var lines = AlignedLines()
    if let title = outline.titleText {
      lines.add(title)
      lines.endLine()
    }
    var cursor = PositionCursor(outline.source.bytes)
    var told = outline.parts.filter { $0.heading == nil }[...]
    for heading in outline.headings {
      while let part = told.first, part.range.lowerBound < heading.number.lowerBound {
        add(part, at: cursor.position(of: part.range.lowerBound), of: outline, to: &lines)
        told.removeFirst()
      }
      let position = cursor.position(of: heading.number.lowerBound)
      lines.blanks(2 * min(heading.level, 32))
      pieces.number(of: heading) { lines.add(utf8: $0) }
      pieces.title(of: heading) { lines.add(utf8: $0) }
      lines.blanks(2)
      lines.add(position)
      if heading.level == 1, heading.role != .other { lines.add("  [\(heading.role.rawValue)]") }
      lines.endLine()
      if lines.bytes.count >= CommandSession.pieceSize { session.print(lines.takeBytes()) }
    }
    for part in told {
      add(part, at: cursor.position(of: part.range.lowerBound), of: outline, to: &lines)
    }
    session.print(lines.bytes)
  }

  /// A paragraph that does the job of a part, by its beginning.
  private static func add(
    _ part: PartSpan, at position: TextPosition, of outline: DocumentOutline,
    to lines: inout AlignedLines
  ) {
    let head = part.range.lowerBound..<min(part.range.upperBound, part.range.lowerBound + 240)
    let words = outline.source.text(in: head).unicodeScalars.lazy
      .filter { !$0.properties.isWhitespace }.prefix(20)
    lines.blanks(2)
    lines.add(String(String.UnicodeScalarView(words)) + "…")
    lines.blanks(2)
    lines.add(position)
    lines.add("  [\(part.role.rawValue)]")
    lines.endLine()
  }

  /// The figures, one a line: place, text, value, unit, qualifier, label.
  static func printFigures(_ outline: DocumentOutline, to session: inout CommandSession) {
    let pieces = InspectedPieces(outline.source)
    var lines = AlignedLines()
    var cursor = PositionCursor(outline.source.bytes)
    var value: [UInt8] = []
    FigureScanner.forEach(in: outline) { figure in
      lines.add(cursor.position(of: figure.range.lowerBound), width: 10)
      pieces.surface(of: figure) { lines.add(utf8: $0, width: 20) }
      value.removeAll(keepingCapacity: true)
      figure.value?.append(to: &value)
      value.withUnsafeBufferPointer { lines.add(utf8: $0, width: 16) }
      pieces.unit(of: figure) { lines.add(utf8: $0, width: 10) }
      pieces.qualifiers(of: figure) { lines.add(utf8: $0, width: 10) }
      pieces.label(of: figure) { lines.add(utf8: $0) }
      lines.endLine()
      if lines.bytes.count >= CommandSession.pieceSize { session.print(lines.takeBytes()) }
    }
    session.print(lines.bytes)
  }

  /// The nodes, indented by depth: kind, byte range, the text's beginning.
  static func printTree(_ tree: SyntaxTree, to session: inout CommandSession) {
    let names = SyntaxKind.allCases.map { "\($0)" }
    var lines = AlignedLines()
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      tree.forEachDetailedNode { node, depth in
        lines.blanks(2 * min(depth, 64))
        lines.add(names[Int(node.kind.rawValue)])
        lines.add(" \(node.start)..<\(node.range.upperBound)")
        if node.level > 0 { lines.add(" level \(node.level)") }
        lines.blanks(1)
        lines.add(utf8: beginning(of: node.range.clamped(to: 0..<bytes.count), in: bytes))
        lines.endLine()
        if lines.bytes.count >= CommandSession.pieceSize { session.print(lines.takeBytes()) }
      }
    }
    session.print(lines.bytes)
  }

  /// The first characters of a stretch of a text.
  private static func beginning(
    of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var end = range.lowerBound
    var count = 0
    while end < range.upperBound {
      if bytes[end] & 0xC0 != 0x80 {
        guard count < 16 else { break }
        count += 1
      }
      end += 1
    }
    return UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end])
  }
}
