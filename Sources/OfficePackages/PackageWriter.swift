import CZip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Puts parts together to a package in memory; the same parts give the same bytes.
public enum PackageWriter {
  /// A part: its name in the archive and what it holds.
  public struct Part: Sendable {
    /// The name, such as `word/document.xml`.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A part from its name and bytes.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A package that could not be written.
  public struct Fault: Error {
    /// The library's own words.
    public let words: String
  }

  /// The bytes of a package of those parts, in that order.
  ///
  /// Every part bears the first day a zip archive can name, so that bytes do not depend on the time
  /// or the time zone. Linear in the sizes of the parts.
  public static func write(_ parts: [Part]) throws(Fault) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw Fault(words: words(&error))
    }
    // The archive frees the source when it closes; the bytes are wanted afterwards.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      throw Fault(words: words(&error))
    }
    for part in parts {
      do throws(Fault) {
        try add(part, to: archive)
      } catch {
        zip_discard(archive)
        throw error
      }
    }
    guard zip_close(archive) == 0 else {
      let words = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw Fault(words: words)
    }
    return try bytes(of: source)
  }

  private static func add(_ part: Part, to archive: OpaquePointer) throws(Fault) {
    // libzip reads from this memory when the archive closes, and frees it then with `free`.
    let count = part.bytes.count
    guard let memory = malloc(max(count, 1)) else { throw Fault(words: "out of memory") }
    part.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(memory, start, count) }
    }
    guard let source = zip_source_buffer(archive, memory, UInt64(count), 1) else {
      free(memory)
      throw Fault(words: String(cString: zip_strerror(archive)))
    }
    let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard let index = UInt64(exactly: index) else {
      zip_source_free(source)
      throw Fault(words: String(cString: zip_strerror(archive)))
    }
    // The lightest compression: half of the time that a document took went into the usual one, for a
    // tenth of its size.
    guard zip_set_file_compression(archive, index, Int32(ZIP_CM_DEFLATE), 1) == 0 else {
      throw Fault(words: String(cString: zip_strerror(archive)))
    }
    // 1 January 1980, midnight, in the archive's own notation.
    guard zip_file_set_dostime(archive, index, 0, 0x21, 0) == 0 else {
      throw Fault(words: String(cString: zip_strerror(archive)))
    }
  }

  private static func bytes(of source: OpaquePointer) throws(Fault) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw Fault(words: "cannot read the archive back") }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    let step = 1 << 16
    while true {
      var failed = false
      let before = bytes.count
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
          let count = zip_source_read(source, buffer.baseAddress, UInt64(step))
          failed = count < 0
          filled = max(Int(count), 0)
        })
      guard !failed else { throw Fault(words: "cannot read the archive back") }
      if bytes.count == before { return bytes }
    }
  }

  private static func words(_ error: inout zip_error_t) -> String {
    String(cString: zip_error_strerror(&error))
  }
}
