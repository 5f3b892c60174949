import ReportModel

/// A range upside down: `8～5个`.
extension ClaimScan {
  /// A range goes from the smaller number to the larger; its ends share a unit.
  mutating func findRange(_ second: Int) {
    let first = second - 1
    guard first >= 0, figures[second].numerals.lowerBound > readings[first].range.upperBound,
      figures[second].numerals.lowerBound - readings[first].range.upperBound <= 6,
      isRangeMark(readings[first].range.upperBound..<figures[second].numerals.lowerBound),
      isSameUnit(first, second), let low = figures[first].value, let high = figures[second].value
    else { return }
    guard low > high || isWanted(.range, .holds) else { return }
    let sides = ClaimSides(
      computed: surface(first), stated: surface(second))
    let terms: [(Int, ClaimRole)] = [(first, .lower), (second, .upper)]
    if low <= high {
      add(.range, terms, .holds, sides)
      return
    }
    // 8000-1万: the first number may have left its 万 out. Times and scores may run over.
    let unit = readings[second].unit
    let isOpen =
      unit.power > 0 || unit.kind == .time
      || ["分", "秒", "时", "点", "度", "期", "版", "比"].contains {
        text.has($0, at: unit.base.lowerBound)
      }
    add(.range, terms, isOpen ? .uncertain : .fails, sides)
  }

  private func isRangeMark(_ range: Range<Int>) -> Bool {
    let marks: [StaticString] = ["-", "—", "–", "－", "~", "～", "至"]
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let mark = marks.first(where: { text.has($0, at: offset) }) else { return false }
      offset += mark.utf8CodeUnitCount
    }
    return offset == range.upperBound
  }
}
