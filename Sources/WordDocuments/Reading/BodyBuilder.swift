import OfficePackages
import SourceText

/// Puts paragraphs together from the elements of a document's text.
struct BodyBuilder {
  /// The paragraphs and table rows so far.
  var pieces: [TextPiece] { frame.pieces }
  /// The notes by their ids, where the part holds notes.
  private(set) var notes: [String: [TextPiece]] = [:]
  /// Whether the part is a document's.
  var sawDocument = false
  /// How many drawings deep the reading is, in the text box it is in.
  var graphicDepth: Int {
    get { frame.graphicDepth }
    set { frame.graphicDepth = newValue }
  }
  /// Whether what is read is a drawing's own, not text.
  var isInGraphic: Bool { frame.graphicDepth > 0 }

  /// The comments that have their place.
  var closedComments: Set<String> = []
  /// Whether the text, or a part of it, is a file of another kind put into this one.
  var hasForeignChunk = false

  let setting: BodySetting
  var counter: ListCounter
  var frame = BodyFrame()
  /// What waits outside text boxes and notes.
  private var outer: [BodyFrame] = []
  private var noteID: String?

  init(_ setting: BodySetting) {
    self.setting = setting
    counter = ListCounter(setting.numbering, setting.styles)
  }

  mutating func startBox() {
    outer.append(frame)
    frame = BodyFrame()
  }

  mutating func endBox() {
    addJoined()
    guard var back = outer.popLast() else { return }
    back.paragraph.boxes += frame.pieces
    frame = back
  }

  mutating func startNote(_ attributes: XMLAttributes) {
    outer.append(frame)
    frame = BodyFrame()
    // The lines that part notes from the text are notes of a type.
    let type = attributes["type"] ?? "normal"
    noteID = type == "normal" ? attributes["id"] : nil
  }

  mutating func endNote() {
    addJoined()
    guard let back = outer.popLast() else { return }
    if let noteID {
      // A blank or a tab parts the note's number, which is not in the text, from its words.
      if !frame.pieces.isEmpty { frame.pieces[0].trimStart() }
      notes[noteID] = frame.pieces
    }
    noteID = nil
    frame = back
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "p": startParagraph()
    case "pPr": frame.isInParagraphProperties = true
    case "rPr": frame.isInRunProperties = true
    case "trPr": frame.isInRowProperties = true
    case "r":
      frame.runDepth += 1
      frame.isHidden = frame.paragraph.isHidden
    case "t", "delText": startText(attributes)
    case "tbl": frame.tableDepth += 1
    case "tr" where frame.tableDepth == 1: frame.row = BodyRow()
    case "ins", "moveTo": startChange(\.insertions, attributes)
    case "del", "moveFrom": startChange(\.deletions, attributes)
    case "sdt": frame.openControls.append(BodyFrame.OpenControl())
    case "tag":
      guard let last = frame.openControls.indices.last else { return }
      frame.openControls[last].tag = attributes["val"]
    case "sdtContent":
      guard let last = frame.openControls.indices.last else { return }
      frame.openControls[last].start = frame.paragraph.piece.bytes.count
      frame.openControls[last].paragraph = frame.paragraphCount
    case "footnoteReference":
      addNote(.footnotes, attributes)
    case "endnoteReference":
      addNote(.endnotes, attributes)
    case "commentRangeStart":
      if let id = attributes["id"] { frame.paragraph.comments[id] = frame.paragraph.length }
    case "commentReference":
      if let id = attributes["id"] { closeComment(id) }
    default:
      if frame.isInParagraphProperties || frame.isInRunProperties {
        startProperty(name, attributes)
      } else if frame.isInRun {
        startMark(name, attributes)
      } else if "altChunk" ~= name {
        hasForeignChunk = true
      }
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "p": endParagraph()
    case "pPr": frame.isInParagraphProperties = false
    case "rPr": frame.isInRunProperties = false
    case "trPr": frame.isInRowProperties = false
    case "numPr": frame.isInList = false
    case "r":
      frame.runDepth = max(0, frame.runDepth - 1)
      frame.isInText = false
    case "t", "delText": endText()
    case "ins", "moveTo": endChange(\.insertions)
    case "del", "moveFrom": endChange(\.deletions)
    case "tbl": frame.tableDepth = max(0, frame.tableDepth - 1)
    case "tc" where frame.tableDepth == 1:
      addJoined()
      frame.row?.endCell()
    case "body": addJoined()
    case "tr" where frame.tableDepth == 1: endRow()
    case "sdt": endControl()
    // A fraction's bar.
    case "num": add("/")
    default: break
    }
  }

  private mutating func startText(_ attributes: XMLAttributes) {
    frame.isInText = frame.isInRun
    frame.textStart = frame.paragraph.length
    frame.keepsBlanks = attributes.bytes("space") != nil
  }

  /// Without `xml:space`, blanks around a text are the file's layout (ECMA-376, part 1, clause
  /// 17.3.3.31).
  private mutating func endText() {
    guard frame.isInText else { return }
    frame.isInText = false
    guard !frame.keepsBlanks else { return }
    frame.paragraph.piece.trim(from: frame.textStart)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if frame.isInText { add(bytes) }
  }
}
