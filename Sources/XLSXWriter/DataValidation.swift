/// What a cell accepts when somebody types into it.
public struct DataValidation: Hashable, Sendable {
  /// One end of what is allowed.
  public enum Bound: Hashable, Sendable {
    /// A finite number.
    case number(Double)
    /// A day, with or without a time.
    case date(SerialDate)
    /// A formula, at most 255 UTF-16 units.
    case formula(String)
  }

  /// How a value compares with its bounds.
  public enum Comparison: Hashable, Sendable {
    /// Within both, or outside.
    case between(Bound, Bound), notBetween(Bound, Bound)
    /// The same, or not.
    case equal(Bound), notEqual(Bound)
    /// More, or less.
    case greater(Bound), less(Bound)
    /// At least, or at most.
    case atLeast(Bound), atMost(Bound)
  }

  /// The rule.
  public enum Rule: Hashable, Sendable {
    /// One of these texts, together at most 255 UTF-16 units with commas between; without commas
    /// or quotation marks in them.
    case list([String])
    /// One of the texts in these cells.
    case listIn(SheetRange)
    /// A whole number.
    case integer(Comparison)
    /// A number.
    case decimal(Comparison)
    /// A day; its bounds are dates, or formulas that give one.
    case date(Comparison)
    /// A text of so many characters.
    case length(Comparison)
    /// Whatever makes this formula true; it is written for the first cell of the range.
    case custom(String)
  }

  /// What happens to a value that breaks the rule.
  public enum Severity: Hashable, Sendable {
    /// It is refused; it is asked about; it is told of.
    case stop, warning, information
  }

  /// A title of at most 32 and a text of at most 255 UTF-16 units.
  public struct Message: Hashable, Sendable {
    /// The title; nil is the program's own.
    public var title: String?
    /// The text; nil is the program's own.
    public var text: String?
    /// Makes a message.
    public init(title: String? = nil, text: String? = nil) {
      self.title = title
      self.text = text
    }
  }

  /// The rule.
  public var rule: Rule
  /// What is shown when the cell is selected.
  public var input: Message
  /// What is shown when the rule is broken.
  public var error: Message
  /// What happens to a value that breaks the rule.
  public var severity: Severity
  /// Whether the cell may stay empty.
  public var allowsBlank: Bool

  /// Makes a validation.
  public init(
    _ rule: Rule, input: Message = Message(), error: Message = Message(),
    severity: Severity = .stop, allowsBlank: Bool = true
  ) {
    self.rule = rule
    self.input = input
    self.error = error
    self.severity = severity
    self.allowsBlank = allowsBlank
  }
}
