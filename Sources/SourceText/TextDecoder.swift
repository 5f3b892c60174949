#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How surely the encoding of a file was recognised.
public enum EncodingConfidence: String, Sendable {
  /// A byte order mark, a valid UTF-8 text with characters beyond ASCII, or the user said so.
  case certain
  /// Only this encoding fits the bytes.
  case likely
  /// Nothing fits whole; the nearest was taken.
  case guessed
}

/// A run of bytes that does not decode.
public struct DecodingFault: Sendable, Equatable {
  /// Where it stands in the file on disk, in bytes.
  public let rawOffset: Int
  /// Where its U+FFFD stands in the decoded text, in UTF-8 bytes.
  public let offset: Int
  /// The first of the bytes.
  public let byte: UInt8
}

/// A character that the target encoding has no place for, or an encoding the system does not know.
public struct EncodingError: Error, Sendable, Equatable {
  /// The encoding that was asked for.
  public let encoding: TextEncoding
  /// Where the character stands in the UTF-8 text, in bytes.
  public let offset: Int
}

/// Turns bytes of any ``TextEncoding`` into UTF-8 and back, through the C library's `iconv`.
public enum TextDecoder {
  /// A decoded text and how it was come by.
  public struct Result: Sendable {
    /// The text in UTF-8, a byte order mark kept as U+FEFF.
    public let bytes: [UInt8]
    /// The encoding taken.
    public let encoding: TextEncoding
    /// How surely it was recognised.
    public let confidence: EncodingConfidence
    /// What did not decode; of a file that is no text the first ``TextDecoder/mostFaults`` places.
    public let faults: [DecodingFault]
    /// In how many places bytes did not decode.
    public let faultCount: Int
  }

  /// How many faults of one text are kept; a file that is no text has millions.
  public static let mostFaults = 10_000

  /// Decodes `raw`, recognising the encoding where none is given.
  ///
  /// UTF-16 is recognised by its mark, or without one by what its characters would be; UTF-8 by being
  /// valid; what is not valid UTF-8 is GB 18030 if that fits whole. Bytes that fit nothing
  /// are decoded as UTF-8 with each fault listed. Linear in the size.
  public static func decode(_ raw: [UInt8], as forced: TextEncoding? = nil) -> Result {
    if let forced {
      return decode(raw, encoding: forced, confidence: .certain)
    }
    if raw.starts(with: [0xFF, 0xFE]) {
      return decode(raw, encoding: .utf16LittleEndian, confidence: .certain)
    }
    if raw.starts(with: [0xFE, 0xFF]) {
      return decode(raw, encoding: .utf16BigEndian, confidence: .certain)
    }
    let isUTF8 = firstUTF8Fault(raw, from: 0) == nil
    // A NUL among UTF-8 characters beyond ASCII is a stray byte, not half of a UTF-16 one.
    if !(isUTF8 && raw.contains { $0 >= 0x80 }), let unmarked = UTF16Guess.encoding(of: raw) {
      let result = decode(raw, encoding: unmarked, confidence: .likely)
      // A last odd byte is what is left of a cut character.
      if result.faults.allSatisfy({ $0.rawOffset == raw.count - 1 }) { return result }
    }
    if isUTF8 {
      return Result(raw, .utf8, .certain, Faults())
    }
    let chinese = decode(raw, encoding: .gb18030, confidence: .likely)
    if chinese.faults.isEmpty, let back = try? encode(chinese.bytes, as: .gb18030), back == raw {
      return chinese
    }
    let unicode = decode(raw, encoding: .utf8, confidence: .guessed)
    let fewer = chinese.faultCount < unicode.faultCount ? chinese : unicode
    return Result(
      bytes: fewer.bytes, encoding: fewer.encoding, confidence: .guessed, faults: fewer.faults,
      faultCount: fewer.faultCount)
  }

  /// Encodes a UTF-8 text.
  ///
  /// - Throws: ``EncodingError`` at the first character the encoding has no place for.
  public static func encode(
    _ bytes: [UInt8], as encoding: TextEncoding
  ) throws(EncodingError) -> [UInt8] {
    if encoding == .utf8 { return bytes }
    guard let converter = Converter(to: encoding.rawValue, from: "UTF-8") else {
      throw EncodingError(encoding: encoding, offset: 0)
    }
    var output: [UInt8] = []
    if let fault = converter.convert(bytes, from: 0, to: &output) {
      throw EncodingError(encoding: encoding, offset: fault)
    }
    return output
  }

  /// The bytes converted between two encodings that the C library knows by name; nil where it does
  /// not know one, or a byte has no place in the target.
  static func converted(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]? {
    guard let converter = Converter(to: target, from: source) else { return nil }
    var output: [UInt8] = []
    return converter.convert(bytes, from: 0, to: &output) == nil ? output : nil
  }

