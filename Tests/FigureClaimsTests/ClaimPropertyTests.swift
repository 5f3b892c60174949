import Testing

@testable import FigureClaims

/// Claims made to be true, and made to be false, from generated numbers.
struct ClaimPropertyTests {
  /// A small generator of repeatable numbers.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }

  /// `hundredths` of a per cent, printed with `places` digits, off by `units` of the last.
  static func percent(_ part: Int, _ whole: Int, places: Int, off units: Int = 0) -> String {
    let scale = [1, 10, 100][places]
    // Half away from zero, as prose rounds.
    let value = (part * 100 * scale * 2 + whole) / (whole * 2) + units
    let digits = "\(value % scale)"
    let tail = String(repeating: "0", count: max(0, places - digits.utf8.count)) + digits
    return places == 0 ? "\(value)%" : "\(value / scale).\(tail)%"
  }

  @Test(arguments: 0..<400)
  func trueSharesHold(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let whole = Int.random(in: 2...90_000, using: &numbers)
    let part = Int.random(in: 1...whole, using: &numbers)
    let rate = Self.percent(part, whole, places: seed % 3)
    let found = claims(in: "今年受理来信\(whole)件，办结\(part)件，办结率\(rate)。").filter { $0.kind == .share }
    #expect(found.map(\.verdict) == [.holds])
  }

  @Test(arguments: 0..<400)
  func falseSharesFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 1000)
    let whole = Int.random(in: 2...90_000, using: &numbers)
    let part = Int.random(in: whole / 2...whole, using: &numbers)
    let places = seed % 3
    // Two places off is beyond both rounding and cutting off.
    let units = seed.isMultiple(of: 2) ? 2 : -2
    let rate = Self.percent(part, whole, places: places, off: units)
    let found = claims(in: "今年受理来信\(whole)件，办结\(part)件，办结率\(rate)。").filter { $0.kind == .share }
    #expect(found.map(\.verdict) == [.fails])
  }

  @Test(arguments: 0..<200)
  func cutOffSharesNeverFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 2000)
    let whole = Int.random(in: 2...90_000, using: &numbers)
    let part = Int.random(in: 1...whole, using: &numbers)
    let rate = "\(part * 1000 / whole / 10).\(part * 1000 / whole % 10)%"
    let found = claims(in: "今年受理来信\(whole)件，办结\(part)件，办结率\(rate)。")
    #expect(found.allSatisfy { $0.verdict != .fails })
  }

  @Test(arguments: 0..<200)
  func sumsHoldOrFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 3000)
    let members = (0..<Int.random(in: 2...6, using: &numbers)).map { _ in
      Int.random(in: 1...5000, using: &numbers)
    }
    let total = members.reduce(0, +)
    let list = members.map { "某类\($0)个" }.joined(separator: "、")
    #expect(claims(in: "\(list)，合计\(total)个。").contains { $0.kind == .sum && $0.verdict == .holds })
    let wrong = claims(in: "\(list)，合计\(total + 1)个。").filter { $0.kind == .sum }
    #expect(wrong.map(\.verdict) == [.fails])
    let less = claims(in: "共\(total - 1)个，其中\(list)。").filter { $0.kind == .sum }
    #expect(less.allSatisfy { $0.verdict != .uncertain && $0.verdict != .notAssessable })
  }

  /// Parts in 万元 are rounded each for itself; their true sum must pass.
  @Test(arguments: 0..<200)
  func roundedSumsNeverFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 4000)
    let members = (0..<Int.random(in: 2...6, using: &numbers)).map { _ in
      Int.random(in: 1...90_000_000, using: &numbers)
    }
    func printed(_ yuan: Int) -> String {
      let tenths = (yuan + 500) / 1000
      return tenths % 10 == 0 ? "\(tenths / 10)万元" : "\(tenths / 10).\(tenths % 10)万元"
    }
    let list = members.map { "某类\(printed($0))" }.joined(separator: "、")
    let total = printed(members.reduce(0, +))
    for text in ["\(list)，合计\(total)。", "共\(total)，其中\(list)。", "共\(total)：\(list)。"] {
      #expect(claims(in: text).allSatisfy { $0.verdict != .fails }, "\(text)")
    }
  }

  @Test(arguments: 0..<300)
  func growthHoldsOrFails(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 5000)
    let from = Int.random(in: 20...5000, using: &numbers)
    let to = from + Int.random(in: 1...from, using: &numbers)
    let places = seed % 3
    let right = Self.percent(to - from, from, places: places)
    let wrong = Self.percent(to - from, from, places: places, off: 2)
    func verdicts(_ rate: String) -> [ClaimVerdict] {
      claims(in: "床位由\(from)张增至\(to)张，增长\(rate)。").filter { $0.kind == .growth }.map(\.verdict)
    }
    #expect(verdicts(right) == [.holds])
    #expect(verdicts(wrong) == [.fails])
  }

  @Test(arguments: 0..<200)
  func standardsHoldOrFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 6000)
    let each = Int.random(in: 1...40, using: &numbers) * 50
    let heads = Int.random(in: 2...9000, using: &numbers)
    func verdicts(_ amount: Int) -> [ClaimVerdict] {
      claims(in: "按每人\(each)元标准，为\(heads)名学生发放补助\(amount)元。").filter {
        $0.kind == .perHead
      }.map(\.verdict)
    }
    #expect(verdicts(each * heads) == [.holds])
    #expect(verdicts(each * heads + 1) == [.fails])
  }

  @Test(arguments: 0..<200)
  func possiblePercentagesNeverFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 7000)
    let whole = Int.random(in: 2...400, using: &numbers)
    let part = Int.random(in: 1...whole, using: &numbers)
    let rate = Self.percent(part, whole, places: seed % 3)
    #expect(claims(in: "获奖\(part)人，占\(rate)。").allSatisfy { $0.verdict == .holds })
  }

  @Test(arguments: 0..<200)
  func pointsHoldOrFail(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &+ 8000)
    let from = Int.random(in: 100...500, using: &numbers)
    let rise = Int.random(in: 11...400, using: &numbers)
    func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
    func verdicts(_ points: Int) -> [ClaimVerdict] {
      let text = "入园率由\(tenths(from))%提高到\(tenths(from + rise))%，提高\(tenths(points))个百分点。"
      return claims(in: text).filter { $0.kind == .points }.map(\.verdict)
    }
    #expect(verdicts(rise) == [.holds])
    #expect(verdicts(rise + 3) == [.fails])
  }
}
