import XLSXWriter

extension SheetLayout {
  /// What fits across upright A4 paper without being shrunk much, in units of column widths.
  private static let portraitWidth = 105.0
  /// What fits across lying A4 paper at five sixths of its size, and the most that is shrunk to one
  /// page: letters of 9 points then still have 6.
  private static let landscapeWidth = 176.0
  private static let mostShrunk = 220.0

  /// Sets the sheet up for A4: the head repeated, the pages numbered.
  ///
  /// It is printed one page wide where its words stay readable, else on pages side by side that
  /// begin with its frozen columns.
  ///
  /// - Parameters:
  ///   - head: The rows repeated at the head of every page.
  ///   - columns: How many columns are printed; nil prints all.
  ///   - caption: What stands above every page, on the left.
  mutating func setUpPage(head: ClosedRange<Int>?, columns: Int? = nil, caption: String) {
    let printed = columnWidths.prefix(columns ?? columnWidths.count)
    let width = printed.reduce(0, +)
    let repeated = columnWidths.prefix(frozenColumns).reduce(0, +)
    let isTooWide = width > Self.mostShrunk && repeated < Self.landscapeWidth / 3
    let area = columns.flatMap { count in
      rows.isEmpty
        ? nil
        : CellRange(firstRow: 0, firstColumn: 0, lastRow: rows.count - 1, lastColumn: count - 1)
    }
    page = PageSetup { page in
      page.landscape = width > Self.portraitWidth
      page.margins = PageSetup.Margins(left: 0.5, right: 0.5, top: 0.7, bottom: 0.7)
      page.fit = PageSetup.Fit(
        width: isTooWide
          ? Int(((width - repeated) / (Self.landscapeWidth - repeated)).rounded(.up)) : 1,
        height: 0)
      if isTooWide, frozenColumns > 0 { page.repeatedColumns = 0...frozenColumns - 1 }
      page.printArea = area
      page.repeatedRows = head
      page.centersHorizontally = true
      page.header = PageText(left: [.text(Self.cut(caption))], right: [.sheetName])
      page.footer = PageText(
        center: [.text("第 "), .page, .text(" 页,共 "), .pageCount, .text(" 页")])
    }
  }

  /// Headers hold 255 units in all.
  private static func cut(_ caption: String) -> String {
    String(caption.unicodeScalars.prefix(80).map(Character.init))
  }
}
