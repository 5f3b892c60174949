import BulletinSyntax
import ReportModel
import SourceText

/// What `inspect` prints as CSV (RFC 4180).
enum InspectionCSV {
  /// The outline: level, number, title, line, column.
  static func outline(_ tree: SyntaxTree) -> [UInt8] {
    var csv = CSVWriter(columns: ["level", "number", "title", "line", "column"])
    var cursor = PositionCursor(tree.bytes)
    for heading in tree.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      csv.row([
        "\(heading.level)", heading.numberText(in: tree.source),
        tree.source.text(in: heading.title), "\(position.line)", "\(position.column)",
      ])
    }
    return csv.bytes
  }

  /// The figures: line, column, text, value, unit, qualifier, label.
  static func figures(_ tree: SyntaxTree) -> [UInt8] {
    var csv = CSVWriter(
      columns: ["line", "column", "text", "value", "unit", "qualifier", "label"])
    var cursor = PositionCursor(tree.bytes)
    for figure in FigureScanner.figures(in: tree) {
      let position = cursor.position(of: figure.range.lowerBound)
      csv.row([
        "\(position.line)", "\(position.column)", figure.surface(in: tree.source),
        figure.value?.description ?? "", figure.unitText(in: tree.source),
        figure.qualifierText(in: tree.source), figure.labelText(in: tree.source),
      ])
    }
    return csv.bytes
  }
}
