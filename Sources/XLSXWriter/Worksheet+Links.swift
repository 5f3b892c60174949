import CXLSXWriter

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// An address on the web or of mail, such as `https://…` or `mailto:…`.
  case address(String)
  /// Cells of this workbook.
  case cells(SheetRange)
}

extension Worksheet {
  /// Writes a text that leads elsewhere.
  ///
  /// - Parameters:
  ///   - target: Where it leads.
  ///   - text: What is shown; never empty.
  ///   - tip: What is shown when the pointer rests on it, at most 255 UTF-16 units.
  ///   - row: The row.
  ///   - column: The column.
  ///   - format: How the cell looks; ``FormatID/general`` is the usual look of links.
  /// - Throws: ``XLSXError`` where the address is over 2,079 characters or would be misread, or a
  ///   text cannot be written.
  public func writeLink(
    to target: LinkTarget, text: String, tip: String? = nil, row: Int, column: Int,
    format: FormatID = .general
  ) throws(XLSXError) {
    let place = try place(row, column)
    guard !text.isEmpty else { throw failure(.empty(.link), row, column) }
    let shown = try checked(text, .link, row, column)
    let hint: String?
    let url: String
    do throws(XLSXError) {
      hint = try tip.map { words throws(XLSXError) in
        try CellText.prepared(words, .link, limit: 255)
      }
      url = try libraryURL(of: target)
    } catch {
      throw error.at(sheet: state.name, cell: CellPosition(row: row, column: column))
    }
    try check(
      worksheet_write_url_opt(
        sheet, place.row, place.column, url, try handle(format), shown, hint),
      row, column)
  }

  /// The target in the library's words.
  ///
  /// The library looks for its own prefixes anywhere in an address, and cuts an internal one at
  /// `#`, so both are refused rather than turned into another link.
  private func libraryURL(of target: LinkTarget) throws(XLSXError) -> String {
    switch target {
    case .address(let address):
      guard !address.isEmpty else { throw XLSXError(.empty(.link)) }
      _ = try CellText.prepared(address, .link, limit: 2_079)
      if address.holds("internal:") || address.holds("external:") {
        throw XLSXError(.misread(.link, address))
      }
      return address
    case .cells(let reference):
      guard reference.range.bounds != nil else { throw XLSXError(.outsideSheet) }
      _ = try CellText.prepared(reference.sheet, .link)
      if reference.sheet.holds("external:") || reference.sheet.utf8.contains(UInt8(ascii: "#")) {
        throw XLSXError(.misread(.link, reference.sheet))
      }
      return "internal:" + SheetRange.quoted(reference.sheet) + "!" + reference.range.a1
    }
  }
}

extension String {
  /// Whether the bytes of `part` occur in the string.
  func holds(_ part: StaticString) -> Bool {
    let wanted = part.withUTF8Buffer { Array($0) }
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
  }
}
