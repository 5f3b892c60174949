import BulletinSyntax
import ReportModel
import SourceText

/// What `inspect` prints for people.
enum InspectionText {
  /// The outline, indented by level, with line and column.
  static func outline(_ tree: SyntaxTree) -> [UInt8] {
    var output: [UInt8] = []
    if let title = tree.titleText {
      line(&output, VisibleText.escape(title))
    }
    var cursor = PositionCursor(tree.bytes)
    for heading in tree.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      let number = heading.numberText(in: tree.source)
      let title = tree.source.text(in: heading.title)
      let role = heading.level == 1 && heading.role != .other ? "  [\(heading.role.rawValue)]" : ""
      line(
        &output,
        String(repeating: "  ", count: min(heading.level, 32)) + VisibleText.escape(number + title)
          + "  \(position.line):\(position.column)" + role)
    }
    return output
  }

  /// The figures, one a line: place, text, value, unit, qualifier, label.
  static func figures(_ tree: SyntaxTree) -> [UInt8] {
    var output: [UInt8] = []
    var cursor = PositionCursor(tree.bytes)
    for figure in FigureScanner.figures(in: tree) {
      let position = cursor.position(of: figure.range.lowerBound)
      let place = "\(position.line):\(position.column)"
      let text = VisibleText.escape(figure.surface(in: tree.source))
      let label = VisibleText.escape(tree.source.text(in: figure.label))
      let qualifier = figure.qualifierText(in: tree.source)
      line(
        &output,
        pad(place, 10) + pad(text, 20) + pad(figure.value?.description ?? "", 16)
          + pad(figure.unitText(in: tree.source), 10) + pad(qualifier, 10) + label)
    }
    return output
  }

  /// The nodes, indented by depth: kind, byte range, the text's beginning.
  static func tree(_ tree: SyntaxTree) -> [UInt8] {
    var output: [UInt8] = []
    var ends: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let end = ends.last, index >= end { ends.removeLast() }
      let text = tree.source.text(
        in: node.start..<min(node.range.upperBound, node.start + 60))
      let short = String(String.UnicodeScalarView(text.unicodeScalars.prefix(16)))
      line(
        &output,
        String(repeating: "  ", count: min(ends.count, 64))
          + "\(node.kind) \(node.start)..<\(node.range.upperBound)"
          + (node.level > 0 ? " level \(node.level)" : "") + " " + VisibleText.escape(short))
      if node.next > index + 1 { ends.append(node.next) }
    }
    return output
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }

  private static func line(_ output: inout [UInt8], _ text: String) {
    var end = text.utf8[...]
    while end.last == 0x20 { end.removeLast() }
    output.append(contentsOf: end)
    output.append(0x0A)
  }
}
