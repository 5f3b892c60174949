/// What may stand in a text of a workbook, and how it is written there.
///
/// The format is XML 1.0: control characters other than tab and line feed, U+FFFE and U+FFFF have
/// no place in it. It also reads `_x0041_` as an escape for `A`, so a literal one is escaped.
enum CellText {
  /// The most UTF-16 units that a cell holds.
  static let limit = 32_767
  /// The most UTF-16 units that a formula holds.
  static let formulaLimit = 8_192

  enum Finding: Equatable {
    case clean
    case escapeLike
    case bad(scalar: UInt32, offset: Int)
  }

  /// Looks through `count` bytes of UTF-8, eight at a time where nothing is remarkable.
  static func inspect(_ bytes: UnsafePointer<CChar>, count: Int) -> Finding {
    let raw = UnsafeRawPointer(bytes)
    var offset = 0
    var escapeLike = false
    while offset < count {
      if offset &+ 8 <= count,
        !isRemarkable(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      {
        offset &+= 8
        continue
      }
      let end = min(offset &+ 8, count)
      while offset < end {
        switch finding(raw, at: offset, count: count) {
        case .clean: break
        case .escapeLike: escapeLike = true
        case let bad: return bad
        }
        offset &+= 1
      }
    }
    return escapeLike ? .escapeLike : .clean
  }

  /// Whether one of eight bytes is a control character, `_` or the first byte of U+F000 and up.
  private static func isRemarkable(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let control = (word &- ones &* 0x20) & ~word
    let line = word ^ (ones &* 0x5F)
    let upper = word ^ (ones &* 0xEF)
    let equal = ((line &- ones) & ~line) | ((upper &- ones) & ~upper)
    return (control | equal) & highs != 0
  }

  private static func finding(_ raw: UnsafeRawPointer, at offset: Int, count: Int) -> Finding {
    func byte(_ distance: Int) -> UInt8 {
      offset &+ distance < count ? raw.load(fromByteOffset: offset &+ distance, as: UInt8.self) : 0
    }
    let first = byte(0)
    if first < 0x20 {
      return first == 0x09 || first == 0x0A ? .clean : .bad(scalar: UInt32(first), offset: offset)
    }
    if first == 0xEF, byte(1) == 0xBF, byte(2) == 0xBE || byte(2) == 0xBF {
      return .bad(scalar: byte(2) == 0xBE ? 0xFFFE : 0xFFFF, offset: offset)
    }
    guard first == 0x5F, byte(1) == 0x78, byte(6) == 0x5F else { return .clean }
    for distance in 2...5 where !isHexDigit(byte(distance)) { return .clean }
    return .escapeLike
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// UTF-16 units of `count` bytes of UTF-8.
  static func utf16Length(_ bytes: UnsafePointer<CChar>, count: Int) -> Int {
    var length = 0
    for offset in 0..<count {
      let byte = UInt8(bitPattern: bytes[offset])
      if byte & 0xC0 != 0x80 { length &+= byte >= 0xF0 ? 2 : 1 }
    }
    return length
  }

  /// The text as it is to be handed to the library.
  ///
  /// - Parameters:
  ///   - text: The text as given.
  ///   - subject: What the text is, for the error.
  ///   - limit: The most UTF-16 units allowed.
  ///   - policy: What to do about characters that have no place in a workbook.
  ///   - escapes: Whether the place where the text goes is one where `_xHHHH_` is an escape.
  /// - Returns: The text, escaped and with its bad characters replaced where that was asked for.
  /// - Throws: ``XLSXError`` for a text that is too long or holds a bad character.
  static func prepared(
    _ text: String, _ subject: XLSXError.Subject, limit: Int = limit,
    policy: WorkbookOptions.InvalidCharacters = .refuse, escapes: Bool = false
  ) throws(XLSXError) -> String {
    let count = text.utf8.count
    if count > limit {
      let length = text.utf16.count
      guard length <= limit else {
        throw XLSXError(.tooLong(subject, length: length, limit: limit, unit: .utf16))
      }
    }
    let finding = text.withCString { inspect($0, count: count) }
    switch finding {
    case .clean: return text
    case .escapeLike: return escapes ? escaped(text) : text
    case .bad(let scalar, let offset):
      guard policy == .replace else {
        throw XLSXError(.badCharacter(subject, scalar: scalar, utf8Offset: offset))
      }
      return try prepared(replaced(text), subject, limit: limit, escapes: escapes)
    }
  }

  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      for offset in 0..<buffer.count {
        result.append(buffer[offset])
        if finding(base, at: offset, count: buffer.count) == .escapeLike {
          result.append(contentsOf: "x005F_".utf8)
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func replaced(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D:
        result.append("\n")
      case 0x0A:
        if !afterReturn { result.append(scalar) }
      case 0x00..<0x09, 0x0B..<0x20, 0xFFFE, 0xFFFF:
        result.append("\u{FFFD}")
      default:
        result.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(result)
  }
}
