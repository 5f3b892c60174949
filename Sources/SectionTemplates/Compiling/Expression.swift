import ReportModel

/// What stands in a slot or a condition, with its place in the source.
struct Expression: Sendable, Hashable {
  /// A name in a path.
  struct Segment: Sendable, Hashable {
    let name: String
    let range: Range<Int>
  }

  /// How two values are compared.
  enum Comparison: Sendable, Hashable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  indirect enum Kind: Sendable, Hashable {
    case path([Segment])
    case number(ExactDecimal)
    case string(String)
    /// A function, or a filter with what it is applied to as its first argument.
    case call(Segment, arguments: [Expression])
    case comparison(Comparison, Expression, Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
  }

  let kind: Kind
  /// The expression's place in the source, in UTF-8 bytes.
  let range: Range<Int>

  /// The path as it is written in messages: `资助.幼儿园.金额`.
  static func written(_ path: [Segment]) -> String {
    path.map(\.name).joined(separator: ".")
  }
}
