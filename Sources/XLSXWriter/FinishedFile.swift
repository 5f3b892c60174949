import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads a finished workbook's archive back and finds parts that are cut short.
///
/// The library gathers each part in a temporary file and does not notice when that file could not
/// be written: it then packs what is there and reports success. A whole part is an XML text that
/// ends with the end of its root element; to see that, it must be unpacked.
///
/// Unpacking costs about a twentieth of the writing, so it is left out where the temporary folder
/// had room for several such workbooks. A part cut short by something else than a full disk, such
/// as a quota, still shows: it ends where a block of the disk ends, and such parts are unpacked.
struct FinishedFile: ~Copyable {
  /// The whole file; mapped rather than read, so that nothing large is allocated just after the
  /// library gave back the memory of a great many cells.
  private let file: UnsafeRawBufferPointer

  init(path: String) throws(XLSXError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw XLSXError(.system(path: path, code: errno)) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      throw XLSXError(.system(path: path, code: errno))
    }
    let length = Int(info.st_size)
    guard length > 0 else { throw XLSXError(.incompleteFile(part: "end record")) }
    let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start, start != MAP_FAILED else {
      throw XLSXError(.system(path: path, code: errno))
    }
    file = UnsafeRawBufferPointer(start: start, count: length)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: file.baseAddress), file.count)
  }

  /// Checks that no part of the archive is missing or cut short.
  ///
  /// - Parameter freeSpace: The bytes that were free for temporary files all the while; nil where
  ///   that is not known.
  /// - Throws: ``XLSXError`` where one is.
  func check(freeSpace: UInt64?) throws(XLSXError) {
    let directory = try centralDirectory()
    var offset = 0
    var parts: [Entry] = []
    while let entry = Entry(directory, at: offset) {
      offset += entry.recordLength
      parts.append(entry)
    }
    guard !parts.isEmpty, offset == directory.count else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
    let total = parts.reduce(UInt64(0)) { $0 &+ UInt64(clamping: $1.unpackedLength) }
    let isRoomy = freeSpace.map { $0 / 2 > total &+ (64 << 20) } ?? false
    for part in parts where !isRoomy || part.unpackedLength % 512 == 0 {
      guard isWhole(part) else { throw XLSXError(.incompleteFile(part: part.name)) }
    }
  }

  /// The bytes of the archive's table of contents.
  private func centralDirectory() throws(XLSXError) -> UnsafeRawBufferPointer {
    // The library writes no archive comment, so the end record is the last 22 bytes.
    guard let end = bytes(at: file.count - 22, count: 22), end.little32(0) == 0x0605_4B50 else {
      throw XLSXError(.incompleteFile(part: "end record"))
    }
    var size = Int(end.little32(12))
    var start = Int(end.little32(16))
    if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      guard let wide = bytes(at: file.count - 22 - 20 - 56, count: 56),
        wide.little32(0) == 0x0606_4B50,
        let wideSize = Int(exactly: wide.little64(40)),
        let wideStart = Int(exactly: wide.little64(48))
      else { throw XLSXError(.incompleteFile(part: "end record")) }
      (size, start) = (wideSize, wideStart)
    }
    guard let directory = bytes(at: start, count: size) else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
    return directory
  }

  private func isWhole(_ entry: Entry) -> Bool {
    guard let header = bytes(at: entry.start, count: 30), header.little32(0) == 0x0403_4B50,
      let packed = bytes(
        at: entry.start + 30 + Int(header.little16(26)) + Int(header.little16(28)),
        count: entry.packedLength),
      var part = UnpackedEnds()
    else { return false }
    return part.feed(packed) && part.isWholeXML
  }

  /// Bytes of the file, or nil where it has no such bytes.
  private func bytes(at offset: Int, count: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, count > 0, count <= file.count, offset <= file.count - count else {
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: file[offset..<(offset + count)])
  }

  /// One line of the table of contents.
  private struct Entry {
    let name: String
    let start: Int
    let packedLength: Int
    let unpackedLength: Int
    let recordLength: Int

    init?(_ directory: UnsafeRawBufferPointer, at offset: Int) {
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
      var wide = WideFields(UnsafeRawBufferPointer(rebasing: extra))
      unpackedLength = wide.resolve(Int(directory.little32(offset + 24)))
      packedLength = wide.resolve(Int(directory.little32(offset + 20)))
      start = wide.resolve(Int(directory.little32(offset + 42)))
    }
  }

  /// The 64-bit values that stand in for 32-bit fields filled with ones.
  private struct WideFields {
    private let values: UnsafeRawBufferPointer
    private var offset = 4

    init(_ extra: UnsafeRawBufferPointer) {
      let isWide = extra.count >= 4 && extra.little16(0) == 1
      values = isWide ? extra : UnsafeRawBufferPointer(start: nil, count: 0)
    }

    mutating func next() -> Int {
      guard offset + 8 <= values.count else { return 0 }
      defer { offset += 8 }
      return Int(exactly: values.little64(offset)) ?? 0
    }

    mutating func resolve(_ narrow: Int) -> Int { narrow == 0xFFFF_FFFF ? next() : narrow }
  }
}

extension UnsafeRawBufferPointer {
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
