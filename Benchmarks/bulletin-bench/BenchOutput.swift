#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Output gathered into large writes.
struct BenchOutput {
  var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1 << 19)
  }

  /// Writes out what was gathered once there is much of it, or in any case at the end.
  mutating func flush(atEnd: Bool = false) -> Bool {
    guard bytes.count >= 1 << 18 || atEnd else { return true }
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(1, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
      guard written > 0 else { return false }
      start += written
    }
    bytes.removeAll(keepingCapacity: true)
    return true
  }
}
