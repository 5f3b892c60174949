import ReportModel

extension LintInput {
  /// Whether a figure is a percentage.
  func isPercent(_ figure: Figure) -> Bool {
    let unit = figure.unit
    return unit.count == 1 && byte(unit.lowerBound) == 0x25 || has("％", at: unit.lowerBound)
  }

  /// Whether no sentence and no line ends in `range`.
  func isOneSentence(_ range: Range<Int>) -> Bool {
    !contains(["。", "！", "？", "\n"], in: range)
  }
}
