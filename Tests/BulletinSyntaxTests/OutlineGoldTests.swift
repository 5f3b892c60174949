import BulletinSyntax
import SourceText
import Testing

@Suite(.enabled(if: RealTexts.areHere))
struct OutlineGoldTests {
  /// One heading as the gold files give it.
  struct Row: Hashable, CustomStringConvertible {
    let level: Int
    let number: String
    let line: Int
    var description: String { "\(level) \(number) line \(line)" }
  }

  @Test func outlinesAgreeWithTheGold() {
    var right = 0
    var wanted = 0
    var spurious = 0
    for name in RealTexts.names {
      guard let rows = RealTexts.rows("\(name).outline", separator: "\t") else { continue }
      let gold = rows.map { Row(level: Int($0[0]) ?? 0, number: $0[1], line: Int($0[3]) ?? 0) }
      let found = Self.outline(of: RealTexts.source(name))
      var left = found
      for row in gold {
        if let index = left.firstIndex(of: row) {
          left.remove(at: index)
          right += 1
        } else {
          print("outline \(name): missed \(row)")
        }
      }
      for row in left { print("outline \(name): spurious \(row)") }
      wanted += gold.count
      spurious += left.count
    }
    print("outline: \(right) of \(wanted) right, \(spurious) spurious")
    #expect(right * 100 >= wanted * 98)
    #expect(spurious * 100 <= wanted * 2)
  }

  static func outline(of source: SourceFile) -> [Row] {
    let tree = SyntaxTree.parse(source)
    let lines = LineTable(source.bytes)
    return tree.headings.map {
      Row(
        level: $0.level, number: source.text(in: $0.number),
        line: lines.position(of: $0.number.lowerBound).line)
    }
  }
}
