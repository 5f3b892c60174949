import XLSXWriter

extension SheetLayout {
  /// What fits across upright A4 paper without being shrunk much, in units of column widths.
  private static let portraitWidth = 105.0

  /// Sets the sheet up for A4: one page wide, the head repeated, the pages numbered.
  ///
  /// - Parameters:
  ///   - head: The rows repeated at the head of every page.
  ///   - caption: What stands above every page, on the left.
  mutating func setUpPage(head: ClosedRange<Int>?, caption: String) {
    let width = columnWidths.reduce(0, +)
    page = PageSetup { page in
      page.landscape = width > Self.portraitWidth
      page.margins = PageSetup.Margins(left: 0.5, right: 0.5, top: 0.7, bottom: 0.7)
      page.fit = PageSetup.Fit(width: 1, height: 0)
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
