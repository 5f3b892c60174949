/// From one value to another: `由40个增至50个，增长25%`, in per cent, points or times.
extension ClaimScan {
  /// The change from an earlier to a later value, in per cent.
  mutating func findGrowth(_ index: Int) {
    let reading = readings[index]
    guard reading.leadCues.hasAny(.change), !reading.leadCues.has(.to),
      !reading.leadCues.has(.annual),
      !isContradictory(reading.leadCues), reading.joint < .semicolon
    else { return }
    if let pair = ends(ofChange: index) {
      if readings[pair.from].unit.kind == .percent { return }  // A matter of points.
      judgeGrowth(from: pair.from, to: pair.to, change: index)
    } else if !readings[index].leadCues.has(.share) {
      findComparison(index)
    }
  }

  /// The two values before `change` where they are 由A增至B and nothing is said between B and the
  /// change but, perhaps, by how much that is: 由320户减至280户，减少40户，下降12.5%.
  func ends(ofChange change: Int) -> (from: Int, to: Int)? {
    var to = change - 1
    guard isBareChange(change) else { return nil }
    if to >= 2, isBareChange(to), isSameUnit(to, to - 1) { to -= 1 }
    guard to >= 1, isSameSentence(to - 1, change), isPair(to - 1, to) else { return nil }
    return (to - 1, to)
  }

  /// Whether a figure is told by 增长 or 下降 alone, a comma behind the figure before.
  private func isBareChange(_ index: Int) -> Bool {
    let reading = readings[index]
    return reading.joint <= .comma && reading.isBare && reading.leadCues.hasAny(.change)
      && !reading.leadCues.has(.to) && !reading.leadCues.hasAny(.comparison)
      && !reading.leadCues.has(.each)
  }

  /// Whether two neighbours are the ends of a change: 由A增至B.
  func isPair(_ from: Int, _ to: Int) -> Bool {
    let (first, second) = (readings[from], readings[to])
    return first.leadCues.has(.from) && second.leadCues.has(.to) && second.joint <= .words
      && isSameUnit(from, to) && !second.leadCues.has(.each) && !isContradictory(second.leadCues)
      && first.unit.kind != .other
  }

  /// Growing and shrinking at once says neither.
  func isContradictory(_ cues: CueSet) -> Bool { cues.has(.up) && cues.has(.down) }

  /// Whether a side can be divided by.
  func isPositive(_ side: Judgement.Side) -> Bool {
    guard let low = side.wide.lower else { return false }
    return !low.isZero && !low.isNegative
  }

  private mutating func judgeGrowth(from: Int, to: Int, change: Int) {
    guard let start = side(from), let end = side(to), isPositive(start) else { return }
    judgeGrowth(start, end, [(from, .from), (to, .to), (change, .change)], .growth)
  }

  /// Judges (later − earlier) ÷ earlier against the change, the last of the terms.
  private mutating func judgeGrowth(
    _ start: Judgement.Side, _ end: Judgement.Side, _ terms: [(Int, ClaimRole)], _ kind: ClaimKind,
    isSure: Bool = true
  ) {
    guard let change = terms.last?.0, let stated = side(change),
      let computed = growth(from: start, to: end)
    else { return }
    let isFall = readings[change].leadCues.has(.down)
    let signed = isFall ? computed.negated : computed
    var sides = ClaimSides(stated: surface(change), isFall: isFall)
    if let value = signed.value {
      let digits = places(change) + 1
      sides.computed = shown(value, places: digits) + "%"
      sides.margin = shown(
        stated.value.flatMap { value.subtracting($0) }?.magnitude, places: digits)
    }
    switch Judgement.equal(signed, stated) {
    case .holds: add(kind, terms, .holds, sides)
    case .fails:
      if signed.value?.isNegative == true { sides.note = isFall ? .rose : .fell }
      if !isSure { sides.note = .roles }
      if isSure, sides.note == .none { sides.remedies = growthRemedies(start, terms, isFall) }
      add(kind, terms, isSure ? .fails : .uncertain, sides)
    case .cutOff:
      sides.note = .cutOff
      add(kind, terms, .uncertain, sides)
    case .open:
      sides.note = .hedged
      add(kind, terms, .uncertain, sides)
    case .unknown: add(kind, terms, .notAssessable, sides)
    }
  }

  /// The growth in per cent; both values are above zero.
  private func growth(from start: Judgement.Side, to end: Judgement.Side) -> Judgement.Side? {
    let hundred = Judgement.Side(
      narrow: Bounds(Fraction(100)), wide: Bounds(Fraction(100)), value: Fraction(100))
    return end.divided(by: start)?.scaled(by: Fraction(100))?.subtracting(hundred)
  }

  private func growthRemedies(
    _ start: Judgement.Side, _ terms: [(Int, ClaimRole)], _ isFall: Bool
  ) -> [ClaimRemedy] {
    guard let later = terms.first(where: { $0.1 == .to })?.0, let change = terms.last?.0,
      let base = start.value, let rate = number(change)?.value.divided(by: Fraction(100)),
      let part = base.multiplied(by: isFall ? rate.negated : rate), let end = base.adding(part)
    else { return [] }
    return [ClaimRemedy(role: .to, value: shown(inUnit(end, of: later), places: places(later)))]
  }

  // MARK: 同比 and 环比

