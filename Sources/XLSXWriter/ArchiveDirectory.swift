/// The table of contents of a workbook's archive, as the library's ZIP writer leaves it.
struct ArchiveDirectory {
  /// One line of it.
  struct Entry {
    /// The part's name.
    let name: String
    /// Where the part's own head begins in the file.
    let start: Int
    let packedLength: Int
    let unpackedLength: Int
    /// Where the line begins in the file, and how long it is.
    let record: Range<Int>
  }

  /// Its lines, in the order of the parts.
  let entries: [Entry]
  /// Where it lies in the file.
  let range: Range<Int>

  /// Reads the table of a whole file.
  ///
  /// - Throws: ``XLSXError`` where the file is cut short.
  init(_ file: UnsafeRawBufferPointer) throws(XLSXError) {
    range = try Self.range(in: file)
    let directory = UnsafeRawBufferPointer(rebasing: file[range])
    var entries: [Entry] = []
    var offset = 0
    while let entry = Entry(directory, at: offset, in: range.lowerBound) {
      offset += entry.record.count
      entries.append(entry)
    }
    guard !entries.isEmpty, offset == directory.count else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
    self.entries = entries
  }

  /// The packed bytes of a part; nil where the file has no such bytes.
  static func packed(_ entry: Entry, in file: UnsafeRawBufferPointer) -> Range<Int>? {
    guard let header = bytes(of: file, at: entry.start, count: 30),
      header.little32(0) == 0x0403_4B50
    else { return nil }
    let start = entry.start + 30 + Int(header.little16(26)) + Int(header.little16(28))
    guard bytes(of: file, at: start, count: entry.packedLength) != nil else { return nil }
    return start..<start + entry.packedLength
  }

  private static func range(in file: UnsafeRawBufferPointer) throws(XLSXError) -> Range<Int> {
    // The library writes no archive comment, so the end record is the last 22 bytes.
    guard let end = bytes(of: file, at: file.count - 22, count: 22), end.little32(0) == 0x0605_4B50
    else {
      throw XLSXError(.incompleteFile(part: "end record"))
    }
    var size = Int(end.little32(12))
    var start = Int(end.little32(16))
    if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      guard let wide = bytes(of: file, at: file.count - 22 - 20 - 56, count: 56),
        wide.little32(0) == 0x0606_4B50,
        let wideSize = Int(exactly: wide.little64(40)),
        let wideStart = Int(exactly: wide.little64(48))
      else { throw XLSXError(.incompleteFile(part: "end record")) }
      (size, start) = (wideSize, wideStart)
    }
    guard bytes(of: file, at: start, count: size) != nil else {
      throw XLSXError(.incompleteFile(part: "central directory"))
    }
    return start..<start + size
  }

  private static func bytes(
    of file: UnsafeRawBufferPointer, at offset: Int, count: Int
  ) -> UnsafeRawBufferPointer? {
    guard offset >= 0, count > 0, count <= file.count, offset <= file.count - count else {
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: file[offset..<(offset + count)])
  }
}

extension ArchiveDirectory.Entry {
  fileprivate init?(_ directory: UnsafeRawBufferPointer, at offset: Int, in start: Int) {
    guard offset + 46 <= directory.count, directory.little32(offset) == 0x0201_4B50 else {
      return nil
    }
    let nameLength = Int(directory.little16(offset + 28))
    let extraLength = Int(directory.little16(offset + 30))
    let end = offset + 46 + nameLength + extraLength + Int(directory.little16(offset + 32))
    guard end <= directory.count else { return nil }
    record = start + offset..<start + end
    name = String(
      decoding: directory[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self)
    let extra = directory[(offset + 46 + nameLength)...].prefix(extraLength)
    var wide = WideFields(UnsafeRawBufferPointer(rebasing: extra))
    unpackedLength = wide.resolve(Int(directory.little32(offset + 24)))
    packedLength = wide.resolve(Int(directory.little32(offset + 20)))
    self.start = wide.resolve(Int(directory.little32(offset + 42)))
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
