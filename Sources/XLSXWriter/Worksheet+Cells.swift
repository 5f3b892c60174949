import CXLSXWriter

/// The value a formula had when it was written, for programs that do not calculate.
public enum FormulaResult: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A text.
  case text(String)
}

/// A piece of a text with a font of its own.
public struct TextRun: Hashable, Sendable {
  /// The piece; never empty.
  public var text: String
  /// The format whose font it has; the general one stands for the cell's own.
  public var format: FormatID

  /// Makes a piece.
  public init(_ text: String, format: FormatID = .general) {
    self.text = text
    self.format = format
  }
}

extension Worksheet {
  /// Writes a number.
  ///
  /// - Throws: ``XLSXError`` where it is not finite or there is no such cell.
  public func write(
    _ number: Double, row: Int, column: Int, format: FormatID = .general
  ) throws(XLSXError) {
    guard number.isFinite else { throw failure(.notFinite(.number), row, column) }
    let place = try place(row, column)
    let status = worksheet_write_number(
      sheet, place.row, place.column, number, try handle(format))
    try check(status, row, column)
  }

  /// Writes a text, which stays a text even where it begins with `=`, `+`, `-` or `@`.
  ///
  /// An empty text makes the cell blank.
  ///
  /// - Throws: ``XLSXError`` where it has over 32,767 UTF-16 units, a character that no workbook
  ///   can hold, or there is no such cell.
  public func write(
    _ text: String, row: Int, column: Int, format: FormatID = .general
  ) throws(XLSXError) {
    let place = try place(row, column)
    let handle = try handle(format)
    let count = text.utf8.count
    if count == 0 { return try writeEmpty(row, column, handle) }
    guard count <= CellText.limit else { return try writeSlowly(text, row, column, handle) }
    var status = LXW_NO_ERROR
    let isClean = text.withCString { bytes in
      guard CellText.inspect(bytes, count: count) == .clean else { return false }
      status = worksheet_write_string(sheet, place.row, place.column, bytes, handle)
      return true
    }
    guard isClean else { return try writeSlowly(text, row, column, handle) }
    try check(status, row, column)
  }

  /// Writes true or false.
  ///
  /// - Throws: ``XLSXError`` where there is no such cell.
  public func write(
    _ flag: Bool, row: Int, column: Int, format: FormatID = .general
  ) throws(XLSXError) {
    let place = try place(row, column)
    let status = worksheet_write_boolean(
      sheet, place.row, place.column, flag ? 1 : 0, try handle(format))
    try check(status, row, column)
  }

  /// Makes a cell blank and gives it a format.
  ///
  /// - Throws: ``XLSXError`` where there is no such cell.
  public func writeBlank(row: Int, column: Int, format: FormatID) throws(XLSXError) {
    _ = try place(row, column)
    try writeEmpty(row, column, try handle(format))
  }

  /// Writes a date as the number of days that spreadsheets count.
  ///
  /// The number format of `format` should show a date, such as `yyyy-mm-dd`.
  ///
  /// - Throws: ``XLSXError`` where there is no such cell.
  public func write(
    _ date: SerialDate, row: Int, column: Int, format: FormatID
  ) throws(XLSXError) {
    try write(date.serial, row: row, column: column, format: format)
  }

  /// Writes a formula with the value it has.
  ///
  /// Functions newer than Excel 2007 need the prefix the file format wants, such as `_xlfn.CONCAT`.
  ///
  /// - Parameters:
  ///   - formula: At most 8,192 UTF-16 units; a leading `=` may be left out.
  ///   - result: Its value, shown by programs that do not calculate.
  ///   - row: The row.
  ///   - column: The column.
  ///   - format: How the cell looks.
  /// - Throws: ``XLSXError`` where one of them cannot be written or there is no such cell.
  public func writeFormula(
    _ formula: String, result: FormulaResult, row: Int, column: Int, format: FormatID = .general
  ) throws(XLSXError) {
    let place = try place(row, column)
    let handle = try handle(format)
    let status: lxw_error
    do throws(XLSXError) {
      let body = try formulaBody(formula)
      switch result {
      case .number(let number):
        guard number.isFinite else { throw failure(.notFinite(.formulaResult)) }
        status = worksheet_write_formula_num(
          sheet, place.row, place.column, body, handle, number)
      case .text(let text):
        // No escape here: programs that do not calculate show this value as it stands, and the
        // others replace it at once.
        let checked = try CellText.prepared(text, .formulaResult, policy: invalidCharacters)
        status = worksheet_write_formula_str(
          sheet, place.row, place.column, body, handle, checked)
      }
    } catch {
      throw error.at(sheet: state.name, cell: CellPosition(row: row, column: column))
    }
    try check(status, row, column)
  }

