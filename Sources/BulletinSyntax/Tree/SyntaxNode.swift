/// What a stretch of a bulletin's text is.
public enum SyntaxKind: UInt8, Sendable, CaseIterable {
  /// The whole text.
  case document
  /// The title, one line or several.
  case title
  /// Organ and time of publication, index numbers and the like around the title.
  case publication
  /// What stands between the title and the first heading.
  case lead
  /// A heading with all that stands under it.
  case section
  /// A heading's number and title.
  case heading
  /// A paragraph: a line of running text, its line end included.
  case paragraph
  /// One member of a 一是…二是… chain.
  case measure
  /// Up to and including 。！？ or the paragraph's end.
  case sentence
  /// A part of a sentence between commas, semicolons and colons.
  case clause
  /// A number that counts or measures, with unit and trailing qualifier.
  case figure
  /// Text in quotation marks, the marks included.
  case quotation
  /// A title in 《》, the marks included.
  case bookTitle
  /// What a web page puts around a text: print, share, font size, breadcrumbs.
  case webFurniture
  /// The signing organ.
  case signature
  /// The signing date.
  case signingDate
  /// The list of attachments.
  case attachments
  /// A list of contents before the text.
  case contents
  /// Cells of a table that lost its lines.
  case flattenedTable
  /// The line that names the source.
  case sourceLine
  /// Lines of blanks only, one or several together, their line ends included.
  case blankLine
  /// Text whose structure is broken.
  case error
}

/// A node of the tree, kept flat: the nodes of a ``SyntaxTree`` stand in text order, each parent
/// before its children.
///
/// Sixteen bytes, since a text of short lines has more nodes than anything else.
public struct SyntaxNode: Sendable, Hashable {
  /// What it is.
  public let kind: SyntaxKind
  /// The nesting depth of a section, heading or measure, from 1; 0 for other kinds.
  public let level: UInt8
  private let start32: UInt32
  private var end32: UInt32
  private var next32: UInt32

  init(kind: SyntaxKind, level: UInt8, start: Int, end: Int, next: Int) {
    self.kind = kind
    self.level = level
    start32 = UInt32(clamping: start)
    end32 = UInt32(clamping: end)
    next32 = UInt32(clamping: next)
  }

  /// Where it begins, in UTF-8 bytes.
  public var start: Int { Int(start32) }

  /// Where it ends.
  public internal(set) var end: Int {
    get { Int(end32) }
    set { end32 = UInt32(clamping: newValue) }
  }

  /// The index of the first node after this one and all under it.
  public internal(set) var next: Int {
    get { Int(next32) }
    set { next32 = UInt32(clamping: newValue) }
  }

  /// The node's text, in UTF-8 offsets.
  public var range: Range<Int> { start..<max(start, end) }
}
