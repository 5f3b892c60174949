public import SourceText

/// A bulletin read: every byte of the text under nodes of a kind, its outline, its figures.
///
/// Parsing is total and pure: any text gives a tree, and ``text`` is the input, byte for byte.
public struct SyntaxTree: Sendable {
  /// The text that was read.
  public let source: SourceFile
  /// The nodes in text order, parents before children; the first is the document.
  ///
  /// The leaves tile the text.
  public let nodes: [SyntaxNode]
  /// The outline, in text order.
  public let headings: [Heading]
  /// The title's range without blanks and line ends; nil where the text has none.
  public let title: Range<Int>?

  /// The tree's text: the bytes of its leaves, in order.
  public var bytes: [UInt8] { source.bytes }
}
