import Testing
import XLSXWriter

struct TableTests {
  private static let range = CellRange(firstRow: 1, firstColumn: 0, lastRow: 4, lastColumn: 1)

  @Test(.enabled(if: hasOpenpyxl)) func tablesReadBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      let columns = [
        TableLayout.Column(header: "工程", total: .label("合计")),
        TableLayout.Column(header: "投资[万元]", total: .sum(30)),
      ]
      try sheet.addTable(
        Self.range, TableLayout(name: "工程表", columns: columns, style: .light(9), hasTotals: true))
      for (row, name) in ["甲", "乙"].enumerated() {
        try sheet.write(name, row: 2 + row, column: 0)
        try sheet.write(15, row: 2 + row, column: 1)
      }
    }
    let lines = book.lines(
      """
      table = sheet.tables['工程表']
      print(table.ref, table.tableStyleInfo.name, table.totalsRowCount, table.autoFilter.ref)
      print([c.name for c in table.tableColumns], [c.totalsRowFunction for c in table.tableColumns])
      print(sheet['A2'].value, sheet['B2'].value, sheet['A5'].value, sheet['B5'].value)
      """)
    #expect(
      lines == [
        "A2:B5 TableStyleLight9 1 A2:B4", "['工程', '投资[万元]'] [None, 'sum']",
        "工程 投资[万元] 合计 =SUBTOTAL(109,[投资'[万元']])",
      ])
    #expect(book.part("xl/worksheets/sheet1.xml").contains("</f><v>30</v>"))
  }

  private func kind(
    _ headers: [String], name: String? = nil, total: TableLayout.Total? = nil,
    style: TableLayout.Style = .medium(2),
    before: (borrowing Worksheet) throws(XLSXError) -> Void = { _ in }
  ) -> XLSXError.Kind? {
    failure { sheet throws(XLSXError) in
      try before(sheet)
      let columns = headers.map { TableLayout.Column(header: $0, total: total) }
      try sheet.addTable(
        Self.range,
        TableLayout(name: name, columns: columns, style: style, hasTotals: total != nil))
    }
  }

  @Test func headersAndNamesAreChecked() {
    #expect(kind(["甲", "乙"]) == nil)
    #expect(kind(["甲"]) == .badRange(.table, Self.range))
    #expect(kind(["甲", ""]) == .empty(.tableHeader))
    #expect(kind(["Ab", "aB"]) == .badName(.tableHeader, name: "aB", .duplicate))
    #expect(kind(["甲", "乙\n丙"]) == .badCharacter(.tableHeader, scalar: 10, utf8Offset: 3))
    let long = String(repeating: "长", count: 256)
    #expect(
      kind(["甲", long]) == .tooLong(.tableHeader, length: 256, limit: 255, unit: .utf16))
    #expect(kind(["甲", "乙"], name: "A1") == .badName(.tableName, name: "A1", .reserved))
    #expect(kind(["甲", "乙"], name: "") == .badName(.tableName, name: "", .empty))
    #expect(kind(["甲", "乙"], total: .sum(.nan)) == .notFinite(.formulaResult))
    #expect(
      kind(["甲", "乙"], style: .dark(12))
        == .outsideLimits(.table, value: 12, lowest: 1, highest: 11))
  }

  @Test func tablesMayNotOverlap() {
    let filter = CellRange(firstRow: 4, firstColumn: 1, lastRow: 9, lastColumn: 3)
    let withFilter = kind(["甲", "乙"]) { sheet throws(XLSXError) in
      try sheet.setAutofilter(filter)
    }
    #expect(withFilter == .overlap(.table, Self.range, with: filter))
    let withMerge = kind(["甲", "乙"]) { sheet throws(XLSXError) in try sheet.merge(filter) }
    #expect(withMerge == .overlap(.table, Self.range, with: filter))
    let second = CellRange(firstRow: 4, firstColumn: 1, lastRow: 6, lastColumn: 1)
    let twice = failure { sheet throws(XLSXError) in
      let one = TableLayout(columns: [.init(header: "甲"), .init(header: "乙")])
      try sheet.addTable(Self.range, one)
      try sheet.addTable(second, TableLayout(columns: [.init(header: "甲")]))
    }
    #expect(twice == .overlap(.table, second, with: Self.range))
  }

  @Test func tableNamesAreUniqueInTheWorkbook() {
    let found = failure(of: { () throws(XLSXError) in
      _ = try WrittenWorkbook.of { book throws(XLSXError) in
        try book.define("Same", as: "1")
        let sheet = try book.addWorksheet("表")
        try book.withWorksheet(sheet) { sheet throws(XLSXError) in
          let columns = [TableLayout.Column(header: "甲"), .init(header: "乙")]
          try sheet.addTable(Self.range, TableLayout(name: "same", columns: columns))
        }
      }
    })?.kind
    #expect(found == .badName(.tableName, name: "same", .duplicate))
  }
}
