import SourceText

/// A note that a text refers to.
struct NoteReference: Hashable {
  /// Where a note is printed; named as relationships name the parts.
  enum Kind: String, CaseIterable {
    case footnotes, endnotes
  }

  let kind: Kind
  let id: String
}

/// A stretch of text with what stands in it; offsets are in UTF-8 bytes of the stretch.
struct TextPiece {
  var bytes: [UInt8] = []
  var traces: [SourceDocument.Trace] = []
  var controls: [WordDocument.Control] = []
  var pageStarts: [Int] = []
  var notes: [NoteReference] = []

  /// Adds another stretch at the end.
  mutating func append(_ other: TextPiece) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    for trace in other.traces {
      traces.append(
        SourceDocument.Trace(
          kind: trace.kind,
          range: trace.range.lowerBound + shift..<trace.range.upperBound + shift,
          author: trace.author, text: trace.text))
    }
    for control in other.controls {
      controls.append(
        WordDocument.Control(
          tag: control.tag,
          range: control.range.lowerBound + shift..<control.range.upperBound + shift))
    }
    pageStarts += other.pageStarts.map { $0 + shift }
    notes += other.notes
  }

  /// Adds words.
  mutating func append(_ words: String) {
    bytes.append(contentsOf: words.utf8)
  }
}
