import CExpat

/// Takes what an XML part holds, in order; a subclass does something with it.
class XMLPartHandler {
  /// The parser that is at work, so that a declaration can stop it.
  fileprivate var parser: XML_Parser?
  fileprivate var hasDocumentType = false

  /// An element begins; its name is without a namespace prefix.
  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// An element ends.
  func end(_ name: XMLName) {}
  /// A run of text; a text may come in several runs.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// An element's or attribute's name, borrowed from the parser.
struct XMLName {
  private let start: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    self.start = start
  }

  /// Whether the name is one ASCII letter.
  func isLetter(_ letter: Unicode.Scalar) -> Bool {
    UInt32(UInt8(bitPattern: start[0])) == letter.value && start[1] == 0
  }

  static func ~= (text: StaticString, name: XMLName) -> Bool {
    let bytes = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount
    where UInt8(bitPattern: name.start[index]) != bytes[index] {
      // The name's own end differs from every letter, so the walk stops there.
      return false
    }
    return name.start[text.utf8CodeUnitCount] == 0
  }
}

/// An element's attributes, borrowed from the parser.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute of that name, with or without a prefix.
  subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same as bytes.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if name ~= XMLName(key) {
        var length = 0
        while value[length] != 0 { length += 1 }
        return value.withMemoryRebound(to: UInt8.self, capacity: length) {
          UnsafeBufferPointer(start: $0, count: length)
        }
      }
      index += 2
    }
    return nil
  }

  /// Gives `body` each attribute whose name is one letter, with its value.
  func forEach(_ body: (UInt8, UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if key[0] != 0, key[1] == 0 {
        var length = 0
        while value[length] != 0 { length += 1 }
        value.withMemoryRebound(to: UInt8.self, capacity: length) {
          body(UInt8(bitPattern: key[0]), UnsafeBufferPointer(start: $0, count: length))
        }
      }
      index += 2
    }
  }

  /// The value as a whole number.
  func integer(_ name: StaticString) -> Int? {
    bytes(name).flatMap { wholeNumber($0) }
  }

  /// Whether the value is true: `1` or `true`.
  func flag(_ name: StaticString) -> Bool {
    guard let bytes = bytes(name) else { return false }
    return bytes.elementsEqual([0x31]) || bytes.elementsEqual("true".utf8)
  }
}

/// Up to nine ASCII digits as a number.
func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// Parses an XML part piece by piece with Expat.
///
/// A document type declaration stops it: no workbook has one, and entities that multiply need one.
final class XMLPartReader {
  /// Why a part cannot be read.
  enum Fault: Error, Equatable {
    /// Not well-formed; the line and Expat's own words.
    case malformed(line: Int, words: String)
    /// It has a document type declaration.
    case documentType
  }

  private let parser: XML_Parser
  private let handler: XMLPartHandler

  init?(_ handler: XMLPartHandler) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.handler = handler
    handler.parser = parser
    // The reader keeps the handler; within a call it need not be kept again.
    XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    XML_SetElementHandler(
      parser,
      { handler, name, attributes in
        guard let handler, let name, let attributes else { return }
        Unmanaged<XMLPartHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef {
          $0.start(XMLName(name), XMLAttributes(pairs: attributes))
        }
      },
      { handler, name in
        guard let handler, let name else { return }
        Unmanaged<XMLPartHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef {
          $0.end(XMLName(name))
        }
      })
    XML_SetCharacterDataHandler(parser) { handler, bytes, count in
      guard let handler, let bytes else { return }
      Unmanaged<XMLPartHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef { handler in
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { handler, _, _, _, _ in
      guard let handler else { return }
      let own = Unmanaged<XMLPartHandler>.fromOpaque(handler).takeUnretainedValue()
      own.hasDocumentType = true
      if let parser = own.parser { XML_StopParser(parser, 0) }
    }
  }

  deinit {
    handler.parser = nil
    XML_ParserFree(parser)
  }

  /// Parses the next piece.
  func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws(Fault) {
    let status = piece.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    guard status != XML_STATUS_OK else { return }
    if handler.hasDocumentType { throw .documentType }
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    throw .malformed(line: Int(XML_GetCurrentLineNumber(parser)), words: words ?? "")
  }
}
