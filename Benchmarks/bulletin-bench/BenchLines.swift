#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file's lines, read a stretch at a time.
struct BenchLines: ~Copyable {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var filled = 0

  /// The lines of the file at `path`; nil where it cannot be read.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY)
    if descriptor < 0 { return nil }
  }

  deinit {
    close(descriptor)
  }

  /// Calls `body` with each line and the buffer it stands in; false from it ends the reading.
  ///
  /// - Returns: Whether all lines were read.
  mutating func forEach(_ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    while true {
      if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: filled)) }
      let count = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
      }
      guard count >= 0 else { return false }
      let isLast = count == 0
      filled += count
      guard let start = lines(isLast: isLast, body) else { return false }
      guard !isLast else { return true }
      let rest = max(filled - start, 0)
      buffer.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress { memmove(base, base + start, rest) }
      }
      filled = rest
    }
  }

  /// Calls `body` with each stretch of the file.
  ///
  /// - Returns: Whether all was read.
  mutating func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { return false }
      guard count > 0 else { return true }
      buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// All of the file at `path`; nil where it cannot be read.
  static func contents(of path: String) -> [UInt8]? {
    guard var lines = BenchLines(path) else { return nil }
    var bytes: [UInt8] = []
    return lines.forEachPiece { bytes.append(contentsOf: $0) } ? bytes : nil
  }

  /// Calls `body` with each whole line of the buffer; where the rest begins, nil where it ended.
  private func lines(
    isLast: Bool, _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var start = 0
      while start < filled {
        let found = memchr(base + start, 0x0A, filled - start).map {
          UnsafeRawPointer($0) - UnsafeRawPointer(base)
        }
        guard let end = found ?? (isLast ? filled : nil) else { break }
        if end > start, !body(start..<end, bytes) { return nil }
        start = end + 1
      }
      return start
    }
  }
}
