import BulletinSyntax
import ReportModel
import SourceText
import TestSupport
import Testing

@Suite(.enabled(if: RealTexts.areHere))
struct FigureGoldTests {
  /// One figure as the gold files give it.
  struct Row: Hashable, CustomStringConvertible {
    let line: Int
    /// The column from 1.
    let column: Int
    let surface: String
    let value: String
    let unit: String
    let qualifier: String
    var description: String { "\(line):\(column) \(surface) = \(value) [\(unit)] \(qualifier)" }
  }

  @Test(arguments: ["000", "090", "110"])
  func figuresAgreeWithTheGold(_ name: String) {
    guard let rows = RealTexts.rows("\(name).figures.csv", separator: ",") else { return }
    let gold = rows.dropFirst().map { cells in
      Row(
        line: Int(cells[0]) ?? 0, column: (Int(cells[1]) ?? 0) + 1, surface: cells[2],
        value: cells[3], unit: cells[4], qualifier: cells[5])
    }
    let found = Self.figures(of: RealTexts.source(name))
    let right = Set(gold).intersection(found)
    for row in Set(gold).subtracting(found) { print("figures \(name): missed \(row)") }
    for row in Set(found).subtracting(gold) { print("figures \(name): spurious \(row)") }
    print("figures \(name): \(right.count) of \(gold.count) right, \(found.count) found")
    #expect(right.count * 100 >= gold.count * 98)
    #expect(right.count * 100 >= found.count * 98)
  }

  @Test func lookAlikesAreNoFigures() {
    let rows = (TestFile.read(RealTexts.folder + "/../lint/seed-nonfigures.csv") ?? "")
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    let found = Self.figures(of: RealTexts.source("000"))
    #expect(rows.count == 66)
    for row in rows {
      let line = Int(row[0]) ?? 0
      let start = Int(row[1]) ?? 0
      let columns = start..<(start + row[2].unicodeScalars.count)
      let hits = found.filter { figure in
        figure.line == line
          && (figure.column..<(figure.column + figure.surface.unicodeScalars.count))
            .overlaps(columns)
      }
      #expect(hits.isEmpty, "\(row): \(hits)")
    }
  }

  static func figures(of source: SourceFile) -> [Row] {
    let tree = SyntaxTree.parse(source)
    var cursor = PositionCursor(source.bytes)
    return FigureScanner.figures(in: tree).map { figure in
      let position = cursor.position(of: figure.range.lowerBound)
      return Row(
        line: position.line, column: position.column, surface: figure.surface(in: source),
        value: figure.value?.description ?? "", unit: figure.unitText(in: source),
        qualifier: figure.qualifierText(in: source))
    }
  }
}
