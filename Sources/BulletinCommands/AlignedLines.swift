import SourceText

/// Lines for people, made of pieces that are padded to columns of a fixed-width display.
struct AlignedLines {
  /// The lines so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Takes the lines written so far, leaving none; for writing a long text piece by piece.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Adds a text from outside, escaped; with a width, blanks to fill it, one at least.
  mutating func add(_ text: String, width: Int = 0) {
    var text = text
    text.withUTF8 { add(utf8: $0, width: width) }
  }

  /// Adds a text from outside as valid UTF-8, escaped; with a width, blanks to fill it, one at least.
  mutating func add(utf8: UnsafeBufferPointer<UInt8>, width: Int = 0) {
    let taken = VisibleText.append(utf8, to: &bytes)
    if width > 0 { blanks(max(1, width - taken)) }
  }

  /// Adds a place as `line:column`.
  mutating func add(_ position: TextPosition, width: Int = 0) {
    let start = bytes.count
    DecimalDigits.append(position.line, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    DecimalDigits.append(position.column, to: &bytes)
    if width > 0 { blanks(max(1, width - (bytes.count - start))) }
  }

  /// Adds blanks.
  mutating func blanks(_ count: Int) {
    for _ in 0..<max(0, count) { bytes.append(0x20) }
  }

  /// Ends the line; blanks at its end are left out.
  mutating func endLine() {
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }
}
