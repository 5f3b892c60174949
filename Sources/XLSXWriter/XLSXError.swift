/// Why a workbook, or a part of one, could not be written.
///
/// `sheet` and `cell` say where, as far as the fault has a place.
public struct XLSXError: Error, Hashable, Sendable {
  /// What went wrong.
  public let kind: Kind
  /// The worksheet concerned, or nil.
  public let sheet: String?
  /// The cell concerned, or nil.
  public let cell: CellPosition?

  init(_ kind: Kind, sheet: String? = nil, cell: CellPosition? = nil) {
    self.kind = kind
    self.sheet = sheet
    self.cell = cell
  }

  /// What can go wrong.
  public enum Kind: Hashable, Sendable {
    /// The path of the workbook or of the folder for temporary files cannot be written to.
    case badPath(String, PathFault)
    /// The system refused a step; `code` is its `errno`.
    case system(path: String, code: Int32)
    /// A part of the finished file is cut short or missing, mostly because a disk ran full.
    case incompleteFile(part: String)
    /// The process writes numbers with another decimal mark than the point (`LC_NUMERIC`).
    case decimalMark
    /// The library reported a failure in its own words.
    case library(String)
    /// A name of a worksheet, table, property or defined name cannot be used.
    case badName(Subject, name: String, NameFault)
    /// A worksheet is referred to that the workbook does not have.
    case noSuchSheet(String)
    /// A format was not made by this workbook.
    case unknownFormat
    /// No worksheet of the format has this cell.
    case outsideSheet
    /// With constant memory, rows must be written from the top down.
    case rowOutOfOrder
    /// The feature does not work with constant memory.
    case notWithConstantMemory(Subject)
    /// A number is infinite or not a number.
    case notFinite(Subject)
    /// A number is outside its limits.
    case outsideLimits(Subject, value: Double, lowest: Double, highest: Double)
    /// A text holds a character that the file cannot hold.
    case badCharacter(Subject, scalar: UInt32, utf8Offset: Int)
    /// A text is too long; lengths are counted in `unit`.
    case tooLong(Subject, length: Int, limit: Int, unit: LengthUnit)
    /// A text or list that must hold something is empty.
    case empty(Subject)
    /// A text reads as something else where it would be written.
    case misread(Subject, String)
    /// Two things cover the same cell.
    case overlap(Subject, CellRange, with: CellRange)
    /// A merge would hide what is already written in a cell of `range`.
    case mergeHidesContent(CellRange)
    /// A range has the wrong shape for its use.
    case badRange(Subject, CellRange)
    /// There are more of something than the format or the library can hold.
    case tooMany(Subject, limit: Int)
    /// Every worksheet is hidden, or the one to open on is.
    case noVisibleSheet
    /// The setting does not belong to this kind of chart.
    case notForThisChart(Subject)
  }

  /// What is wrong with a path.
  public enum PathFault: Hashable, Sendable {
    /// The path is empty or holds a NUL.
    case malformed
    /// A folder has that name.
    case isFolder
    /// Something that is neither a file nor a folder has that name.
    case notARegularFile
    /// The folder is not there.
    case noFolder
    /// The folder may not be written to.
    case folderNotWritable
  }

  /// What is wrong with a name.
  public enum NameFault: Hashable, Sendable {
    /// Nothing is left of it.
    case empty
    /// It is longer than allowed.
    case tooLong(limit: Int, unit: LengthUnit)
    /// It holds a character that names may not hold.
    case badCharacter(UInt32)
    /// It begins or ends with an apostrophe.
    case apostropheAtEnd
    /// It reads as a cell or as a word the spreadsheet keeps for itself.
    case reserved
    /// It is taken; capital and small letters count as the same.
    case duplicate
  }

  /// What a length is counted in.
  public enum LengthUnit: Hashable, Sendable {
    /// UTF-16 code units, as spreadsheets count.
    case utf16
    /// UTF-8 bytes, where the library has a fixed buffer.
    case utf8
    /// Parts of a list.
    case items
  }

  /// What an error speaks of.
  public enum Subject: Hashable, Sendable {
    /// Something in a cell.
    case number, text, formula, formulaResult, richText, comment, link, date
    /// Something of a worksheet.
    case sheetName, columnWidth, rowHeight, columns, merge, table, tableName, tableHeader
    /// More of a worksheet.
    case autofilter, validation, validationText, validationList, conditionalFormat, protection
    /// Something of the printed page or the view.
    case pageText, margin, pageCount, printRange, zoom, frozenPanes
    /// Something of a chart.
    case chart, chartText, chartRange, chartSize, chartStyle, chartSeries, axis
    /// Something of a format.
    case format, fontName, fontSize, numberFormat, indent, rotation
    /// Something of the workbook.
    case sheets, definedName, property, propertyName, creationTime
  }

  func at(sheet: String?, cell: CellPosition? = nil) -> XLSXError {
    XLSXError(kind, sheet: self.sheet ?? sheet, cell: self.cell ?? cell)
  }
}