  /// A change against another period, whose value the text may give.
  mutating func findComparison(_ index: Int) {
    let reading = readings[index]
    let before = index - 1
    guard before >= 0, isSameSentence(before, index), reading.joint <= .comma else {
      if reading.leadCues.has(.compare) { addWithoutBase(index) }
      return
    }
    if findStatedBase(index) { return }
    if reading.isBare, let base = base(of: index) {
      // 今年 beside 上年同期 leaves no doubt; a figure with other words of its own may be of another
      // thing.
      let isSure =
        base.base > base.current
        || repeats(readings[base.current].lead, in: readings[base.base].lead)
      judgeComparison(current: base.current, base: base.base, change: index, isSure: isSure)
    } else if reading.isBare, isDifference(before), before > 0, isSameSentence(before - 1, index),
      isSameUnit(before - 1, before), readings[before].joint <= .comma,
      reading.unit.kind == .percent
    {
      judgeDifference(current: before - 1, difference: before, change: index)
    } else if findSurplusBehind(index) || findNamedDifference(index) {
      return
    } else if reading.leadCues.has(.compare) {
      addWithoutBase(index)
    }
  }

  /// A上年同期B: the current value and its base among the two figures before a change.
  private func base(of change: Int) -> (current: Int, base: Int)? {
    let (near, far) = (change - 1, change - 2)
    guard far >= 0, isSameSentence(far, change), isSameUnit(far, near),
      readings[near].joint <= .comma, readings[near].unit.kind.isAmount
    else { return nil }
    let isNearBase = isBase(near, like: far)
    let isFarBase = isBase(far, like: near)
    if isNearBase, !isFarBase, readings[near].joint >= .bracket { return (far, near) }
    if isFarBase, !isNearBase { return (near, far) }
    return nil
  }

  /// Whether a figure is another period's value: 上年同期为40个, or 去年招生40人 beside 今年招生50人.
  private func isBase(_ index: Int, like other: Int) -> Bool {
    let reading = readings[index]
    guard reading.isBare || repeats(reading.lead, in: readings[other].lead) else { return false }
    return reading.openCues.has(.base) && !reading.leadCues.hasAny(.change)
      && !reading.leadCues.hasAny(.comparison)
  }

  mutating func judgeComparison(current: Int, base: Int, change: Int, isSure: Bool) {
    guard let start = side(base), let end = side(current), isPositive(start),
      readings[change].unit.kind == .percent
    else { return }
    judgeGrowth(
      start, end, [(current, .to), (base, .from), (change, .change)], .comparison, isSure: isSure)
  }

  /// Whether a figure is itself a change against another period: 比上年增加30个.
  private func isDifference(_ index: Int) -> Bool {
    let reading = readings[index]
    return reading.openCues.hasAny(.comparison) && reading.leadCues.hasAny(.change)
      && !reading.leadCues.has(.to) && !isContradictory(reading.leadCues)
      && reading.unit.kind.isAmount
  }

  /// A，比上年增加D，增长p%: the base is A less D.
  mutating func judgeDifference(
    current: Int, difference: Int, change: Int, isSure: Bool? = nil, onlyHolding: Bool = false
  ) {
    guard let end = side(current), let step = side(difference) else { return }
    let isFall = isFall(difference)
    guard isFall == readings[change].leadCues.has(.down),
      let start = isFall ? end.adding(step) : end.subtracting(step),
      let low = start.wide.lower, !low.isNegative, !low.isZero,
      let share = step.divided(by: start)?.scaled(by: Fraction(100)), let stated = side(change)
    else { return }
    var sides = ClaimSides(stated: surface(change), isFall: isFall)
    let digits = places(change) + 1
    if let value = share.value {
      sides.computed = shown(value, places: digits) + "%"
      sides.margin = shown(
        stated.value.flatMap { value.subtracting($0) }?.magnitude, places: digits)
    }
    let terms: [(Int, ClaimRole)] = [(current, .to), (difference, .part), (change, .change)]
    switch Judgement.equal(share, stated) {
    case .holds: add(.comparison, terms, .holds, sides)
    case _ where onlyHolding: return
    case .fails:
      // The words between must say nothing of their own, or the change may be of another thing.
      let isSure = isSure ?? (isBareComparison(difference) && readings[change].isBare)
      sides.note = isSure ? .none : .roles
      add(.comparison, terms, isSure ? .fails : .uncertain, sides)
    case .cutOff:
      sides.note = .cutOff
      add(.comparison, terms, .uncertain, sides)
    case .open:
      sides.note = .hedged
      add(.comparison, terms, .uncertain, sides)
    case .unknown: break
    }
  }

  /// Whether a lead is no more than a comparison with a year: 比2005年增加.
  func isBareComparison(_ index: Int) -> Bool {
    plainRuns(readings[index].lead).allSatisfy { run in
      var offset = run.lowerBound
      while offset < run.upperBound {
        guard text[offset] &- 0x30 < 10 || text.has("年", at: offset) || text.has("月", at: offset)
        else { return false }
        offset += text.width(at: offset)
      }
      return true
    }
  }

  private mutating func addWithoutBase(_ index: Int) {
    guard isWanted(.comparison, .notAssessable) else { return }
    let before = index - 1
    var terms: [(Int, ClaimRole)] = [(index, .change)]
    if before >= 0, isSameSentence(before, index), readings[index].joint <= .comma,
      readings[before].unit.kind.isAmount
    {
      terms.insert((before, .to), at: 0)
    }
    add(
      .comparison, terms, .notAssessable,
      ClaimSides(stated: surface(index), note: .noBase))
  }
}
