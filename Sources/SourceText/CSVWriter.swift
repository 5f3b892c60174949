/// Writes CSV (RFC 4180) with LF line ends.
public struct CSVWriter: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var isInRow = false

  /// A text that begins with the names of its columns.
  public init(columns: [String]) {
    row(columns)
  }

  /// Takes the bytes written so far, leaving none; for writing a long text piece by piece.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Adds a row; control characters, which no cell needs, become blanks.
  public mutating func row(_ cells: [String]) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// Adds a cell to the row.
  public mutating func cell(_ text: String) {
    var text = text
    text.withUTF8 { cell(utf8: $0) }
  }

  /// Adds a cell to the row from valid UTF-8.
  public mutating func cell(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    let mustChange = utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x2C || $0 == 0x7F }
    guard mustChange else {
      bytes.append(contentsOf: utf8)
      return
    }
    let needsQuotes = utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { bytes.append(0x22) }
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
    }
    if needsQuotes { bytes.append(0x22) }
  }

  /// Adds a cell that holds a whole number.
  public mutating func cell(_ number: Int) {
    separate()
    DecimalDigits.append(number, to: &bytes)
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(0x0A)
    isInRow = false
  }

  private mutating func separate() {
    if isInRow { bytes.append(0x2C) }
    isInRow = true
  }
}
