/// A column that nobody fills: each row's value follows from others of its table, such as an amount
/// per head or a share of the total.
public struct DerivedColumn: Sendable, Hashable {
  /// One side of the sign.
  public enum Operand: Sendable, Hashable {
    /// The row's own value in a column.
    case column(String)
    /// The sum of a column over all rows.
    case total(String)

    /// The column's name.
    public var column: String {
      switch self {
      case .column(let name), .total(let name): name
      }
    }

    /// Whether it is a sum over all rows.
    public var isTotal: Bool {
      if case .total = self { return true }
      return false
    }
  }

  /// What is done with both sides.
  public enum Operation: String, Sendable, CaseIterable {
    /// The quotient.
    case divide = "÷"
    /// The product.
    case multiply = "×"
    /// The sum.
    case add = "+"
    /// The difference.
    case subtract = "−"
  }

  /// The column's name.
  public var name: String
  /// The unit of its values.
  public var unit: MeasureUnit
  /// What stands before the sign.
  public var left: Operand
  /// The sign.
  public var operation: Operation
  /// What stands behind it.
  public var right: Operand
  /// How many digits after the point the value is rounded to.
  public var decimals: Int

  /// A derived column from its parts.
  ///
  /// Where `decimals` is nil, percentages get one digit after the point, other quotients and money two,
  /// and what else comes out none.
  public init(
    name: String, unit: MeasureUnit, left: Operand, operation: Operation, right: Operand,
    decimals: Int? = nil
  ) {
    self.name = name
    self.unit = unit
    self.left = left
    self.operation = operation
    self.right = right
    let isMoney = unit.base.hasPrefix("元")
    self.decimals =
      decimals ?? (unit.base == "%" ? 1 : operation == .divide || isMoney ? 2 : 0)
  }

  /// The head as a sheet shows it: `人均(元)`.
  public var head: String { unit.text.isEmpty ? name : "\(name)(\(unit.text))" }

  /// The power of ten by which the bare numbers' result is multiplied to be in the column's unit.
  ///
  /// - Parameters:
  ///   - left: The unit of the values before the sign.
  ///   - right: The unit of those behind it.
  /// - Returns: The power; nil where these units cannot come to the column's.
  public func power(left: MeasureUnit, right: MeasureUnit) -> Int? {
    switch operation {
    case .divide:
      if unit.base == "%" {
        return left.isCommensurable(with: right) ? left.powerOfTen - right.powerOfTen + 2 : nil
      }
      if left.isCommensurable(with: right), unit.text.isEmpty || unit.text == "倍" {
        return left.powerOfTen - right.powerOfTen
      }
      return isCounted(in: left) ? left.powerOfTen - right.powerOfTen - unit.powerOfTen : nil
    case .multiply:
      guard isCounted(in: left) || isCounted(in: right) else { return nil }
      return left.powerOfTen + right.powerOfTen - unit.powerOfTen
    case .add, .subtract:
      guard left.isCommensurable(with: right), left.powerOfTen == right.powerOfTen,
        unit.isCommensurable(with: left)
      else { return nil }
      return left.powerOfTen - unit.powerOfTen
    }
  }

  /// Whether the column's unit counts what the other does: 元, 元/人 and 元每人 count 元.
  private func isCounted(in other: MeasureUnit) -> Bool {
    let thing = unit.base.split { $0 == "/" || $0 == "每" }.first.map(String.init) ?? ""
    return thing == other.base
  }

  /// The value that two numbers come to.
  ///
  /// - Parameters:
  ///   - left: The number before the sign.
  ///   - right: The one behind it.
  ///   - power: What ``power(left:right:)`` gives for their units.
  /// - Returns: The rounded value; nil for a division by zero, and where the numbers are too large.
  public func value(
    _ left: ExactDecimal, _ right: ExactDecimal, power: Int
  ) -> ExactDecimal? {
    switch operation {
    case .divide:
      guard !right.isZero else { return nil }
      return left.scaled(byPowerOfTen: power)?.divided(by: right, digits: decimals)
    case .multiply:
      return left.multiplied(by: right)?.scaled(byPowerOfTen: power)?.rounded(to: decimals)
    case .add: return left.adding(right)?.scaled(byPowerOfTen: power)?.rounded(to: decimals)
    case .subtract:
      return left.subtracting(right)?.scaled(byPowerOfTen: power)?.rounded(to: decimals)
    }
  }
}
