/// A cell of a worksheet by row and column, both counted from 0.
public struct CellPosition: Hashable, Sendable {
  /// The row, from 0.
  public var row: Int
  /// The column, from 0.
  public var column: Int

  /// Makes a position; whether a worksheet has such a cell is checked where it is used.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The position in a spreadsheet's own words, such as `B3`.
  public var a1: String { Self.columnLetters(column) + Self.rowNumber(row) }

  /// The position as a reference that does not move when copied, such as `$B$3`.
  public var absoluteA1: String {
    "$" + Self.columnLetters(column) + "$" + Self.rowNumber(row)
  }

  /// The letters of a column counted from 0: `A` for 0, `AA` for 26; `?` for a negative one.
  public static func columnLetters(_ column: Int) -> String {
    guard column >= 0 else { return "?" }
    if column < 26 { return String(Unicode.Scalar(UInt8(truncatingIfNeeded: 65 + column))) }
    var letters: [UInt8] = []
    var rest = column
    while true {
      letters.append(UInt8(truncatingIfNeeded: 65 + rest % 26))
      rest = rest / 26
      if rest == 0 { break }
      rest -= 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  private static func rowNumber(_ row: Int) -> String { "\(row &+ 1)" }
}

/// The size of every worksheet of the format.
enum SheetLimits {
  static let rows: UInt32 = 1_048_576
  static let columns: UInt16 = 16_384
}
