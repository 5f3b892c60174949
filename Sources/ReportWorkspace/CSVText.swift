/// Writes CSV (RFC 4180) with LF line ends.
struct CSVText {
  private(set) var bytes: [UInt8]

  /// A text with its head as it is to be written.
  init(_ head: String) {
    bytes = Array((head + "\n").utf8)
  }

  /// A text with the names of its columns.
  init(columns: [String]) {
    bytes = []
    row(columns)
  }

  /// Adds a row; control characters, which no cell needs, become blanks.
  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if needsQuotes { bytes.append(0x22) }
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
      }
      if needsQuotes { bytes.append(0x22) }
    }
    bytes.append(0x0A)
  }
}
