import Testing
import XLSXWriter

struct NameTests {
  private func addSheets(_ names: [String]) -> XLSXError.Kind? {
    failure(of: { () throws(XLSXError) in
      _ = try WrittenWorkbook.of { book throws(XLSXError) in
        for name in names { _ = try book.addWorksheet(name) }
      }
    })?.kind
  }

  @Test(arguments: [
    ("", XLSXError.NameFault.empty),
    (String(repeating: "表", count: 32), .tooLong(limit: 31, unit: .utf16)),
    (String(repeating: "𠮷", count: 16), .tooLong(limit: 31, unit: .utf16)),
    ("一/二", .badCharacter(0x2F)), ("[x", .badCharacter(0x5B)), ("x]", .badCharacter(0x5D)),
    ("a:b", .badCharacter(0x3A)), ("a*", .badCharacter(0x2A)), ("?", .badCharacter(0x3F)),
    ("a\\b", .badCharacter(0x5C)), ("a\u{01}", .badCharacter(1)),
    ("\u{FFFF}", .badCharacter(0xFFFF)),
    ("'a", .apostropheAtEnd), ("a'", .apostropheAtEnd), ("History", .reserved),
  ])
  func badSheetNamesAreRefused(_ name: String, _ fault: XLSXError.NameFault) {
    #expect(addSheets([name]) == .badName(.sheetName, name: name, fault))
  }

  @Test(arguments: [
    ("Data", "DATA"), ("É", "e\u{301}"), ("Я", "я"), ("表", "表"),
  ])
  func sheetNamesAreUniqueWithoutCase(_ first: String, _ second: String) {
    #expect(addSheets([first, second]) == .badName(.sheetName, name: second, .duplicate))
  }

  @Test(arguments: [
    "1x y", "", "1x", "a b", "A1", "xfd1048576", "R", "c", "R1C1", "r2", "TRUE",
    "名!", "a-b", "\u{FF0C}",
  ])
  func badDefinedNamesAreRefused(_ name: String) {
    let found = failure(of: { () throws(XLSXError) in
      _ = try WrittenWorkbook.of { book throws(XLSXError) in
        _ = try book.addWorksheet("表")
        try book.define(name, as: "1")
      }
    })?.kind
    guard case .badName(.definedName, name: name, _) = found else {
      Issue.record("\(name) was not refused: \(String(describing: found))")
      return
    }
  }

  @Test(.enabled(if: hasOpenpyxl)) func definedNamesAndPropertiesReadBack() throws {
    let book = try WrittenWorkbook.of { book throws(XLSXError) in
      _ = try book.addWorksheet("收 支")
      let range = CellRange(firstRow: 1, firstColumn: 0, lastRow: 9, lastColumn: 0)
      try book.define("总投资", as: SheetRange(sheet: "收 支", range: range).formula)
      try book.define("rate_2.x", as: "=0.5")
      try book.setProperty("bulletin-kind", to: "return-form")
      try book.setProperty("版次", to: 2.5)
    }
    let lines = book.lines(
      """
      print(book.defined_names['总投资'].attr_text, book.defined_names['rate_2.x'].attr_text)
      print(book.properties.created.isoformat())
      """)
    #expect(lines == ["'收 支'!$A$2:$A$10 0.5", "2023-11-14T22:13:20"])
    let custom = book.part("docProps/custom.xml")
    #expect(custom.contains("name=\"bulletin-kind\"><vt:lpwstr>return-form</vt:lpwstr>"))
    #expect(custom.contains("name=\"版次\"><vt:r8>2.5</vt:r8>"))
  }

  @Test func namesAndPropertiesAreChecked() throws {
    _ = try WrittenWorkbook.of { book throws(XLSXError) in
      _ = try book.addWorksheet("表")
      try book.define("甲", as: "1")
      func kind(_ body: () throws(XLSXError) -> Void) -> XLSXError.Kind? { failure(of: body)?.kind }
      #expect(
        kind { () throws(XLSXError) in try book.define("甲", as: "2") }
          == .badName(.definedName, name: "甲", .duplicate))
      #expect(kind { () throws(XLSXError) in try book.define("乙", as: "") } == .empty(.formula))
      let long = String(repeating: "字", count: 43)
      #expect(
        kind { () throws(XLSXError) in try book.define("丙", as: long) }
          == .tooLong(.formula, length: 129, limit: 127, unit: .utf8))
      #expect(
        kind { () throws(XLSXError) in try book.define(long, as: "1") }
          == .badName(.definedName, name: long, .tooLong(limit: 127, unit: .utf8)))
      #expect(
        kind { () throws(XLSXError) in try book.setProperty("", to: 1) }
          == .badName(.propertyName, name: "", .empty))
      #expect(
        kind { () throws(XLSXError) in try book.setProperty("p", to: .infinity) }
          == .notFinite(.property))
      try book.setProperty("p", to: 1)
      #expect(
        kind { () throws(XLSXError) in try book.setProperty("P", to: 2) }
          == .badName(.propertyName, name: "P", .duplicate))
      let value = String(repeating: "字", count: 256)
      #expect(
        kind { () throws(XLSXError) in try book.setProperty("q", to: value) }
          == .tooLong(.property, length: 256, limit: 255, unit: .utf16))
    }
  }

  @Test(arguments: [Int64(0), -1, 253_402_300_800, .max, .min])
  func creationTimesThatAreNoneAreRefused(_ created: Int64) {
    let found = failure(of: { () throws(XLSXError) in
      _ = try WorkbookFile(
        path: "/tmp/never-written.xlsx", properties: DocumentProperties(created: created))
    })?.kind
    guard case .outsideLimits(.creationTime, _, _, _) = found else {
      Issue.record("\(created) was not refused")
      return
    }
  }
}
