import CFastDeflate
import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Workbooks that differ only in some words: one is written, the others are copies of it with other
/// words in their stead.
///
/// ```swift
/// // A workbook that holds WorkbookSeries.placeholder where the words are to stand.
/// let series = try WorkbookSeries(pattern: pattern.bytes())
/// for school in schools where WorkbookSeries.accepts(school) {
///   try series.write(school, to: "\(school).xlsx", syncs: false)
/// }
/// ```
///
/// Parts that hold the words are packed anew, all others are copied as they are. A copy is the same,
/// byte for byte, as a workbook written with the words, save where they are equal to another of its
/// texts; either way it is a whole workbook.
public struct WorkbookSeries: Sendable {
  /// What stands for the words in the pattern; characters that no font and no data have.
  public static let placeholder = "\u{F8F1}bulletin-series\u{F8F2}"

  /// A part that holds the placeholder.
  private struct Part {
    /// Its text without the placeholders, in pieces.
    let pieces: [[UInt8]]
    /// Its place among the parts.
    let index: Int
  }

  private let pattern: [UInt8]
  private let directory: ArchiveDirectory
  private let parts: [Part]

  /// A series from the bytes of a workbook that holds the placeholder.
  ///
  /// - Throws: ``XLSXError`` where the workbook is not whole.
  public init(pattern: [UInt8]) throws(XLSXError) {
    self.pattern = pattern
    let found = pattern.withUnsafeBytes { file in
      Result { () throws(XLSXError) in
        let directory = try ArchiveDirectory(file)
        var parts: [Part] = []
        for (index, entry) in directory.entries.enumerated() {
          guard let text = Self.unpacked(entry, in: file) else {
            throw XLSXError(.incompleteFile(part: entry.name))
          }
          let pieces = Self.split(text)
          if pieces.count > 1 { parts.append(Part(pieces: pieces, index: index)) }
        }
        return (directory, parts)
      }
    }
    (directory, parts) = try found.get()
  }

