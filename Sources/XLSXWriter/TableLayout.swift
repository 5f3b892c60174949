/// A table of the spreadsheet's own kind: named, with headed columns and a filter.
public struct TableLayout: Hashable, Sendable {
  /// What stands below a column in the row of totals.
  public enum Total: Hashable, Sendable {
    /// These words.
    case label(String)
    /// The sum, and what it comes to.
    case sum(Double)
    /// The average, and what it comes to.
    case average(Double)
    /// The number of numbers, and what it comes to.
    case countOfNumbers(Double)
    /// The greatest number.
    case maximum(Double)
    /// The least number.
    case minimum(Double)
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// Its heading, unlike all others in the table; 1 to 255 UTF-16 units on one line.
    public var header: String
    /// What stands in the row of totals; nil for nothing.
    public var total: Total?
    /// How the heading looks.
    public var headerFormat: FormatID
    /// How a calculated total looks.
    public var totalFormat: FormatID

    /// Makes a column.
    public init(
      header: String, total: Total? = nil, headerFormat: FormatID = .general,
      totalFormat: FormatID = .general
    ) {
      self.header = header
      self.total = total
      self.headerFormat = headerFormat
      self.totalFormat = totalFormat
    }
  }

  /// The built-in look of a table.
  public enum Style: Hashable, Sendable {
    /// 0 (no look) to 21.
    case light(Int)
    /// 1 to 28.
    case medium(Int)
    /// 1 to 11.
    case dark(Int)
  }

  /// The table's name, as a defined name; nil lets the file number it.
  public var name: String?
  /// The columns, as many as the range has.
  public var columns: [Column]
  /// The look.
  public var style: Style
  /// Whether the last row of the range holds totals.
  public var hasTotals: Bool
  /// Whether rows alternate in colour.
  public var bandedRows: Bool
  /// Whether the headings have filter buttons.
  public var hasFilter: Bool

  /// Makes a layout.
  public init(
    name: String? = nil, columns: [Column], style: Style = .medium(9), hasTotals: Bool = false,
    bandedRows: Bool = true, hasFilter: Bool = true
  ) {
    self.name = name
    self.columns = columns
    self.style = style
    self.hasTotals = hasTotals
    self.bandedRows = bandedRows
    self.hasFilter = hasFilter
  }
}
