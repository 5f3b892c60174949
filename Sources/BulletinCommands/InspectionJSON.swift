import BulletinSyntax
import ReportModel
import SourceText

/// The JSON that `inspect` prints: one object a text, on one line.
///
/// `{"title", "headings": [{"level", "number", "title", "line", "column"}], "figures": [{"line",
/// "column", "text", "value", "unit", "qualifier", "label"}], "file", "encoding"}`. Lines and columns
/// count from 1, columns in Unicode scalars; `value` is a decimal string as printed, without
/// grouping and without the unit's multiplier.
enum InspectionJSON {
  /// The object of one text; linear in its size.
  static func document(_ tree: SyntaxTree) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("title")
      json.string(tree.titleText ?? "")
      json.key("headings")
      json.array { headings(tree, &$0) }
      json.key("figures")
      json.array { figures(tree, &$0) }
      json.key("file")
      json.string(tree.source.name)
      json.key("encoding")
      json.string(tree.source.encoding.rawValue)
    }
    json.newline()
    return json.bytes
  }

  private static func headings(_ tree: SyntaxTree, _ json: inout JSONWriter) {
    var cursor = PositionCursor(tree.bytes)
    for heading in tree.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      json.object { json in
        json.key("level")
        json.number(heading.level)
        json.key("number")
        number(of: heading, in: tree, &json)
        json.key("title")
        string(heading.title, of: tree, &json)
        json.key("line")
        json.number(position.line)
        json.key("column")
        json.number(position.column)
      }
    }
  }

  private static func figures(_ tree: SyntaxTree, _ json: inout JSONWriter) {
    var cursor = PositionCursor(tree.bytes)
    for figure in FigureScanner.figures(in: tree) {
      let position = cursor.position(of: figure.range.lowerBound)
      json.object { json in
        json.key("line")
        json.number(position.line)
        json.key("column")
        json.number(position.column)
        json.key("text")
        text(of: figure, in: tree, &json)
        json.key("value")
        json.string(figure.value?.description ?? "")
        json.key("unit")
        unit(of: figure, in: tree, &json)
        json.key("qualifier")
        json.string(figure.qualifiers.isEmpty ? "" : figure.qualifierText(in: tree.source))
        json.key("label")
        string(figure.label, of: tree, &json)
      }
    }
  }

  /// The heading's number, straight from the bytes where no blank is to be left out of it.
  private static func number(of heading: Heading, in tree: SyntaxTree, _ json: inout JSONWriter) {
    let mayHoldBlanks = tree.bytes[heading.number].contains { byte in
      // Blanks beyond ASCII begin with these bytes, but for U+3000.
      byte <= 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2
    }
    if mayHoldBlanks || hasWideBlank(tree.bytes[heading.number]) {
      json.string(heading.numberText(in: tree.source))
    } else {
      string(heading.number, of: tree, &json)
    }
  }

  /// Whether U+3000, E3 80 80, stands in the bytes.
  private static func hasWideBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if before == (0xE3, 0x80), byte == 0x80 { return true }
      before = (before.1, byte)
    }
    return false
  }

  /// The figure's text, straight from the bytes where no tag cuts it.
  private static func text(of figure: Figure, in tree: SyntaxTree, _ json: inout JSONWriter) {
    if tree.bytes[figure.range].contains(0x3C) {
      json.string(figure.surface(in: tree.source))
    } else {
      string(figure.range, of: tree, &json)
    }
  }

  /// The figure's unit, straight from the bytes where nothing stands within it.
  private static func unit(of figure: Figure, in tree: SyntaxTree, _ json: inout JSONWriter) {
    let isCut = figure.qualifiers.contains { figure.unit.contains($0.lowerBound) }
    if isCut || tree.bytes[figure.unit].contains(0x3C) {
      json.string(figure.unitText(in: tree.source))
    } else {
      string(figure.unit, of: tree, &json)
    }
  }

  private static func string(_ range: Range<Int>, of tree: SyntaxTree, _ json: inout JSONWriter) {
    tree.bytes.withUnsafeBufferPointer { buffer in
      json.string(utf8: UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)]))
    }
  }
}
