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
}
