/// Texts as workbooks store them.
enum XLSXText {
  /// A text with `_xHHHH_` read as the character it stands for (ECMA-376 part 1, 22.9.2.19).
  ///
  /// `_x000D_` before a line feed is dropped, as spreadsheets show it.
  static func decode(_ bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "_")), bytes.count >= first + 7 else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var units: [UInt16] = []
    var output = String(decoding: bytes[..<first], as: UTF8.self)
    var index = first
    var clean = first
    func flush(_ end: Int) {
      output += String(decoding: bytes[clean..<end], as: UTF8.self)
    }
    while index < bytes.count {
      guard let unit = escape(bytes, at: index) else {
        if !units.isEmpty { append(&units, to: &output) }
        index += 1
        continue
      }
      if clean < index { flush(index) }
      units.append(unit)
      index += 7
      clean = index
      // Surrogates come in pairs: the text goes on only after the last of a run.
      if escape(bytes, at: index) == nil { append(&units, to: &output) }
    }
    flush(bytes.count)
    return output
  }

  private static func append(_ units: inout [UInt16], to output: inout String) {
    if units != [0x0D] { output += String(decoding: units, as: UTF16.self) }
    units = []
  }

  /// The code unit of the `_xHHHH_` at `index`.
  private static func escape(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
