/// A figure as it stands in a text: where, what value, what unit, how qualified, of what.
public struct Figure: Sendable, Hashable {
  /// From the first numeral through unit and trailing qualifier, in UTF-8 offsets.
  public let range: Range<Int>
  /// The numerals alone.
  public let numerals: Range<Int>
  /// The unit as written, multipliers included; empty at the end of the numerals where there is none.
  public let unit: Range<Int>
  /// The value as printed: grouping removed, Chinese numerals converted, multipliers not applied.
  ///
  /// Nil where it has more than 38 digits.
  public let value: ExactDecimal?
  /// The qualifying words in text order, each as written.
  public let qualifiers: [Range<Int>]
  /// What the figure counts, in the words around it; empty where none was found.
  public let label: Range<Int>

  /// A figure from its parts.
  public init(
    range: Range<Int>, numerals: Range<Int>, unit: Range<Int>, value: ExactDecimal?,
    qualifiers: [Range<Int>], label: Range<Int>
  ) {
    self.range = range
    self.numerals = numerals
    self.unit = unit
    self.value = value
    self.qualifiers = qualifiers
    self.label = label
  }
}
