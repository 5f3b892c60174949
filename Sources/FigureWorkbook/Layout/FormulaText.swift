import XLSXWriter

/// Pieces of formulas.
enum FormulaText {
  /// A text within a formula may have 255 units.
  private static let longestLiteral = 255

  /// A text as a formula writes it; a long one is joined from several.
  static func literal(_ text: String) -> String {
    guard text.utf8.count > longestLiteral else { return quoted(text) }
    var pieces: [String] = []
    var piece = ""
    var count = 0
    for scalar in text.unicodeScalars {
      let units = scalar.value > 0xFFFF ? 2 : 1
      if count + units > longestLiteral {
        pieces.append(quoted(piece))
        (piece, count) = ("", 0)
      }
      piece.unicodeScalars.append(scalar)
      count += units
    }
    pieces.append(quoted(piece))
    return pieces.joined(separator: "&")
  }

  /// A cell of another sheet: `'资助'!D4`.
  static func reference(_ sheet: String, _ cell: CellPosition) -> String {
    SheetRange.quoted(sheet) + "!" + cell.a1
  }

  /// What multiplies a value by a power of ten: `*10000`, `/100`; nothing for the power 0.
  static func factor(powerOfTen power: Int) -> String {
    guard power != 0 else { return "" }
    return (power > 0 ? "*1" : "/1") + String(repeating: "0", count: abs(power))
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(0x22) else { return "\"" + text + "\"" }
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [0x22], as: UTF8.self)
  }
}
