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

/// Where a page begins.
struct PageStart: Equatable {
  let offset: Int
  /// Whether a word processor saw the page begin there; else someone asked for a new page.
  let isRendered: Bool
}

/// A stretch of text with what stands in it; offsets are in UTF-8 bytes of the stretch.
struct TextPiece {
  var bytes: [UInt8] = []
  var traces: [SourceDocument.Trace] = []
  var controls: [WordDocument.Control] = []
  var pageStarts: [PageStart] = []
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
    pageStarts += other.pageStarts.map {
      PageStart(offset: $0.offset + shift, isRendered: $0.isRendered)
    }
    notes += other.notes
  }

  /// Takes away the blanks around the text from `start` on.
  mutating func trim(from start: Int) {
    guard start < bytes.count else { return }
    while bytes.count > start, let last = bytes.last, last == 0x20 { bytes.removeLast() }
    let first = bytes[start...].firstIndex { $0 != 0x20 } ?? bytes.count
    if first > start { bytes.removeSubrange(start..<first) }
  }

  /// Takes away the blanks at the beginning, where nothing stands that has a place.
  mutating func trimStart() {
    guard traces.isEmpty, controls.isEmpty, pageStarts.isEmpty else { return }
    bytes.removeFirst(bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count)
  }

  /// Adds words.
  mutating func append(_ words: String) {
    bytes.append(contentsOf: words.utf8)
  }
}
