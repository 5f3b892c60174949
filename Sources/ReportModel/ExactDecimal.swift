import SourceText

/// A decimal number held exactly: a whole significand and a power of ten.
///
/// Figures are never binary fractions on their way through the program; 78.55 is 78.55. Numbers of
/// up to 38 digits fit. What does not fit gives nil, never a rounded or wrapped value.
public struct ExactDecimal: Sendable {
  /// The digits as a whole number.
  public let significand: Int128
  /// How many of the digits stand after the point: the printed precision, never negative.
  public let scale: Int

  /// The largest scale a value may have.
  static let largestScale = 38

  /// The number `significand` × 10^−`scale`, or nil where `scale` is out of 0...38.
  public init?(significand: Int128, scale: Int) {
    guard (0...Self.largestScale).contains(scale) else { return nil }
    self.significand = significand
    self.scale = scale
  }

  /// A whole number.
  public init(_ value: Int) {
    significand = Int128(value)
    scale = 0
  }

  /// Reads ASCII digits with at most one point between them and an optional leading minus.
  ///
  /// Nil for anything else, an empty text, grouping marks and more than 38 digits included.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let number = text.withUTF8({ ExactDecimal(utf8: $0) }) else { return nil }
    self = number
  }

  /// Reads the same form as ``init(_:)-(StringProtocol)`` from UTF-8 bytes.
  public init?(utf8 bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard let number = bytes.withUnsafeBufferPointer({ ExactDecimal(utf8: $0) }) else { return nil }
    self = number
  }

  /// Reads the same form as ``init(_:)-(StringProtocol)`` from UTF-8 bytes that lie together,
  /// without copying them.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    var point: Int?
    var low: UInt64 = 0
    var index = first
    // Eighteen digits, which is nearly every figure, fit a machine word.
    let short = min(bytes.count, first + 18)
    while index < short {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit < 10 {
        low = low &* 10 &+ UInt64(digit)
      } else {
        guard bytes[index] == UInt8(ascii: "."), point == nil, index > first else { return nil }
        point = index
      }
      index += 1
    }
    var value = Int128(low)
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit < 10 {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int128(digit))
        guard !overflow, !carry else { return nil }
        value = sum
      } else {
        guard bytes[index] == UInt8(ascii: "."), point == nil else { return nil }
        point = index
      }
      index += 1
    }
    guard index > first, point != index - 1 else { return nil }
    let scale = point.map { index - 1 - $0 } ?? 0
    guard scale <= Self.largestScale else { return nil }
    significand = isNegative ? -value : value
    self.scale = scale
  }

  /// Whether the number is zero.
  public var isZero: Bool { significand == 0 }

  /// Whether the number is below zero.
  public var isNegative: Bool { significand < 0 }

  /// The number without its sign; nil only for the one value that has no positive twin.
  public var magnitude: ExactDecimal? {
    guard significand != .min else { return nil }
    return ExactDecimal(significand: significand < 0 ? -significand : significand, scale: scale)
  }

  /// The number with trailing zeros after the point dropped: 78.50 becomes 78.5.
  public var normalized: ExactDecimal {
    var value = significand
    var digits = scale
    while digits > 0, value % 10 == 0 {
      value /= 10
      digits -= 1
    }
    return ExactDecimal(significand: value, scale: digits) ?? self
  }

  /// The sum, or nil where it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, scale) = aligned(with: other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, scale: scale)
  }

  /// The difference, or nil where it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, scale) = aligned(with: other) else { return nil }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: difference, scale: scale)
  }

  /// The product, or nil where it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : ExactDecimal(significand: product, scale: scale + other.scale)
  }

  /// The quotient rounded half away from zero to `digits` after the point (GB/T 8170-2008 differs
  /// only for an exact half, which statistics in prose round up); nil for a zero divisor or where a
  /// step does not fit.
  public func divided(by other: ExactDecimal, digits: Int) -> ExactDecimal? {
    guard !other.isZero, (0...Self.largestScale).contains(digits) else { return nil }
    let shift = digits + other.scale - scale
    var numerator = significand
    var denominator = other.significand
    if shift >= 0 {
      guard let scaled = Self.times(numerator, tenTo: shift) else { return nil }
      numerator = scaled
    } else {
      guard let scaled = Self.times(denominator, tenTo: -shift) else { return nil }
      denominator = scaled
    }
    return Self.rounded(numerator, by: denominator).flatMap {
      ExactDecimal(significand: $0, scale: digits)
    }
  }

  /// The number rounded half away from zero to `digits` after the point.
  ///
  /// Zeros are added where it has fewer. Nil where that does not fit.
  public func rounded(to digits: Int) -> ExactDecimal? {
    guard (0...Self.largestScale).contains(digits) else { return nil }
    if digits >= scale {
      return Self.times(significand, tenTo: digits - scale).flatMap {
        ExactDecimal(significand: $0, scale: digits)
      }
    }
    guard let divisor = Self.times(1, tenTo: scale - digits) else { return nil }
    return Self.rounded(significand, by: divisor).flatMap {
      ExactDecimal(significand: $0, scale: digits)
    }
  }

  /// The number times 10^`power`, exactly; nil where that does not fit.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    guard (-Self.largestScale...Self.largestScale).contains(power) else { return nil }
    if power <= scale {
      return ExactDecimal(significand: significand, scale: scale - power)
    }
    return Self.times(significand, tenTo: power - scale).flatMap {
      ExactDecimal(significand: $0, scale: 0)
    }
  }

  /// The powers of ten that a binary number holds exactly.
  private static let powersOfTen = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The nearest binary number; exact to 15 significant digits.
  public var doubleValue: Double {
    // Both are exact, so that the quotient is rounded once.
    if scale <= 22, let small = Int64(exactly: significand), abs(small) < 1 << 53 {
      return Double(small) / Self.powersOfTen[scale]
    }
    return Double(description) ?? 0
  }

  /// How many significant digits the number has; 1 for zero.
  public var significantDigits: Int {
    var value = normalized.significand.magnitude
    var trailing = true
    var count = 0
    while value > 0 {
      if value % 10 != 0 { trailing = false }
      if !trailing { count += 1 }
      value /= 10
    }
    return max(count, 1)
  }

  private func aligned(with other: ExactDecimal) -> (Int128, Int128, Int)? {
    let common = max(scale, other.scale)
    guard let left = Self.times(significand, tenTo: common - scale),
      let right = Self.times(other.significand, tenTo: common - other.scale)
    else { return nil }
    return (left, right, common)
  }

  private static func times(_ value: Int128, tenTo power: Int) -> Int128? {
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  private static func rounded(_ numerator: Int128, by denominator: Int128) -> Int128? {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let rest = remainder.magnitude
    guard rest >= denominator.magnitude - rest else { return quotient }
    return quotient + ((numerator < 0) == (denominator < 0) ? 1 : -1)
  }
}

