import DataFiles
import ReportModel
import SourceText
import Testing

@Suite struct CSVScannerTests {
  /// The rows as `line:column text` a cell, read in pieces of `size` bytes; then the faults.
  private func scan(_ text: String, size: Int, separator: Character = ",") -> [String] {
    var scanner = CSVScanner(separator: separator.asciiValue ?? 0)
    var rows: [String] = []
    func take(_ row: borrowing CSVRow) {
      var cells: [String] = []
      for cell in 0..<row.count {
        let position = row.position(cell)
        cells.append("\(position.line):\(position.column) \(row.text(cell))")
        let range = row.range(cell)
        let inFile = Array(text.utf8)[range]
        row.withBytes(cell) { #expect($0.elementsEqual(inFile)) }
      }
      rows.append(cells.joined(separator: "|"))
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer { piece in
        scanner.scan(piece) { take($0) }
      }
    }
    scanner.finish { take($0) }
    return rows + scanner.faults.map { "\($0.kind) \($0.offset)" }
  }

  @Test(arguments: [
    ("", []), ("\u{FEFF}", []), ("a", ["1:1 a"]), ("a\n", ["1:1 a"]), ("\n", ["1:1 "]),
    ("a,b\r\nc,\r\n", ["1:1 a|1:3 b", "2:1 c|2:3 "]),
    ("a\rb", ["1:1 a", "1:3 b"]),
    ("\u{FEFF}甲,乙\n丙\n", ["1:1 甲|1:3 乙", "2:1 丙"]),
    ("\"a\n\"\"b\"\"\",c\nd\n", ["1:2 a\n\"b\"|2:8 c", "3:1 d"]),
    ("\"\",\"\"\"\"\n", ["1:2 |1:5 \""]),
    ("a\"b,c\n", ["1:1 a\"b|1:5 c"]),
    ("a,\"b\nc", ["1:1 a|1:4 b\nc", "unclosedQuote 2"]),
    ("a,\"b\nc\n", ["1:1 a|1:4 b\nc\n", "unclosedQuote 2"]),
    ("\"a\"x,b\n\"c\" \n", ["1:2 a|1:6 b", "2:2 c", "textAfterQuote 3", "textAfterQuote 10"]),
  ])
  func piecesOfAnySizeGiveTheSameRows(text: String, expected: [String]) {
    for size in 1...max(1, text.utf8.count) {
      #expect(scan(text, size: size) == expected, "pieces of \(size)")
    }
  }

  @Test func readsTabs() {
    #expect(scan("a,b\tc\n", size: 3, separator: "\t") == ["1:1 a,b|1:5 c"])
  }

  @Test func readsTypedCells() {
    var scanner = CSVScanner()
    var seen = 0
    Array("12.50,2023-06-30,\"7\",x\n".utf8).withUnsafeBufferPointer { bytes in
      scanner.scan(bytes) { row in
        seen += 1
        #expect(row.decimal(0)?.description == "12.50")
        #expect(row.day(1)?.description == "2023-06-30")
        #expect(row.decimal(2) == ExactDecimal(7))
        #expect(row.decimal(3) == nil)
        #expect(row.day(0) == nil)
        #expect(row.decimal(9) == nil)
        #expect(row.text(9).isEmpty)
        #expect(row.range(9) == 22..<22)
      }
    }
    #expect(seen == 1)
  }

  @Test func stopsAtARowWithoutEnd() {
    var scanner = CSVScanner()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    Array("a\n\"".utf8).withUnsafeBufferPointer { bytes in scanner.scan(bytes) { _ in } }
    for _ in 0..<20 {
      piece.withUnsafeBufferPointer { bytes in
        scanner.scan(bytes) { _ in Issue.record("no row is complete") }
      }
    }
    scanner.finish { _ in Issue.record("no row is complete") }
    #expect(scanner.faults.map { "\($0.kind) \($0.offset)" } == ["rowTooLong 2"])
  }
}
