extension String {
  /// The text in small letters, in which names are compared.
  package var withoutCase: String {
    // Chinese characters, U+3000 to U+9FFF, have no case, nor has what follows their first byte.
    let isPlain = utf8.allSatisfy { $0 < 0xC0 || (0xE3...0xE9).contains($0) }
    guard isPlain else { return lowercased() }
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(
      decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

/// Which names a spreadsheet accepts; the library lets most bad ones through.
enum NameRules {
  /// A worksheet's name: 1 to 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at an end.
  static func sheetNameFault(_ name: String) -> XLSXError.NameFault? {
    if name.isEmpty { return .empty }
    if name.utf16.count > 31 { return .tooLong(limit: 31, unit: .utf16) }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": return .badCharacter(scalar.value)
      case "\u{00}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": return .badCharacter(scalar.value)
      default: continue
      }
    }
    let bytes = name.utf8
    let apostrophe = UInt8(ascii: "'")
    if bytes.first == apostrophe || bytes.last == apostrophe { return .apostropheAtEnd }
    return folded(name) == "history" ? .reserved : nil
  }

  /// A name for cells or a table: a letter, `_` or `\`, then letters, digits, `.`, `_` and `\`,
  /// and nothing that reads as a cell.
  static func definedNameFault(_ name: String) -> XLSXError.NameFault? {
    if name.isEmpty { return .empty }
    // The library keeps names in buffers of 128 bytes and cuts them silently.
    if name.utf8.count > 127 { return .tooLong(limit: 127, unit: .utf8) }
    var isFirst = true
    for scalar in name.unicodeScalars {
      guard isAllowed(scalar, first: isFirst) else { return .badCharacter(scalar.value) }
      isFirst = false
    }
    return readsAsReference(Array(folded(name).utf8)) ? .reserved : nil
  }

  /// A table's name: as a defined name's, but without `\`, and up to 255 units.
  static func tableNameFault(_ name: String) -> XLSXError.NameFault? {
    if name.unicodeScalars.contains("\\") { return .badCharacter(0x5C) }
    return definedNameFault(name)
  }

  /// The name in the form in which two names are compared.
  static func folded(_ name: String) -> String { name.withoutCase }

  private static func isAllowed(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    // Chinese characters need not be looked up.
    if (0x4E00...0x9FFF).contains(scalar.value) || scalar == "_" || scalar == "\\" { return true }
    if scalar.properties.isAlphabetic { return true }
    return !first && (scalar == "." || scalar.properties.numericType == .decimal)
  }

  /// Whether lower-case bytes read as `a1`, `r1c1`, `r`, `c`, `true` or `false`.
  private static func readsAsReference(_ bytes: [UInt8]) -> Bool {
    if bytes == Array("true".utf8) || bytes == Array("false".utf8) { return true }
    let letters = bytes.prefix { (0x61...0x7A).contains($0) }
    let rest = bytes.dropFirst(letters.count)
    if (1...3).contains(letters.count), !rest.isEmpty, rest.allSatisfy(isDigit) { return true }
    return readsAsRowAndColumn(bytes)
  }

  private static func readsAsRowAndColumn(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    var found = false
    for letter in [UInt8(ascii: "r"), UInt8(ascii: "c")] where rest.first == letter {
      rest = rest.dropFirst().drop(while: isDigit)
      found = true
    }
    return found && rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
