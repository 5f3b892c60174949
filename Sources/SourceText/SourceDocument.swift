/// What is known of the document that a text was taken from.
public struct SourceDocument: Sendable, Equatable {
  /// Where a line begins.
  public struct Line: Sendable, Equatable {
    /// The paragraph or table row, from 1.
    public let paragraph: Int
    /// How many characters of the paragraph come before the line.
    public let charactersBefore: Int

    /// A place from its parts.
    public init(paragraph: Int, charactersBefore: Int = 0) {
      self.paragraph = paragraph
      self.charactersBefore = charactersBefore
    }
  }

  /// A place of the text as people count it in a document.
  public struct Place: Sendable, Equatable {
    /// The paragraph or table row, from 1.
    public let paragraph: Int
    /// The character in it, from 1.
    public let character: Int
    /// The page, from 1; nil where the document does not say.
    public let page: Int?

    /// A place from its parts.
    public init(paragraph: Int, character: Int, page: Int?) {
      self.paragraph = paragraph
      self.character = character
      self.page = page
    }
  }

  /// Something in the file that is not in the text and that a reader may be meant not to see.
  public struct Trace: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
      /// A note in the margin.
      case comment
      /// Text put in with changes tracked.
      case insertion
      /// Text taken out with changes tracked, which is in the file still.
      case deletion
      /// Text set to be hidden.
      case hidden
    }

    /// What it is.
    public let kind: Kind
    /// Where it stands, in UTF-8 bytes of the text.
    public let range: Range<Int>
    /// Who made it; empty where the file does not say.
    public let author: String
    /// The comment, or the text put in, taken out or hidden.
    public let text: String

    /// A trace from its parts.
    public init(kind: Kind, range: Range<Int>, author: String, text: String) {
      self.kind = kind
      self.range = range
      self.author = author
      self.text = text
    }
  }

  /// What the file says of who made it.
  public struct Properties: Sendable, Equatable {
    /// The author.
    public var creator = ""
    /// Who saved it last.
    public var lastModifiedBy = ""
    /// The company.
    public var company = ""
    /// The title in the properties.
    public var title = ""

    /// Properties of a file that says nothing.
    public init() {}
  }

  /// Where each line begins, in text order.
  public var lines: [Line] = []
  /// Where the pages after the first begin, in UTF-8 bytes of the text; empty where the document does
  /// not say.
  public var pageStarts: [Int] = []
  /// What is not in the text, in text order.
  public var traces: [Trace] = []
  /// Who made it.
  public var properties = Properties()

  /// The program that turned the file into the one that was read; nil where it was read itself.
  public var converter: String?

  /// A document of no lines.
  public init() {}

  /// Where an offset of the text, at the position given, stands in the document; logarithmic in the
  /// pages.
  public func place(of position: TextPosition, at offset: Int) -> Place {
    guard !lines.isEmpty else {
      return Place(paragraph: position.line, character: position.column, page: nil)
    }
    let line = lines[min(max(position.line, 1), lines.count) - 1]
    return Place(
      paragraph: line.paragraph, character: line.charactersBefore + position.column,
      page: page(at: offset))
  }

  private func page(at offset: Int) -> Int? {
    guard !pageStarts.isEmpty else { return nil }
    var low = 0
    var high = pageStarts.count
    while low < high {
      let middle = (low + high) / 2
      if pageStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
