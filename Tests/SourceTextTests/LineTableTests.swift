import SourceText
import Testing

@Suite struct LineTableTests {
  static let texts = [
    "", "\n", "a", "一二\n三", "一\r\n二\r\n", "\u{FEFF}一\n二", "\n\n\n", "𠀀a\n\r\n末",
  ]

  @Test(arguments: texts)
  func agreesWithCountingByScalars(text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var cursor = PositionCursor(bytes)
    var offset = 0
    var line = 1
    var column = 1
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == 0, scalar == "\u{FEFF}" {
        offset += 3
        continue
      }
      let expected = TextPosition(line: line, column: column)
      #expect(table.position(of: offset) == expected)
      #expect(cursor.position(of: offset) == expected)
      #expect(table.offset(of: expected) == offset)
      offset += UTF8.width(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    let end = TextPosition(line: line, column: column)
    #expect(table.position(of: offset) == end)
    #expect(cursor.position(of: offset) == end)
    #expect(table.count == line)
  }

  @Test(arguments: [
    ("一\r\n二\n", 1, 0..<3), ("一\r\n二\n", 2, 5..<8), ("一\r\n二\n", 3, 9..<9),
    ("\u{FEFF}一", 1, 3..<6),
  ])
  func givesLinesWithoutTheirEnds(text: String, line: Int, range: Range<Int>) {
    #expect(LineTable(Array(text.utf8)).range(ofLine: line) == range)
  }

  @Test(arguments: [0, -1, 4, Int.min, Int.max])
  func hasNoOtherLines(line: Int) {
    let table = LineTable(Array("一\n二\n".utf8))
    #expect(table.range(ofLine: line) == nil)
    #expect(table.offset(of: TextPosition(line: line, column: 1)) == nil)
  }

  @Test func findsColumnsFarInALongLine() {
    let text = "头\n" + String(repeating: "长a", count: 5000)
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    for step in stride(from: 0, to: 5000, by: 371) {
      let position = table.position(of: 4 + step * 4)
      #expect(position == TextPosition(line: 2, column: 1 + step * 2))
    }
    #expect(table.position(of: bytes.count) == TextPosition(line: 2, column: 10_001))
  }

  @Test func cutsOffsetsBeyondTheText() {
    let bytes = Array("一二".utf8)
    #expect(LineTable(bytes).position(of: 99) == TextPosition(line: 1, column: 3))
    var cursor = PositionCursor(bytes)
    #expect(cursor.position(of: 99) == TextPosition(line: 1, column: 3))
  }

  @Test func cursorStartsOverForAnEarlierOffset() {
    var cursor = PositionCursor(Array("一\n二".utf8))
    #expect(cursor.position(of: 4) == TextPosition(line: 2, column: 1))
    #expect(cursor.position(of: 3) == TextPosition(line: 1, column: 2))
  }

  /// Line ends and characters of every width at every place of a word of eight bytes.
  @Test(arguments: ["a", "é", "中", "𠮷", "\r"])
  func countsAsOneByOneDoes(_ character: String) {
    for length in 0..<20 {
      for end in 0...length {
        let text =
          String(repeating: character, count: end) + "\n"
          + String(repeating: character, count: length - end)
        let bytes = Array(text.utf8)
        let table = LineTable(bytes)
        #expect(table.count == 2)
        let first = character.utf8.count * end
        #expect(
          table.position(of: first)
            == TextPosition(line: 1, column: end * character.unicodeScalars.count + 1))
        #expect(
          table.position(of: bytes.count)
            == TextPosition(
              line: 2, column: (length - end) * character.unicodeScalars.count + 1))
      }
    }
  }
}
