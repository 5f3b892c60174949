public import ReportModel

/// A new value for a cell of a data file.
public struct ValueChange: Sendable, Hashable {
  /// The cell.
  public var origin: ValueOrigin
  /// The number, in the cell's own unit.
  public var number: ExactDecimal
  /// The words that qualify it; nil where they stay.
  public var qualifiers: [String]?
  /// How number and unit are written; empty for the usual way.
  public var asWritten: String

  /// A change from its parts.
  public init(
    origin: ValueOrigin, number: ExactDecimal, qualifiers: [String]? = nil, asWritten: String = ""
  ) {
    self.origin = origin
    self.number = number
    self.qualifiers = qualifiers
    self.asWritten = asWritten
  }
}