  /// Whether words can be put into a copy: at least one character, no more than a document property
  /// holds, none that a workbook cannot hold or writes in a way of its own.
  public static func accepts(_ words: String) -> Bool {
    let bytes = Array(words.utf8)
    // `_` may begin an escape, and blanks at an end have a mark of their own.
    guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20,
      bytes.count <= 200, bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "_") })
    else { return false }
    return !words.unicodeScalars.contains { scalar in
      (0xF8F1...0xF8F2).contains(scalar.value) || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
  }

  /// Writes a copy with `words` in place of the placeholder.
  ///
  /// - Parameters:
  ///   - words: The words; see ``accepts(_:)``.
  ///   - path: The file to make or replace.
  ///   - syncs: Whether the file is brought safely to disk before it takes its place.
  /// - Throws: ``XLSXError`` where the words cannot be put in, or the file cannot be written; the old
  ///   file is then untouched.
  public func write(_ words: String, to path: String, syncs: Bool) throws(XLSXError) {
    guard Self.accepts(words), let bytes = bytes(with: words) else {
      throw XLSXError(.misread(.text, words))
    }
    let output = try OutputFile(path: path)
    let (temporary, descriptor) = try output.makeTemporary()
    defer { close(descriptor) }
    do throws(XLSXError) {
      try Self.write(bytes, to: descriptor, path)
      try output.replace(with: temporary, syncs: syncs)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(XLSXError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = rest.withUnsafeBytes { Musl.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw XLSXError(.system(path: path, code: errno)) }
      rest = rest.dropFirst(count)
    }
  }

  /// The copy's bytes; nil where there is no memory left or it would be too large.
  private func bytes(with words: String) -> [UInt8]? {
    let escaped = Self.escaped(words)
    var output: [UInt8] = []
    output.reserveCapacity(pattern.count + 2_048)
    var table = Array(pattern[directory.range])
    var copied = 0
    var next = parts[...]
    for (index, entry) in directory.entries.enumerated() {
      let record = entry.record.lowerBound - directory.range.lowerBound
      let start = output.count + entry.start - copied
      guard let part = next.first, part.index == index else {
        Self.put(start, at: record + 42, in: &table)
        continue
      }
      next = next.dropFirst()
      guard let range = packedRange(entry), let packed = Packed(part.pieces, escaped) else {
        return nil
      }
      output += pattern[copied..<range.lowerBound]
      copied = range.upperBound
      output += packed.bytes
      let fields = [packed.sum, packed.bytes.count, packed.length]
      for (field, value) in fields.enumerated() {
        Self.put(value, at: start + 14 + field * 4, in: &output)
        Self.put(value, at: record + 16 + field * 4, in: &table)
      }
      Self.put(start, at: record + 42, in: &table)
    }
    output += pattern[copied..<directory.range.lowerBound]
    let start = output.count
    output += table
    output += pattern[directory.range.upperBound...]
    guard output.count < Int(UInt32.max) else { return nil }
    Self.put(start, at: output.count - 6, in: &output)
    return output
  }

  private func packedRange(_ entry: ArchiveDirectory.Entry) -> Range<Int>? {
    pattern.withUnsafeBytes { ArchiveDirectory.packed(entry, in: $0) }
  }

  /// Puts a number of 32 bits where one stood.
  private static func put(_ value: Int, at offset: Int, in bytes: inout [UInt8]) {
    for place in 0..<4 where bytes.indices.contains(offset + place) {
      bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (place * 8))
    }
  }

  /// The words as XML holds them.
  private static func escaped(_ words: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func unpacked(
    _ entry: ArchiveDirectory.Entry, in file: UnsafeRawBufferPointer
  ) -> [UInt8]? {
    guard let range = ArchiveDirectory.packed(entry, in: file) else { return nil }
    var stream = z_stream()
    let size = Int32(truncatingIfNeeded: MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    let packed = file[range]
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: entry.unpackedLength + 1) { buffer, count in
      stream.next_in = UnsafeMutablePointer(
        mutating: UnsafeRawBufferPointer(rebasing: packed).bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(truncatingIfNeeded: packed.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(truncatingIfNeeded: buffer.count)
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
      count = buffer.count - Int(stream.avail_out)
    }
    return isWhole && text.count == entry.unpackedLength ? text : nil
  }

  /// A text's pieces between the placeholders.
  private static func split(_ text: [UInt8]) -> [[UInt8]] {
    let mark = Array(placeholder.utf8)
    var pieces: [[UInt8]] = []
    var start = 0
    var index = 0
    while index + mark.count <= text.count {
      guard text[index] == mark[0], text[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      pieces.append(Array(text[start..<index]))
      index += mark.count
      start = index
    }
    pieces.append(Array(text[start...]))
    return pieces
  }
}

/// A part with its words, packed as the library's ZIP writer packs.
private struct Packed {
  /// The ZIP writer's own measure.
  private static let block = 16_384

  let bytes: [UInt8]
  let length: Int
  let sum: Int

  /// Nil where there is no memory left.
  init?(_ pieces: [[UInt8]], _ words: [UInt8]) {
    var text = Array(pieces.joined(separator: words))
    length = text.count
    fast_deflate_enter()
    defer { fast_deflate_leave() }
    sum = Int(truncatingIfNeeded: crc32(0, text, UInt32(truncatingIfNeeded: text.count)))
    var stream = z_stream()
    let size = Int32(truncatingIfNeeded: MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
        ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var packed: [UInt8] = []
    var isWhole = false
    var block = [UInt8](repeating: 0, count: Self.block)
    text.withUnsafeMutableBufferPointer { text in
      var start = 0
      repeat {
        let count = min(Self.block, text.count - start)
        stream.next_in = text.baseAddress.map { $0 + start }
        stream.avail_in = UInt32(truncatingIfNeeded: count)
        start += count
        let flush = count == 0 ? Z_FINISH : Z_NO_FLUSH
        var status = Z_OK
        repeat {
          let left = block.withUnsafeMutableBufferPointer { block in
            stream.next_out = block.baseAddress
            stream.avail_out = UInt32(truncatingIfNeeded: block.count)
            status = deflate(&stream, flush)
            return Int(stream.avail_out)
          }
          packed += block[..<(block.count - left)]
        } while status == Z_OK && (stream.avail_in > 0 || flush == Z_FINISH)
        isWhole = status == Z_STREAM_END
        if flush == Z_FINISH { break }
      } while true
    }
    guard isWhole else { return nil }
    bytes = packed
  }
}
