/// What stands behind a number: multipliers, unit and qualifiers.
struct MeasureReading {
  /// Multipliers and unit as written, qualifiers between them included; empty where there is none.
  var unit: Range<Int>
  /// What the unit makes of the number; nil for multipliers alone.
  var kind: UnitKind?
  /// 余, 多 or 来 between number and unit.
  var innerQualifier: Range<Int>?
  /// 以上, 左右 and the like behind the unit.
  var outerQualifier: Range<Int>?
  /// Where the whole ends.
  var end: Int
  /// Whether 百, 千, 万 or 亿 stands in it.
  var hasMultiplier = false

  /// Whether anything was found.
  var isEmpty: Bool { unit.isEmpty }
}

extension FigureScan {
  /// Reads multipliers, unit and qualifiers from the end of a number on.
  func readMeasure(from numeralsEnd: Int) -> MeasureReading {
    var reading = MeasureReading(unit: numeralsEnd..<numeralsEnd, end: numeralsEnd)
    var cursor = skipSpaces(from: numeralsEnd)
    var unitStart = cursor
    takeInner(&reading, &cursor, &unitStart)
    while true {
      if let match = words.units.match(text, at: cursor) {
        let end = compoundEnd(from: match.end)
        guard isWholeWord(cursor, end), !reading.hasMultiplier || !opensName(cursor) else { break }
        reading.kind = UnitKind(rawValue: match.value)
        reading.unit = unitStart..<end
        reading.end = end
        break
      }
      guard isMultiplier(at: cursor) else { break }
      cursor += text.width(at: cursor)
      reading.hasMultiplier = true
      reading.unit = unitStart..<cursor
      reading.end = cursor
      if reading.innerQualifier == nil { takeInner(&reading, &cursor, &unitStart) }
    }
    takeOuter(&reading)
    return reading
  }

  /// Takes 余, 多 or 来 at the cursor where a unit or multiplier follows, or a bare 余.
  private func takeInner(
    _ reading: inout MeasureReading, _ cursor: inout Int, _ unitStart: inout Int
  ) {
    let scalar = text.scalar(at: cursor)
    guard scalar == "余" || scalar == "多" || scalar == "来" || scalar == "餘" || scalar == "來" else {
      return
    }
    let after = cursor + text.width(at: cursor)
    let follows = isMultiplier(at: after) || words.units.match(text, at: after) != nil
    let next = text.scalar(at: after)
    let closes = (scalar == "余" || scalar == "餘") && !next.isHan && !next.isLatin
    // 14亿多中国人, not 3万多功能厅.
    let isOpen = scalar == "多" && reading.hasMultiplier && !next.followsMany
    guard follows || closes || isOpen else { return }
    reading.innerQualifier = cursor..<after
    let isFirst = unitStart == cursor
    cursor = after
    reading.end = after
    if isFirst {
      unitStart = after
      reading.unit = after..<after
    }
  }

  private func takeOuter(_ reading: inout MeasureReading) {
    guard let match = words.trailing.match(text, at: reading.end) else { return }
    reading.outerQualifier = reading.end..<match.end
    reading.end = match.end
  }

  /// A rate such as 亿元/平方公里, 元/生/年 or 元/人·月 goes on behind the stroke.
  private func compoundEnd(from end: Int) -> Int {
    var end = end
    for part in 0..<3 {
      let mark = text.scalar(at: end)
      guard mark == "/" || mark == "／" || (part > 0 && mark == "·") else { break }
      let next = end + text.width(at: end)
      if let match = words.units.match(text, at: next) {
        end = spanEnd(from: match.end)
        continue
      }
      var scaled = next
      while text.scalar(at: scaled) == "十" || isMultiplier(at: scaled) { scaled += 3 }
      if scaled > next, let match = words.units.match(text, at: scaled) {
        end = match.end
        continue
      }
      switch text.scalar(at: next) {
      case "年", "月", "日", "天", "人", "次", "生", "户", "季", "期", "节", "课", "头", "只", "床", "m", "L", "h",
        "s":
        end = spanEnd(from: next + text.width(at: next))
      default: return end
      }
    }
    return end
  }

  /// 元/人月, 元/亩年: a span of time right behind what it is reckoned for.
  private func spanEnd(from end: Int) -> Int {
    switch text.scalar(before: end) {
    case "人", "户", "戶", "亩", "畝", "生": break
    default: return end
    }
    switch text.scalar(at: end) {
    case "年", "月", "天": break
    default: return end
    }
    let after = end + 3
    return text.scalar(at: after).isHan ? end : after
  }

  /// 14亿中国人, 2亿后来者: no unit goes with a multiplier there.
  private func opensName(_ offset: Int) -> Bool {
    switch text.scalar(at: offset) {
    case "中", "后", "後", "型": true
    default: false
    }
  }

  /// A unit in Latin letters ends where the letters do.
  private func isWholeWord(_ start: Int, _ end: Int) -> Bool {
    // Most units end with a Han character.
    if text[end - 3] &- 0xE4 < 6 { return true }
    let last = text.scalar(before: end)
    guard last.isLatin else { return true }
    return !text.scalar(at: end).isLatin
  }

  func isMultiplier(at offset: Int) -> Bool {
    switch text.scalar(at: offset) {
    case "万", "亿", "萬", "億", "千", "百": true
    default: false
    }
  }

  private func skipSpaces(from offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D {
      let width = text.blankWidth(at: offset)
      if width == 0 { break }
      offset += width
    }
    return offset
  }
}

extension Unicode.Scalar {
  /// Goes on a word that begins with 多: 多功能, 多媒体.
  fileprivate var followsMany: Bool {
    switch self {
    case "功", "媒", "元", "样", "樣", "层", "層", "次", "方", "维", "維", "渠", "彩", "部", "边", "種", "种": true
    default: false
    }
  }
}
