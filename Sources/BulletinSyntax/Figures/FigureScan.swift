import ReportModel

/// One pass over a text in search of figures.
struct FigureScan {
  let text: TextBytes
  let words: FigureWords
  /// Where the figure found last ends.
  private(set) var lastEnd = 0
  private var lastLabel = 0..<0
  /// Found and not yet handed on; a range gives several at once.
  private var figures: [Figure] = []

  init(_ text: TextBytes, _ words: FigureWords) {
    self.text = text
    self.words = words
  }

  /// Hands the figures that begin in `start..<end` to `body`.
  mutating func scan(from start: Int, to end: Int, _ body: (Figure) -> Void) {
    // Three bytes may be looked at from any place before the last two.
    let fastEnd = min(end, text.count - 2)
    // A figure that began before a gap may end beyond it.
    var offset = max(start, lastEnd)
    while true {
      offset = text.skipToNumeral(from: offset, to: fastEnd)
      guard offset < end else { return }
      offset = step(at: offset, to: end)
      guard !figures.isEmpty else { continue }
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
    var offset = offset
    while offset < end {
      let byte = base[offset]
      switch byte {
      case 0x00..<0x30, 0x3A...0xBF: offset += 1
      case 0x30...0x39: return offset
      case 0xC0...0xDF: offset += 2
      case 0xE3, 0xE4, 0xE5, 0xE7, 0xE8, 0xEF:
        if Self.mayOpenFigure(byte, base[offset + 1], base[offset + 2]) { return offset }
        offset += 3
      case 0xE0...0xEE: offset += 3
      default: offset += 4
      }
    }
    return max(offset, end)
  }

  /// Whether three bytes are a Chinese numeral, a full-width digit or 《.
  @inline(__always)
  private static func mayOpenFigure(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE3: second == 0x80 && third == 0x8A
    case 0xE4:  // 一 七 万 三 两 九 二 五 亿
      switch second {
      case 0xB8:
        third == 0x80 || third == 0x83 || third == 0x87 || third == 0x89 || third == 0xA4
      case 0xB9: third == 0x9D
      case 0xBA: third == 0x8C || third == 0x94 || third == 0xBF
      default: false
      }
    case 0xE5:  // 兩 八 六 億 十 千 四
      switch second {
      case 0x84: third == 0x84
      case 0x85: third == 0xA9 || third == 0xAB || third == 0xAD
      case 0x8D: third == 0x81 || third == 0x83
      case 0x9B: third == 0x9B
      default: false
      }
    case 0xE7: second == 0x99 && third == 0xBE  // 百
    case 0xE8: second == 0x90 && third == 0xAC  // 萬
    default: second == 0xBC && third &- 0x90 < 10
    }
  }
}
