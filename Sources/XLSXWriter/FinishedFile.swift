import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a finished workbook's archive back and finds parts that are cut short.
///
/// The library gathers each part in a temporary file and does not notice when that file could not
/// be written: it then packs what is there and reports success. So every part is unpacked once and
/// must be an XML text that ends with the end of its root element.
struct FinishedFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let length: Int

  init(path: String) throws(XLSXError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw XLSXError(.system(path: path, code: errno)) }
    var info = stat()
    length = fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
  }

  deinit {
    close(descriptor)
  }

  /// Throws where a part of the archive is missing or cut short.
  func check() throws(XLSXError) {
    let directory = try centralDirectory()
    var offset = 0
    var parts = 0
    while let entry = Entry(directory, at: offset) {
      guard isWhole(entry) else { throw XLSXError(.incompleteFile(part: entry.name)) }
      offset += entry.recordLength
      parts += 1
    }
    guard parts > 0, offset == directory.count else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
  }

  /// The bytes of the archive's table of contents.
  private func centralDirectory() throws(XLSXError) -> [UInt8] {
    // The library writes no archive comment, so the end record is the last 22 bytes.
    let end = bytes(at: length - 22, count: 22)
    guard end.count == 22, end.little32(0) == 0x0605_4B50 else {
      throw XLSXError(.incompleteFile(part: "end record"))
    }
    var size = Int(end.little32(12))
    var start = Int(end.little32(16))
    if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      let wide = bytes(at: length - 22 - 20 - 56, count: 56)
      guard wide.count == 56, wide.little32(0) == 0x0606_4B50,
        let wideSize = Int(exactly: wide.little64(40)),
        let wideStart = Int(exactly: wide.little64(48))
      else { throw XLSXError(.incompleteFile(part: "end record")) }
      (size, start) = (wideSize, wideStart)
    }
    guard size <= length, start <= length - size else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
    return bytes(at: start, count: size)
  }

  private func isWhole(_ entry: Entry) -> Bool {
    let header = bytes(at: entry.start, count: 30)
    guard header.count == 30, header.little32(0) == 0x0403_4B50 else { return false }
    let start = entry.start + 30 + Int(header.little16(26)) + Int(header.little16(28))
    guard var part = UnpackedEnds() else { return false }
    var offset = start
    let end = start + entry.packedLength
    while offset < end {
      let chunk = bytes(at: offset, count: min(1 << 17, end - offset))
      guard !chunk.isEmpty, part.feed(chunk) else { return false }
      offset += chunk.count
    }
    return part.isWholeXML
  }

  private func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled)
        )
        if got <= 0 { break }
        filled += got
      }
    }
  }

  /// One line of the table of contents.
  private struct Entry {
    let name: String
    let start: Int
    let packedLength: Int
    let recordLength: Int

    init?(_ directory: [UInt8], at offset: Int) {
      guard offset + 46 <= directory.count, directory.little32(offset) == 0x0201_4B50 else {
        return nil
      }
      let nameLength = Int(directory.little16(offset + 28))
      let extraLength = Int(directory.little16(offset + 30))
      let end = offset + 46 + nameLength + extraLength + Int(directory.little16(offset + 32))
      guard end <= directory.count else { return nil }
      recordLength = end - offset
      name = String(
        decoding: directory[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self)
      let extra = directory[(offset + 46 + nameLength)...].prefix(extraLength)
      var wide = WideFields(Array(extra))
      let unpacked = Int(directory.little32(offset + 24))
      if unpacked == 0xFFFF_FFFF { _ = wide.next() }
      packedLength = wide.resolve(Int(directory.little32(offset + 20)))
      start = wide.resolve(Int(directory.little32(offset + 42)))
    }
  }

  /// The 64-bit values that stand in for 32-bit fields filled with ones.
  private struct WideFields {
    private let values: [UInt8]
    private var offset = 4

    init(_ extra: [UInt8]) {
      values = extra.count >= 4 && extra.little16(0) == 1 ? extra : []
    }

    mutating func next() -> Int {
      guard offset + 8 <= values.count else { return 0 }
      defer { offset += 8 }
      return Int(exactly: values.little64(offset)) ?? 0
    }

    mutating func resolve(_ narrow: Int) -> Int { narrow == 0xFFFF_FFFF ? next() : narrow }
  }
}

extension [UInt8] {
  fileprivate func little16(_ offset: Int) -> UInt16 {
    UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  fileprivate func little32(_ offset: Int) -> UInt32 {
    UInt32(little16(offset)) | UInt32(little16(offset + 2)) << 16
  }

  fileprivate func little64(_ offset: Int) -> UInt64 {
    UInt64(little32(offset)) | UInt64(little32(offset + 4)) << 32
  }
}
