/// Finds the words that say what a figure counts.
enum FigureLabel {
  /// How far a label reaches, in scalars.
  private static let reach = 20

  /// The label of the figure at `surface`; empty where the words around give none.
  ///
  /// It is what stands before the figure in its clause, or behind it where that is no more than a
  /// verb: 贫困幼儿1571人, but 完成4所民办学校.
  static func range(
    _ text: TextBytes, _ surface: Range<Int>, qualifierStart: Int, floor: Int
  ) -> Range<Int> {
    let (before, length) = rangeBefore(text, qualifierStart, floor: floor)
    if length > 2 { return before }
    let after = rangeAfter(text, surface.upperBound)
    return text.scalars(in: after) >= 2 ? after : before
  }

  /// Whether nothing but a mark or word that joins figures stands in `range`.
  static func isJoiner(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    guard range.count <= 6 else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch text.scalar(at: offset) {
      case "、", "和", "与", "與", "及", "至", "-", "—", "–", "－", "~", "～": break
      default: return false
      }
      offset += text.width(at: offset)
    }
    return true
  }

  private static func rangeBefore(
    _ text: TextBytes, _ end: Int, floor: Int
  ) -> (range: Range<Int>, length: Int) {
    var start = end
    var length = 0
    while length < reach, start > floor {
      // Nothing but Han characters begins with these bytes.
      if start - 3 >= floor, text[start - 3] &- 0xE5 < 5 {
        start -= 3
      } else {
        let before = text.start(before: start)
        guard before >= floor, !isBreak(text.scalar(at: before)) else { break }
        start = before
      }
      length += 1
    }
    return (start..<end, length)
  }

  private static func rangeAfter(_ text: TextBytes, _ start: Int) -> Range<Int> {
    var end = start
    for _ in 0..<reach {
      guard end < text.count else { break }
      let scalar = text.scalar(at: end)
      if isBreak(scalar) || scalar.isDigit { break }
      end += text.width(at: end)
    }
    return start..<end
  }

  @inline(__always)
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    // Most are Han characters, of which none is one.
    if scalar.value &- 0x4E00 < 0x5200 { return false }
    return isBreakMark(scalar)
  }

  private static func isBreakMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isStop || scalar.isComma || scalar.isColon { return true }
    switch scalar {
    case "、", "\n", "\r", "\u{FEFF}", "（", "）", "(", ")", "\u{3000}", " ", "\t", "|", ">", "<":
      return true
    default: return false
    }
  }
}
