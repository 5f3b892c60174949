/// Turns rising UTF-8 offsets into lines and columns in one pass over the text.
///
/// For listing thousands of places of one text in order: the whole listing is linear in the text,
/// also where the text is a single line.
public struct PositionCursor {
  private let bytes: [UInt8]
  private let lineEnd: UInt8
  private var offset: Int
  private var line = 1
  private var column = 1

  /// A cursor at the head of a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineEnd = SourceFile.lineEnd(of: bytes)
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether `target` is not before the last offset asked for.
  package func canReach(_ target: Int) -> Bool { target >= offset }

  /// The position of `target`, which is not before the last offset asked for.
  ///
  /// The cursor stays; it costs what lies between the two.
  package func position(ahead target: Int) -> TextPosition {
    let end = min(target, bytes.count)
    guard offset < end else { return TextPosition(line: line, column: column) }
    let count = bytes.withUnsafeBufferPointer { buffer in
      ByteWords.lines(
        endedBy: lineEnd, in: UnsafeBufferPointer(rebasing: buffer[offset..<end]))
    }
    return TextPosition(
      line: line &+ count.lines,
      column: count.lines > 0 ? 1 &+ count.scalars : column &+ count.scalars)
  }

  /// The position of `target`; an offset before the last one asked for starts over from the head.
  public mutating func position(of target: Int) -> TextPosition {
    if target < offset { self = PositionCursor(bytes) }
    let position = position(ahead: target)
    (line, column) = (position.line, position.column)
    offset = max(offset, min(target, bytes.count))
    return position
  }
}
