import ReportModel

/// An exact quotient of whole numbers with a positive denominator.
///
/// What does not fit 127 bits gives nil, never a rounded or wrapped value.
struct Fraction: Sendable, Hashable {
  let numerator: Int128
  let denominator: Int128

  /// The quotient; nil for a zero denominator or where a sign cannot be turned.
  init?(_ numerator: Int128, over denominator: Int128 = 1) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = denominator < 0 ? -denominator : denominator
  }

  /// A whole number.
  init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  /// `decimal` × 10^`power`; nil where it does not fit.
  init?(_ decimal: ExactDecimal, power: Int = 0) {
    let exponent = power - decimal.scale
    if exponent == 0 {
      self.init(decimal.significand)
      return
    }
    guard let ten = Self.tenTo(abs(exponent)) else { return nil }
    if exponent >= 0 {
      let (product, overflow) = decimal.significand.multipliedReportingOverflow(by: ten)
      guard !overflow else { return nil }
      self.init(product)
    } else {
      self.init(decimal.significand, over: ten)
    }
  }

  /// 10^`power`, up to 10^37.
  static func tenTo(_ power: Int) -> Int128? {
    guard (0...37).contains(power) else { return nil }
    var value: Int128 = 1
    for _ in 0..<power { value *= 10 }
    return value
  }

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }
  /// The number without its sign.
  var magnitude: Fraction { isNegative ? negated : self }
  /// The number with the other sign.
  var negated: Fraction { Fraction(-numerator, over: denominator) ?? self }

  /// The same number in lowest terms.
  var reduced: Fraction {
    if denominator == 1 { return self }
    // Nearly all numbers of a text fit a machine word, which divides far quicker.
    if let top = UInt64(exactly: numerator.magnitude), let bottom = UInt64(exactly: denominator) {
      var (a, b) = (top, bottom)
      while b != 0 { (a, b) = (b, a % b) }
      guard a > 1 else { return self }
      let quotient = Int128(top / a)
      return Fraction(isNegative ? -quotient : quotient, over: Int128(bottom / a)) ?? self
    }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 1, let divisor = Int128(exactly: a) else { return self }
    return Fraction(numerator / divisor, over: denominator / divisor) ?? self
  }

  /// The number, in lowest terms unless both its parts are small: finding these costs more than all the
  /// rest, and only numbers that grow on need them.
  private var tidied: Fraction {
    let limit: Int128 = 1 << 31
    return denominator < limit && numerator < limit && numerator > -limit ? self : reduced
  }

  func adding(_ other: Fraction) -> Fraction? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : Fraction(sum, over: denominator)
    }
    return sum(with: other) ?? reduced.sum(with: other.reduced)
  }

  private func sum(with other: Fraction) -> Fraction? {
    let (left, one) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, two) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, three) = left.addingReportingOverflow(right)
    let (bottom, four) = denominator.multipliedReportingOverflow(by: other.denominator)
    return one || two || three || four ? nil : Fraction(sum, over: bottom)?.tidied
  }

  func subtracting(_ other: Fraction) -> Fraction? { adding(other.negated) }

  func multiplied(by other: Fraction) -> Fraction? {
    if denominator == 1, other.denominator == 1 {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
      return overflow ? nil : Fraction(product)
    }
    return product(with: other) ?? reduced.product(with: other.reduced)
  }

  private func product(with other: Fraction) -> Fraction? {
    let (top, one) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, two) = denominator.multipliedReportingOverflow(by: other.denominator)
    return one || two ? nil : Fraction(top, over: bottom)?.tidied
  }

  func divided(by other: Fraction) -> Fraction? {
    guard let inverse = Fraction(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// Below zero, zero or above it as this number is below, equal to or above `other`; nil where the
  /// two cannot be compared in 127 bits.
  func compared(to other: Fraction) -> Int? {
    if denominator == other.denominator {
      return numerator < other.numerator ? -1 : numerator == other.numerator ? 0 : 1
    }
    let (left, one) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, two) = other.numerator.multipliedReportingOverflow(by: denominator)
    guard !one, !two else { return nil }
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// The largest whole number that is not above this one.
  var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number that is not below this one.
  var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The number rounded to `digits` after the point, to be shown; nil where it does not fit.
  func rounded(to digits: Int) -> ExactDecimal? {
    guard let top = ExactDecimal(significand: numerator, scale: 0),
      let bottom = ExactDecimal(significand: denominator, scale: 0)
    else { return nil }
    return top.divided(by: bottom, digits: digits)
  }

  static func == (left: Fraction, right: Fraction) -> Bool { left.compared(to: right) == 0 }

  func hash(into hasher: inout Hasher) {
    let lowest = reduced
    hasher.combine(lowest.numerator)
    hasher.combine(lowest.denominator)
  }
}
