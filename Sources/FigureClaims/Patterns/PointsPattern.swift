/// The difference of two rates: `由40%提高到46%，提高6个百分点`.
extension ClaimScan {
  mutating func findPoints(_ index: Int) {
    let reading = readings[index]
    guard reading.leadCues.hasAny(.change), !reading.leadCues.has(.to),
      !isContradictory(reading.leadCues)
    else { return }
    guard let (from, to) = ends(ofChange: index), to == index - 1,
      readings[from].unit.kind == .percent
    else {
      if reading.unit.kind == .points, reading.leadCues.has(.compare) { findComparison(index) }
      return
    }
    guard let start = side(from), let end = side(index - 1), let stated = side(index),
      let rise = end.subtracting(start)
    else { return }
    let isFall = reading.leadCues.has(.down)
    let change = isFall ? rise.negated : rise
    let terms: [(Int, ClaimRole)] = [(from, .from), (index - 1, .to), (index, .change)]
    if reading.unit.kind == .points {
      judgePoints(change, stated, terms, isFall)
    } else {
      judgePercent(change, start, end, stated, terms, isFall)
    }
  }

  private mutating func judgePoints(
    _ change: Judgement.Side, _ stated: Judgement.Side, _ terms: [(Int, ClaimRole)], _ isFall: Bool
  ) {
    guard let index = terms.last?.0 else { return }
    var sides = sides(change, stated, index, unit: "个百分点")
    switch Judgement.equal(change, stated) {
    case .holds: add(.points, terms, .holds, sides)
    case .fails:
      if change.value?.isNegative == true { sides.note = isFall ? .rose : .fell }
      add(.points, terms, .fails, sides)
    case .cutOff, .open:
      sides.note = .hedged
      add(.points, terms, .uncertain, sides)
    case .unknown: break
    }
  }

  /// A change of rates in per cent is relative; one that equals the difference was meant in points.
  private mutating func judgePercent(
    _ change: Judgement.Side, _ start: Judgement.Side, _ end: Judgement.Side,
    _ stated: Judgement.Side, _ terms: [(Int, ClaimRole)], _ isFall: Bool
  ) {
    guard let index = terms.last?.0 else { return }
    let hundred = Bounds(Fraction(100))
    let whole = Judgement.Side(narrow: hundred, wide: hundred, value: Fraction(100))
    guard isPositive(start),
      let growth = end.divided(by: start)?.scaled(by: Fraction(100))?.subtracting(whole)
    else { return }
    let relative = isFall ? growth.negated : growth
    var shown = sides(relative, stated, index, unit: "%")
    switch (Judgement.equal(relative, stated), Judgement.equal(change, stated)) {
    case (.holds, .holds) where relative.value != stated.value:
      // Of 由95%提高到98%，提高3% both readings come near; the difference is what is exact.
      shown.note = .pointsAsPercent
      add(.points, terms, .uncertain, shown)
    case (.holds, _): add(.points, terms, .holds, shown)
    case (.fails, .holds):
      shown.note = .pointsAsPercent
      add(.points, terms, .fails, shown)
    case (.fails, .fails): add(.points, terms, .fails, shown)
    case (.unknown, _), (_, .unknown): break
    default:
      shown.note = .hedged
      add(.points, terms, .uncertain, shown)
    }
  }

  private func sides(
    _ computed: Judgement.Side, _ stated: Judgement.Side, _ index: Int, unit: String
  ) -> ClaimSides {
    var sides = ClaimSides(
      stated: surface(index), isFall: readings[index].leadCues.has(.down))
    guard let value = computed.value else { return sides }
    let digits = max(places(index), max(places(index - 1), places(index - 2))) + 1
    sides.computed = shown(value, places: digits) + unit
    sides.margin = shown(stated.value.flatMap { value.subtracting($0) }?.magnitude, places: digits)
    return sides
  }
}
