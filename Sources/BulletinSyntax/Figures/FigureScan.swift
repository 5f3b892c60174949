import ReportModel
import SourceText

/// One pass over a text in search of figures.
struct FigureScan {
  let text: TextBytes
  let words: FigureWords
  /// Where the figure found last ends.
  private(set) var lastEnd = 0
  private var lastLabel = 0..<0
  /// Found and not yet handed on; a range gives several at once.
  private(set) var figures: [Figure] = []

  init(_ text: TextBytes, _ words: FigureWords) {
    self.text = text
    self.words = words
  }

  /// Makes room for the figures of a short text.
  mutating func reserveRoom() { figures.reserveCapacity(min(text.count / 96, 512)) }

  /// Hands the figures that begin in `start..<end` to `body`; keeps them all where there is none.
  mutating func scan(from start: Int, to end: Int, _ body: ((Figure) -> Void)?) {
    // Three bytes may be looked at from any place before the last two.
    let fastEnd = min(end, text.count - 2)
    // A figure that began before a gap may end beyond it.
    var offset = max(start, lastEnd)
    while true {
      offset = text.skipToNumeral(from: offset, to: fastEnd)
      guard offset < end else { return }
      offset = step(at: offset, to: end)
      guard let body, !figures.isEmpty else { continue }
      for figure in figures { body(figure) }
      figures.removeAll(keepingCapacity: true)
    }
  }

  /// Passes a stretch without figures, such as a heading's number: no label or qualifier reaches into
  /// it.
  mutating func skip(to end: Int) {
    guard end > lastEnd else { return }
    lastEnd = end
    lastLabel = end..<end
  }

  /// Looks at one place with care and gives the next.
  private mutating func step(at offset: Int, to end: Int) -> Int {
    let byte = text[offset]
    if byte < 0x80 {
      if byte &- 0x30 < 10 { return readArabic(at: offset) }
      return offset + 1
    }
    if byte == 0xE3, text.has("《", at: offset) { return titleEnd(from: offset, to: end) }
    let scalar = text.scalar(at: offset)
    if scalar.isDigit { return readArabic(at: offset) }
    return scalar.isChineseNumeral ? readChinese(at: offset) : offset + text.width(at: offset)
  }

  /// Numbers inside 《》 belong to a name; a title that is not closed on its line is none.
  private func titleEnd(from offset: Int, to end: Int) -> Int {
    var cursor = offset + 3
    let limit = min(end, offset + 400)
    while cursor < limit, text[cursor] != 0x0A {
      if text.has("》", at: cursor) { return cursor + 3 }
      cursor += 1
    }
    return offset + 3
  }

  /// Adds the figure whose numerals are `numerals`.
  ///
  /// `start` is where the figure begins if something of it stands before the numerals.
  mutating func add(
    _ numerals: Range<Int>, from start: Int? = nil, value: ExactDecimal?, measure: MeasureReading
  ) {
    let surface = (start ?? numerals.lowerBound)..<measure.end
    var qualifiers = QualifierReader.before(text, surface.lowerBound, floor: lastEnd)
    let start = qualifiers.first?.lowerBound ?? surface.lowerBound
    // 2起5人次, 20.9、36.2个百分点, 6%和8.5%: one label stands before them all.
    let isJoined = !lastLabel.isEmpty && FigureLabel.isJoiner(text, lastEnd..<start)
    let label =
      isJoined
      ? lastLabel : FigureLabel.range(text, surface, qualifierStart: start, floor: lastEnd)
    lastLabel = label
    if let inner = measure.innerQualifier { qualifiers.append(inner) }
    if let outer = measure.outerQualifier { qualifiers.append(outer) }
    figures.append(
      Figure(
        range: surface, numerals: numerals, unit: measure.unit, value: value,
        qualifiers: qualifiers, label: label))
    lastEnd = surface.upperBound
  }
}

extension TextBytes {
  /// The first place at or after `offset` that holds a numeral or 《; `end` where none does.
  ///
  /// The loop that every byte of a text goes through.
  func skipToNumeral(from offset: Int, to end: Int) -> Int {
    guard let base = buffer.baseAddress else { return end }
    return Self.figureOpeners.firstOffset(in: base, from: offset, to: end)
  }

  /// Numerals and 《.
  private static let figureOpeners = CharacterBits(
    "《一七万三两九二五亿兩八六億十千四百萬", "0"..."9", "０"..."９")
}
