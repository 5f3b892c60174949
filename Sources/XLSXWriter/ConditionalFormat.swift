/// A look that cells take on by what they hold.
public struct ConditionalFormat: Hashable, Sendable {
  /// What a cell is compared with.
  public enum Operand: Hashable, Sendable {
    /// A finite number.
    case number(Double)
    /// A text; capital and small letters count as the same.
    case text(String)
    /// A formula, written for the first cell of the range.
    case formula(String)
  }

  /// How a cell compares.
  public enum Comparison: Hashable, Sendable {
    /// Within both, or outside.
    case between(Operand, Operand), notBetween(Operand, Operand)
    /// The same, or not.
    case equal(Operand), notEqual(Operand)
    /// More, or less.
    case greater(Operand), less(Operand)
    /// At least, or at most.
    case atLeast(Operand), atMost(Operand)
  }

  /// Where a text must occur in a cell; capital and small letters count as the same.
  public enum TextMatch: Hashable, Sendable {
    /// Anywhere, or nowhere.
    case contains(String), lacks(String)
    /// At the beginning, or at the end.
    case begins(String), ends(String)
  }

  /// A bar in each cell, as long as its number.
  public struct DataBar: Hashable, Sendable {
    /// The bar's colour.
    public var color: Color
    /// Whether the bar has one colour from end to end.
    public var isSolid: Bool
    /// Whether the number is hidden.
    public var hidesNumber: Bool
    /// The number of an empty bar; nil is the least in the range.
    public var minimum: Double?
    /// The number of a full bar; nil is the greatest in the range.
    public var maximum: Double?

    /// Makes a bar.
    public init(
      color: Color = Color(rgb: 0x638EC6), isSolid: Bool = false, hidesNumber: Bool = false,
      minimum: Double? = nil, maximum: Double? = nil
    ) {
      self.color = color
      self.isSolid = isSolid
      self.hidesNumber = hidesNumber
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// When the look is taken on.
  public enum Rule: Hashable, Sendable {
    /// The cell compares so.
    case cell(Comparison, CellFormat)
    /// The formula is true; it is written for the first cell of the range.
    case formula(String, CellFormat)
    /// The text occurs.
    case text(TextMatch, CellFormat)
    /// Always: a bar.
    case dataBar(DataBar)
  }

  /// When the look is taken on.
  public var rule: Rule
  /// Whether rules added later are left aside where this one holds.
  public var stopsIfTrue: Bool

  /// Makes a conditional format.
  public init(_ rule: Rule, stopsIfTrue: Bool = false) {
    self.rule = rule
    self.stopsIfTrue = stopsIfTrue
  }
}
