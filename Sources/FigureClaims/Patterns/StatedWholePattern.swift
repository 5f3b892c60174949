import ReportModel

/// A share whose whole is told with it: `完成2400万元，为年度任务3000万元的85%`, `是去年100万元的3倍`.
extension ClaimScan {
  /// The share of the figure right before `rate` that the one before that is.
  mutating func findStatedShare(_ rate: Int) {
    guard let whole = statedWhole(before: rate), isTold(whole), let part = part(ofStated: whole)
    else { return }
    judgeStated(part: part, whole: whole, rate: rate, isSure: isGoal(whole))
  }

  /// `计划投资1000万元，已完成600万元，占计划的70%`: the whole is what was called the plan.
  ///
  /// Returns true where a claim was added.
  mutating func findPlannedShare(part: Int, rate: Int) -> Bool {
    let whole = part - 1
    guard whole >= 0, let name = plainRuns(readings[rate].lead).last,
      Self.goals.contains(where: { text.text(name) == $0 }), isSameSentence(whole, rate),
      text.contains(name, in: readings[whole].lead), isSameUnit(whole, part),
      readings[part].joint <= .comma, readings[whole].unit.kind.isAmount
    else { return false }
    judgeStated(part: part, whole: whole, rate: rate, isSure: true)
    return true
  }

  /// The value as so many times its base: `达到200万元，是去年100万元的3倍`.
  mutating func findStatedMultiple(_ times: Int) {
    guard let base = statedWhole(before: times), readings[base].leadCues.has(.base),
      readings[base].isBare, !readings[base].leadCues.hasAny(.comparison),
      let current = part(ofStated: base), let start = side(base), let end = side(current),
      isPositive(start), let ratio = end.divided(by: start), let stated = side(times)
    else { return }
    var sides = ClaimSides(stated: surface(times))
    let digits = places(times) + 1
    if let value = ratio.value {
      sides.computed = shown(value, places: digits) + "倍"
      sides.margin = shown(
        stated.value.flatMap { value.subtracting($0) }?.magnitude, places: digits)
    }
    let terms: [(Int, ClaimRole)] = [(base, .from), (current, .to), (times, .change)]
    switch Judgement.equal(ratio, stated) {
    case .holds: add(.multiple, terms, .holds, sides)
    case .fails: add(.multiple, terms, .fails, sides)
    case .cutOff, .open:
      sides.note = .hedged
      add(.multiple, terms, .uncertain, sides)
    case .unknown: break
    }
  }

  private static let goals = ["计划", "任务", "目标", "预算", "年度计划", "年度任务", "年度目标", "全年任务", "全年计划"]

  /// The figure that 的 joins to the one behind it.
  private func statedWhole(before index: Int) -> Int? {
    let whole = index - 1
    let reading = readings[index]
    guard whole >= 0, reading.joint == .words, text.text(reading.lead) == "的",
      isSameSentence(whole, index), readings[whole].unit.kind.isAmount,
      number(whole)?.value.isZero == false
    else { return nil }
    return whole
  }

  /// Whether a figure is only told as the whole of the rate behind it, and so has no parts named with
  /// 其中: of `完成1318万元，占任务2355万元的56%，其中国税161万元` the first is meant.
  func isStatedWhole(_ index: Int) -> Bool {
    index + 1 < readings.count && readings[index + 1].unit.kind == .percent
      && statedWhole(before: index + 1) == index && isTold(index)
  }

  private func isTold(_ whole: Int) -> Bool {
    let lead = readings[whole].lead
    let verbs: [StaticString] = ["占", "为", "是", "达", "完成", "相当于"]
    return verbs.contains { text.has($0, at: lead.lowerBound) }
  }

  /// Whether a figure is told as what was to be reached: 完成 and 达到 may tell of it otherwise.
  private func isGoal(_ index: Int) -> Bool {
    let lead = readings[index].lead
    return !text.has("完成", at: lead.lowerBound) && !text.has("达", at: lead.lowerBound)
      || ["计划", "任务", "目标", "预算", "预计"].contains { text.contains($0, in: lead) }
  }

  /// The figure before the whole, in its unit; another whole with its rate may stand between.
  private func part(ofStated whole: Int) -> Int? {
    guard let part = value(before: whole), readings[whole].joint == .comma,
      joint(part, whole) <= .comma, isSameUnit(part, whole), !readings[part].leadCues.has(.each),
      !readings[part].leadCues.hasAny(.change)
    else { return nil }
    return part
  }

  /// The figure before `index` in its sentence, rates and the wholes told with them passed over.
  func value(before index: Int) -> Int? {
    var value = index - 1
    while value > 0, readings[value].unit.kind == .percent, isSameSentence(value, index) {
      value -= isStatedWhole(value - 1) ? 2 : 1
    }
    guard value >= 0, isSameSentence(value, index), readings[value].unit.kind.isAmount else {
      return nil
    }
    return value
  }

  private mutating func judgeStated(part: Int, whole: Int, rate: Int, isSure: Bool) {
    // Of 新建10所，改建20所，占任务60所的50% the part is a sum.
    let before = part - 1
    let isAlone =
      before < 0 || !isSameSentence(before, part) || !isSameUnit(before, part) || before == whole
    let isSure = isSure && isAlone
    switch judgeShare(part, whole, rate) {
    case .holds: addShare(part, whole, rate, .holds, .none)
    case .fails:
      addShare(part, whole, rate, isSure ? .fails : .uncertain, isSure ? .none : .roles)
    case .cutOff: addShare(part, whole, rate, .uncertain, .cutOff)
    case .open: addShare(part, whole, rate, .uncertain, .hedged)
    case .unknown, nil: break
    }
  }
}
