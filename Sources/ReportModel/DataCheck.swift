/// What a schema says must agree: `资助总额 = Σ资助.金额`, `行风.结案 ≤ 行风.立案`.
public struct DataCheck: Sendable, Hashable {
  /// How the two sides stand to each other.
  public enum Relation: String, Sendable {
    /// They are the same.
    case equal = "="
    /// The left one is not the larger.
    case atMost = "≤"
    /// The left one is not the smaller.
    case atLeast = "≥"
  }

  /// One of the values that make up a side.
  public struct Term: Sendable, Hashable {
    /// What gives the value.
    public enum Subject: Sendable, Hashable {
      /// A single figure by its id.
      case figure(String)
      /// A cell.
      case cell(table: String, row: String, column: String)
      /// All numbers of a column.
      case column(table: String, column: String)
      /// A number, in the unit of what it stands beside.
      case number(ExactDecimal)
    }

    /// What gives the value.
    public var subject: Subject
    /// Whether it is taken away instead of added.
    public var isSubtracted: Bool

    /// A term from its parts.
    public init(_ subject: Subject, isSubtracted: Bool = false) {
      self.subject = subject
      self.isSubtracted = isSubtracted
    }
  }

  /// A side's terms and how it is written.
  public struct Side: Sendable, Hashable {
    /// As the schema writes it.
    public var text: String
    /// What is added and taken away.
    public var terms: [Term]

    /// A side from its parts.
    public init(text: String, terms: [Term]) {
      self.text = text
      self.terms = terms
    }
  }

  /// As the schema writes it.
  public var text: String
  /// The side before the sign.
  public var left: Side
  /// How the sides stand to each other.
  public var relation: Relation
  /// The side behind the sign.
  public var right: Side
  /// How far equal sides may differ, in the left side's unit: for figures that were rounded.
  public var tolerance: ExactDecimal

  /// A check from its parts.
  public init(
    text: String, left: Side, relation: Relation, right: Side,
    tolerance: ExactDecimal = ExactDecimal(0)
  ) {
    self.text = text
    self.left = left
    self.relation = relation
    self.right = right
    self.tolerance = tolerance
  }

  /// Whether two values, in one unit, stand to each other as they must.
  ///
  /// - Parameters:
  ///   - left: The left side's value.
  ///   - right: The right side's value.
  /// - Returns: Whether they do, equal ones within the tolerance.
  public func holds(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    guard let difference = left.subtracting(right) else { return false }
    let isNear = difference.magnitude.map { $0 <= tolerance } ?? false
    switch relation {
    case .equal: return isNear
    case .atMost: return difference.isNegative || isNear
    case .atLeast: return !difference.isNegative || isNear
    }
  }
}
