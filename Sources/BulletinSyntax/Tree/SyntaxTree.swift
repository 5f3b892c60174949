import ReportModel
public import SourceText

/// A bulletin read: every byte of the text under nodes of a kind, its outline, its figures.
///
/// Parsing is total and pure: any text gives a tree, and ``bytes`` is the input, byte for byte.
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

  /// Reads a text.
  ///
  /// Any text gives a tree, an empty one too. Linear in the text's size.
  public static func parse(_ source: SourceFile) -> SyntaxTree {
    source.withTextBytes { text in
      let (headings, frame, regions) = outline(of: text)
      return SyntaxTree(
        source: source,
        nodes: TreeBuilder.nodes(of: text, headings: headings, frame: frame, regions: regions),
        headings: headings, title: frame.title)
    }
  }

  /// What the nodes are laid from; the candidates, many in some texts, are gone when it returns.
  private static func outline(
    of text: TextBytes
  ) -> (headings: [Heading], frame: TextFrame, regions: LineRegions) {
    let (candidates, regions) = OutlineScanner.scan(text)
    var frame = FrameReader.frame(of: text, headingLines: HeadingLines(candidates))
    ContentsList.take(from: candidates, into: &frame, text)
    var headings = OutlineBuilder.headings(
      in: text, candidates: candidates, from: frame.bodyStart, to: frame.bodyEnd)
    PartRoles.assign(to: &headings, text)
    return (headings, frame, regions)
  }

  /// The title as one line: line breaks and the blanks around them left out; nil where there is none.
  public var titleText: String? {
    title.map { range in
      source.textWithoutTags(in: range).split(whereSeparator: \.isNewline)
        .map { String($0).trimmedBlanks }.joined()
    }
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

extension SyntaxTree {
  /// The stretches in which no figure stands: heading numbers, and the lines around the text.
  var gaps: [Range<Int>] {
    var gaps: [Range<Int>] = []
    gaps.reserveCapacity(headings.count + 8)
    var heading = 0
    for node in nodes {
      switch node.kind {
      case .publication, .webFurniture, .sourceLine, .signingDate: gaps.append(node.range)
      case .heading where heading < headings.count:
        gaps.append(headings[heading].number)
        heading += 1
      default: break
      }
    }
    return gaps
  }
}
