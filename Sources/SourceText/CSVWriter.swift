/// Writes CSV (RFC 4180) with LF line ends.
public struct CSVWriter: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// A text that begins with the names of its columns.
  public init(columns: [String]) {
    row(columns)
  }

  /// Adds a row; control characters, which no cell needs, become blanks.
  public mutating func row(_ cells: [String]) {
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
