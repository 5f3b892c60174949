/// A chart of a worksheet's cells.
public struct Chart: Hashable, Sendable {
  /// The kind of chart.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Upright bars; side by side or one upon another.
    case column, columnStacked
    /// Lying bars; side by side or one upon another.
    case bar, barStacked
    /// Points joined by lines.
    case line
    /// Parts of a whole, of which there is one series.
    case pie
    /// Parts of a whole in rings.
    case doughnut

    /// Whether the chart has a category and a value axis.
    public var hasAxes: Bool { self != .pie && self != .doughnut }
  }

  /// Words in a chart.
  public enum Words: Hashable, Sendable {
    /// These words; they may not begin with `=`.
    case text(String)
    /// What a single cell holds.
    case cell(SheetRange)
  }

  /// What stands beside the points of a series.
  public struct Labels: Hashable, Sendable {
    /// Whether the value is shown.
    public var showsValue: Bool
    /// Whether the category is shown.
    public var showsCategory: Bool
    /// Whether the name of the series is shown, which makes a legend needless.
    public var showsSeries: Bool
    /// Whether the share of the whole is shown; only for pies and doughnuts.
    public var showsPercentage: Bool
    /// Whether they stand outside of the bars and of the pie's pieces, whose colours would hide them;
    /// otherwise where the program puts them.
    public var standOutside: Bool
    /// The number format, at most 127 bytes; nil is that of the cells.
    public var numberFormat: String?

    /// Makes labels.
    public init(
      showsValue: Bool = true, showsCategory: Bool = false, showsSeries: Bool = false,
      showsPercentage: Bool = false, standOutside: Bool = false, numberFormat: String? = nil
    ) {
      self.showsValue = showsValue
      self.showsCategory = showsCategory
      self.showsSeries = showsSeries
      self.showsPercentage = showsPercentage
      self.standOutside = standOutside
      self.numberFormat = numberFormat
    }
  }

  /// Numbers shown together.
  public struct Series: Hashable, Sendable {
    /// What the series is called; nil lets the program number it.
    public var name: Words?
    /// The cells with the categories; nil numbers them.
    public var categories: SheetRange?
    /// The cells with the numbers.
    public var values: SheetRange
    /// The colour; nil is that of the chart's style.
    public var color: Color?
    /// What stands beside the points; nil is nothing.
    public var labels: Labels?

    /// Makes a series; each range is one row or one column of at most 32,000 cells.
    public init(
      name: Words? = nil, categories: SheetRange? = nil, values: SheetRange, color: Color? = nil,
      labels: Labels? = nil
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.color = color
      self.labels = labels
    }
  }

  /// One of a chart's axes.
  public struct Axis: Hashable, Sendable {
    /// What it is called; nil for nothing.
    public var name: Words?
    /// The number format, at most 127 bytes; nil is that of the cells.
    public var numberFormat: String?
    /// Where a value axis begins; nil lets the program choose.
    public var minimum: Double?
    /// Where a value axis ends; nil lets the program choose.
    public var maximum: Double?
    /// Whether it runs the other way: lying bars otherwise begin at the bottom.
    public var isReversed: Bool
    /// Whether its words stand at the edge of the chart, where bars of negative values do not cover them.
    public var labelsAtEdge: Bool
    /// Whether the axis and its lines across the chart are drawn.
    public var isShown: Bool

    /// Makes an axis.
    public init(
      name: Words? = nil, numberFormat: String? = nil, minimum: Double? = nil,
      maximum: Double? = nil, isReversed: Bool = false, labelsAtEdge: Bool = false,
      isShown: Bool = true
    ) {
      self.name = name
      self.numberFormat = numberFormat
      self.minimum = minimum
      self.maximum = maximum
      self.isReversed = isReversed
      self.labelsAtEdge = labelsAtEdge
      self.isShown = isShown
    }
  }

  /// Where the names of the series stand.
  public enum Legend: Hashable, Sendable, CaseIterable {
    /// Nowhere.
    case none
    /// On one side of the chart.
    case right, left, top, bottom
  }

  /// The kind of chart.
  public var kind: Kind
  /// The series, at least one and at most 255.
  public var series: [Series]
  /// The title; nil is none.
  public var title: Words?
  /// The axis of the categories.
  public var categoryAxis = Axis()
  /// The axis of the values.
  public var valueAxis = Axis()
  /// Where the names of the series stand.
  public var legend = Legend.right
  /// The built-in style, 1 to 48.
  public var style = 2
  /// The width in pixels, 10 to 10,000.
  public var width = 480
  /// The height in pixels, 10 to 10,000.
  public var height = 288
  /// How far the chart stands to the right of its cell's left edge, in pixels, 0 to 10,000.
  public var horizontalOffset = 0
  /// How far the chart stands below its cell's upper edge, in pixels, 0 to 10,000.
  public var verticalOffset = 0
  /// What the chart shows, for readers who cannot see it.
  public var alternativeText: String?

  /// Makes a chart.
  public init(_ kind: Kind, series: [Series], title: Words? = nil) {
    self.kind = kind
    self.series = series
    self.title = title
  }
}
