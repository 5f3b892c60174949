import ReportModel
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("14022", "14022"), ("78.55", "78.55"), ("-3.10", "-3.10"), ("007", "7"),
    ("0.05", "0.05"), ("123456789012345678", "123456789012345678"),
    ("-1234567890123456789.05", "-1234567890123456789.05"),
    ("12345678901234567.5", "12345678901234567.5"),
    ("123456789012345678.5", "123456789012345678.5"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
  ])
  func readsAndPrints(text: String, printed: String) {
    #expect(ExactDecimal(text)?.description == printed)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1,234", "12.5.1", "１２", "1e3", "+5", " 5", "--1", "-.5",
    "123456789012345678.", "12345678901234567..1",
    "1.234567890123456789.0", "123456789012345678-1",
  ])
  func refusesOtherForms(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(ExactDecimal(String(repeating: "9", count: 40)) == nil)
    let large = ExactDecimal(String(repeating: "9", count: 38))
    #expect(large?.multiplied(by: ExactDecimal(10)) == nil)
    #expect(large?.scaled(byPowerOfTen: 4) == nil)
  }

  @Test func equalityIsByValue() throws {
    let short = try #require(ExactDecimal("78.5"))
    let long = try #require(ExactDecimal("78.500"))
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(long.significantDigits == 3)
    #expect(ExactDecimal("100")?.significantDigits == 1)
  }

  @Test(arguments: [
    ("18881", "38603", 4, "0.4891"), ("1", "3", 2, "0.33"), ("2", "3", 2, "0.67"),
    ("-1", "2", 0, "-1"), ("1", "2", 0, "1"), ("7.5", "2.5", 1, "3.0"),
    ("0.01", "4000", 3, "0.000"),
  ])
  func dividesRoundingHalfAwayFromZero(a: String, b: String, digits: Int, result: String) throws {
    let left = try #require(ExactDecimal(a))
    let right = try #require(ExactDecimal(b))
    #expect(left.divided(by: right, digits: digits)?.description == result)
  }

  @Test func divisionByZeroHasNoValue() {
    #expect(ExactDecimal(1).divided(by: ExactDecimal(0), digits: 2) == nil)
  }

  @Test func ordersAcrossScales() throws {
    let small = try #require(ExactDecimal("9.99"))
    #expect(small < ExactDecimal(10))
    #expect(try #require(ExactDecimal("-0.1")) < ExactDecimal(0))
  }

  @Test(arguments: 0..<200)
  func sumsAndDifferencesUndoEachOther(seed: Int) throws {
    let a = try #require(
      ExactDecimal(significand: Int128(seed &* 7919 % 100_003 - 50_000), scale: seed % 5))
    let b = try #require(
      ExactDecimal(significand: Int128(seed &* 104_729 % 99_991), scale: seed % 3))
    let sum = try #require(a.adding(b))
    #expect(sum.subtracting(b) == a)
  }
}
