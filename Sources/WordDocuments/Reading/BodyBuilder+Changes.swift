import OfficePackages
import SourceText

extension BodyBuilder {
  mutating func startChange(
    _ kind: WritableKeyPath<BodyFrame, [String]>, _ attributes: XMLAttributes
  ) {
    let isInsertion = kind == \BodyFrame.insertions
    if frame.isInRowProperties {
      if isInsertion { frame.row?.isInserted = true } else { frame.row?.isDeleted = true }
    } else if frame.isInParagraphProperties {
      // Within a list's number it is the number that was put in.
      guard frame.isInRunProperties, !frame.isInList else { return }
      if isInsertion {
        frame.paragraph.isMarkInserted = true
      } else {
        frame.paragraph.isMarkDeleted = true
      }
    } else if !frame.isInRunProperties {
      frame[keyPath: kind].append(attributes["author"] ?? "")
    }
  }

  mutating func endChange(_ kind: WritableKeyPath<BodyFrame, [String]>) {
    guard !frame.isInRowProperties, !frame.isInParagraphProperties, !frame.isInRunProperties
    else { return }
    _ = frame[keyPath: kind].popLast()
  }

  /// Whether text read now is seen by a reader.
  var isVisible: Bool {
    guard !frame.isHidden else { return false }
    switch setting.changes {
    case .accepted: return frame.deletions.isEmpty
    case .original: return frame.insertions.isEmpty
    }
  }

  mutating func add(_ words: String) {
    var words = words
    words.withUTF8 { add($0) }
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !frame.isInCode else { return }
    let isVisible = isVisible
    if isVisible, frame.paragraph.awaitsLine {
      frame.paragraph.awaitsLine = false
      if frame.paragraph.length > 0 { frame.paragraph.piece.bytes.append(UInt8(ascii: "\n")) }
    }
    let start = frame.paragraph.length
    if isVisible {
      frame.paragraph.piece.bytes.append(contentsOf: bytes)
      // As a word processor shows them; line ends are elements of their own.
      if frame.isInText {
        for index in start..<frame.paragraph.length
        where frame.paragraph.piece.bytes[index] < 0x20 {
          frame.paragraph.piece.bytes[index] = 0x20
        }
      }
    }
    let end = frame.paragraph.length
    guard frame.isHidden || !frame.insertions.isEmpty || !frame.deletions.isEmpty else { return }
    let (kind, author): (SourceDocument.Trace.Kind, String) =
      if let author = frame.deletions.last {
        (.deletion, author)
      } else if let author = frame.insertions.last, !frame.isHidden {
        (.insertion, author)
      } else {
        (.hidden, "")
      }
    frame.paragraph.addTrace(kind, start..<end, author, String(decoding: bytes, as: UTF8.self))
  }
}
