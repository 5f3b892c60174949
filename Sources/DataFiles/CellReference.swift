/// A cell's place on a sheet: `C4` is column 3, row 4.
struct CellReference: Equatable {
  /// From 1.
  let column: Int
  /// From 1.
  let row: Int

  /// The largest sheet a spreadsheet has.
  static let lastColumn = 16_384
  static let lastRow = 1_048_576

  init?(column: Int, row: Int) {
    guard (1...Self.lastColumn).contains(column), (1...Self.lastRow).contains(row) else {
      return nil
    }
    self.column = column
    self.row = row
  }

  /// Reads `C4` or `$C$4`; nil for anything else.
  init?(_ text: String) {
    var text = text
    guard let found = text.withUTF8({ CellReference(utf8: $0) }) else { return nil }
    self = found
  }

  /// Reads the same form from bytes.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    for byte in bytes where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column <= Self.lastColumn:
        column = column * 26 + Int(byte - 64)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row <= Self.lastRow:
        row = row * 10 + Int(byte - 48)
      default: return nil
      }
    }
    self.init(column: column, row: row)
  }

  /// Rises from left to right, row by row.
  var order: Int { row * (Self.lastColumn + 1) + column }
}
