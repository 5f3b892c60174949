import Testing
import XLSXWriter

/// Data validations and conditional formats.
struct RuleTests {
  private static let range = CellRange(firstRow: 1, firstColumn: 1, lastRow: 9, lastColumn: 2)

  @Test(.enabled(if: hasOpenpyxl)) func validationsReadBack() throws {
    // 60 texts of Chinese: over 255 bytes, under 255 units.
    let long = (10..<60).map { "第\($0)项" }
    let first = try #require(SerialDate(year: 2023, month: 1, day: 1))
    let last = try #require(SerialDate(year: 2023, month: 6, day: 30))
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      let rules: [DataValidation] = [
        DataValidation(.list(["是", "否"]), input: .init(title: "=选", text: "请选")),
        DataValidation(.list(long)),
        DataValidation(
          .listIn(
            SheetRange(
              sheet: "表",
              range: CellRange(
                firstRow: 0, firstColumn: 0, lastRow: 2, lastColumn: 0)))),
        DataValidation(
          .integer(.between(.number(0), .formula("=$A$1+1"))),
          error: .init(title: "错", text: "应为整数"), severity: .warning, allowsBlank: false),
        DataValidation(.decimal(.atLeast(.number(0.25)))),
        DataValidation(.length(.atMost(.number(255)))),
        DataValidation(.custom("=ISNUMBER(B2)"), severity: .information),
        DataValidation(.date(.between(.date(first), .date(last)))),
      ]
      for rule in rules { try sheet.addValidation(rule, to: Self.range) }
    }
    let lines = book.lines(
      """
      for v in sheet.data_validations.dataValidation:
          print(v.type, v.operator, v.formula1, v.formula2, v.sqref, v.allowBlank, v.errorStyle)
      v = sheet.data_validations.dataValidation
      print(v[0].promptTitle, v[0].prompt, v[3].errorTitle, v[3].error)
      """)
    #expect(
      lines == [
        "list None \"是,否\" None B2:C10 True None",
        "list None \"\(long.joined(separator: ","))\" None B2:C10 True None",
        "list None '表'!$A$1:$A$3 None B2:C10 True None",
        "whole None 0 $A$1+1 B2:C10 False warning",
        "decimal greaterThanOrEqual 0.25 None B2:C10 True None",
        "textLength lessThanOrEqual 255 None B2:C10 True None",
        "custom None ISNUMBER(B2) None B2:C10 True information",
        "date None 44927 45107 B2:C10 True None", "=选 请选 错 应为整数",
      ])
  }

  @Test(arguments: [
    (DataValidation(.list([])), XLSXError.Kind.empty(.validationList)),
    (DataValidation(.list(["甲", ""])), .empty(.validationList)),
    (DataValidation(.list(["甲,乙"])), .misread(.validationList, "甲,乙")),
    (DataValidation(.list(["\"甲\""])), .misread(.validationList, "\"甲\"")),
    (
      DataValidation(.list([String(repeating: "长", count: 256)])),
      .tooLong(.validationList, length: 256, limit: 255, unit: .utf16)
    ),
    (DataValidation(.decimal(.equal(.number(.nan)))), .notFinite(.validation)),
    (DataValidation(.custom("=")), .empty(.formula)),
    (
      DataValidation(.custom(String(repeating: "1", count: 256))),
      .tooLong(.formula, length: 256, limit: 255, unit: .utf16)
    ),
    (
      DataValidation(.list(["甲"]), input: .init(title: String(repeating: "题", count: 33))),
      .tooLong(.validationText, length: 33, limit: 32, unit: .utf16)
    ),
    (
      DataValidation(.list(["甲"]), error: .init(text: "坏\u{FFFF}")),
      .badCharacter(.validationText, scalar: 0xFFFF, utf8Offset: 3)
    ),
  ])
  func badValidationsAreRefused(_ validation: DataValidation, _ kind: XLSXError.Kind) {
    #expect(
      failure { sheet throws(XLSXError) in try sheet.addValidation(validation, to: Self.range) }
        == kind)
  }

  @Test func validationsAreCounted() {
    let found = failure { sheet throws(XLSXError) in
      for row in 0..<256 {
        try sheet.addValidation(
          DataValidation(.list(["甲"])), to: CellRange(row: row, column: 0))
      }
    }
    #expect(found == .tooMany(.validation, limit: 255))
  }

  @Test(.enabled(if: hasOpenpyxl)) func conditionalFormatsReadBack() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      let red = CellFormat { $0.background = Color(rgb: 0xFFC7CE) }
      let rules: [ConditionalFormat.Rule] = [
        .cell(.greater(.number(0.5)), red), .cell(.between(.number(1), .formula("=$A$1")), red),
        .cell(.equal(.text("不\"符\"")), red), .formula("=$B2<0", red),
        .text(.contains("a*\"b"), red), .text(.begins("不"), red),
      ]
      for rule in rules {
        try sheet.addConditionalFormat(ConditionalFormat(rule), to: Self.range)
      }
      let bar = ConditionalFormat.DataBar(color: .black, isSolid: true, minimum: 0, maximum: 100)
      try sheet.addConditionalFormat(
        ConditionalFormat(.dataBar(bar), stopsIfTrue: false),
        to: CellRange(firstRow: 20, firstColumn: 0, lastRow: 30, lastColumn: 0))
      let same = try sheet.format(red)
      try sheet.write(1, row: 0, column: 0, format: same)
    }
    let lines = book.lines(
      """
      for area in sorted(sheet.conditional_formatting, key=lambda a: str(a.sqref)):
          for rule in area.rules:
              fill = rule.dxf.fill.bgColor.rgb if rule.dxf else rule.dataBar.color.rgb
              print(area.sqref, rule.type, rule.operator, rule.formula, fill)
      print(sheet['A1'].fill.fgColor.rgb)
      """)
    #expect(
      lines == [
        "A21:A31 dataBar None [] FF000000", "B2:C10 cellIs greaterThan ['0.5'] FFFFC7CE",
        "B2:C10 cellIs between ['1', '$A$1'] FFFFC7CE",
        "B2:C10 cellIs equal ['\"不\"\"符\"\"\"'] FFFFC7CE",
        "B2:C10 expression None ['$B2<0'] FFFFC7CE",
        "B2:C10 expression None ['ISNUMBER(SEARCH(\"a~*\"\"b\",B2))'] FFFFC7CE",
        "B2:C10 expression None ['LEFT(B2,LEN(\"不\"))=\"不\"'] FFFFC7CE",
        "FFFFC7CE",
      ])
  }

  @Test func conditionalFormatsAreChecked() {
    func kind(_ rule: ConditionalFormat.Rule) -> XLSXError.Kind? {
      failure { sheet throws(XLSXError) in
        try sheet.addConditionalFormat(ConditionalFormat(rule), to: Self.range)
      }
    }
    let plain = CellFormat()
    #expect(kind(.cell(.less(.number(.infinity)), plain)) == .notFinite(.conditionalFormat))
    #expect(kind(.formula("", plain)) == .empty(.formula))
    #expect(kind(.text(.contains(""), plain)) == .empty(.conditionalFormat))
    #expect(kind(.dataBar(.init(minimum: .nan))) == .notFinite(.conditionalFormat))
    #expect(
      kind(.text(.ends("\u{02}"), plain))
        == .badCharacter(.conditionalFormat, scalar: 2, utf8Offset: 0))
  }
}
