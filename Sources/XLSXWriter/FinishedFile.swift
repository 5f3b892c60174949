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

  /// All that the file holds.
  var bytes: [UInt8] { Array(file) }

  /// Checks that no part of the archive is missing or cut short.
  ///
  /// - Parameter freeSpace: The bytes that were free for temporary files all the while; nil where
  ///   that is not known.
  /// - Throws: ``XLSXError`` where one is.
  func check(freeSpace: UInt64?) throws(XLSXError) {
    let parts = try ArchiveDirectory(file).entries
    let total = parts.reduce(UInt64(0)) { $0 &+ UInt64(clamping: $1.unpackedLength) }
    let isRoomy = freeSpace.map { $0 / 2 > total &+ (64 << 20) } ?? false
    for part in parts where !isRoomy || part.unpackedLength % 512 == 0 {
      guard isWhole(part) else { throw XLSXError(.incompleteFile(part: part.name)) }
    }
  }

  private func isWhole(_ entry: ArchiveDirectory.Entry) -> Bool {
    guard let range = ArchiveDirectory.packed(entry, in: file), var part = UnpackedEnds() else {
      return false
    }
    return part.feed(UnsafeRawBufferPointer(rebasing: file[range])) && part.isWholeXML
  }
}
