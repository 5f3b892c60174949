/// A place as people count it.
public struct TextPosition: Sendable, Hashable {
  /// The line, from 1; LF ends one, or CR where a text has no LF.
  public let line: Int
  /// The column, from 1, in Unicode scalars; a byte order mark is not counted.
  public let column: Int

  /// A position from its two numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text begin, to turn UTF-8 offsets into lines and columns in any order.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many scalars begin before every ``stride``th byte, so that a column in a very long line
  /// is found without counting the line from its head.
  private let scalarsBefore: [Int]
  private static let stride = 1024

  /// The table of a text; linear in its size.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let lineEnd = SourceFile.lineEnd(of: bytes)
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var counts = [0]
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      var from = 0
      while from < buffer.count {
        let to = min(from + Self.stride, buffer.count)
        for index in from..<to {
          let byte = buffer[index]
          if byte == lineEnd { starts.append(index + 1) }
          if byte & 0xC0 != 0x80 { count += 1 }
        }
        counts.append(count)
        from = to
      }
    }
    self.starts = starts
    scalarsBefore = counts
  }

  /// How many lines there are; a text that ends with LF has an empty last one.
  public var count: Int { starts.count }

  /// The position of a UTF-8 offset; logarithmic in the number of lines, whatever their length.
  public func position(of offset: Int) -> TextPosition {
    let line = lineIndex(of: offset)
    let from = starts[line]
    let to = min(max(offset, from), bytes.count)
    return TextPosition(line: line + 1, column: scalars(before: to) - scalars(before: from) + 1)
  }

  /// The range of a line's bytes without its line end; nil for a line the text does not have.
  public func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  /// The UTF-8 offset of a position, or nil where the text has no such place.
  public func offset(of position: TextPosition) -> Int? {
    guard let range = range(ofLine: position.line), position.column >= 1 else { return nil }
    var offset = range.lowerBound
    for _ in 1..<position.column {
      guard offset < bytes.count else { return nil }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    return bytes.withUnsafeBufferPointer { buffer in
      var count = scalarsBefore[block]
      var index = block * Self.stride
      while index < offset {
        if buffer[index] & 0xC0 != 0x80 { count += 1 }
        index += 1
      }
      return count
    }
  }
}
