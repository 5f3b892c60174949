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
  private static let stride = 256

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
        count += Self.scalars(in: from..<to, of: buffer)
        counts.append(count)
        from = to
      }
      Self.forEach(lineEnd, in: buffer) { starts.append($0 + 1) }
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
      scalarsBefore[block] + Self.scalars(in: block * Self.stride..<offset, of: buffer)
    }
  }

  /// How many scalars begin in `range`, eight bytes at a time: those are all bytes but the ones whose two
  /// highest bits are 10.
  private static func scalars(in range: Range<Int>, of buffer: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var index = range.lowerBound
    var others = 0
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      others += (word >> 7 & ~word >> 6 & 0x0101_0101_0101_0101).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if buffer[index] & 0xC0 == 0x80 { others += 1 }
      index += 1
    }
    return range.count - others
  }

  /// Calls `body` with the offset of each `byte`; a word of eight bytes without one costs one look.
  private static func forEach(
    _ byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(buffer)
    let wanted = 0x0101_0101_0101_0101 * UInt64(byte)
    var index = 0
    while index < buffer.count {
      if index + 8 <= buffer.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let end = min(index + 8, buffer.count)
      while index < end {
        if buffer[index] == byte { body(index) }
        index += 1
      }
    }
  }
}
