/// A choice that the data made while a text was drafted: words written or left out, a list's members.
public struct TextDecision: Sendable, Hashable {
  /// What a choice turned on.
  public enum Subject: Sendable, Hashable {
    /// A condition that cells of the data decide, and whether it held.
    case condition(CellCondition, held: Bool)
    /// A condition that no cell of the data decides, such as one on a narrative or a setting.
    case fixed(held: Bool)
    /// The rows of a table, of which these columns of words are printed.
    case list(table: String, columns: [String])
  }

  /// The condition as the template writes it, or the name of what is listed.
  public var words: String
  /// The loop's member that it is about; empty outside of loops.
  public var member: String
  /// The template and line.
  public var place: String
  /// What it turned on.
  public var subject: Subject

  /// A choice from its parts.
  public init(words: String, member: String = "", place: String, subject: Subject) {
    self.words = words
    self.member = member
    self.place = place
    self.subject = subject
  }
}

/// A cell of the data by its name, whether or not it holds a value.
public enum CellReference: Sendable, Hashable {
  /// A single figure of this period, by its id.
  case figure(String)
  /// A cell of a table of this period: the row by its index, the column by its name.
  case cell(table: String, row: Int, column: String)
  /// A value of an earlier period.
  case earlier(ValueOrigin)
}

/// A value that conditions compare.
public enum CellTerm: Sendable, Hashable {
  /// A number of the template.
  case number(ExactDecimal)
  /// A text of the template.
  case text(String)
  /// A number of a cell, times a power of ten.
  case value(CellReference, powerOfTen: Int)
  /// A text of a cell.
  case words(CellReference)
  /// How many rows a table has.
  case rows(table: String)
  /// The sum of a column, times a power of ten.
  case sum(table: String, column: String, powerOfTen: Int)
}

/// A condition on cells of the data.
public indirect enum CellCondition: Sendable, Hashable {
  /// How two values are compared.
  public enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// Whether a value is there, and is no zero.
  case isPresent(CellTerm)
  /// Whether a comparison holds; with a value that is missing only 不等于 does.
  case compare(Comparison, CellTerm, CellTerm)
  /// Whether the condition does not hold.
  case not(CellCondition)
  /// Whether both hold.
  case and(CellCondition, CellCondition)
  /// Whether one holds.
  case or(CellCondition, CellCondition)
}
