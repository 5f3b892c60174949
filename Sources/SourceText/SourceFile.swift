#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A text with the name it goes by, as UTF-8 bytes.
///
/// The bytes are the text exactly: a byte order mark stays as U+FEFF at its head, line ends stay as
/// they were. Offsets everywhere in the program are UTF-8 offsets into ``bytes``; lines and columns
/// are worked out only to be printed, by ``LineTable``.
public struct SourceFile: Sendable {
  /// The name shown in messages, usually the path as it was given.
  public let name: String
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The encoding the text came in, in which it is written back.
  public let encoding: TextEncoding
  /// How surely the encoding was recognised.
  public let confidence: EncodingConfidence
  /// The places where bytes did not decode, no more than ``TextDecoder/mostFaults`` of them; each
  /// stands in ``bytes`` as U+FFFD.
  public let decodingFaults: [DecodingFault]
  /// In how many places bytes did not decode.
  public let decodingFaultCount: Int
  /// The document the text was taken from; nil for a text file.
  public let document: SourceDocument?

  /// A file from bytes in any of the encodings of ``TextEncoding``.
  ///
  /// - Parameters:
  ///   - name: The name shown in messages.
  ///   - raw: The file's bytes as they are on disk.
  ///   - encoding: The encoding to take, or nil to recognise it. Linear in the size of `raw`.
  public init(name: String, raw: [UInt8], encoding: TextEncoding? = nil) {
    let decoded = TextDecoder.decode(raw, as: encoding)
    self.name = name
    bytes = decoded.bytes
    self.encoding = decoded.encoding
    confidence = decoded.confidence
    decodingFaults = decoded.faults
    decodingFaultCount = decoded.faultCount
    document = nil
  }

  /// A file from a text that is already decoded.
  public init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
    encoding = .utf8
    confidence = .certain
    decodingFaults = []
    decodingFaultCount = 0
    document = nil
  }

  /// A file from UTF-8 that came in `encoding` and is written back in it; the bytes must be valid.
  public init(name: String, utf8 bytes: [UInt8], encoding: TextEncoding) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    confidence = .certain
    decodingFaults = []
    decodingFaultCount = 0
    document = nil
  }

  /// The text of a document, in valid UTF-8, with what is known of the document.
  public init(name: String, utf8 bytes: [UInt8], document: SourceDocument) {
    self.name = name
    self.bytes = bytes
    encoding = .utf8
    confidence = .certain
    decodingFaults = []
    decodingFaultCount = 0
    self.document = document
  }

  /// Whether the text begins with a byte order mark.
  public var hasByteOrderMark: Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// The byte that ends a line: LF, or CR where a text has none but that, as old systems wrote them.
  package var lineEnd: UInt8 { Self.lineEnd(of: bytes) }

  static func lineEnd(of bytes: [UInt8]) -> UInt8 {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0x0A }
      if memchr(base, 0x0A, buffer.count) != nil { return 0x0A }
      return memchr(base, 0x0D, buffer.count) == nil ? 0x0A : 0x0D
    }
  }

  /// Whether `byte` stands anywhere in the text; a quick look over all of it.
  package func contains(byte: UInt8) -> Bool {
    bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memchr($0, Int32(byte), buffer.count) != nil } ?? false
    }
  }

  /// The whole text.
  public var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a range of UTF-8 offsets, which is cut to the file where it reaches beyond.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The bytes in the encoding the text came in.
  ///
  /// - Throws: ``EncodingError`` where the encoding has no place for a character.
  public func encoded() throws(EncodingError) -> [UInt8] {
    try TextDecoder.encode(bytes, as: encoding)
  }
}
