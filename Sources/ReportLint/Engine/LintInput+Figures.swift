import ReportModel

extension LintInput {
  /// Whether a figure is a percentage.
  func isPercent(_ figure: Figure) -> Bool {
    let unit = figure.unit
    return unit.count == 1 && byte(unit.lowerBound) == 0x25 || has("％", at: unit.lowerBound)
  }

  /// Whether no sentence and no line ends in `range`.
  func isOneSentence(_ range: Range<Int>) -> Bool {
    let end = min(range.upperBound, bytes.count)
    var offset = max(0, range.lowerBound)
    while offset < end {
      // Han characters end no sentence.
      if byte(offset) &- 0xE4 < 6 {
        offset += 3
        continue
      }
      switch byte(offset) {
      case 0x0A: return false
      case 0xE3, 0xEF:
        if offset + 3 <= end,
          has("。", at: offset) || has("！", at: offset) || has("？", at: offset)
        {
          return false
        }
        offset += 3
      case 0xE0...0xEF: offset += 3
      default: offset += 1
      }
    }
    return true
  }
}

extension LintInput {
  /// Whether a figure is an amount of money.
  func isMoney(_ figure: Figure) -> Bool {
    guard !figure.unit.isEmpty else { return false }
    if has("元", before: figure.unit.upperBound) { return true }
    // 人, 个: most units have no room for more than themselves.
    return figure.unit.count > 3 && find("元", in: figure.unit) != nil
  }

  /// Whether a figure counts people or households.
  func isHeads(_ figure: Figure) -> Bool {
    guard figure.unit.count <= 6 else { return false }
    let start = figure.unit.lowerBound
    return has("人", at: start) || has("名", at: start) || has("户", at: start)
  }
}
