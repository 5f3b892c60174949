/// 倍 and 翻番: `由15人增至30人，翻了一番`; grown by two times is three times as much.
extension ClaimScan {
  mutating func findMultiple(_ index: Int) {
    let reading = readings[index]
    findStatedMultiple(index)
    guard reading.leadCues.hasAny(.change), !isContradictory(reading.leadCues) else { return }
    let fallsByTimes =
      reading.leadCues.has(.down) && !reading.leadCues.has(.to) && isLastChange(reading)
    if fallsByTimes, let times = number(index), times.value.compared(to: Fraction(1)) ?? -1 >= 0 {
      add(
        .multiple, [(index, .change)], .fails,
        ClaimSides(stated: surface(index), note: .fallByTimes))
      return
    }
    guard reading.leadCues.has(.up) else { return }
    if let pair = ends(ofChange: index) {
      judge(from: pair.from, to: pair.to, index)
    } else if index >= 2, isSameSentence(index - 2, index),
      isSameUnit(index - 2, index - 1), reading.joint <= .comma,
      readings[index - 1].joint <= .comma, !reading.leadCues.has(.to),
      readings[index - 1].unit.kind.isAmount
    {
      judgeDifference(index)
    } else if reading.leadCues.has(.compare) {
      findComparison(index)
    }
  }

  /// Whether the words right before the figure are 减少, 下降 or links behind them.
  private func isLastChange(_ reading: FigureReading) -> Bool {
    reading.lastCues.has(.down) || reading.lastCues.has(.link) && reading.plainCount == 0
  }

  private mutating func judge(from: Int, to: Int, _ index: Int) {
    guard let start = side(from), let end = side(to), let stated = side(index),
      isPositive(start), let ratio = end.divided(by: start)
    else { return }
    let one = Bounds(Fraction(1))
    let step = Judgement.Side(narrow: one, wide: one, value: Fraction(1))
    guard let computed = ratio.subtracting(step) else { return }
    judge(
      computed, stated, ratio, [(from, .from), (to, .to), (index, .change)], index,
      isSure: true)
  }

  /// A，比上年增加D，增长k倍.
  private mutating func judgeDifference(_ index: Int) {
    let (current, difference) = (index - 2, index - 1)
    let reading = readings[difference]
    guard reading.openCues.hasAny(.comparison), reading.leadCues.has(.up),
      !reading.leadCues.has(.to), let end = side(current), let step = side(difference),
      let start = end.subtracting(step), let low = start.wide.lower, !low.isNegative, !low.isZero,
      let computed = step.divided(by: start), let ratio = end.divided(by: start),
      let stated = side(index)
    else { return }
    // Words of its own may make it another quantity's change.
    guard readings[index].isBare || Judgement.equal(computed, stated) == .holds else { return }
    judge(
      computed, stated, ratio, [(current, .to), (difference, .part), (index, .change)], index,
      isSure: false)
  }

  private mutating func judge(
    _ computed: Judgement.Side, _ stated: Judgement.Side, _ ratio: Judgement.Side,
    _ terms: [(Int, ClaimRole)], _ index: Int, isSure: Bool
  ) {
    var sides = ClaimSides(stated: surface(index))
    let digits = places(index) + 1
    if let value = computed.value {
      sides.computed = shown(value, places: digits) + "倍"
      sides.margin = shown(
        stated.value.flatMap { value.subtracting($0) }?.magnitude, places: digits)
    }
    switch Judgement.equal(computed, stated) {
    case .holds: add(.multiple, terms, .holds, sides)
    case .fails where isSure: add(.multiple, terms, .fails, sides)
    case .fails:
      sides.note = .roles
      add(.multiple, terms, .uncertain, sides)
    case .cutOff:
      sides.note = .cutOff
      add(.multiple, terms, .uncertain, sides)
    case .open:
      sides.note = .hedged
      add(.multiple, terms, .uncertain, sides)
    case .unknown: break
    }
  }

  /// 翻番 behind a figure; no standard says how near to twice it must be, so that 1.9 to 2.1 times
  /// holds and only less than 1.8 or more than 3 times (翻两番: 3.6, 6) fails.
  mutating func findDoubling(_ index: Int) {
    let reading = readings[index]
    let isDouble = reading.afterCues.has(.double)
    guard isDouble || reading.afterCues.has(.quadruple), reading.unit.kind != .time else { return }
    guard index > 0, isPair(index - 1, index), let start = side(index - 1), let end = side(index),
      isPositive(start), let ratio = end.divided(by: start)
    else {
      add(
        .multiple, [(index, .to)], .notAssessable,
        ClaimSides(stated: isDouble ? "2倍" : "4倍", note: .noBase))
      return
    }
    let factor = isDouble ? 1 : 2
    func tenths(_ low: Int, _ high: Int) -> Bounds? {
      guard let bottom = Fraction(Int128(low * factor), over: 10),
        let top = Fraction(Int128(high * factor), over: 10)
      else { return nil }
      return Bounds(bottom, top)
    }
    guard let near = tenths(19, 21), let far = tenths(18, 30),
      let isInside = ratio.narrow.isInside(near),
      let isApart = ratio.wide.isDisjoint(from: far)
    else { return }
    let sides = ClaimSides(
      computed: shown(ratio.value, places: 2) + "倍", stated: isDouble ? "2倍" : "4倍")
    add(
      .multiple, [(index - 1, .from), (index, .to)],
      isInside ? .holds : isApart ? .fails : .uncertain, sides)
  }
}
