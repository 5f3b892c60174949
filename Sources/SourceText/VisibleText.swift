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

  /// Appends valid UTF-8 as ``escape(_:)`` gives it, and tells how many columns it takes.
  @discardableResult
  public static func append(
    _ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Int {
    var width = 0
    var clean = 0
    var offset = 0
    while offset < utf8.count {
      let (scalar, length) = decode(utf8, at: offset)
      width += self.width(of: scalar)
      if mustEscape(scalar) {
        output.append(contentsOf: utf8[clean..<offset])
        output.append(contentsOf: escape(String(scalar)).utf8)
        clean = offset + length
      }
      offset += length
    }
    output.append(contentsOf: utf8[clean..<utf8.count])
    return width
  }

  private static func decode(
    _ utf8: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = utf8[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, utf8.count - offset)
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for step in 1..<max(length, 1) { value = value << 6 | UInt32(utf8[offset + step] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
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
