public import XLSXWriter

/// A workbook as it is to be written: a plain value, compared and printed as text.
public struct WorkbookLayout: Hashable, Sendable {
  /// A name for cells.
  public struct DefinedName: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The cells.
    public var range: SheetRange

    /// A name for cells.
    public init(_ name: String, _ range: SheetRange) {
      self.name = name
      self.range = range
    }
  }

  /// A property of the document with a name of its own.
  public struct Property: Hashable, Sendable {
    /// The property's name.
    public var name: String
    /// Its text.
    public var value: String

    /// A property from its parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The document's title.
  public var title: String
  /// The office the document is of.
  public var company: String
  /// When the document counts as made: seconds since 1970-01-01 UTC.
  public var created: Int64
  /// Properties by which the program knows its own workbooks again.
  public var properties: [Property] = []
  /// The worksheets, in order.
  public var sheets: [SheetLayout] = []
  /// The names, in the order of their places.
  public var names: [DefinedName] = []

  /// An empty workbook.
  public init(title: String, company: String, created: Int64) {
    self.title = title
    self.company = company
    self.created = created
  }

  /// The worksheet of that name.
  public func sheet(named name: String) -> SheetLayout? {
    sheets.first { $0.name == name }
  }
}
