import CXLSXWriter

/// A worksheet for the time it is written to; see ``WorkbookFile/withWorksheet(_:_:)``.
///
/// Rows and columns are counted from 0, up to 1,048,576 rows and 16,384 columns.
public struct Worksheet: ~Copyable {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let handles: UnsafeMutablePointer<UnsafeMutablePointer<lxw_format>?>
  let constantMemory: Bool
  let invalidCharacters: WorkbookOptions.InvalidCharacters
  let state: SheetState
  let core: WorkbookCore

  init(_ state: SheetState, in core: WorkbookCore) {
    sheet = state.sheet
    handles = core.formats.handles
    constantMemory = core.options.constantMemory
    invalidCharacters = core.options.invalidCharacters
    self.state = state
    self.core = core
  }

  /// The worksheet's name.
  public var name: String { state.name }

  /// The handle of `format`; equal formats have the same one.
  ///
  /// - Throws: ``XLSXError`` where a part of it is outside its limits, or for the 64,001st format.
  public func format(_ format: CellFormat) throws(XLSXError) -> FormatID {
    try core.formats.id(of: format)
  }

  /// A cell as the library counts it.
  struct Place {
    let row: UInt32
    let column: UInt16
  }

  @inline(__always)
  func place(_ row: Int, _ column: Int) throws(XLSXError) -> Place {
    guard let libraryRow = UInt32(exactly: row), libraryRow < SheetLimits.rows,
      let libraryColumn = UInt16(exactly: column), libraryColumn < SheetLimits.columns
    else { throw failure(.outsideSheet, row, column) }
    return Place(row: libraryRow, column: libraryColumn)
  }

  /// The library's format for `id`; nil is none.
  @inline(__always)
  func handle(_ id: FormatID) throws(XLSXError) -> UnsafeMutablePointer<lxw_format>? {
    let handle = handles[Int(id.index)]
    if handle == nil, id.index != 0 { throw XLSXError(.unknownFormat, sheet: state.name) }
    return handle
  }

  @inline(__always)
  func check(_ status: lxw_error, _ row: Int, _ column: Int) throws(XLSXError) {
    if status == LXW_NO_ERROR { return }
    try fail(status, row, column)
  }

  @inline(never)
  private func fail(_ status: lxw_error, _ row: Int, _ column: Int) throws(XLSXError) {
    if let kind = LibraryStatus.failure(status, constantMemory: constantMemory) {
      throw failure(kind, row, column)
    }
  }

  /// Checks a status that concerns no single cell.
  func check(_ status: lxw_error) throws(XLSXError) {
    if let kind = LibraryStatus.failure(status, constantMemory: constantMemory) {
      throw XLSXError(kind, sheet: state.name)
    }
  }

  @inline(never)
  func failure(_ kind: XLSXError.Kind, _ row: Int, _ column: Int) -> XLSXError {
    XLSXError(kind, sheet: state.name, cell: CellPosition(row: row, column: column))
  }

  func failure(_ kind: XLSXError.Kind) -> XLSXError { XLSXError(kind, sheet: state.name) }

  func bounds(_ range: CellRange) throws(XLSXError) -> CellRange.Bounds {
    guard let bounds = range.bounds else {
      throw XLSXError(.outsideSheet, sheet: state.name, cell: range.last)
    }
    return bounds
  }

  func checkLimits(
    _ value: Double, _ lowest: Double, _ highest: Double, _ subject: XLSXError.Subject
  ) throws(XLSXError) {
    guard value.isFinite else { throw failure(.notFinite(subject)) }
    guard value >= lowest, value <= highest else {
      throw failure(.outsideLimits(subject, value: value, lowest: lowest, highest: highest))
    }
  }

  /// A formula without its leading `=`, checked.
  func formulaBody(
    _ formula: String, limit: Int = CellText.formulaLimit
  ) throws(XLSXError) -> String {
    let body = formula.utf8.first == UInt8(ascii: "=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw failure(.empty(.formula)) }
    return try CellText.prepared(body, .formula, limit: limit)
  }
}
