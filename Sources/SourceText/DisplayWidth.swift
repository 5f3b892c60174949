/// How many columns of a fixed-width display a text takes.
///
/// East Asian wide and full-width characters take two, combining marks and format characters none
/// (Unicode Standard Annex #11; ambiguous characters such as “ ” and … are taken as narrow, as most
/// terminals do). Control characters are counted as the escapes they are printed as.
public enum DisplayWidth {
  /// The width of a text in columns; linear in its length.
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of one scalar in columns.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || value == 0x7F ? 4 : 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    case 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F,
      0xFEFF, 0xE0100...0xE01EF:
      return 0
    default:
      return 1
    }
  }
}
