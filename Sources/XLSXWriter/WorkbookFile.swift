import CFastParts
import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A workbook being written; ``close()`` puts it in its place, anything else leaves no file.
///
/// ```swift
/// let book = try WorkbookFile(path: "数据.xlsx", properties: DocumentProperties(created: 1))
/// let bold = try book.format(CellFormat { $0.bold = true })
/// let sheet = try book.addWorksheet("收支")
/// try book.withWorksheet(sheet) { sheet throws(XLSXError) in
///   try sheet.write("合计", row: 0, column: 0, format: bold)
///   try sheet.write(12.5, row: 0, column: 1)
/// }
/// try book.close()
/// ```
///
/// The file is written beside its place under another name, checked, brought safely to disk and
/// renamed; until then the old file stays as it was. One workbook belongs to one thread at a time.
/// Numbers are written with 16 significant digits.
public struct WorkbookFile: ~Copyable {
  let core: WorkbookCore

  /// Begins a workbook that is to stand at `path`; nothing is written there yet.
  ///
  /// - Parameters:
  ///   - path: The file to make or replace.
  ///   - properties: What the workbook says about itself.
  ///   - options: How it is written.
  /// - Throws: ``XLSXError`` where `path` is a folder or no regular file, its folder is missing or
  ///   not writable, or a property cannot be written.
  public init(
    path: String, properties: DocumentProperties, options: WorkbookOptions = WorkbookOptions()
  ) throws(XLSXError) {
    let core = try WorkbookCore(path: path, options: options)
    try core.set(properties)
    self.core = core
  }

  /// Writes the file and puts it in its place.
  ///
  /// - Throws: ``XLSXError`` where the file cannot be written whole: the old file, or its absence,
  ///   is then untouched and no other file is left. The workbook is gone in any case.
  public consuming func close() throws(XLSXError) {
    try core.finish()
  }

  /// Makes the file that ``close()`` would put in its place, and gives its bytes instead.
  ///
  /// It stands for a moment beside its place under another name. The workbook is gone in any case.
  ///
  /// - Returns: What the file holds.
  /// - Throws: ``XLSXError`` where it cannot be made whole.
  public consuming func bytes() throws(XLSXError) -> [UInt8] {
    try core.finishedBytes()
  }

  /// The handle of `format`; equal formats have the same one.
  ///
  /// - Throws: ``XLSXError`` where a part of it is outside its limits, or for the 64,001st format.
  public func format(_ format: CellFormat) throws(XLSXError) -> FormatID {
    try core.formats.id(of: format)
  }

  /// Adds an empty worksheet after the others.
  ///
  /// - Parameter name: 1 to 31 UTF-16 units without `[ ] : * ? / \`, no apostrophe at an end, and
  ///   not in use; capital and small letters count as the same.
  /// - Returns: Its handle.
  /// - Throws: ``XLSXError`` where the name is not so.
  public func addWorksheet(_ name: String) throws(XLSXError) -> SheetID {
    if let fault = NameRules.sheetNameFault(name) {
      throw XLSXError(.badName(.sheetName, name: name, fault))
    }
    guard !core.sheetNames.contains(NameRules.folded(name)) else {
      throw XLSXError(.badName(.sheetName, name: name, .duplicate))
    }
    // Sheet numbers are kept in 16 bits with a sign.
    guard core.sheets.count < Int(Int16.max) else {
      throw XLSXError(.tooMany(.sheets, limit: Int(Int16.max)))
    }
    guard let sheet = workbook_add_worksheet(try core.open(), name) else {
      throw XLSXError(.library("the worksheet could not be made"), sheet: name)
    }
    // The library leaves names such as 2024 or A1 unquoted in the ranges it writes itself.
    if let quoted = strdup(SheetRange.quoted(name)) {
      free(sheet.pointee.quoted_name)
      sheet.pointee.quoted_name = quoted
    }
    core.sheetNames.insert(NameRules.folded(name))
    core.sheets.append(SheetState(name: name, sheet: sheet))
    return SheetID(index: core.sheets.count - 1)
  }

  /// Lets `body` write to a worksheet.
  ///
  /// - Parameters:
  ///   - id: A worksheet of this workbook.
  ///   - body: Writes; the worksheet cannot be kept beyond it.
  /// - Returns: What `body` returns.
  /// - Throws: ``XLSXError`` as `body` does, or where this workbook has no such worksheet.
  public func withWorksheet<Result>(
    _ id: SheetID, _ body: (borrowing Worksheet) throws(XLSXError) -> Result
  ) throws(XLSXError) -> Result {
    let sheet = Worksheet(try state(of: id), in: core)
    // With constant memory, rows are printed as they are written.
    fast_parts_enter(0)
    defer { _ = fast_parts_leave(0) }
    do throws(XLSXError) {
      return try body(sheet)
    } catch {
      throw error.at(sheet: sheet.state.name)
    }
  }

  /// Chooses the worksheet that is shown when the workbook is opened; without, the first visible.
  ///
  /// - Throws: ``XLSXError`` where this workbook has no such worksheet.
  public func activate(_ id: SheetID) throws(XLSXError) {
    _ = try state(of: id)
    core.activeSheet = id.index
  }

  /// Hides a worksheet or shows it again.
  ///
  /// - Throws: ``XLSXError`` where this workbook has no such worksheet. That one worksheet must be
  ///   visible is checked when closing.
  public func setHidden(_ hidden: Bool, _ id: SheetID) throws(XLSXError) {
    try state(of: id).hidden = hidden
  }

  private func state(of id: SheetID) throws(XLSXError) -> SheetState {
    guard core.sheets.indices.contains(id.index) else {
      throw XLSXError(.noSuchSheet("#\(id.index)"))
    }
    return core.sheets[id.index]
  }
}

/// A worksheet as one workbook knows it; valid only for that workbook.
public struct SheetID: Hashable, Sendable {
  let index: Int
}
