import ReportModel

/// Part, whole and percentage: `38603次，完成18881次，完成率60%`; `40个，其中12个，占30%`.
extension ClaimScan {
  /// How far back a whole is looked for, in figures.
  private static let reach = 5

  mutating func findShare(_ index: Int) {
    let reading = readings[index]
    guard !reading.leadCues.hasAny(.change), !reading.leadCues.hasAny(.comparison),
      !reading.leadCues.has(.annual), reading.joint < .semicolon || reading.joint == .stop
    else { return }
    findStatedShare(index)
    let isShare = reading.leadCues.has(.share)
    guard isShare || reading.rateStart >= 0 else { return }
    if let part = part(of: index, isShare: isShare) {
      if findShare(part: part, rate: index, isShare: isShare) { return }
      if !reading.isBare, findPlannedShare(part: part, rate: index) { return }
      if isShare, !reading.isBare, findNamedWhole(part: part, rate: index) { return }
      // Beside a figure that may be the whole, only what no whole can give is worth a word.
      let isAlone = wholes(of: part).isEmpty
      findWhole(part: part, rate: index, isShare: isShare, onlyFailing: !isAlone)
    }
    if reading.rateStart >= 0, !isShare { findSampleRate(index) }
  }

  /// The figure whose share `rate` is: the one before, if it is an amount in the same sentence.
  private func part(of rate: Int, isShare: Bool) -> Int? {
    let part = rate - 1
    guard part >= 0, isSameSentence(part, rate), readings[rate].joint <= .comma,
      readings[part].unit.kind.isAmount
    else { return nil }
    return part
  }

  /// The name of a rate without 率: 办结 of 办结率; empty where the lead has none.
  func stem(_ rate: Int) -> Range<Int> {
    let reading = readings[rate]
    guard reading.rateStart >= 0 else { return 0..<0 }
    var start = reading.lead.lowerBound
    var isSkipping = true
    while isSkipping {
      isSkipping = false
      for word in Self.stemPrefixes where text.has(word, at: start) {
        let end = start + word.utf8CodeUnitCount
        guard end + 6 <= reading.rateStart else { continue }
        start = end
        isSkipping = true
      }
      let blank = text.spaceWidth(at: start)
      if blank > 0 { start += blank }
      if blank > 0 { isSkipping = true }
    }
    return start..<max(start, reading.rateStart)
  }

  private static let stemPrefixes: [StaticString] = [
    "问题", "任务", "案件", "事项", "项目", "总体", "整体", "其", "平均", "综合", "总", "线索", "投诉", "的",
  ]

  /// Whether the part's clause holds the name of the rate.
  func isNamed(_ part: Int, by stem: Range<Int>) -> Bool {
    guard (6...24).contains(stem.count) else { return false }
    return text.contains(stem, in: readings[part].lead)
      || text.contains(stem, in: readings[part].tail)
  }

  /// Looks for the whole among the figures before; true where a claim was added.
  private mutating func findShare(part: Int, rate: Int, isShare: Bool) -> Bool {
    let stem = stem(rate)
    let isNamed = isNamed(part, by: stem)
    let wholes = wholes(of: part)
    for whole in wholes where judgeShare(part, whole, rate) == .holds {
      addShare(part, whole, rate, .holds, .none)
      return true
    }
    // 4626户18845人，消除率82.3% may be the share of households.
    if readings[part].joint == .direct,
      let whole = self.wholes(of: part - 1).first(where: {
        judgeShare(part - 1, $0, rate) == .holds
      })
    {
      addShare(part - 1, whole, rate, .holds, .none)
      return true
    }
    guard let whole = wholes.first, let equality = judgeShare(part, whole, rate) else {
      return findReversedShare(part: part, rate: rate)
    }
    let isSure =
      isShare
      ? isSureShare(part: part, whole: whole, rate: rate)
      : isNamed && isAdjacent(whole, part) && !isSameName(whole, stem)
        && isSameAct(part, rate)
    let isLikely =
      isSure || isNamed || isShare && readings[part].gapCues.has(.among)
      || equality == .cutOff && readings[rate].isBare && isAdjacent(whole, part)
    guard isLikely else { return findReversedShare(part: part, rate: rate) }
    switch equality {
    case .holds: return false
    case .fails where isSure: addShare(part, whole, rate, .fails, .none)
    case .fails: addShare(part, whole, rate, .uncertain, .roles)
    case .cutOff: addShare(part, whole, rate, .uncertain, .cutOff)
    case .open: addShare(part, whole, rate, .uncertain, .hedged)
    case .unknown: addShare(part, whole, rate, .notAssessable, .none)
    }
    return true
  }

  /// 占播种面积的50%: a figure before that is told in these words is the whole, if it fits; whether
  /// another than the one found was meant is never sure.
  private mutating func findNamedWhole(part: Int, rate: Int) -> Bool {
    guard let name = plainRuns(readings[rate].lead).last, name.count >= 6,
      number(rate)?.value.isZero == false
    else { return false }
    var index = part - 1
    while index >= 0, index >= part - 12, readings[index + 1].joint < .far {
      if isSameUnit(index, part), text.contains(name, in: readings[index].lead),
        number(index)?.value.isZero == false, judgeShare(part, index, rate) == .holds
      {
        addShare(part, index, rate, .holds, .none)
        return true
      }
      index -= 1
    }
    return false
  }

