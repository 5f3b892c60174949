/// The members of an object that ``JSONWriter/record(_:)`` writes, in room made beforehand.
public struct JSONRecord {
  private var place: UnsafeMutablePointer<UInt8>
  private let end: UnsafeMutablePointer<UInt8>
  private(set) var overflows = false
  private var needsComma = false

  init(from start: UnsafeMutablePointer<UInt8>, to end: UnsafeMutablePointer<UInt8>) {
    place = start
    self.end = end
    if let first = reserve(1) { first[0] = UInt8(ascii: "{") }
  }

  /// How many bytes are written once the object is closed.
  mutating func close(from start: UnsafeMutablePointer<UInt8>) -> Int {
    if let last = reserve(1) { last[0] = UInt8(ascii: "}") }
    return place - start
  }

  /// Writes a member that is a string, from valid UTF-8.
  public mutating func member(_ name: StaticString, utf8: UnsafeBufferPointer<UInt8>) {
    key(name)
    guard let base = utf8.baseAddress, !ByteWords.holdsJSONEscape(utf8) else {
      return escaped(utf8)
    }
    guard let start = reserve(utf8.count + 2) else { return }
    start[0] = UInt8(ascii: "\"")
    (start + 1).initialize(from: base, count: utf8.count)
    start[utf8.count + 1] = UInt8(ascii: "\"")
  }

  /// Writes members that are put into JSON already, without the commas at either end.
  package mutating func members(ready bytes: [UInt8]) {
    let comma = needsComma ? 1 : 0
    needsComma = true
    guard let start = reserve(comma + bytes.count) else { return }
    start[0] = UInt8(ascii: ",")
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress {
        (start + comma).initialize(from: base, count: bytes.count)
      }
    }
  }

  /// Writes a member that is a string.
  package mutating func member(_ name: StaticString, _ text: String) {
    var text = text
    text.withUTF8 { member(name, utf8: $0) }
  }

  /// Writes a member that is a message's text in `language`.
  package mutating func member(
    _ name: StaticString, _ message: Message, in language: MessageLanguage
  ) {
    key(name)
    quote()
    message.forEachPiece(in: language) { append($0) }
    quote()
  }

  /// Writes the members `paragraph`, `character` and, where it is known, `page`.
  package mutating func members(of place: SourceDocument.Place) {
    member("paragraph", place.paragraph)
    member("character", place.character)
    if let page = place.page { member("page", page) }
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    let magnitude = value.magnitude
    var count = value < 0 ? 2 : 1
    var power: UInt = 10
    // Twenty characters hold every number.
    while count < 20, magnitude >= power {
      count += 1
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    guard let start = reserve(count) else { return }
    var rest = magnitude
    var place = count
    repeat {
      place -= 1
      start[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { start[0] = UInt8(ascii: "-") }
  }

  private mutating func key(_ name: StaticString) {
    let comma = needsComma ? 1 : 0
    let length = name.utf8CodeUnitCount
    guard let start = reserve(comma + length + 3) else { return }
    start[0] = UInt8(ascii: ",")
    start[comma] = UInt8(ascii: "\"")
    (start + comma + 1).initialize(from: name.utf8Start, count: length)
    start[comma + length + 1] = UInt8(ascii: "\"")
    start[comma + length + 2] = UInt8(ascii: ":")
    needsComma = true
  }

  /// A string that may hold characters to be escaped.
  private mutating func escaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    quote()
    append(utf8)
    quote()
  }

  private mutating func quote() {
    if let place = reserve(1) { place[0] = UInt8(ascii: "\"") }
  }

  /// Adds a part of a string that is open.
  private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let base = utf8.baseAddress else { return }
    guard ByteWords.holdsJSONEscape(utf8) else {
      if let start = reserve(utf8.count) { start.initialize(from: base, count: utf8.count) }
      return
    }
    // What must be escaped is rare; the ordinary writer knows how.
    var json = JSONWriter()
    json.string(utf8: utf8)
    let count = json.bytes.count - 2
    guard let start = reserve(count) else { return }
    for index in 0..<count { start[index] = json.bytes[index + 1] }
  }

  /// The place of the next `count` bytes; nil where there is no room for them.
  @inline(__always)
  private mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
    guard !overflows, end - place >= count else {
      overflows = true
      return nil
    }
    defer { place += count }
    return place
  }
}

extension JSONWriter {
  /// Writes an object of a long listing, with room for its members made once.
  ///
  /// `body` may be run again with more room where there was too little; it has to write the same.
  public mutating func record(_ body: (inout JSONRecord) -> Void) {
    var room = 512
    while !write(recordIn: room, body) { room *= 8 }
  }
}
