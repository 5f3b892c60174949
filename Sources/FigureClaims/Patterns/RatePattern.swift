/// Shares that add up to 100 %, and rates that 100 % bounds.
extension ClaimScan {
  /// `分别占40.1%、35.2%和24.7%`.
  mutating func findShares(_ first: Int) {
    guard readings[first].leadCues.has(.share), !readings[first].leadCues.hasAny(.change),
      !readings[first].leadCues.hasAny(.comparison),
      readings[first].gapCues.has(.each), first + 1 < readings.count
    else { return }
    var members = [first]
    var index = first + 1
    while index < readings.count, isSameSentence(first, index), members.count < 24,
      readings[index].unit.kind == .percent, readings[index].joint <= .pause,
      readings[index].isBare
    {
      members.append(index)
      index += 1
    }
    guard members.count > 1 else { return }
    judgeShares(members)
  }

  private mutating func judgeShares(_ members: [Int]) {
    var sum: Judgement.Side?
    for member in members {
      guard let value = side(member), let next = sum.map({ $0.adding(value) }) ?? value else {
        return
      }
      sum = next
    }
    guard let sum else { return }
    let hundred = Fraction(100)
    var sides = ClaimSides(stated: "100%")
    if let value = sum.value {
      sides.computed = shown(value, places: 4) + "%"
      sides.margin = shown(value.subtracting(hundred)?.magnitude, places: 4)
    }
    let terms = members.map { ($0, ClaimRole.rate) }
    guard let isFull = sum.narrow.contains(hundred), let isMore = Bounds(hundred).isBelow(sum.wide),
      let isLess = sum.wide.isBelow(Bounds(hundred))
    else { return }
    if isFull {
      add(.shares, terms, .holds, sides)
    } else if isMore {
      add(.shares, terms, .fails, sides)
    } else if !isLess || members.count > 2 && isAlmostFull(sum) {
      sides.note = isLess ? .openList : .cutOff
      add(.shares, terms, .uncertain, sides)
    }
  }

  /// Whether shares make 95 % or more, so that the rest may have been forgotten.
  private func isAlmostFull(_ sum: Judgement.Side) -> Bool {
    guard let value = sum.value else { return false }
    return (value.compared(to: Fraction(95)) ?? -1) >= 0
  }

  /// A rate of more than 100 % of what is no more than the whole: `好评率103%`.
  mutating func findExcessiveRate(_ index: Int) {
    let reading = readings[index]
    guard reading.rateStart >= 0, !reading.leadCues.hasAny(.change),
      !reading.leadCues.has(.excess), !reading.gapCues.has(.excess),
      !reading.leadCues.hasAny(.comparison),
      let value = number(index), (value.value.compared(to: Fraction(100)) ?? 0) > 0,
      plainRuns(afterRate(reading)).isEmpty,
      let name = Self.boundedRates.first(where: { text.has($0, before: reading.rateStart) }),
      !text.has("毛", before: reading.rateStart - name.utf8CodeUnitCount)
    else { return }
    add(
      .rate, [(index, .rate)], .fails,
      ClaimSides(
        computed: "100%", stated: surface(index),
        margin: shown(value.value.subtracting(Fraction(100)), places: 4)))
  }

  private func afterRate(_ reading: FigureReading) -> Range<Int> {
    reading.rateStart..<max(reading.rateStart, reading.lead.upperBound)
  }

  /// What rates of it cannot exceed 100 %; 完成, 增长, 毛入学, 负债 and the like can.
  private static let boundedRates: [StaticString] = [
    "好评", "满意", "合格", "达标", "及格", "优秀", "优良", "知晓", "成活", "就业", "录取", "出勤", "到课", "上线", "通过", "覆盖",
    "办结", "整改", "化解", "完好", "准确", "正确", "回复", "响应", "治愈", "签约", "持证", "及时", "公开", "建档", "处置", "巡查",
    "支持", "参与", "命中", "复学", "结案", "销号", "接种",
  ]
}
