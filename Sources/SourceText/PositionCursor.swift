/// Turns rising UTF-8 offsets into lines and columns in one pass over the text.
///
/// For listing thousands of places of one text in order: the whole listing is linear in the text,
/// also where the text is a single line.
public struct PositionCursor {
  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1

  /// A cursor at the head of a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The position of `target`; an offset before the last one asked for starts over from the head.
  public mutating func position(of target: Int) -> TextPosition {
    if target < offset { self = PositionCursor(bytes) }
    let end = min(target, bytes.count)
    guard offset < end else { return TextPosition(line: line, column: column) }
    bytes.withUnsafeBufferPointer { buffer in
      // Counts without branches, which the compiler turns into a few bytes a step.
      var lineEnds = 0
      var scalars = 0
      for byte in UnsafeBufferPointer(rebasing: buffer[offset..<end]) {
        lineEnds &+= byte == 0x0A ? 1 : 0
        scalars &+= byte & 0xC0 != 0x80 ? 1 : 0
      }
      if lineEnds > 0 {
        line += lineEnds
        column = 1
        scalars = 0
        var index = end
        while buffer[index - 1] != 0x0A {
          index -= 1
          scalars += buffer[index] & 0xC0 != 0x80 ? 1 : 0
        }
      }
      column += scalars
    }
    offset = end
    return TextPosition(line: line, column: column)
  }
}
