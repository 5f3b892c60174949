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
    if let noteID { notes[noteID] = frame.pieces }
    noteID = nil
    frame = back
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "p": frame.paragraph = BodyParagraph()
    case "pPr": frame.isInParagraphProperties = true
    case "rPr": frame.isInRunProperties = true
    case "trPr": frame.isInRowProperties = true
    case "r":
      frame.isInRun = true
      frame.isHidden = false
    case "t", "delText": frame.isInText = frame.isInRun
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
      frame.isInRun = false
      frame.isInText = false
    case "t", "delText": frame.isInText = false
    case "ins", "moveTo": endChange(\.insertions)
    case "del", "moveFrom": endChange(\.deletions)
    case "tbl": frame.tableDepth = max(0, frame.tableDepth - 1)
    case "tc" where frame.tableDepth == 1:
      addJoined()
      frame.row?.endCell()
    case "body": addJoined()
    case "tr" where frame.tableDepth == 1: endRow()
    case "sdt": endControl()
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if frame.isInText { add(bytes) }
  }
}
