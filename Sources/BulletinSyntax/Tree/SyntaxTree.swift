public import SourceText

/// A bulletin read: every byte of the text under nodes of a kind, its outline, its figures.
///
/// Parsing is total and pure: any text gives a tree, and ``bytes`` is the input, byte for byte.
public struct SyntaxTree: Sendable {
  /// Title, headings and what stands around the text.
  public let outline: DocumentOutline
  /// The nodes in text order, parents before children; the first is the document.
  ///
  /// The leaves tile the text.
  public let nodes: [SyntaxNode]

  /// The text that was read.
  public var source: SourceFile { outline.source }

  /// The outline, in text order.
  public var headings: [Heading] { outline.headings }

  /// The title's range without blanks and line ends; nil where the text has none.
  public var title: Range<Int>? { outline.title }

  /// The title as one line: line breaks and the blanks around them left out; nil where there is none.
  public var titleText: String? { outline.titleText }

  /// The tree's text: the bytes of its leaves, in order.
  public var bytes: [UInt8] { source.bytes }

  /// Reads a text.
  ///
  /// Any text gives a tree, an empty one too. Linear in the text's size.
  public static func parse(_ source: SourceFile) -> SyntaxTree {
    of(DocumentOutline.read(source))
  }

  /// The tree of a text that was read at large; linear in its size.
  public static func of(_ outline: DocumentOutline) -> SyntaxTree {
    SyntaxTree(outline: outline, nodes: TreeBuilder.nodes(of: outline))
  }

  /// The nodes that tile the text, in order: lines and runs of text, what stands inside them left
  /// out.
  public var leaves: [SyntaxNode] {
    nodes.filter { !$0.kind.isContainer && !$0.kind.isInline }
  }
}

extension SyntaxKind {
  /// Whether nodes of the kind only hold others.
  var isContainer: Bool {
    switch self {
    case .document, .section, .measure, .lead: true
    default: false
    }
  }

  /// Whether nodes of the kind stand inside running text.
  var isInline: Bool {
    switch self {
    case .sentence, .clause, .figure, .quotation, .bookTitle: true
    default: false
    }
  }
}
