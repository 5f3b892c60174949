import SourceText

extension BodyBuilder {
  mutating func startParagraph() {
    frame.paragraph = BodyParagraph()
    if frame.startsPage {
      frame.startsPage = false
      startPage(isRendered: false)
    }
  }

  mutating func endParagraph() {
    for id in frame.paragraph.comments.keys.sorted() { closeComment(id) }
    var paragraph = frame.paragraph
    let isJoined =
      paragraph.isMarkHidden
      || (setting.changes == .accepted ? paragraph.isMarkDeleted : paragraph.isMarkInserted)
    frame.paragraph = BodyParagraph()
    frame.paragraphCount += 1
    if isJoined {
      // Its mark is not there for the reader: the next paragraph goes on with the text.
      joinBefore(&paragraph)
      frame.joined = paragraph.piece
      return
    }
    let number = counter.next(style: paragraph.style, own: paragraph.list)
    var piece = TextPiece()
    if let number, frame.tableDepth == 0 || !paragraph.piece.bytes.isEmpty { piece.append(number) }
    joinBefore(&paragraph)
    piece.append(paragraph.piece)
    if frame.tableDepth > 0, frame.row != nil {
      frame.row?.add(piece)
      for box in paragraph.boxes { frame.row?.add(box) }
    } else {
      frame.pieces.append(piece)
      frame.pieces += paragraph.boxes
    }
  }

  /// Puts the text before the paragraph whose mark is gone.
  mutating func joinBefore(_ paragraph: inout BodyParagraph) {
    guard var before = frame.joined else { return }
    // Not two holders of the text, which would copy it for each paragraph.
    frame.joined = nil
    before.append(paragraph.piece)
    paragraph.piece = before
  }

  /// Adds the text of paragraphs without their mark that nothing came after.
  mutating func addJoined() {
    guard let joined = frame.joined else { return }
    frame.joined = nil
    if frame.row != nil { frame.row?.add(joined) } else { frame.pieces.append(joined) }
  }

  mutating func endRow() {
    guard let row = frame.row else { return }
    frame.row = nil
    let isGone = setting.changes == .accepted ? row.isDeleted : row.isInserted
    if !isGone { frame.pieces.append(row.line) }
  }

  mutating func endControl() {
    guard let control = frame.openControls.popLast(), let tag = control.tag,
      let start = control.start, control.paragraph == frame.paragraphCount
    else { return }
    let end = frame.paragraph.length
    guard start <= end else { return }
    frame.paragraph.piece.controls.append(WordDocument.Control(tag: tag, range: start..<end))
  }

  mutating func closeComment(_ id: String) {
    let end = frame.paragraph.length
    let start = frame.paragraph.comments.removeValue(forKey: id) ?? end
    // One that goes on over paragraphs stands at the first.
    guard let comment = setting.comments[id], closedComments.insert(id).inserted else { return }
    frame.paragraph.piece.traces.append(
      SourceDocument.Trace(
        kind: .comment, range: min(start, end)..<end, author: comment.author,
        text: String(decoding: comment.text, as: UTF8.self)))
  }
}