  /// 完成288个，共320个，完成率90%: the whole behind its part counts only where it fits.
  private mutating func findReversedShare(part whole: Int, rate: Int) -> Bool {
    let part = whole - 1
    guard part >= 0, isSameSentence(part, rate), isSameUnit(part, whole),
      readings[whole].joint <= .comma, isNamed(part, by: stem(rate)),
      judgeShare(part, whole, rate) == .holds, number(rate)?.isHedged == false
    else { return false }
    addShare(part, whole, rate, .holds, .none)
    return true
  }

  /// Figures before the part that may be its whole, the nearest first.
  private func wholes(of part: Int) -> [Int] {
    var found: [Int] = []
    var index = part - 1
    while index >= 0, index >= part - Self.reach {
      if !isSameSentence(index, part) {
        // 其中 at the head of a sentence speaks of the one before.
        guard readings[index + 1].joint == .stop, readings[part].gapCues.has(.among) else { break }
      }
      if isLikeUnit(index, part), !isSurplus(index), number(index)?.value.isZero == false {
        found.append(index)
      }
      index -= 1
    }
    return found
  }

  /// Whether nothing but rates, or the other half of 2起5人次, stands between a whole and its part.
  private func isAdjacent(_ whole: Int, _ part: Int) -> Bool {
    joint(whole, part) <= .comma
      && (whole + 1..<part).allSatisfy {
        !readings[$0].unit.kind.isAmount || readings[$0].joint == .direct
          || readings[$0 + 1].joint == .direct
      }
  }

  /// Whether a figure is told by the rate's own name, unless as what was to be reached: 应参保.
  private func isSameName(_ whole: Int, _ stem: Range<Int>) -> Bool {
    let lead = readings[whole].lead
    guard text.contains(stem, in: lead) || text.contains(stem, in: readings[whole].tail) else {
      return false
    }
    let goals: [StaticString] = ["应", "计划", "需", "拟", "目标", "任务"]
    return !goals.contains { text.contains($0, in: lead) }
  }

  /// The whole of a bare 占 is sure where 其中 says so; 共有学生3200人，教师260人，占8.2% is not.
  private func isSureShare(part: Int, whole: Int, rate: Int) -> Bool {
    readings[rate].isBare && isAdjacent(whole, part) && isSameUnit(whole, part)
      && readings[part].gapCues.has(.among)
  }

  /// Whether the clause of the rate speaks of nothing but the rate.
  private func isSameAct(_ part: Int, _ rate: Int) -> Bool {
    let reading = readings[rate]
    let after = reading.rateStart..<reading.lead.upperBound
    return plainRuns(after).isEmpty && reading.joint == .comma
  }

  func judgeShare(_ part: Int, _ whole: Int, _ rate: Int) -> Judgement.Equality? {
    guard let top = side(part), let bottom = side(whole), let stated = side(rate),
      let share = top.divided(by: bottom)?.scaled(by: Fraction(100))
    else { return .unknown }
    return Judgement.equal(share, stated)
  }

  mutating func addShare(
    _ part: Int, _ whole: Int, _ rate: Int, _ verdict: ClaimVerdict, _ note: ClaimNote
  ) {
    guard isWanted(.share, verdict) else { return }
    var sides = ClaimSides(stated: surface(rate), note: note)
    if let top = number(part)?.value, let bottom = number(whole)?.value, let stated = number(rate),
      let share = top.divided(by: bottom)?.multiplied(by: Fraction(100))
    {
      let digits = places(rate) + 1
      sides.computed = shown(share, places: digits) + "%"
      sides.margin = shown(share.subtracting(stated.value)?.magnitude, places: digits)
      if verdict == .fails { sides.remedies = remedies(top, bottom, stated.value, part, whole) }
    }
    add(.share, [(part, .part), (whole, .whole), (rate, .rate)], verdict, sides)
  }

  /// The part and the whole that the rate would ask for.
  private func remedies(
    _ top: Fraction, _ bottom: Fraction, _ rate: Fraction, _ part: Int, _ whole: Int
  ) -> [ClaimRemedy] {
    guard !rate.isZero, let share = rate.divided(by: Fraction(100)),
      let neededPart = inUnit(bottom.multiplied(by: share), of: part),
      let neededWhole = inUnit(top.divided(by: share), of: whole)
    else { return [] }
    let values = [
      neededPart.rounded(to: places(part)), neededWhole.rounded(to: places(whole)),
    ]
    // A rate that is off by its last place asks for no other whole numbers.
    guard let first = values[0], let second = values[1], first != figures[part].value,
      second != figures[whole].value
    else { return [] }
    return [
      ClaimRemedy(role: .part, value: first.description),
      ClaimRemedy(role: .whole, value: second.description),
    ]
  }
}
