/// What is said to have grown is more than before: `由40人增至30人` is not.
extension ClaimScan {
  mutating func findDirection(_ to: Int) {
    let from = to - 1
    guard from >= 0, readings[to].leadCues.hasAny(.change), isPair(from, to),
      let start = number(from), let end = number(to),
      let order = end.value.compared(to: start.value)
    else { return }
    let isFall = readings[to].leadCues.has(.down)
    let isRight = isFall ? order <= 0 : order >= 0
    // Where a change in numbers follows, that claim says it all.
    if isRight, isFollowedByChange(to) { return }
    var sides = ClaimSides(
      computed: surface(to), stated: surface(from))
    if isRight {
      add(.direction, [(from, .from), (to, .to)], .holds, sides)
      return
    }
    sides.note = isFall ? .rose : .fell
    let isVague = start.isHedged || end.isHedged || isBetterWhenLess(to)
    add(.direction, [(from, .from), (to, .to)], isVague ? .uncertain : .fails, sides)
  }

  private func isFollowedByChange(_ to: Int) -> Bool {
    guard to + 1 < readings.count, let pair = ends(ofChange: to + 1), pair.to == to else {
      return false
    }
    return !readings[to + 1].unit.kind.isAmount || isSameUnit(to, to + 1)
  }

  /// Ranks and times are bettered downwards: 由第12位提升到8位, 由20天提速到5天.
  private func isBetterWhenLess(_ index: Int) -> Bool {
    let unit = readings[index].unit
    if unit.kind == .time || unit.kind == .none { return true }
    return ["位", "名", "级", "類", "类"].contains { text.has($0, at: unit.base.lowerBound) }
  }

  /// One value is another plus or minus a third: `由273万元调整为341万元，调增68万元`; the change in per
  /// cent may stand between.
  mutating func findDifference(_ index: Int) {
    let reading = readings[index]
    var to = index - 1
    if to > 1, readings[to].unit.kind == .percent, ends(ofChange: to)?.to == to - 1 { to -= 1 }
    guard to >= 1, reading.leadCues.hasAny(.change), !reading.leadCues.has(.to),
      !isContradictory(reading.leadCues), reading.joint <= .comma
    else { return }
    guard readings[to].leadCues.has(.to), isSameSentence(to - 1, index),
      isSameUnit(to - 1, index), isSameUnit(to, index)
    else { return findStatedDifference(index) }
    let isSure =
      ends(ofChange: index)?.to == to
      || to == index - 2 && reading.isBare && !reading.leadCues.hasAny(.comparison)
    judgeDifference(from: to - 1, to: to, index, isSure: isSure)
  }

  /// Judges later less earlier against the change.
  mutating func judgeDifference(from: Int, to: Int, _ index: Int, isSure: Bool) {
    guard let start = side(from), let end = side(to), let stated = side(index),
      let rise = end.subtracting(start)
    else { return }
    let isFall = readings[index].leadCues.has(.down)
    let change = isFall ? rise.negated : rise
    let terms: [(Int, ClaimRole)] = [(from, .from), (to, .to), (index, .change)]
    var sides = ClaimSides(stated: surface(index), isFall: isFall)
    if let value = change.value {
      sides.computed = shown(inUnit(value, of: index), places: 4) + unitText(index)
      let gap = stated.value.flatMap { value.subtracting($0) }?.magnitude
      sides.margin = shown(inUnit(gap, of: index), places: 4) + unitText(index)
    }
    switch Judgement.equal(change, stated) {
    case .holds: add(.difference, terms, .holds, sides)
    case .fails where isSure: add(.difference, terms, .fails, sides)
    case .fails where readings[from].leadCues.has(.from):
      sides.note = .roles
      add(.difference, terms, .uncertain, sides)
    case .cutOff, .open:
      sides.note = .hedged
      add(.difference, terms, .uncertain, sides)
    case .fails, .unknown: break
    }
  }
}
