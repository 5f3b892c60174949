import CXLSXWriter

extension Worksheet {
  /// Sets how the worksheet is printed.
  ///
  /// - Throws: ``XLSXError`` where a margin is negative or over 50 inches, a number of pages over
  ///   32,767, cells are outside the worksheet, or a header or footer is over 255 UTF-16 units.
  public func setPage(_ setup: PageSetup) throws(XLSXError) {
    worksheet_set_paper(sheet, setup.paper.libraryValue)
    if setup.landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    let margins = setup.margins
    for margin in [margins.left, margins.right, margins.top, margins.bottom] {
      try checkLimits(margin, 0, 50, .margin)
    }
    worksheet_set_margins(sheet, margins.left, margins.right, margins.top, margins.bottom)
    if let fit = setup.fit {
      try checkLimits(Double(fit.width), 0, 32_767, .pageCount)
      try checkLimits(Double(fit.height), 0, 32_767, .pageCount)
      worksheet_fit_to_pages(
        sheet, UInt16(truncatingIfNeeded: fit.width), UInt16(truncatingIfNeeded: fit.height))
    }
    if setup.centersHorizontally { worksheet_center_horizontally(sheet) }
    if setup.centersVertically { worksheet_center_vertically(sheet) }
    try setPrintedCells(setup)
    do throws(XLSXError) {
      if let header = setup.header {
        try check(worksheet_set_header(sheet, try header.codes()))
      }
      if let footer = setup.footer {
        try check(worksheet_set_footer(sheet, try footer.codes()))
      }
    } catch {
      throw error.at(sheet: state.name)
    }
  }

  private func setPrintedCells(_ setup: PageSetup) throws(XLSXError) {
    if let rows = setup.repeatedRows {
      let first = try place(rows.lowerBound, 0)
      let last = try place(rows.upperBound, 0)
      try check(worksheet_repeat_rows(sheet, first.row, last.row))
    }
    if let columns = setup.repeatedColumns {
      let first = try place(0, columns.lowerBound)
      let last = try place(0, columns.upperBound)
      try check(worksheet_repeat_columns(sheet, first.column, last.column))
    }
    if let area = setup.printArea {
      let bounds = try bounds(area)
      try check(
        worksheet_print_area(
          sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn))
    }
  }
}

extension PageSetup.Paper {
  /// The number of the paper size in the file format.
  fileprivate var libraryValue: UInt8 {
    switch self {
    case .a3: 8
    case .a4: 9
    case .a5: 11
    }
  }
}