extension ExactDecimal: Comparable, Hashable {
  /// Whether two numbers are the same, whatever their printed precision.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let (one, two) = (left.normalized, right.normalized)
    return one.significand == two.significand && one.scale == two.scale
  }

  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if let (one, two, _) = left.aligned(with: right) { return one < two }
    // Only numbers of very different size cannot be aligned; their binary neighbours order them.
    return left.doubleValue < right.doubleValue
  }

  /// Hashes by value, so that 78.5 and 78.50 are one key.
  public func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.significand)
    hasher.combine(value.scale)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number with its printed precision, as `-1234.50`: no grouping, a zero before the point.
  public var description: String {
    if scale == 0, let whole = Int(exactly: significand) { return String(whole) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what ``description`` gives, in ASCII; quick, for listings of many figures.
  public func append(to bytes: inout [UInt8]) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    if let small = UInt64(exactly: significand.magnitude) {
      DecimalDigits.append(small, width: scale + 1, to: &bytes)
    } else {
      let digits = String(significand.magnitude)
      for _ in digits.utf8.count..<max(digits.utf8.count, scale + 1) { bytes.append(0x30) }
      bytes.append(contentsOf: digits.utf8)
    }
    guard scale > 0 else { return }
    let point = bytes.count - scale
    bytes.insert(UInt8(ascii: "."), at: max(start, point))
  }
}