  private static func decode(
    _ raw: [UInt8], encoding: TextEncoding, confidence: EncodingConfidence
  ) -> Result {
    if encoding == .utf8 { return decodeUTF8(raw, confidence: confidence) }
    guard let converter = Converter(to: "UTF-8", from: encoding.rawValue) else {
      return decodeUTF8(raw, confidence: .guessed)
    }
    var output: [UInt8] = []
    output.reserveCapacity(raw.count * 3 / 2 + 16)
    var faults = Faults()
    let step = encoding == .gb18030 ? 1 : 2
    var position = 0
    while position < raw.count {
      let fault = converter.convert(raw, from: position, to: &output)
      guard let fault, fault < raw.count else { break }
      faults.add(raw[fault], at: fault, in: output)
      output.append(contentsOf: replacement)
      position = fault + step
    }
    return Result(output, encoding, confidence, faults)
  }

  private static func decodeUTF8(_ raw: [UInt8], confidence: EncodingConfidence) -> Result {
    guard var fault = firstUTF8Fault(raw, from: 0) else {
      return Result(raw, .utf8, confidence, Faults())
    }
    var output: [UInt8] = []
    output.reserveCapacity(raw.count + 64)
    var faults = Faults()
    var position = 0
    while true {
      output.append(contentsOf: raw[position..<fault.lowerBound])
      faults.add(raw[fault.lowerBound], at: fault.lowerBound, in: output)
      output.append(contentsOf: replacement)
      position = fault.upperBound
      guard let next = firstUTF8Fault(raw, from: position) else { break }
      fault = next
    }
    output.append(contentsOf: raw[position...])
    return Result(output, .utf8, confidence, faults)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The first run of bytes at or after `start` that is not UTF-8.
  private static func firstUTF8Fault(_ raw: [UInt8], from start: Int) -> Range<Int>? {
    let start = raw.withUnsafeBufferPointer { ByteWords.endOfUsualText($0, from: start) }
    guard start < raw.count else { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: raw.span.extracting(start..<raw.count))
      return nil
    } catch {
      let range = error.byteOffsets
      let lower = start + range.lowerBound
      return lower..<max(lower + 1, start + range.upperBound)
    }
  }
}

extension TextDecoder.Result {
  fileprivate init(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ confidence: EncodingConfidence, _ faults: Faults
  ) {
    self.init(
      bytes: bytes, encoding: encoding, confidence: confidence, faults: faults.kept,
      faultCount: faults.count)
  }
}

/// What did not decode, gathered.
private struct Faults {
  private(set) var kept: [DecodingFault] = []
  private(set) var count = 0

  /// Adds a fault before its U+FFFD is added to `output`.
  mutating func add(_ byte: UInt8, at rawOffset: Int, in output: [UInt8]) {
    count += 1
    guard kept.count < TextDecoder.mostFaults else { return }
    kept.append(DecodingFault(rawOffset: rawOffset, offset: output.count, byte: byte))
  }
}

/// One `iconv` conversion.
private struct Converter: ~Copyable {
  private let handle: iconv_t

  init?(to target: String, from source: String) {
    guard let opened = iconv_open(target, source), opened != iconv_t(bitPattern: -1) else {
      return nil
    }
    handle = opened
  }

  deinit {
    iconv_close(handle)
  }

  /// Converts `input` from `start` on and adds it to `output`; stops at the first fault and gives its
  /// offset.
  ///
  /// Costs what is converted, however long the rest is: a broken text is converted from fault to fault.
  func convert(_ input: [UInt8], from start: Int, to output: inout [UInt8]) -> Int? {
    input.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      // iconv reads through a pointer that C does not call constant.
      var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base + start)
        .assumingMemoryBound(to: CChar.self)
      var left = bytes.count - start
      iconv(handle, nil, nil, nil, nil)
      // A short stretch first: where faults stand close, room for more would cost more than they do.
      var room = 256
      while left > 0 {
        var code: Int32 = 0
        output.append(addingCapacity: room) { span in
          span.withUnsafeMutableBufferPointer { buffer, filled in
            let space = UnsafeMutableRawBufferPointer(
              rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
            var out = space.baseAddress?.assumingMemoryBound(to: CChar.self)
            var free = min(space.count, room)
            let before = free
            let status = iconv(handle, &next, &left, &out, &free)
            code = status == -1 ? errno : 0
            filled += before - free
          }
        }
        if code == 0 { break }
        if code != E2BIG { return bytes.count - left }
        room = min(room * 16, 1 << 16)
      }
      return nil
    }
  }
}
