import Testing
import XLSXWriter

struct LayoutTests {
  @Test(.enabled(if: hasOpenpyxl)) func formatsReadBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      let format = CellFormat {
        $0.fontName = "宋体"
        $0.fontSize = 10.5
        $0.bold = true
        $0.italic = true
        $0.fontColor = .black
        $0.background = Color(rgb: 0xDDEEFF)
        $0.numberFormat = "#,##0.00\"万元\""
        $0.horizontal = .center
        $0.vertical = .top
        $0.wrapsText = true
        $0.indent = 0
        $0.rotation = -45
        $0.borders = .all(.thin, color: Color(rgb: 0x112233))
        $0.locked = false
      }
      let id = try sheet.format(format)
      let again = try sheet.format(format)
      #expect(id == again)
      try sheet.write(1.5, row: 0, column: 0, format: id)
      let black = try sheet.format(
        CellFormat {
          $0.background = .black; $0.shrinksToFit = true
        })
      try sheet.write("x", row: 1, column: 0, format: black)
    }
    let lines = book.lines(
      """
      cell = sheet['A1']
      print(cell.font.name, cell.font.sz, cell.font.b, cell.font.i, cell.font.color.rgb)
      print(cell.fill.fgColor.rgb, cell.number_format)
      print(cell.alignment.horizontal, cell.alignment.vertical, cell.alignment.wrap_text,
            cell.alignment.textRotation)
      print(cell.border.left.style, cell.border.bottom.color.rgb, cell.protection.locked)
      print(sheet['A2'].fill.fgColor.rgb, sheet['A2'].alignment.shrink_to_fit)
      """)
    #expect(
      lines == [
        "宋体 10.5 True True FF000000", "FFDDEEFF #,##0.00\"万元\"", "center top True 135",
        "thin FF112233 False", "FF000000 True",
      ])
  }

  @Test(arguments: [
    (CellFormat { $0.fontSize = .nan }, XLSXError.Kind.notFinite(.fontSize)),
    (CellFormat { $0.fontSize = 0 }, .outsideLimits(.fontSize, value: 0, lowest: 1, highest: 409)),
    (CellFormat { $0.indent = 16 }, .outsideLimits(.indent, value: 16, lowest: 0, highest: 15)),
    (
      CellFormat { $0.rotation = 91 },
      .outsideLimits(.rotation, value: 91, lowest: -90, highest: 90)
    ),
    (CellFormat { $0.fontName = "" }, .empty(.fontName)),
    (
      CellFormat { $0.numberFormat = String(repeating: "万", count: 43) },
      .tooLong(.numberFormat, length: 129, limit: 127, unit: .utf8)
    ),
    (CellFormat { $0.fontName = "a\u{07}" }, .badCharacter(.fontName, scalar: 7, utf8Offset: 1)),
  ])
  func badFormatsAreRefused(_ format: CellFormat, _ kind: XLSXError.Kind) {
    #expect(failure { sheet throws(XLSXError) in _ = try sheet.format(format) } == kind)
  }

  @Test(.enabled(if: hasOpenpyxl)) func layoutReadsBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.setColumns(0...1, width: 20)
      try sheet.setColumns(2...2, hidden: true)
      try sheet.setColumns(0...1, width: 25)
      try sheet.setRow(0, height: 30)
      try sheet.merge(CellRange(firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 3))
      try sheet.write("标题", row: 0, column: 0)
      try sheet.merge(CellRange(firstRow: 1, firstColumn: 0, lastRow: 2, lastColumn: 0))
      try sheet.freezePanes(rows: 1, columns: 1)
      try sheet.setAutofilter(CellRange(firstRow: 3, firstColumn: 0, lastRow: 9, lastColumn: 2))
      sheet.setTabColor(.black)
      try sheet.setZoom(85)
      sheet.hideGridlines()
      try sheet.ignore(.numberStoredAsText, in: [CellRange(row: 0, column: 0)])
      try sheet.protect(
        SheetProtection(allowed: [.selectUnlockedCells, .sort], password: "secret"))
    }
    let lines = book.lines(
      """
      print(sheet.column_dimensions['A'].width > 25, sheet.column_dimensions['C'].hidden)
      print(sheet.row_dimensions[1].height, sheet['A1'].value)
      print(sorted(str(r) for r in sheet.merged_cells.ranges))
      print(sheet.freeze_panes, sheet.auto_filter.ref, sheet.sheet_properties.tabColor.rgb)
      print(sheet.sheet_view.zoomScale, sheet.sheet_view.showGridLines)
      p = sheet.protection
      print(p.sheet, p.sort, p.selectLockedCells, p.selectUnlockedCells, p.formatCells)
      """)
    #expect(
      lines == [
        "True True", "30.0 标题", "['A1:D1', 'A2:A3']", "B2 A4:C10 FF000000", "85 False",
        "True False True False True",
      ])
    #expect(
      book.part("xl/worksheets/sheet1.xml").contains(
        "<ignoredError sqref=\"A1\" numberStoredAsText=\"1\"/>"))
  }

  @Test func mergesMayNotOverlapOrHide() {
    let first = CellRange(firstRow: 0, firstColumn: 0, lastRow: 300, lastColumn: 1)
    let second = CellRange(firstRow: 250, firstColumn: 1, lastRow: 251, lastColumn: 2)
    let overlap = failure { sheet throws(XLSXError) in
      try sheet.merge(first)
      try sheet.merge(second)
    }
    #expect(overlap == .overlap(.merge, second, with: first))
    let apart = failure { sheet throws(XLSXError) in
      try sheet.merge(first)
      try sheet.merge(CellRange(firstRow: 0, firstColumn: 2, lastRow: 0, lastColumn: 3))
      try sheet.merge(CellRange(firstRow: 301, firstColumn: 0, lastRow: 302, lastColumn: 1))
      try sheet.merge(CellRange(firstRow: 400, firstColumn: 0, lastRow: 9_000, lastColumn: 0))
    }
    #expect(apart == nil)
    let tall = CellRange(firstRow: 400, firstColumn: 0, lastRow: 9_000, lastColumn: 0)
    let inTall = CellRange(firstRow: 8_000, firstColumn: 0, lastRow: 8_000, lastColumn: 1)
    #expect(
      failure { sheet throws(XLSXError) in
        try sheet.merge(tall)
        try sheet.merge(inTall)
      } == .overlap(.merge, inTall, with: tall))
    let single = CellRange(row: 0, column: 0)
    #expect(
      failure { sheet throws(XLSXError) in try sheet.merge(single) } == .badRange(.merge, single))
    #expect(
      failure { sheet throws(XLSXError) in
        try sheet.write(1, row: 251, column: 2)
        try sheet.merge(second)
      } == .mergeHidesContent(second))
  }

  @Test func columnsMayNotOverlap() {
    let found = failure { sheet throws(XLSXError) in
      try sheet.setColumns(0...5, width: 10)
      try sheet.setColumns(5...6, width: 12)
    }
    #expect(
      found
        == .overlap(
          .columns, CellRange(firstRow: 0, firstColumn: 5, lastRow: 0, lastColumn: 6),
          with: CellRange(firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 5)))
  }

  @Test func sizesHaveLimits() {
    func kind(
      _ body: (borrowing Worksheet) throws(XLSXError) -> Void
    ) -> XLSXError.Kind? { failure(body) }
    #expect(
      kind { s throws(XLSXError) in try s.setColumns(0...0, width: 256) }
        == .outsideLimits(.columnWidth, value: 256, lowest: 0, highest: 255))
    #expect(kind { s throws(XLSXError) in try s.setColumns(0...16_384) } == .outsideSheet)
    #expect(kind { s throws(XLSXError) in try s.setRow(0, height: .nan) } == .notFinite(.rowHeight))
    #expect(kind { s throws(XLSXError) in try s.setRow(-1) } == .outsideSheet)
    #expect(
      kind { s throws(XLSXError) in try s.setZoom(9) }
        == .outsideLimits(.zoom, value: 9, lowest: 10, highest: 400))
    #expect(kind { s throws(XLSXError) in try s.freezePanes(rows: 1_048_576) } == .outsideSheet)
    #expect(
      kind { s throws(XLSXError) in
        try s.protect(SheetProtection(password: "密码"))
      } == .misread(.protection, "•••"))
  }

  @Test(.enabled(if: hasOpenpyxl)) func pageSetupReadsBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write(1, row: 0, column: 0)
      try sheet.setPage(
        PageSetup {
          $0.landscape = true
          $0.margins = PageSetup.Margins(left: 0.5, right: 0.5, top: 1, bottom: 1)
          $0.fit = PageSetup.Fit(width: 1, height: 0)
          $0.repeatedRows = 0...1
          $0.printArea = CellRange(firstRow: 0, firstColumn: 0, lastRow: 99, lastColumn: 5)
          $0.centersHorizontally = true
          $0.header = PageText(center: [.text("R&D 情况")])
          $0.footer = PageText(
            left: [.sheetName], right: [.text("第"), .page, .text("页/共"), .pageCount])
        })
    }
    let lines = book.lines(
      """
      print(sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight)
      print(sheet.page_margins.left, sheet.page_margins.top)
      print(sheet.print_options.horizontalCentered)
      """)
    #expect(lines == ["landscape 9 0", "0.5 1.0", "True"])
    let names = book.part("xl/workbook.xml")
    #expect(names.contains(">'表'!$A$1:$F$100</definedName>"))
    #expect(names.contains(">'表'!$1:$2</definedName>"))
    let xml = book.part("xl/worksheets/sheet1.xml")
    #expect(xml.contains("<oddHeader>&amp;CR&amp;&amp;D 情况</oddHeader>"))
    #expect(xml.contains("<oddFooter>&amp;L&amp;A&amp;R第&amp;P页/共&amp;N</oddFooter>"))
  }

  @Test func pageTextsAreChecked() {
    func header(_ text: String) -> XLSXError.Kind? {
      failure { sheet throws(XLSXError) in
        try sheet.setPage(PageSetup { $0.header = PageText(left: [.text(text)]) })
      }
    }
    #expect(header("A&G") == .misread(.pageText, "&LA&&G"))
    #expect(header("x&[Picture]") == .misread(.pageText, "&Lx&&[Picture]"))
    #expect(header(String(repeating: "字", count: 253)) == nil)
    #expect(
      header(String(repeating: "字", count: 254))
        == .tooLong(.pageText, length: 256, limit: 255, unit: .utf16))
    #expect(
      failure { sheet throws(XLSXError) in
        try sheet.setPage(PageSetup { $0.margins.left = -1 })
      } == .outsideLimits(.margin, value: -1, lowest: 0, highest: 50))
  }

  @Test(.enabled(if: hasOpenpyxl), arguments: ["2024", "A1", "R1C1", "it's", "甲!乙", "#"])
  func sheetNamesAreQuotedWhereverTheyAreReferredTo(_ name: String) throws {
    let area = CellRange(firstRow: 0, firstColumn: 0, lastRow: 3, lastColumn: 1)
    let book = try WrittenWorkbook.of { book throws(XLSXError) in
      let sheet = try book.addWorksheet(name)
      try book.withWorksheet(sheet) { sheet throws(XLSXError) in
        try sheet.write("甲", row: 0, column: 0)
        try sheet.write(3, row: 0, column: 1)
        try sheet.setAutofilter(area)
        try sheet.setPage(
          PageSetup {
            $0.printArea = area; $0.repeatedRows = 0...0
          })
        let cell = SheetRange(sheet: name, range: CellRange(row: 0, column: 1))
        try sheet.insert(Chart(.column, series: [Chart.Series(values: cell)]), row: 5, column: 0)
      }
    }
    let quoted = SheetRange.quoted(name)
    let workbook = book.part("xl/workbook.xml")
    #expect(workbook.contains(">\(quoted)!$A$1:$B$4</definedName>"))
    #expect(workbook.contains(">\(quoted)!$1:$1</definedName>"))
    let chart = book.part("xl/charts/chart1.xml")
    #expect(chart.contains("<c:f>\(quoted)!$B$1</c:f>"))
    #expect(chart.contains("<c:v>3</c:v>"))
  }
}
