public import SourceText

/// A Word document read: its text as a reader sees it, and what else it carries.
public struct WordDocument: Sendable {
  /// Which side of tracked changes is the text.
  public enum Changes: String, Sendable, CaseIterable {
    /// As though all were accepted.
    case accepted
    /// As it was before any of them.
    case original
  }

  /// A content control: a stretch of text that keeps a tag through editing.
  public struct Control: Sendable, Equatable {
    /// The tag.
    public let tag: String
    /// Its text, in UTF-8 bytes of ``WordDocument/bytes``.
    public let range: Range<Int>
  }

  /// The text: a line for each paragraph and each row of a table, notes at the end.
  ///
  /// Headers and footers, which stand on every page, are not in it.
  /// Numbers that Word counts itself stand in it as they are seen. Line breaks within a paragraph are
  /// line ends too.
  public internal(set) var bytes: [UInt8] = []
  /// Where its lines stand in the document, what is not in the text, and who made it.
  public var details = SourceDocument()
  /// The content controls, in text order.
  public internal(set) var controls: [Control] = []
  /// The text it was generated as, where this program wrote it.
  public internal(set) var generated: [UInt8]?

  /// A document without anything in it.
  init() {}

  /// Adds traces of what is no part of the text, such as headers; they stand at its beginning.
  mutating func addTraces(_ traces: [SourceDocument.Trace]) {
    details.traces.insert(
      contentsOf: traces.map {
        SourceDocument.Trace(kind: $0.kind, range: 0..<0, author: $0.author, text: $0.text)
      }, at: 0)
  }

  /// The text under the name shown in messages.
  public func source(name: String) -> SourceFile {
    SourceFile(name: name, utf8: bytes, document: details)
  }
}
