import Testing
import XLSXWriter

struct ConstantMemoryTests {
  private static let options = WorkbookOptions(constantMemory: true)

  @Test(.enabled(if: hasOpenpyxl)) func rowsReadBack() throws {
    let book = try WrittenWorkbook(options: Self.options) { sheet throws(XLSXError) in
      try sheet.setRow(0, height: 20)
      for row in 0..<1_000 {
        try sheet.write("行\(row)", row: row, column: 1)
        try sheet.write(Double(row), row: row, column: 0)
      }
      try sheet.merge(CellRange(firstRow: 1_000, firstColumn: 0, lastRow: 1_000, lastColumn: 3))
      try sheet.write("尾", row: 1_000, column: 0)
    }
    let lines = book.lines(
      """
      print(sheet.max_row, sheet['B1000'].value, sum(c.value for c in sheet['A'][:1000]))
      print(sheet['A1001'].value, list(map(str, sheet.merged_cells.ranges)))
      """)
    #expect(lines == ["1001 行999 499500", "尾 ['A1001:D1001']"])
  }

  @Test func rowsMustComeInOrder() {
    func kind(_ body: (borrowing Worksheet) throws(XLSXError) -> Void) -> XLSXError.Kind? {
      failure(options: Self.options) { sheet throws(XLSXError) in
        try sheet.write(1, row: 5, column: 0)
        try body(sheet)
      }
    }
    #expect(kind { s throws(XLSXError) in try s.write(1, row: 4, column: 0) } == .rowOutOfOrder)
    #expect(kind { s throws(XLSXError) in try s.write("字", row: 0, column: 0) } == .rowOutOfOrder)
    #expect(kind { s throws(XLSXError) in try s.setRow(0, height: 9) } == .rowOutOfOrder)
    let past = CellRange(firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 1)
    #expect(kind { s throws(XLSXError) in try s.merge(past) } == .rowOutOfOrder)
    #expect(kind { s throws(XLSXError) in try s.write(1, row: 5, column: 1) } == nil)
    #expect(
      kind { s throws(XLSXError) in try s.write(1, row: 1_048_576, column: 0) }
        == .outsideSheet)
  }

  @Test func featuresThatNeedAllRowsAreRefused() {
    let block = CellRange(firstRow: 0, firstColumn: 0, lastRow: 3, lastColumn: 0)
    #expect(
      failure(options: Self.options) { s throws(XLSXError) in try s.merge(block) }
        == .notWithConstantMemory(.merge))
    #expect(
      failure(options: Self.options) { s throws(XLSXError) in
        try s.addTable(block, TableLayout(columns: [.init(header: "甲")]))
      } == .notWithConstantMemory(.table))
  }
}
