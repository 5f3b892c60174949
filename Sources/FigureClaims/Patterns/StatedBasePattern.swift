/// A value beside the one it is compared with: `完成120万元，比去年同期的100万元增加20万元，增长20%`.
extension ClaimScan {
  /// Judges a change whose base stands right before it; false where none does.
  ///
  /// `change` is in per cent, behind the base itself or behind by how much it was exceeded.
  mutating func findStatedBase(_ change: Int) -> Bool {
    guard readings[change].isBare else { return false }
    if let pair = valueAndBase(before: change) {
      judgeComparison(current: pair.current, base: pair.base, change: change, isSure: true)
      return true
    }
    let difference = change - 1
    guard isStep(difference), readings[change].joint <= .comma,
      let pair = valueAndBase(before: difference)
    else { return false }
    judgeComparison(current: pair.current, base: pair.base, change: change, isSure: true)
    return true
  }

  /// By how much a value exceeds the base before it: `比去年的100万元增加20万元`.
  mutating func findStatedDifference(_ difference: Int) {
    guard isStep(difference), let pair = valueAndBase(before: difference) else { return }
    judgeDifference(from: pair.base, to: pair.current, difference, isSure: true)
  }

  /// Whether a figure is told by 增加 or 减少 alone.
  private func isStep(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let reading = readings[index]
    return reading.isBare && reading.leadCues.hasAny(.change) && !reading.leadCues.has(.to)
      && !isContradictory(reading.leadCues) && reading.unit.kind.isAmount
      && isSameUnit(index - 1, index)
  }

  /// The value and the base whose comparison `change` tells: the two figures before it, the second
  /// led in by 比 or 较 and no more than a period, with nothing but the verb behind it.
  private func valueAndBase(before change: Int) -> (current: Int, base: Int)? {
    let (current, base) = (change - 2, change - 1)
    guard current >= 0, isSameSentence(current, change), isSameUnit(current, base),
      readings[current].unit.kind.isAmount, readings[change].joint <= .comma,
      readings[base].joint >= .comma, readings[base].joint < .semicolon,
      readings[base].openCues.hasAny(.comparison), isBareComparison(base),
      !readings[base].leadCues.hasAny(.change), !readings[current].leadCues.has(.each),
      readings[current].joint != .direct, readings[base].joint != .direct
    else { return nil }
    return (current, base)
  }

  // MARK: By how much and by how many per cent, in any order

  /// `完成61646万元，同比增长10.7%，增收5939万元`: by how much stands behind the per cent.
  ///
  /// Returns true where a claim was judged.
  mutating func findSurplusBehind(_ change: Int) -> Bool {
    let difference = change + 1
    guard difference < readings.count, readings[change].leadCues.has(.compare),
      readings[change].isBare, isSameSentence(change, difference),
      readings[difference].joint <= .comma, readings[difference].unit.kind.isAmount,
      isSurplus(difference) || readings[difference].isBare && isChange(difference),
      !readings[difference].leadCues.has(.to), isFall(difference) == isFall(change),
      let current = value(before: change), isSameUnit(current, difference), !isChange(current)
    else { return false }
    judgeDifference(current: current, difference: difference, change: change, isSure: true)
    return true
  }

  /// `事故23起、死亡26人，同比事故起数增加3起、上升15%，死亡人数增加5人、上升23.8%`: the value is found by
  /// its unit and the words before it.
  ///
  /// Returns true where a claim was judged.
  mutating func findNamedDifference(_ change: Int) -> Bool {
    let difference = change - 1
    guard readings[change].isBare, readings[change].joint <= .comma,
      readings[difference].unit.kind.isAmount, readings[difference].leadCues.hasAny(.change),
      !readings[difference].leadCues.has(.to), !readings[difference].isBare,
      isCompared(difference)
    else { return false }
    var found: [Int] = []
    var index = difference - 1
    while index >= 0, index >= difference - 12, isSameSentence(index, difference) {
      if isSameUnit(index, difference), !isChange(index), !readings[index].leadCues.hasAny(.change)
      {
        found.append(index)
      }
      index -= 1
    }
    let named = found.filter {
      readings[$0].plainCount > 0 && repeats(readings[$0].lead, in: readings[difference].lead)
    }
    if named.count == 1 { found = named }
    guard found.count == 1, let current = found.first else { return false }
    // One that is known by its unit alone counts only where it fits.
    let isNamed = named.count == 1
    let count = claims.count
    judgeDifference(
      current: current, difference: difference, change: change, isSure: isNamed,
      onlyHolding: !isNamed)
    return isNamed || claims.count > count
  }

  /// Whether 同比 or the like stands before a figure in its sentence.
  private func isCompared(_ index: Int) -> Bool {
    var index = index
    while index >= 0, readings[index].unit.kind != .other {
      if readings[index].gapCues.hasAny(.comparison) { return true }
      guard index > 0, isSameSentence(index - 1, index) else { return false }
      index -= 1
    }
    return false
  }

  /// Whether a figure tells of a fall.
  func isFall(_ index: Int) -> Bool {
    let reading = readings[index]
    return reading.leadCues.has(.down)
      || isSurplus(index)
        && (text.has("减", at: reading.lead.lowerBound)
          || text.has("少", at: reading.lead.lowerBound))
  }
}
