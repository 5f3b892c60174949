import SourceText

/// Scans the tokens of JSON in a stretch of bytes.
struct JSONScanner {
  /// How many digits an exact decimal holds.
  private static let mostDigits = 38

  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether all was scanned.
  var isAtEnd: Bool { position >= end }

  /// The next byte; 0 at the end.
  var peek: UInt8 { position < end ? text[position] : 0 }

  /// The bytes of a text.
  func bytes(of value: Record.Value) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(value.start)..<Int(value.end)])
  }

  /// A fault at the next byte.
  func fault(zh: String, en: String) -> JSONRecordReader.Fault {
    JSONRecordReader.Fault(offset: position, message: Message(zh: zh, en: en))
  }

  @inline(__always)
  mutating func skipBlanks() {
    while position < end {
      let byte = text[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// Takes a sign, blanks before it included, where it comes next.
  @inline(__always)
  mutating func take(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard position < end, text[position] == sign else { return false }
    position += 1
    return true
  }

  /// One of the words true, false, null.
  mutating func word(
    _ word: StaticString, _ kind: Record.Value.Kind
  ) throws(JSONRecordReader.Fault) -> Record.Value {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { throw unexpected }
    for index in 0..<count where text[position + index] != word.utf8Start[index] {
      throw unexpected
    }
    position += count
    return Record.Value(kind: kind)
  }

  /// A number without an exponent.
  @inline(__always)
  mutating func number() throws(JSONRecordReader.Fault) -> Record.Value {
    let start = position
    if position < end, text[position] == 0x2D { position += 1 }
    let digits = position
    skipDigits()
    var count = position - digits
    guard count > 0 else { throw unexpected }
    if text[digits] == 0x30, position > digits + 1 {
      position = digits
      throw fault(zh: "数值前面有多余的零", en: "a number begins with a needless zero")
    }
    if position < end, text[position] == 0x2E {
      position += 1
      let decimals = position
      skipDigits()
      guard position > decimals else { throw unexpected }
      count += position - decimals
    }
    if position < end, text[position] | 0x20 == 0x65 {
      throw fault(
        zh: "数值用了科学记数法,不能照印", en: "a number with an exponent cannot be printed as it is")
    }
    guard count <= Self.mostDigits else {
      position = start
      throw fault(zh: "数值超过 38 位", en: "a number has more than 38 digits")
    }
    return Record.Value(kind: .number, start: Int32(start), end: Int32(position))
  }

  @inline(__always)
  private mutating func skipDigits() {
    while position < end, text[position] &- 0x30 < 10 { position += 1 }
  }

  /// A string; one without escapes stays where it is.
  @inline(__always)
  mutating func string(into record: inout Record) throws(JSONRecordReader.Fault) -> Record.Value {
    guard position < end, text[position] == 0x22 else { throw unexpected }
    position += 1
    let start = position
    var isSuspect = false
    while position < end {
      let byte = text[position]
      if byte >= 0x80 {
        try character(byte, &isSuspect)
      } else if byte == 0x22 {
        position += 1
        return Record.Value(
          kind: .text, isSuspect: isSuspect, start: Int32(start), end: Int32(position - 1))
      } else if byte == 0x5C {
        return try unescaped(from: start, into: &record)
      } else if byte < 0x20 {
        throw fault(zh: "文字里有控制字符", en: "a string holds a control character")
      } else {
        isSuspect = isSuspect || byte == 0x7F
        position += 1
      }
    }
    throw fault(zh: "引号没有成对", en: "a string is not closed")
  }

  /// A run of characters beyond ASCII, checked for being UTF-8.
  @inline(__always)
  private mutating func character(
    _ first: UInt8, _ isSuspect: inout Bool
  ) throws(JSONRecordReader.Fault) {
    if first & 0xF0 == 0xE0, position + 2 < end {
      let (second, third) = (text[position + 1], text[position + 2])
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80,
        first != 0xE0 || second >= 0xA0, first != 0xED || second < 0xA0
      else { throw undecodable }
      // Line separators and direction marks stand from U+2028 on.
      if first == 0xE2, second == 0x80, third >= 0xA8 { isSuspect = true }
      position += 3
      return
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), position + length <= end else { throw undecodable }
    for index in 1..<length where text[position + index] & 0xC0 != 0x80 { throw undecodable }
    if first == 0xF0, text[position + 1] < 0x90 { throw undecodable }
    if first == 0xF4, text[position + 1] >= 0x90 { throw undecodable }
    isSuspect = isSuspect || first == 0xC2
    position += length
  }

  /// A string with escapes, written out into the record.
  private mutating func unescaped(
    from start: Int, into record: inout Record
  ) throws(JSONRecordReader.Fault) -> Record.Value {
    let first = record.unescaped.count
    record.unescaped.append(contentsOf: text[start..<position])
    var isSuspect = true
    while position < end {
      let byte = text[position]
      switch byte {
      case 0x22:
        position += 1
        return Record.Value(
          kind: .unescaped, isSuspect: true, start: Int32(first),
          end: Int32(record.unescaped.count))
      case 0x5C:
        let scalar = try escape()
        record.unescaped.append(contentsOf: String(scalar).utf8)
      case 0x00..<0x20:
        throw fault(zh: "文字里有控制字符", en: "a string holds a control character")
      case 0x80...:
        let start = position
        try character(byte, &isSuspect)
        record.unescaped.append(contentsOf: text[start..<position])
      default:
        record.unescaped.append(byte)
        position += 1
      }
    }
    throw fault(zh: "引号没有成对", en: "a string is not closed")
  }

  private mutating func escape() throws(JSONRecordReader.Fault) -> Unicode.Scalar {
    position += 1
    let sign = peek
    position += 1
    switch sign {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(sign)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75: break
    default: throw unexpected
    }
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A surrogate needs its twin.
    guard (0xD800..<0xDC00).contains(unit), peek == 0x5C else { throw unexpected }
    position += 1
    guard peek == 0x75 else { throw unexpected }
    position += 1
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw unexpected }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONRecordReader.Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = peek
      let digit: UInt8 =
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: throw unexpected
        }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private var unexpected: JSONRecordReader.Fault {
    fault(zh: "这里不是 JSON", en: "this is not JSON")
  }

  private var undecodable: JSONRecordReader.Fault {
    fault(zh: "这里的字节不是 UTF-8", en: "these bytes are not UTF-8")
  }
}
