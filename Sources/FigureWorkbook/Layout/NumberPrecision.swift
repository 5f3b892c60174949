import ReportModel

/// How many digits after the point numbers of a unit are shown with.
enum NumberPrecision {
  /// More are never shown; a number keeps 15 significant digits anyhow.
  private static let most = 15

  /// Digits usual for the unit: amounts in 万元 and the like two, percentages one, the rest none.
  static func usual(for unit: MeasureUnit) -> Int {
    if unit.base == "%" || unit.base == "百分点" { return 1 }
    return unit.base == "元" && unit.powerOfTen >= 3 ? 2 : 0
  }

  /// Digits for a column: the usual ones, and more where a value has more, so that none is hidden.
  static func decimals(of unit: MeasureUnit, for values: some Sequence<ExactDecimal>) -> Int8 {
    let needed = values.reduce(usual(for: unit)) { max($0, $1.scale) }
    return Int8(clamping: min(needed, most))
  }

  /// The digits a number was printed with, for columns of many units.
  static func printed(_ value: ExactDecimal) -> Int8 {
    Int8(clamping: min(value.scale, most))
  }
}
