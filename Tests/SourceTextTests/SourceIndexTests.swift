import Testing

@testable import SourceText

@Suite struct SourceIndexTests {
  static let text = "\u{FEFF}甲乙,丙\r\n第二行有十个字左右。\n\n尾" + String(repeating: "长行", count: 900) + "\n末"

  /// Positions in any order, of short ranges and long ones, are those of the line table.
  @Test(arguments: [
    [0..<3, 3..<9, 10..<12, 20..<60, 60..<61, 70..<5_400],
    [60..<61, 3..<9, 70..<5_400, 0..<0, 20..<60, 5_000..<5_100, 80..<90],
    [0..<5_400, 3..<9, 5_400..<5_460],
  ])
  func placesAreThoseOfTheLineTable(_ ranges: [Range<Int>]) {
    let source = SourceFile(name: "a.txt", text: Self.text)
    let lines = LineTable(source.bytes)
    var index = SourceIndex([source])
    for range in ranges {
      let range = range.clamped(to: 0..<source.bytes.count)
      let found = index.positions(of: range, in: "a.txt")
      #expect(found?.start == lines.position(of: range.lowerBound))
      #expect(found?.end == lines.position(of: range.upperBound))
    }
  }

  @Test(arguments: [1, 3, 9])
  func findsEachFileByItsName(_ count: Int) {
    let sources = (0..<count).map {
      SourceFile(name: "\($0).txt", text: String(repeating: "\n", count: $0) + "字")
    }
    var index = SourceIndex(sources + [SourceFile(name: "0.txt", text: "\n\n\n\n\n\n")])
    for place in (0..<count).reversed() {
      let found = index.positions(of: place..<place + 3, in: "\(place).txt")
      #expect(found?.start == TextPosition(line: place + 1, column: 1))
      #expect(found?.end == TextPosition(line: place + 1, column: 2))
    }
    #expect(index.positions(of: 0..<1, in: "none.txt") == nil)
  }
}
