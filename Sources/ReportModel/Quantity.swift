/// A number with its unit and the words that qualify it, as a data file gives it or a text prints it.
public struct Quantity: Sendable, Hashable {
  /// The number as given: 14022 for 14022万元.
  public var number: ExactDecimal
  /// The unit as given, multipliers included: 万元; empty where there is none.
  public var unit: MeasureUnit
  /// The words that qualify the number, in the order they are given.
  public var qualifiers: [Qualifier]
  /// How number and unit are written where that is not the usual way: 两次 for 2 次.
  public var asWritten: String?

  /// A quantity from its parts.
  public init(
    _ number: ExactDecimal, unit: MeasureUnit = MeasureUnit(""), qualifiers: [Qualifier] = [],
    asWritten: String? = nil
  ) {
    self.number = number
    self.unit = unit
    self.qualifiers = qualifiers
    self.asWritten = asWritten
  }

  /// The usual print: words before, number, words between, unit, words after.
  public var printed: String {
    let before = words(.beforeNumber)
    let after = words(.afterUnit)
    if let asWritten { return before + asWritten + after }
    return before + number.description + words(.beforeUnit) + unit.text + after
  }

  /// The value in the unit's base, exactly (140220000 for 14022万元); nil where it does not fit.
  public var baseValue: ExactDecimal? {
    number.scaled(byPowerOfTen: unit.powerOfTen)
  }

  /// The quantity in another unit of the same base; nil where the bases differ or it does not fit.
  public func converted(to target: MeasureUnit) -> Quantity? {
    guard unit.isCommensurable(with: target),
      let number = number.scaled(byPowerOfTen: unit.powerOfTen - target.powerOfTen)
    else { return nil }
    return Quantity(number.normalized, unit: target, qualifiers: qualifiers)
  }

  private func words(_ placement: Qualifier.Placement) -> String {
    qualifiers.filter { $0.placement == placement }.map(\.word).joined()
  }
}
