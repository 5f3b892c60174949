import BulletinSyntax
import ReportModel
import Testing

@testable import FigureClaims

/// What printed figures stand for.
struct PrintedNumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let lower: String?
    let upper: String?
    let includesUpper: Bool

    init(_ text: String, _ lower: String?, _ upper: String?, includesUpper: Bool = true) {
      self.text = text
      self.lower = lower
      self.upper = upper
      self.includesUpper = includesUpper
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("达46.7%", "46.65", "46.75", includesUpper: false),
    Case("达46.6%", "46.55", "46.65"),
    Case("培训120人", "120", "120"),
    Case("投资14万元", "135000", "145000"),
    Case("问题300余个", "300", "400", includesUpper: false),
    Case("车辆13.3万余车次", "133000", "134000", includesUpper: false),
    Case("问题近300个", "200", "300"),
    Case("问题近100个", "50", "100"),
    Case("问题约300个", "250", "350"),
    Case("问题约120个", "114", "126"),
    Case("问题超300个", "300", nil),
    Case("问题300个以上", "300", nil),
    Case("问题不足300个", "0", "300"),
    Case("问题300个以内", "0", "300"),
    Case("达到300个", "300", "300"),
  ])
  func standsFor(_ wanted: Case) throws {
    let bytes = Array(wanted.text.utf8)
    let figure = try #require(FigureScanner.figures(in: bytes).first)
    let number = try #require(
      bytes.withUnsafeBufferPointer { buffer in
        let text = TextView(buffer)
        return PrintedNumber(figure, PrintedUnit(figure, text), text)
      })
    func fraction(_ text: String?) -> Fraction? {
      text.flatMap { ExactDecimal($0) }.flatMap { Fraction($0) }
    }
    #expect(number.narrow.lower == fraction(wanted.lower))
    #expect(number.narrow.upper == fraction(wanted.upper))
    #expect(number.narrow.includesUpper == wanted.includesUpper)
    #expect(number.narrow.isInside(number.wide) != false || !number.isHedged)
  }

  @Test func fractionsAreExact() throws {
    let third = try #require(Fraction(1, over: 3))
    let sum = try #require(third.adding(third)?.adding(third))
    #expect(sum == Fraction(1))
    #expect(Fraction(2, over: -6) == third.negated)
    #expect(Fraction(1, over: 0) == nil)
    #expect(third.rounded(to: 3)?.description == "0.333")
    #expect(Fraction(-7, over: 2)?.floor == -4)
    #expect(Fraction(-7, over: 2)?.ceiling == -3)
    #expect(Fraction(7, over: 2)?.ceiling == 4)
  }

  @Test func whatDoesNotFitIsNil() throws {
    let large = try #require(Fraction(Int128.max))
    #expect(large.multiplied(by: Fraction(2)) == nil)
    #expect(large.adding(Fraction(1)) == nil)
    #expect(Fraction(ExactDecimal(1), power: 40) == nil)
    let text =
      "共\(String(repeating: "9", count: 38))个，其中\(String(repeating: "9", count: 38))个、\(String(repeating: "9", count: 38))个。"
    #expect(claims(in: text).allSatisfy { $0.verdict != .fails })
  }
}
