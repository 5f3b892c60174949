/// Makes text from outside fit to be shown: what could steer a terminal is printed as an escape.
public enum VisibleText {
  /// `text` with control, bidirectional and other invisible characters shown as `\u{…}`; a tab
  /// becomes one blank, so that carets stay in place.
  public static func escape(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: mustEscape) else { return String(text) }
    var output = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        output += " "
      } else if mustEscape(scalar) {
        output += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// How many columns a scalar takes once it is escaped.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar == "\t" { return 1 }
    guard mustEscape(scalar) else { return DisplayWidth.width(of: scalar) }
    return String(scalar.value, radix: 16).utf8.count + 4
  }

  static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE000...0xF8FF, 0xE0001...0xE007F:
      true
    default:
      false
    }
  }
}
