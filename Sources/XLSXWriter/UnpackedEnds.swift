import CXLSXWriter

/// Unpacks a deflated text and keeps only its beginning and its end.
struct UnpackedEnds: ~Copyable {
  private static let kept = 128

  private let stream: UnsafeMutablePointer<z_stream>
  private var output = [UInt8](repeating: 0, count: 1 << 16)
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var ended = false

  /// Nil where there is no memory left.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(truncatingIfNeeded: MemoryLayout<z_stream>.size)
    // Negative window bits: raw deflate data, as archives hold it.
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks `packed`; false where it is damaged or has no end.
  mutating func feed(_ packed: UnsafeRawBufferPointer) -> Bool {
    var rest = packed[...]
    while !rest.isEmpty, !ended {
      // The library counts in 32 bits.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: piece.bindMemory(to: UInt8.self).baseAddress)
      stream.pointee.avail_in = UInt32(truncatingIfNeeded: piece.count)
      while !ended, stream.pointee.avail_in > 0 {
        let status = unpackBlock()
        if status == Z_STREAM_END { ended = true }
        guard status == Z_OK || status == Z_STREAM_END else { return false }
      }
      rest = rest.dropFirst(piece.count)
    }
    // What is left in the library's own buffer.
    while !ended {
      let status = unpackBlock()
      if status == Z_STREAM_END { ended = true }
      guard status == Z_OK || status == Z_STREAM_END else { return false }
    }
    return true
  }

  private mutating func unpackBlock() -> Int32 {
    let capacity = output.count
    let stream = stream
    let status = output.withUnsafeMutableBufferPointer { block in
      stream.pointee.next_out = block.baseAddress
      stream.pointee.avail_out = UInt32(truncatingIfNeeded: capacity)
      return inflate(stream, Z_NO_FLUSH)
    }
    let count = capacity - Int(stream.pointee.avail_out)
    if head.count < Self.kept { head += output[..<min(count, Self.kept)] }
    tail += output[max(0, count - Self.kept)..<count]
    tail.removeFirst(max(0, tail.count - Self.kept))
    return status
  }

  /// Whether all was unpacked and the text ends with the end of the element it begins with.
  var isWholeXML: Bool {
    guard ended, let name = rootName else { return false }
    let text = tail.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
    return text.starts(with: (Array("</".utf8) + name + Array(">".utf8)).reversed())
  }

  private var rootName: [UInt8]? {
    var rest = head[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      guard let first = rest.first, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
      else { continue }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      return Array(name)
    }
    return nil
  }
}
