/// A report as its readers think of it: title, parts, items, measures, without the marks, widths
/// and blank lines that a text format gives them.
public struct Report: Sendable, Hashable {
  /// A paragraph: running text, and the 一是…二是… chain that follows it on the same line.
  public struct Paragraph: Sendable, Hashable {
    /// The text before the chain, or all of it; without blanks at either end.
    public var text: String
    /// The members of the chain.
    public var measures: [Measure]

    /// A paragraph from its parts.
    public init(_ text: String, measures: [Measure] = []) {
      self.text = text
      self.measures = measures
    }
  }

  /// A member of a 一是…二是… chain.
  public struct Measure: Sendable, Hashable {
    /// Its number, from 1.
    public var ordinal: Int
    /// What follows the number up to the first stop; a colon that closes it is kept.
    public var title: String
    /// What follows the title; empty where nothing does.
    public var text: String

    /// A measure from its parts.
    public init(ordinal: Int, title: String, text: String = "") {
      self.ordinal = ordinal
      self.title = title
      self.text = text
    }
  }

  /// A numbered part or item, with all that stands under it.
  public struct Section: Sendable, Hashable {
    /// Its number, from 1; 0 where it has none.
    public var ordinal: Int
    /// Its title, without number and stop; a colon that closes it is kept.
    public var title: String
    /// Its paragraphs, those before its first child.
    public var paragraphs: [Paragraph]
    /// The sections one level below.
    public var children: [Section]

    /// A section from its parts.
    public init(
      ordinal: Int, title: String, paragraphs: [Paragraph] = [], children: [Section] = []
    ) {
      self.ordinal = ordinal
      self.title = title
      self.paragraphs = paragraphs
      self.children = children
    }
  }

  /// The title; empty where the text has none.
  public var title: String
  /// The lines of publication: organ, time, index numbers.
  public var publication: [String]
  /// What stands before the first section.
  public var lead: [Paragraph]
  /// The parts.
  public var sections: [Section]
  /// The names of the attachments.
  public var attachments: [String]
  /// The signing organ; empty where the text is not signed.
  public var signature: String
  /// The signing date as written; empty where there is none.
  public var signingDate: String
  /// The source that the foot of the text names; empty where it names none.
  public var source: String

  /// A report from its parts.
  public init(
    title: String = "", publication: [String] = [], lead: [Paragraph] = [],
    sections: [Section] = [], attachments: [String] = [], signature: String = "",
    signingDate: String = "", source: String = ""
  ) {
    self.title = title
    self.publication = publication
    self.lead = lead
    self.sections = sections
    self.attachments = attachments
    self.signature = signature
    self.signingDate = signingDate
    self.source = source
  }
}
