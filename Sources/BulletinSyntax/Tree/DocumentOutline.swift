import ReportModel
public import SourceText

/// A bulletin read at large: its title, its headings, and what stands around the text.
///
/// What a ``SyntaxTree`` has beside its nodes. Enough to list headings and figures, at a part of a
/// tree's memory: a text of short lines has more nodes than bytes.
public struct DocumentOutline: Sendable {
  /// The text that was read.
  public let source: SourceFile
  /// The headings, in text order.
  public let headings: [Heading]
  let frame: TextFrame
  let regions: [FrameRegion]

  /// Reads a text.
  ///
  /// Any text gives an outline, an empty one too. Linear in the text's size.
  public static func read(_ source: SourceFile) -> DocumentOutline {
    source.withLineBytes { text in
      let (candidates, regions) = OutlineScanner.scan(text)
      var frame = FrameReader.frame(of: text, headingLines: HeadingLines(candidates))
      ContentsList.take(from: candidates, into: &frame, text)
      var headings = OutlineBuilder.headings(
        in: text, candidates: candidates, from: frame.bodyStart, to: frame.bodyEnd)
      PartRoles.assign(to: &headings, documentTitle: frame.title, text)
      return DocumentOutline(
        source: source, headings: headings, frame: frame, regions: regions.regions)
    }
  }

  /// The title's range without blanks and line ends; nil where the text has none.
  public var title: Range<Int>? { frame.title }

  /// The title as one line: line breaks and the blanks around them left out; nil where there is none.
  public var titleText: String? {
    title.map { range in
      source.textWithoutTags(in: range).split(whereSeparator: \.isNewline)
        .map { String($0).trimmedBlanks }.joined()
    }
  }
}

/// The stretches of a text in which no figure stands, in order: heading numbers, and lines around
/// the text.
struct FigureGaps: Sequence, IteratorProtocol {
  private let headings: [Heading]
  private let lines: [FrameRegion]
  private var nextHeading = 0
  private var nextLine = 0

  /// The gaps of a text; few of them are lines, which are gathered first.
  init(_ outline: DocumentOutline) {
    headings = outline.headings
    let body = outline.frame.bodyStart..<Swift.max(outline.frame.bodyStart, outline.frame.bodyEnd)
    let inText = outline.regions.filter {
      $0.kind == .webFurniture && body.contains($0.range.lowerBound)
    }
    lines = (outline.frame.header + inText + outline.frame.footer).filter { $0.kind.isGap }
  }

  mutating func next() -> Range<Int>? {
    let line = nextLine < lines.count ? lines[nextLine].range : nil
    let heading = nextHeading < headings.count ? headings[nextHeading].number : nil
    guard let heading else {
      nextLine += 1
      return line
    }
    guard let line, line.lowerBound < heading.lowerBound else {
      nextHeading += 1
      return heading
    }
    nextLine += 1
    return line
  }
}

extension SyntaxKind {
  /// Whether lines of the kind hold no figures.
  fileprivate var isGap: Bool {
    switch self {
    case .publication, .webFurniture, .sourceLine, .signingDate: true
    default: false
    }
  }
}