  /// Writes a text whose pieces have fonts of their own.
  ///
  /// - Parameters:
  ///   - runs: 2 to 254 pieces, none empty.
  ///   - row: The row.
  ///   - column: The column.
  ///   - format: How the cell looks.
  /// - Throws: ``XLSXError`` where there are not so many, a piece cannot be written, or the whole
  ///   with its marks is over 32,767 units.
  public func write(
    _ runs: [TextRun], row: Int, column: Int, format: FormatID = .general
  ) throws(XLSXError) {
    let place = try place(row, column)
    let handle = try handle(format)
    guard runs.count >= 2 else { throw failure(.empty(.richText), row, column) }
    // The library counts the pieces in 8 bits.
    guard runs.count <= 254 else {
      throw failure(.tooMany(.richText, limit: 254), row, column)
    }
    var pieces: [(text: String, handle: UnsafeMutablePointer<lxw_format>?)] = []
    for run in runs {
      guard !run.text.isEmpty else { throw failure(.empty(.richText), row, column) }
      pieces.append((try checked(run.text, .richText, row, column), try self.handle(run.format)))
    }
    let sheet = sheet
    let status = CStrings.with { strings in
      var tuples = pieces.map {
        lxw_rich_string_tuple(format: $0.handle, string: strings.add($0.text))
      }
      return tuples.withUnsafeMutableBufferPointer { buffer in
        var list = buffer.indices.map { index in buffer.baseAddress.map { $0 + index } }
        list.append(nil)
        return worksheet_write_rich_string(sheet, place.row, place.column, &list, handle)
      }
    }
    try check(status, row, column)
  }

  /// Attaches a comment to a cell.
  ///
  /// - Parameters:
  ///   - text: At most 32,767 UTF-16 units.
  ///   - author: Who says so; nil is nobody.
  ///   - row: The row.
  ///   - column: The column.
  ///   - width: The width of the box in pixels, 1 to 2,000; nil is the usual one.
  ///   - height: The height of the box in pixels, 1 to 2,000; nil is the usual one.
  /// - Throws: ``XLSXError`` where the text cannot be written or there is no such cell.
  public func writeComment(
    _ text: String, author: String? = nil, row: Int, column: Int, width: Int? = nil,
    height: Int? = nil
  ) throws(XLSXError) {
    let place = try place(row, column)
    guard !text.isEmpty else { throw failure(.empty(.comment), row, column) }
    let checkedText = try checked(text, .comment, row, column)
    let checkedAuthor = try author.map { name throws(XLSXError) in
      try checked(name, .comment, row, column)
    }
    for size in [width, height] {
      if let size { try checkLimits(Double(size), 1, 2_000, .comment) }
    }
    let sheet = sheet
    let status = CStrings.with { strings in
      var options = lxw_comment_options()
      options.author = strings.add(checkedAuthor)
      options.width = UInt16(truncatingIfNeeded: width ?? 0)
      options.height = UInt16(truncatingIfNeeded: height ?? 0)
      return worksheet_write_comment_opt(sheet, place.row, place.column, checkedText, &options)
    }
    try check(status, row, column)
  }

  func checked(
    _ text: String, _ subject: XLSXError.Subject, _ row: Int, _ column: Int
  ) throws(XLSXError) -> String {
    do throws(XLSXError) {
      return try CellText.prepared(text, subject, policy: invalidCharacters, escapes: true)
    } catch {
      throw error.at(sheet: state.name, cell: CellPosition(row: row, column: column))
    }
  }

  @inline(never)
  private func writeSlowly(
    _ text: String, _ row: Int, _ column: Int, _ handle: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXError) {
    let place = try place(row, column)
    let prepared = try checked(text, .text, row, column)
    try check(
      worksheet_write_string(sheet, place.row, place.column, prepared, handle), row, column)
  }

  /// The library leaves a cell as it is when an empty text without a format is written.
  private func writeEmpty(
    _ row: Int, _ column: Int, _ handle: UnsafeMutablePointer<lxw_format>?
  ) throws(XLSXError) {
    let place = try place(row, column)
    var handle = handle
    if handle == nil {
      guard !constantMemory,
        lxw_worksheet_find_cell_in_row(lxw_worksheet_find_row(sheet, place.row), place.column)
          != nil
      else { return }
      handle = core.formats.plain
    }
    try check(worksheet_write_blank(sheet, place.row, place.column, handle), row, column)
  }
}
