import ReportModel
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("万元", 4, "元"), ("亿元", 8, "元"), ("萬元", 4, "元"), ("元", 0, "元"), ("千瓦", 0, "千瓦"),
    ("亿千瓦时", 8, "千瓦时"), ("万人次", 4, "人次"), ("%", 0, "%"), ("％", 0, "%"), ("", 0, ""),
    ("百分点", 0, "百分点"), ("万亿元", 12, "元"), ("个", 0, "个"), ("個", 0, "个"),
  ])
  func takesUnitsApart(text: String, power: Int, base: String) {
    let unit = MeasureUnit(text)
    #expect(unit.powerOfTen == power)
    #expect(unit.base == base)
  }

  @Test(arguments: [
    ("300", "个", ["余"], "300余个"), ("100", "%", ["达"], "达100%"), ("600", "分", ["以上"], "600分以上"),
    ("70", "家次", ["近", "余"], "近70余家次"), ("18881", "", [], "18881"),
  ])
  func printsQualifiersInTheirPlaces(
    number: String, unit: String, words: [String], printed: String
  ) throws {
    let quantity = Quantity(
      try #require(ExactDecimal(number)), unit: MeasureUnit(unit),
      qualifiers: words.compactMap { Qualifier($0) })
    #expect(quantity.printed == printed)
  }

  @Test func printsAsWritten() {
    #expect(Quantity(ExactDecimal(2), unit: MeasureUnit("次"), asWritten: "两次").printed == "两次")
  }

  @Test func convertsExactly() throws {
    let amount = Quantity(try #require(ExactDecimal("2660000")), unit: MeasureUnit("元"))
    #expect(amount.converted(to: MeasureUnit("万元"))?.printed == "266万元")
    #expect(amount.converted(to: MeasureUnit("人")) == nil)
    #expect(amount.converted(to: MeasureUnit("万元"))?.baseValue == amount.baseValue)
  }
}

@Suite struct TrimmedBlanksTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("\u{3000}\u{3000}甲 乙\u{A0}\t", "甲 乙"), ("\u{FEFF}甲\r\n", "甲"),
    ("甲", "甲"), ("\u{3000}", ""), ("\r\n\r\n", ""), ("　一、", "一、"),
  ])
  func trims(text: String, expected: String) {
    #expect(text.trimmedBlanks == expected)
    #expect(Substring(text).trimmedBlanks == expected)
  }
}
