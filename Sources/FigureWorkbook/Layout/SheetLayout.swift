public import XLSXWriter

/// A worksheet as it is to be written, as a plain value.
public struct SheetLayout: Hashable, Sendable {
  /// A row of cells, from column A on.
  public struct Row: Hashable, Sendable {
    /// The height in points; nil lets the program fit it to what the row holds.
    public var height: Double?
    /// The cells; blank ones of plain style are not written.
    public var cells: [CellLayout]

    /// A row from its parts.
    public init(_ cells: [CellLayout] = [], height: Double? = nil) {
      self.cells = cells
      self.height = height
    }
  }

  /// A look that cells take on by what they hold.
  public struct ConditionalLook: Hashable, Sendable {
    /// The cells.
    public var range: CellRange
    /// A formula for the first of them; the look is taken on where it is true.
    public var formula: String
    /// The look.
    public var look: Look

    /// What a look means; a theme says how it looks.
    public enum Look: String, Hashable, Sendable {
      /// Every other row of a table.
      case band
      /// All is well; something wants a look; something is wrong.
      case good, doubtful, bad
      /// More, or less, than before.
      case increase, decrease
    }

    /// A conditional look from its parts.
    public init(_ look: Look, _ range: CellRange, when formula: String) {
      self.look = look
      self.range = range
      self.formula = formula
    }
  }

  /// What some cells accept.
  public struct Rule: Hashable, Sendable {
    /// The cells.
    public var range: CellRange
    /// What they accept.
    public var validation: DataValidation

    /// A rule from its parts.
    public init(_ validation: DataValidation, for range: CellRange) {
      self.range = range
      self.validation = validation
    }
  }

  /// A chart with the cell its upper left corner stands in.
  public struct PlacedChart: Hashable, Sendable {
    /// The chart.
    public var chart: Chart
    /// The cell.
    public var corner: CellPosition

    /// A chart at a cell.
    public init(_ chart: Chart, at corner: CellPosition) {
      self.chart = chart
      self.corner = corner
    }
  }

  /// The worksheet's name.
  public var name: String
  /// What the worksheet shows, in a few words for the overview.
  public var purpose: String
  /// The colour of its tab.
  public var tabColor: Color?
  /// The widths of the columns from A on, in characters of the default font.
  public var columnWidths: [Double] = []
  /// The row of the head of the sheet's table; nil for a sheet that is none.
  public var tableHead: Int?
  /// Whether the sheet shows a table of the data.
  public var isDataTable = false
  /// Columns that are kept for formulas and not shown.
  public var hiddenColumns: Set<Int> = []
  /// The rows from the first on.
  public var rows: [Row] = []
  /// Merged cells.
  public var merges: [CellRange] = []
  /// How many rows stay in view.
  public var frozenRows = 0
  /// How many columns stay in view.
  public var frozenColumns = 0
  /// The head and rows of a filter.
  public var filter: CellRange?
  /// The name under which the filter's cells are a table of the spreadsheet's own kind; nil for none.
  public var tableName: String?
  /// Whether only open cells can be changed.
  public var isProtected = false
  /// Whether rows can be put in all the same.
  public var canGrow = false
  /// Whether the cells below the rows are open.
  public var columnsAreOpen = false
  /// What open cells accept.
  public var rules: [Rule] = []
  /// How it is printed.
  public var page = PageSetup()
  /// Looks that depend on what cells hold; those added first have precedence.
  public var conditionalLooks: [ConditionalLook] = []
  /// The charts.
  public var charts: [PlacedChart] = []

  /// An empty worksheet.
  public init(name: String, purpose: String, tabColor: Color? = nil) {
    self.name = name
    self.purpose = purpose
    self.tabColor = tabColor
  }

  /// The cell at a place; a blank one where nothing was put.
  public subscript(row: Int, column: Int) -> CellLayout {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else {
      return CellLayout()
    }
    return rows[row].cells[column]
  }

  /// Adds a row and returns its index.
  @discardableResult
  mutating func append(_ cells: [CellLayout], height: Double? = nil) -> Int {
    rows.append(Row(cells, height: height))
    return rows.count - 1
  }

  /// Puts a cell at a place, making room for it.
  mutating func put(_ cell: CellLayout, row: Int, column: Int) {
    while rows.count <= row { rows.append(Row()) }
    while rows[row].cells.count <= column { rows[row].cells.append(CellLayout()) }
    rows[row].cells[column] = cell
  }
}
