import Testing
import XLSXWriter

@Suite(.enabled(if: hasOpenpyxl))
struct CellTests {
  @Test func everyKindOfCellReadsBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write("文字", row: 0, column: 0)
      try sheet.write(1234.5, row: 1, column: 0)
      try sheet.write(true, row: 2, column: 0)
      try sheet.writeFormula("=A2*2", result: .number(2469), row: 3, column: 0)
      try sheet.writeFormula("A1&\"<&>\"", result: .text("文字<&>"), row: 4, column: 0)
      let day = try sheet.format(CellFormat { $0.numberFormat = "yyyy-mm-dd" })
      if let date = SerialDate(year: 2024, month: 2, day: 29) {
        try sheet.write(date, row: 5, column: 0, format: day)
      }
      try sheet.writeBlank(row: 6, column: 0, format: day)
      try sheet.write(-0.0, row: 7, column: 0)
      try sheet.write(1e-300, row: 8, column: 0)
    }
    let lines = book.lines(
      """
      for row in range(1, 10):
          cell = sheet.cell(row, 1)
          print(cell.data_type, repr(cell.value), cell.number_format)
      """)
    #expect(
      lines == [
        "s '文字' General", "n 1234.5 General", "b True General", "f '=A2*2' General",
        "f '=A1&\"<&>\"' General", "d datetime.datetime(2024, 2, 29, 0, 0) yyyy-mm-dd",
        "n None yyyy-mm-dd", "n 0 General", "n 1e-300 General",
      ])
    let cached = book.part("xl/worksheets/sheet1.xml")
    #expect(cached.contains("<f>A2*2</f><v>2469</v>"))
    #expect(cached.contains("t=\"str\"><f>A1&amp;\"&lt;&amp;&gt;\"</f><v>文字&lt;&amp;&gt;</v>"))
  }

  @Test(arguments: ["=1+1", "+86", "-5", "@名", "  前后  ", "一\n二\t三", "<&>\"'", "𠮷", "null\u{85}"])
  func textsStayAsTheyAre(_ text: String) throws {
    for constantMemory in [false, true] {
      let options = WorkbookOptions(constantMemory: constantMemory)
      let book = try WrittenWorkbook(options: options) { sheet throws(XLSXError) in
        try sheet.write(text, row: 0, column: 0)
      }
      let printed = book.lines("print(ascii(str(sheet['A1'].value)), sheet['A1'].data_type)")
      let expected = Self.pythonASCII(text) + " s"
      #expect(printed == [expected])
    }
  }

  @Test func textThatReadsAsAnEscapeIsEscaped() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write("_x0041_ _x004_ a_x00Ff_", row: 0, column: 0)
    }
    #expect(
      book.part("xl/sharedStrings.xml").contains("_x005F_x0041_ _x004_ a_x005F_x00Ff_"))
  }

  @Test func emptyTextClearsACell() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write("旧", row: 0, column: 0)
      try sheet.write("", row: 0, column: 0)
      try sheet.write("", row: 1, column: 0)
    }
    #expect(book.lines("print(sheet['A1'].value, sheet['A2'].value)") == ["None None"])
  }

  @Test func richTextsCommentsAndLinksReadBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      let bold = try sheet.format(CellFormat { $0.bold = true })
      try sheet.write(
        [TextRun("总投资"), TextRun("12", format: bold), TextRun("亿元")], row: 0, column: 0)
      try sheet.writeComment("来源:<甲>表", author: "统计科", row: 0, column: 1, width: 200)
      try sheet.writeLink(
        to: .cells(SheetRange(sheet: "表", range: CellRange(row: 4, column: 2))), text: "跳转",
        tip: "去 C5", row: 1, column: 0)
      try sheet.writeLink(
        to: .address("https://example.org/a?b=1&c=2#段"), text: "网页", row: 2, column: 0)
    }
    let lines = book.lines(
      """
      print(sheet['A1'].value)
      print(sheet['B1'].comment.text, sheet['B1'].comment.author)
      for cell in (sheet['A2'], sheet['A3']):
          print(cell.value, cell.hyperlink.location, cell.hyperlink.target, cell.hyperlink.tooltip)
      """)
    #expect(
      lines == [
        "总投资12亿元", "来源:<甲>表 统计科", "跳转 '表'!C5 None 去 C5",
        "网页 段 https://example.org/a?b=1&c=2 None",
      ])
  }

  @Test func lastCellOfTheSheetCanBeWritten() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      try sheet.write(1, row: 1_048_575, column: 16_383)
    }
    #expect(book.lines("print(sheet.dimensions)") == ["XFD1048576:XFD1048576"])
  }

  private static func pythonASCII(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let hex = String(scalar.value, radix: 16)
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0x20..<0x7F: result.unicodeScalars.append(scalar)
      case 0..<0x100: result += "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
      case 0x100..<0x10000: result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      }
    }
    if text.contains("'") {
      return "'"
        + result.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
        + "'"
    }
    return "'" + result + "'"
  }
}
