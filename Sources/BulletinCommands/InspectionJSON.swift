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
        json.string(heading.numberText(in: tree.source))
        json.key("title")
        json.string(tree.source.text(in: heading.title))
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
        json.string(figure.qualifierText(in: tree.source))
        json.key("label")
        string(figure.label, of: tree, &json)
      }
    }
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
