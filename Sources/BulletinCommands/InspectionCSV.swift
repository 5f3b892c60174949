import BulletinSyntax
import ReportModel
import SourceText

/// What `inspect` prints as CSV (RFC 4180, with LF line ends).
enum InspectionCSV {
  /// The outline: level, number, title, line, column.
  static func outline(_ tree: SyntaxTree) -> [UInt8] {
    var output = Array("level,number,title,line,column\n".utf8)
    var cursor = PositionCursor(tree.bytes)
    for heading in tree.headings {
      let position = cursor.position(of: heading.number.lowerBound)
      row(
        &output,
        [
          "\(heading.level)", heading.numberText(in: tree.source),
          tree.source.text(in: heading.title), "\(position.line)", "\(position.column)",
        ])
    }
    return output
  }

  /// The figures: line, column, text, value, unit, qualifier, label.
  static func figures(_ tree: SyntaxTree) -> [UInt8] {
    var output = Array("line,column,text,value,unit,qualifier,label\n".utf8)
    var cursor = PositionCursor(tree.bytes)
    for figure in FigureScanner.figures(in: tree) {
      let position = cursor.position(of: figure.range.lowerBound)
      row(
        &output,
        [
          "\(position.line)", "\(position.column)", figure.surface(in: tree.source),
          figure.value?.description ?? "", figure.unitText(in: tree.source),
          figure.qualifierText(in: tree.source), figure.labelText(in: tree.source),
        ])
    }
    return output
  }

  private static func row(_ output: inout [UInt8], _ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if needsQuotes {
        output.append(0x22)
        for byte in cell.utf8 {
          if byte == 0x22 { output.append(0x22) }
          output.append(byte)
        }
        output.append(0x22)
      } else {
        output.append(contentsOf: cell.utf8)
      }
    }
    output.append(0x0A)
  }
}
