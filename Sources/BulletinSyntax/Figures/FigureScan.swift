import ReportModel

/// One pass over a text in search of figures.
struct FigureScan {
  let text: TextBytes
  let words: FigureWords
  /// Where the figure found last ends.
  private(set) var lastEnd = 0
  private(set) var figures: [Figure] = []
  /// Whether a tag was met; numbers may then be cut into several elements.
  private(set) var hasTags = false

  init(_ text: TextBytes, _ words: FigureWords) {
    self.text = text
    self.words = words
  }

  /// Looks for figures that begin in `start..<end`.
  mutating func scan(from start: Int, to end: Int) {
    var offset = start
    while offset < end {
      switch text[offset] {
      case 0x30...0x39:
        offset = readArabic(at: offset)
      case 0xE3:
        let isTitle = text[offset + 1] == 0x80 && text[offset + 2] == 0x8A
        offset = isTitle ? titleEnd(from: offset, to: end) : offset + 3
      case 0xE4, 0xE5, 0xE7, 0xE8:
        offset = text.beginsChineseNumeral(at: offset) ? readChinese(at: offset) : offset + 3
      case 0xEF:
        offset = text.scalar(at: offset).isDigit ? readArabic(at: offset) : offset + 3
      case 0xE2, 0xE6, 0xE9...0xEE: offset += 3
      case 0x3C:  // <
        hasTags = hasTags || text.scalar(at: offset + 1).isLatin || text[offset + 1] == 0x2F
        offset += 1
      default: offset += 1
      }
    }
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
  mutating func add(
    _ numerals: Range<Int>, value: ExactDecimal?, measure: MeasureReading
  ) {
    var qualifiers = QualifierReader.before(text, numerals.lowerBound, floor: lastEnd)
    let surface = numerals.lowerBound..<measure.end
    let label = FigureLabel.range(
      text, surface, qualifierStart: qualifiers.first?.lowerBound ?? surface.lowerBound,
      floor: lastEnd)
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
  /// Whether a Chinese numeral that may open a figure stands at `offset`.
  @inline(__always)
  func beginsChineseNumeral(at offset: Int) -> Bool {
    let second = self[offset + 1]
    let third = self[offset + 2]
    switch self[offset] {
    case 0xE4:  // 一 七 万 三 两 九 二 五 亿
      if second == 0xB8 {
        return third == 0x80 || third == 0x83 || third == 0x87 || third == 0x89 || third == 0xA4
      }
      return (second == 0xB9 && third == 0x9D)
        || (second == 0xBA && (third == 0x8C || third == 0x94))
        || (second == 0xBA && third == 0xBF)
    case 0xE5:  // 兩 八 六 十 千 四
      if second == 0x85 { return third == 0xA9 || third == 0xAB || third == 0xAD }
      return (second == 0x8D && (third == 0x81 || third == 0x83))
        || (second == 0x9B && third == 0x9B)
    case 0xE7: return second == 0x99 && third == 0xBE  // 百
    case 0xE8: return second == 0x90 && third == 0xAC  // 萬
    default: return false
    }
  }
}
