/// The numbers that a printed number may stand for: an interval with open or closed ends.
struct Bounds: Sendable, Hashable {
  /// The lower end; nil where there is none.
  var lower: Fraction?
  /// The upper end; nil where there is none.
  var upper: Fraction?
  /// Whether the lower end itself belongs.
  var includesLower = true
  /// Whether the upper end itself belongs.
  var includesUpper = true

  /// One number alone.
  init(_ value: Fraction) {
    lower = value
    upper = value
  }

  /// An interval from its ends.
  init(
    _ lower: Fraction?, _ upper: Fraction?, includesLower: Bool = true, includesUpper: Bool = true
  ) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// Whether the interval is a single number.
  var isExact: Bool {
    guard let lower, let upper else { return false }
    return lower == upper
  }

  /// Whether no number belongs to both; nil where that cannot be worked out.
  func isDisjoint(from other: Bounds) -> Bool? {
    guard let below = isBelow(other), let above = other.isBelow(self) else { return nil }
    return below || above
  }

  /// Whether every number here is below every number there.
  func isBelow(_ other: Bounds) -> Bool? {
    guard let upper, let bottom = other.lower else { return false }
    guard let order = upper.compared(to: bottom) else { return nil }
    return order < 0 || order == 0 && !(includesUpper && other.includesLower)
  }

  /// Whether every number here is at or below every number there.
  func isAtMost(_ other: Bounds) -> Bool? {
    guard let upper, let bottom = other.lower else { return false }
    return upper.compared(to: bottom).map { $0 <= 0 }
  }

  /// Whether `value` belongs.
  func contains(_ value: Fraction) -> Bool? {
    Bounds(value).isInside(self)
  }

  /// Whether every number here belongs there, too.
  func isInside(_ other: Bounds) -> Bool? {
    if let bottom = other.lower {
      guard let lower else { return false }
      guard let order = lower.compared(to: bottom) else { return nil }
      if order < 0 || order == 0 && includesLower && !other.includesLower { return false }
    }
    if let top = other.upper {
      guard let upper else { return false }
      guard let order = upper.compared(to: top) else { return nil }
      if order > 0 || order == 0 && includesUpper && !other.includesUpper { return false }
    }
    return true
  }
}

// MARK: - Arithmetic

extension Bounds {
  func adding(_ other: Bounds) -> Bounds? {
    let low = Self.both(lower, other.lower) { $0.adding($1) }
    let high = Self.both(upper, other.upper) { $0.adding($1) }
    guard let low, let high else { return nil }
    return Bounds(
      low.value, high.value, includesLower: includesLower && other.includesLower,
      includesUpper: includesUpper && other.includesUpper)
  }

  var negated: Bounds {
    Bounds(
      upper?.negated, lower?.negated, includesLower: includesUpper, includesUpper: includesLower)
  }

  func subtracting(_ other: Bounds) -> Bounds? { adding(other.negated) }

  /// The product with a positive number.
  func scaled(by factor: Fraction) -> Bounds? {
    multiplied(by: Bounds(factor))
  }

  /// The product of two intervals without negative numbers.
  func multiplied(by other: Bounds) -> Bounds? {
    guard let bottom = lower, let otherBottom = other.lower, !bottom.isNegative,
      !otherBottom.isNegative, let low = bottom.multiplied(by: otherBottom),
      let high = Self.both(upper, other.upper, { $0.multiplied(by: $1) })
    else { return nil }
    return Bounds(
      low, high.value, includesLower: includesLower && other.includesLower,
      includesUpper: includesUpper && other.includesUpper)
  }

  /// The quotient of an interval without negative numbers and one above zero.
  func divided(by other: Bounds) -> Bounds? {
    guard let bottom = lower, let divisor = other.lower, !bottom.isNegative, !divisor.isNegative
    else { return nil }
    var high: Fraction?
    if let upper, !divisor.isZero {
      guard let quotient = upper.divided(by: divisor) else { return nil }
      high = quotient
    }
    var low = Fraction(0)
    if let top = other.upper {
      guard let quotient = bottom.divided(by: top) else { return nil }
      low = quotient
    }
    return Bounds(
      low, high, includesLower: includesLower && other.includesUpper,
      includesUpper: includesUpper && other.includesLower)
  }

  /// A value that may be absent because an end is, but not because it does not fit.
  private static func both(
    _ left: Fraction?, _ right: Fraction?, _ combine: (Fraction, Fraction) -> Fraction?
  ) -> (value: Fraction?, Void)? {
    guard let left, let right else { return (nil, ()) }
    return combine(left, right).map { ($0, ()) }
  }
}
