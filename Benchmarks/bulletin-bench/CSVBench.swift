import DataFiles
import ReportModel

/// Reads a table of comma-separated text into typed, located cells, row by row.
enum CSVBench {
  /// What a column's cells are, found from its first one.
  private enum Kind {
    case number, day, text
  }

  /// Prints how many rows there are and the sum of the sixth column.
  static func run(_ path: String) -> BenchOutcome {
    guard var lines = BenchLines(path) else { return .wrong("cannot read \(path)\n") }
    var scanner = CSVScanner()
    var tally = Tally()
    let isRead = lines.forEachPiece { piece in
      scanner.scan(piece) { row in tally.take(row) }
    }
    scanner.finish { row in tally.take(row) }
    guard isRead, scanner.faults.isEmpty else { return .wrong("\(path) is broken\n") }
    print(tally.rows, tally.sum)
    return .done
  }

  /// What was read so far.
  private struct Tally {
    var rows = 0
    var sum = ExactDecimal(0)
    private var kinds: [Kind] = []
    private var hasHead = false
    /// Keeps the compiler from leaving work out.
    private var weight = 0

    mutating func take(_ row: borrowing CSVRow) {
      guard hasHead else {
        hasHead = true
        return
      }
      if kinds.isEmpty {
        kinds = (0..<row.count).map { cell in
          row.decimal(cell) != nil ? .number : row.day(cell) != nil ? .day : .text
        }
      }
      rows += 1
      for cell in 0..<row.count {
        weight &+= row.line &+ row.range(cell).lowerBound
        switch cell < kinds.count ? kinds[cell] : .text {
        case .number:
          guard let number = row.decimal(cell) else { continue }
          if cell == 5 { sum = sum.adding(number) ?? sum }
          weight &+= number.scale
        case .day: weight &+= row.day(cell)?.day ?? 0
        case .text: weight &+= row.text(cell).utf8.count
        }
      }
    }
  }
}
