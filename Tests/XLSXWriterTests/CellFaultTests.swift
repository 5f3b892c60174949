import Testing
import XLSXWriter

struct CellFaultTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func numbersThatAreNoneAreRefused(_ number: Double) {
    #expect(
      failure { sheet throws(XLSXError) in try sheet.write(number, row: 0, column: 0) }
        == .notFinite(.number))
    let formula = failure { sheet throws(XLSXError) in
      try sheet.writeFormula("1/0", result: .number(number), row: 0, column: 0)
    }
    #expect(formula == .notFinite(.formulaResult))
  }

  @Test(arguments: [
    ("a\u{01}b", UInt32(1), 1), ("一\u{FFFF}", 0xFFFF, 3), ("\u{FFFE}", 0xFFFE, 0),
    ("12345678\r9", 0x0D, 8), ("\0", 0, 0), ("一二三四五六七八\u{1F}", 0x1F, 24),
    ("\u{FF0C}\u{FF0C}\u{FF0C}\u{FFFF}", 0xFFFF, 9),
  ])
  func charactersNoWorkbookHoldsAreRefused(_ text: String, _ scalar: UInt32, _ offset: Int) {
    for constantMemory in [false, true] {
      let found = failure(options: WorkbookOptions(constantMemory: constantMemory)) {
        sheet throws(XLSXError) in
        try sheet.write(text, row: 0, column: 0)
      }
      #expect(found == .badCharacter(.text, scalar: scalar, utf8Offset: offset))
    }
    let comment = failure { sheet throws(XLSXError) in
      try sheet.writeComment(text, row: 0, column: 0)
    }
    #expect(comment == .badCharacter(.comment, scalar: scalar, utf8Offset: offset))
    let formula = failure { sheet throws(XLSXError) in
      try sheet.writeFormula("\"" + text + "\"", result: .number(0), row: 0, column: 0)
    }
    #expect(formula == .badCharacter(.formula, scalar: scalar, utf8Offset: offset + 1))
  }

  @Test(.enabled(if: hasOpenpyxl))
  func charactersNoWorkbookHoldsAreReplacedOnRequest() throws {
    let options = WorkbookOptions(invalidCharacters: .replace)
    let book = try WrittenWorkbook(options: options) { sheet throws(XLSXError) in
      try sheet.write("a\u{01}b\u{FFFF}c\r\nd\re\nf", row: 0, column: 0)
    }
    #expect(book.lines("print(ascii(sheet['A1'].value))") == ["'a\\ufffdb\\ufffdc\\nd\\ne\\nf'"])
  }

  @Test func lengthsAreCountedInUTF16() {
    let fits = String(repeating: "字", count: 32_767)
    #expect(failure { sheet throws(XLSXError) in try sheet.write(fits, row: 0, column: 0) } == nil)
    // 20,000 characters outside the basic plane: 40,000 units, but only 20,000 for the library.
    let wide = String(repeating: "𠮷", count: 20_000)
    #expect(
      failure { sheet throws(XLSXError) in try sheet.write(wide, row: 0, column: 0) }
        == .tooLong(.text, length: 40_000, limit: 32_767, unit: .utf16))
    let formula = "\"" + String(repeating: "a", count: 8_191) + "\""
    let found = failure { sheet throws(XLSXError) in
      try sheet.writeFormula(formula, result: .text(""), row: 0, column: 0)
    }
    #expect(found == .tooLong(.formula, length: 8_193, limit: 8_192, unit: .utf16))
  }

  @Test(arguments: [
    (-1, 0), (0, -1), (1_048_576, 0), (0, 16_384), (Int.max, 0), (0, Int.min), (0, 65_536),
    (4_294_967_296, 0),
  ])
  func cellsOutsideTheSheetAreRefused(_ row: Int, _ column: Int) {
    #expect(
      failure { sheet throws(XLSXError) in try sheet.write(1, row: row, column: column) }
        == .outsideSheet)
    #expect(
      failure { sheet throws(XLSXError) in try sheet.write("", row: row, column: column) }
        == .outsideSheet)
  }

  @Test func errorsNameSheetAndCell() throws {
    let error = failure(of: { () throws(XLSXError) in
      _ = try WrittenWorkbook { sheet throws(XLSXError) in
        try sheet.write(.nan, row: 2, column: 27)
      }
    })
    #expect(error?.sheet == "表")
    #expect(error?.cell == CellPosition(row: 2, column: 27))
    #expect(error?.english == "'表'!AB3: the number is infinite or not a number")
    #expect(error?.chinese == "'表'!AB3:数值是无穷大或不是数")
  }

  @Test func richTextsNeedTwoToManyPieces() {
    func write(_ count: Int, _ text: String = "字") -> XLSXError.Kind? {
      failure { sheet throws(XLSXError) in
        try sheet.write(
          [TextRun](repeating: TextRun(text), count: count), row: 0, column: 0)
      }
    }
    #expect(write(1) == .empty(.richText))
    #expect(write(2) == nil)
    #expect(write(2, "") == .empty(.richText))
    #expect(write(254) == nil)
    #expect(write(255) == .tooMany(.richText, limit: 254))
  }

  @Test(arguments: [
    "http://example.org/?to=internal:1", "see external:x", "internal:A1",
  ])
  func addressesTheLibraryWouldMisreadAreRefused(_ address: String) {
    let found = failure { sheet throws(XLSXError) in
      try sheet.writeLink(to: .address(address), text: "链接", row: 0, column: 0)
    }
    #expect(found == .misread(.link, address))
  }

  @Test func linksHaveLimits() {
    let long = "https://example.org/" + String(repeating: "a", count: 2_080)
    let found = failure { sheet throws(XLSXError) in
      try sheet.writeLink(to: .address(long), text: "链接", row: 0, column: 0)
    }
    #expect(found == .tooLong(.link, length: 2_100, limit: 2_079, unit: .utf16))
    let hashed = failure { sheet throws(XLSXError) in
      let cells = SheetRange(sheet: "表#1", range: CellRange(row: 0, column: 0))
      try sheet.writeLink(to: .cells(cells), text: "链接", row: 0, column: 0)
    }
    #expect(hashed == .misread(.link, "表#1"))
  }

  @Test func formatsOfAnotherWorkbookAreRefused() throws {
    var foreign = FormatID.general
    _ = try WrittenWorkbook { sheet throws(XLSXError) in
      foreign = try sheet.format(CellFormat { $0.bold = true })
    }
    let found = failure { sheet throws(XLSXError) in
      try sheet.write(1, row: 0, column: 0, format: foreign)
    }
    #expect(found == .unknownFormat)
  }

  @Test(arguments: [
    (1900, 3, 1, 61.0), (2024, 1, 1, 45_292), (2000, 2, 29, 36_585), (9999, 12, 31, 2_958_465),
  ])
  func datesHaveTheSpreadsheetsNumbers(_ year: Int, _ month: Int, _ day: Int, _ serial: Double) {
    #expect(SerialDate(year: year, month: month, day: day)?.serial == serial)
  }

  @Test(arguments: [
    (1900, 2, 28), (1899, 1, 1), (2023, 2, 29), (2024, 13, 1), (2024, 4, 31), (10_000, 1, 1),
    (2024, 0, 1), (2024, 1, 0), (Int.max, Int.max, Int.max),
  ])
  func datesThatAreNoneAreNil(_ year: Int, _ month: Int, _ day: Int) {
    #expect(SerialDate(year: year, month: month, day: day) == nil)
  }
}
