import CExpat

/// Takes what an XML part holds, in order; a subclass does something with it.
open class XMLPartHandler {
  /// The parser that is at work, so that a declaration can stop it.
  fileprivate var parser: XML_Parser?
  fileprivate var hasDocumentType = false

  /// A handler that has seen nothing.
  public init() {}

  /// Where the part's bytes are that are being handed over: an element's tag, or a run of text.
  ///
  /// The end of an element that has no tag of its own is an empty range after it.
  public final var currentBytes: Range<Int> {
    guard let parser, let start = Int(exactly: XML_GetCurrentByteIndex(parser)), start >= 0 else {
      return 0..<0
    }
    return start..<start + max(0, Int(XML_GetCurrentByteCount(parser)))
  }

  /// An element begins; its name is without a namespace prefix.
  open func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// An element ends.
  open func end(_ name: XMLName) {}
  /// A run of text; a text may come in several runs.
  open func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Parses an XML part piece by piece with Expat.
///
/// A document type declaration stops it: no office document has one, and entities that multiply need one.
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
          $0.start(XMLName(name), XMLAttributes(attributes))
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
