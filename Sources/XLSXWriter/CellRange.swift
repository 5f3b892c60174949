/// A rectangle of cells; rows and columns are counted from 0 and both ends belong to it.
public struct CellRange: Hashable, Sendable {
  /// The corner with the least row and column.
  public let first: CellPosition
  /// The corner with the greatest row and column.
  public let last: CellPosition

  /// Makes the rectangle between two corners, given in either order.
  public init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
    first = CellPosition(row: min(firstRow, lastRow), column: min(firstColumn, lastColumn))
    last = CellPosition(row: max(firstRow, lastRow), column: max(firstColumn, lastColumn))
  }

  /// Makes the rectangle of a single cell.
  public init(row: Int, column: Int) {
    self.init(firstRow: row, firstColumn: column, lastRow: row, lastColumn: column)
  }

  /// The range in a spreadsheet's own words, such as `A1:B3`; a single cell is `A1`.
  public var a1: String { first == last ? first.a1 : first.a1 + ":" + last.a1 }

  /// The range as a reference that does not move when copied, such as `$A$1:$B$3`.
  public var absoluteA1: String {
    first == last ? first.absoluteA1 : first.absoluteA1 + ":" + last.absoluteA1
  }

  func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }

  /// The corners as the library counts them, or nil where a worksheet has no such cells.
  var bounds: Bounds? {
    guard let firstRow = UInt32(exactly: first.row), let lastRow = UInt32(exactly: last.row),
      let firstColumn = UInt16(exactly: first.column),
      let lastColumn = UInt16(exactly: last.column),
      lastRow < SheetLimits.rows, lastColumn < SheetLimits.columns
    else { return nil }
    return Bounds(
      firstRow: firstRow, firstColumn: firstColumn, lastRow: lastRow, lastColumn: lastColumn)
  }

  struct Bounds {
    let firstRow: UInt32
    let firstColumn: UInt16
    let lastRow: UInt32
    let lastColumn: UInt16
  }
}

/// Cells of a named worksheet, as charts, links and defined names refer to them.
public struct SheetRange: Hashable, Sendable {
  /// The worksheet's name, unquoted.
  public var sheet: String
  /// The cells.
  public var range: CellRange

  /// Makes a reference to `range` on the worksheet called `sheet`.
  public init(sheet: String, range: CellRange) {
    self.sheet = sheet
    self.range = range
  }

  /// The reference as a formula writes it, such as `'收支'!$A$1:$B$3`; always quoted.
  public var formula: String { Self.quoted(sheet) + "!" + range.absoluteA1 }

  /// A worksheet's name in quotes, as every formula understands it.
  ///
  /// Names such as `2024`, `A1` or `R1C1` mean something else when unquoted.
  public static func quoted(_ sheet: String) -> String {
    guard sheet.utf8.contains(UInt8(ascii: "'")) else { return "'" + sheet + "'" }
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in sheet.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "'") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "'"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
