/// A paragraph to be written, with its style and its runs.
struct DocumentParagraph {
  /// What a paragraph is; each is a style of the document.
  enum Style: Equatable {
    case title, publication, body, attachments, signature, signingDate, sourceLine
    case heading(Int)
  }

  /// A run of text of one look.
  struct Run {
    var text: [UInt8]
    /// The level of the heading that the run is, where it stands at the head of running text.
    var headingLevel: Int?
    /// The tag of the content control around it: the path of the value it prints.
    var tag: String?
    /// Whether it stands for a value that is missing.
    var isPlaceholder = false
  }

  var style: Style
  var runs: [Run] = []
  /// How far the end keeps from the margin, in hundredths of a character.
  var endIndent: Int?
  /// How far both ends keep from the margins, in twentieths of a point.
  var sideIndent: Int?
  /// How far the lines after the first keep from the margin, and the first from them, in hundredths
  /// of a character.
  var hanging: (start: Int, first: Int)?

  /// The text.
  var words: String { String(decoding: runs.flatMap(\.text), as: UTF8.self) }
}
