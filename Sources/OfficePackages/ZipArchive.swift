import CZip

/// A zip archive in memory, read by libzip.
struct ZipArchive: ~Copyable {
  private let archive: OpaquePointer
  // libzip reads from these bytes until the archive is dropped.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let limit: Int
  /// How many bytes the parts may still take.
  private var budget: Int

  /// Opens an archive whose parts, those that are read, may take `limit` bytes in all.
  init(_ raw: [UInt8], limit: Int) throws(PackageFault) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(raw.count, 1))
    _ = copy.update(fromContentsOf: raw)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(copy.baseAddress, UInt64(raw.count), 0, &error)
    else {
      copy.deallocate()
      throw .broken("out of memory")
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let words = String(cString: zip_error_strerror(&error))
      zip_source_free(source)
      copy.deallocate()
      throw .broken(words)
    }
    archive = opened
    bytes = copy
    self.limit = limit
    budget = limit
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// The names of the parts, in order; folders left out.
  func names() -> [String] {
    let count = max(0, zip_get_num_entries(archive, 0))
    return (0..<count).compactMap { index in
      guard let index = UInt64(exactly: index), let name = zip_get_name(archive, index, 0) else {
        return nil
      }
      let text = String(cString: name)
      return text.hasSuffix("/") ? nil : text
    }
  }

  /// Inflates a part and gives it to `body` piece by piece; false where there is no such part.
  ///
  /// `body` returns false to stop.
  mutating func read(
    _ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(PackageFault) -> Bool {
    let index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    guard let index = UInt64(exactly: index) else { return false }
    guard let part = zip_fopen_index(archive, index, 0) else {
      throw .broken(String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(part) }
    let size = 1 << 16
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while true {
      let count = Int(zip_fread(part, buffer, UInt64(size)))
      if count == 0 { return true }
      guard count > 0 else { throw .broken(String(cString: zip_file_strerror(part))) }
      budget -= count
      guard budget >= 0 else { throw .tooLarge(limit: limit) }
      guard body(UnsafeBufferPointer(start: buffer, count: count)) else { return true }
    }
  }
}
