/// A value of the data as a text prints it.
public struct PrintedValue: Sendable, Hashable {
  /// Where it stands in the text, in UTF-8 offsets.
  public let range: Range<Int>
  /// What templates call the value: `资助[2].金额`, members of loops counted from 1.
  public let path: String
  /// What the text prints.
  public let printed: Quantity
  /// What the data would print there; nil where the data print nothing under this path.
  public let expected: Quantity?
  /// The cells it would be printed from, or is worked out from.
  public let origins: [ValueOrigin]
  /// Whether the text leaves no doubt that this is the value's place.
  public let isCertain: Bool

  /// A printed value from its parts.
  public init(
    range: Range<Int>, path: String, printed: Quantity, expected: Quantity?,
    origins: [ValueOrigin], isCertain: Bool
  ) {
    self.range = range
    self.path = path
    self.printed = printed
    self.expected = expected
    self.origins = origins
    self.isCertain = isCertain
  }
}
