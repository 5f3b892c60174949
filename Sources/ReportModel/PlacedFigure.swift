/// A figure of a report's text with its place in the report and the cells it was printed from.
public struct PlacedFigure: Sendable, Hashable {
  /// The figure as printed, from its first numeral: `300余个`.
  public var text: String
  /// The value as printed; nil where it has more than 38 digits.
  public var value: ExactDecimal?
  /// The unit as printed.
  public var unit: MeasureUnit
  /// The qualifying words, in text order.
  public var qualifiers: [String]
  /// What it counts, in the words around it.
  public var label: String
  /// The line of the text, from 1.
  public var line: Int
  /// The column of its first numeral, in characters, from 1.
  public var column: Int
  /// The numbers and titles of the headings it stands under, outermost first.
  public var headings: [String]
  /// The sentence it stands in.
  public var sentence: String
  /// The cells it was printed or worked out from; empty where the figure is words of a template.
  public var origins: [ValueOrigin]
  /// Whether the text prints the one cell itself, rather than something worked out from cells.
  public var isDirect: Bool

  /// A figure from its parts.
  public init(
    text: String, value: ExactDecimal?, unit: MeasureUnit, qualifiers: [String], label: String,
    line: Int, column: Int, headings: [String], sentence: String, origins: [ValueOrigin],
    isDirect: Bool
  ) {
    self.text = text
    self.value = value
    self.unit = unit
    self.qualifiers = qualifiers
    self.label = label
    self.line = line
    self.column = column
    self.headings = headings
    self.sentence = sentence
    self.origins = origins
    self.isDirect = isDirect
  }
}
