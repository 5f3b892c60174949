/// What a cell is for; a theme says how that looks.
public struct CellStyle: Hashable, Sendable {
  /// What a cell is for.
  public enum Role: Hashable, Sendable, CaseIterable {
    /// No look of its own.
    case plain
    /// The sheet's title, the line below it, the heading of a block.
    case title, subtitle, section
    /// The head of a column; the words before a value.
    case head, label
    /// A text on one line, in the middle, of fixed-width letters.
    case text, centered, code
    /// A long text, broken into lines; the same in small letters.
    case wrapped, small
    /// A number; one worked out from others of its row.
    case number, derived
    /// The words and the numbers of a row of totals.
    case totalText, totalCentered, totalNumber
    /// A text that leads to another cell; the same among the rows of a table, and in small letters.
    case link, tableLink, smallLink
    /// A verdict that a check comes to.
    case verdict
  }

  /// What the cell is for.
  public var role: Role
  /// How many digits are shown after the point; nil shows as many as there are.
  public var decimals: Int8?
  /// Whether the cell can be filled in on a protected sheet.
  public var isOpen: Bool

  /// A style from its parts.
  public init(_ role: Role, decimals: Int8? = nil, isOpen: Bool = false) {
    self.role = role
    self.decimals = decimals
    self.isOpen = isOpen
  }

  /// The number format in a spreadsheet's own words; nil for the general one.
  ///
  /// Thousands are grouped, as finance staff read amounts.
  public var numberFormat: String? {
    guard let decimals else { return nil }
    let digits = decimals > 0 ? "." + String(repeating: "0", count: Int(decimals)) : ""
    // `_ ` leaves the width of a blank at the right, so that the next column does not touch.
    return "#,##0" + digits + "_ "
  }
}
