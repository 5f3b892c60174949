public import SourceText

/// Tells where the lines of a text, laid out with blank lines and indents, stand in a document that has
/// neither.
public enum LaidOutPlaces {
  /// The places of a text that is written as a document: each line that is not blank is a paragraph.
  public static func written(_ text: [UInt8]) -> SourceDocument {
    var document = SourceDocument()
    var paragraph = 0
    forEachLine(of: text) { line, words in
      if !words.isEmpty { paragraph += 1 }
      document.lines.append(
        SourceDocument.Line(
          paragraph: max(paragraph, 1), charactersBefore: -indent(line, words)))
    }
    return document
  }

  /// The places of a text that was read from a document and then laid out; paragraphs and pages are
  /// the document's.
  public static func read(_ text: [UInt8], from document: WordDocument) -> SourceDocument {
    var known: [(line: SourceDocument.Line, start: Int)] = []
    var index = 0
    forEachLine(of: document.bytes) { line, words in
      if !words.isEmpty, index < document.details.lines.count {
        let own = document.details.lines[index]
        let place = SourceDocument.Line(
          paragraph: own.paragraph, charactersBefore: own.charactersBefore + indent(line, words))
        known.append((place, words.startIndex))
      }
      index += 1
    }
    var places = SourceDocument()
    var next = 0
    var pages = document.details.pageStarts[...]
    forEachLine(of: text) { line, words in
      if !words.isEmpty, next < known.count {
        let shift = words.startIndex - known[next].start
        next += 1
        let end = next < known.count ? known[next].start : document.bytes.count + 1
        while let page = pages.first, page < end {
          places.pageStarts.append(max(page + shift, words.startIndex))
          pages.removeFirst()
        }
      }
      let own = known.isEmpty ? nil : known[max(next - 1, 0)].line
      places.lines.append(
        SourceDocument.Line(
          paragraph: own?.paragraph ?? 1,
          charactersBefore: (own?.charactersBefore ?? 0) - indent(line, words)))
    }
    return places
  }

  private static func forEachLine(
    of text: [UInt8], _ body: (_ line: ArraySlice<UInt8>, _ words: ArraySlice<UInt8>) -> Void
  ) {
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      body(line, BlankLines.trimmed(line))
    }
  }

  /// How many characters stand before a line's words.
  private static func indent(_ line: ArraySlice<UInt8>, _ words: ArraySlice<UInt8>) -> Int {
    line[..<words.startIndex].count { $0 & 0xC0 != 0x80 }
  }
}
