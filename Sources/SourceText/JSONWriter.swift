/// Writes JSON (RFC 8259) straight into bytes, in the order it is told.
///
/// It keeps no tree, so that listing a million figures allocates little. Commas and colons are its
/// own; the caller opens and closes what it began.
public struct JSONWriter: Sendable {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty text.
  public init() {}

  /// An empty text with room for some bytes.
  package init(room: Int) { bytes.reserveCapacity(room) }

  /// Takes the bytes written so far, leaving none; for writing a long text piece by piece.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a member's name; its value follows.
  public mutating func key(_ name: StaticString) {
    let comma = needsComma ? 1 : 0
    let length = name.utf8CodeUnitCount
    write(atMost: length + 4) { place in
      place[0] = UInt8(ascii: ",")
      place[comma] = UInt8(ascii: "\"")
      (place + comma + 1).initialize(from: name.utf8Start, count: length)
      place[comma + length + 1] = UInt8(ascii: "\"")
      place[comma + length + 2] = UInt8(ascii: ":")
      return comma + length + 3
    }
    needsComma = false
  }

  /// Writes a member's name that is known only at run time; its value follows.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// Writes a string from valid UTF-8.
  public mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    guard let base = utf8.baseAddress, !ByteWords.holdsJSONEscape(utf8) else {
      return escapedString(utf8)
    }
    write(atMost: utf8.count + 2) { place in
      place[0] = UInt8(ascii: "\"")
      (place + 1).initialize(from: base, count: utf8.count)
      place[utf8.count + 1] = UInt8(ascii: "\"")
      return utf8.count + 2
    }
    needsComma = true
  }

  /// Writes the object that `body` fills if it fits into `room` bytes; tells whether it did.
  mutating func write(recordIn room: Int, _ body: (inout JSONRecord) -> Void) -> Bool {
    let before = bytes.count
    let comma = needsComma ? 1 : 0
    write(atMost: room + 1) { place in
      place[0] = UInt8(ascii: ",")
      let start = place + comma
      var record = JSONRecord(from: start, to: start + room)
      body(&record)
      let count = record.close(from: start)
      return record.overflows ? 0 : comma + count
    }
    guard bytes.count > before else { return false }
    needsComma = true
    return true
  }

  private mutating func escapedString(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var clean = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard Self.mustEscape(byte) else { continue }
      bytes.append(contentsOf: utf8[clean..<index])
      escape(byte)
      clean = index + 1
    }
    bytes.append(contentsOf: utf8[clean..<utf8.count])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  @inline(__always)
  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    DecimalDigits.append(value, to: &bytes)
    needsComma = true
  }

  /// Writes at most `count` bytes at once; `body` puts them at the place it is given and says how
  /// many they were.
  @inline(__always)
  private mutating func write(atMost count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    bytes.append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        filled += body(base + filled)
      }
    }
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes a line break, for texts that people also read.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes the members `line`, `column`, `endLine` and `endColumn` of an object.
  package mutating func span(from start: TextPosition, to end: TextPosition) {
    key("line")
    number(start.line)
    key("column")
    number(start.column)
    key("endLine")
    number(end.line)
    key("endColumn")
    number(end.column)
  }

  /// Writes the members `paragraph`, `character` and, where it is known, `page` of an object.
  package mutating func members(of place: SourceDocument.Place) {
    key("paragraph")
    number(place.paragraph)
    key("character")
    number(place.character)
    guard let page = place.page else { return }
    key("page")
    number(page)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
    case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    }
  }
}
