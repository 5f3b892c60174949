import SourceText

/// The state of reading one flow of text: the document's, a text box's, or a note's.
struct BodyFrame {
  /// A content control that is not closed yet.
  struct OpenControl {
    var tag: String?
    var start: Int?
    var paragraph = 0
  }

  /// A field whose end has not come yet.
  struct OpenField {
    var code: [UInt8] = []
    var isInCode = true
  }

  var pieces: [TextPiece] = []
  var paragraph = BodyParagraph()
  var paragraphCount = 0
  /// Text of paragraphs whose mark a tracked change took away.
  var joined: TextPiece?
  var tableDepth = 0
  var row: BodyRow?
  var graphicDepth = 0
  var isInParagraphProperties = false
  var isInRunProperties = false
  var isInRowProperties = false
  var isInList = false
  /// How many runs deep the reading is: a ruby's run holds runs.
  var runDepth = 0
  var isInText = false
  /// Where the text began that is being read, and whether blanks around it count.
  var textStart = 0
  var keepsBlanks = false
  var isHidden = false
  /// The authors of the tracked changes around.
  var insertions: [String] = []
  var deletions: [String] = []
  var openControls: [OpenControl] = []
  /// The fields that are not closed yet.
  var fields: [OpenField] = []
  /// Whether what is read is the result of a field within another field's code.
  var isInCode = false
  /// Whether a form's box is ticked, in its properties.
  var formBox: Bool?
  /// Whether the next page begins with what comes next.
  var startsPage = false

  var isInRun: Bool { runDepth > 0 }
}

/// A paragraph that is being read.
struct BodyParagraph {
  var piece = TextPiece()
  var style: String?
  var list: ListReference?
  var isMarkInserted = false
  var isMarkDeleted = false
  /// Whether its style hides its text, and whether its mark is hidden.
  var isHidden = false
  var isMarkHidden = false
  /// Whether a page or column ended, so that what comes next begins a line.
  var awaitsLine = false
  /// Paragraphs of the text boxes anchored in it.
  var boxes: [TextPiece] = []
  /// Where the comments begin that are not closed yet, by their ids.
  var comments: [String: Int] = [:]

  /// The text so far, in UTF-8 bytes.
  var length: Int { piece.bytes.count }

  /// Adds a trace, or lengthens the last where it goes on.
  mutating func addTrace(
    _ kind: SourceDocument.Trace.Kind, _ range: Range<Int>, _ author: String, _ text: String
  ) {
    if let last = piece.traces.last, last.kind == kind, last.author == author,
      last.range.upperBound == range.lowerBound
    {
      piece.traces[piece.traces.count - 1] = SourceDocument.Trace(
        kind: kind, range: last.range.lowerBound..<range.upperBound, author: author,
        text: last.text + text)
    } else {
      piece.traces.append(
        SourceDocument.Trace(kind: kind, range: range, author: author, text: text))
    }
  }
}

/// A table's row that is being read: a line, its cells parted by tabs.
struct BodyRow {
  var isInserted = false
  var isDeleted = false
  private(set) var line = TextPiece()
  private var cell = TextPiece()
  private var cellCount = 0

  /// Adds a paragraph to the cell.
  mutating func add(_ piece: TextPiece) {
    var piece = piece
    // A line break in a cell would tear the row apart.
    for index in piece.bytes.indices where piece.bytes[index] == UInt8(ascii: "\n") {
      piece.bytes[index] = UInt8(ascii: " ")
    }
    if !cell.bytes.isEmpty, !piece.bytes.isEmpty { cell.append(" ") }
    cell.append(piece)
  }

  /// Ends a cell.
  mutating func endCell() {
    if cellCount > 0 { line.append("\t") }
    cellCount += 1
    line.append(cell)
    cell = TextPiece()
  }
}
