import ReportModel

/// Totals without 其中: `8人、12人，合计20人`; `共17个：一等奖7个、二等奖10个`.
extension ClaimScan {
  /// A total behind its parts (合计), before a list of them (共…：), or before figures that make it.
  mutating func findTotal(_ index: Int) {
    if readings[index].leadCues.has(.sum), findTotalBehind(index) { return }
    findTotalBefore(index)
  }

  private mutating func findTotalBehind(_ total: Int) -> Bool {
    var index = total - 1
    while index >= 0, total - index <= Self.limit, isSameSentence(index, total),
      isSameUnit(index, total), readings[index + 1].joint <= .comma
    {
      index -= 1
    }
    guard let all = sides(Array(index + 1...total)), let whole = all.last else { return false }
    var members: [Int] = []
    var sum: Judgement.Side?
    for (step, value) in all.dropLast().reversed().enumerated() {
      guard let next = sum.map({ $0.adding(value) }) ?? value else { return false }
      sum = next
      members.insert(total - 1 - step, at: 0)
      if members.count > 1, whole.value != nil, Judgement.equal(next, whole) == .holds {
        addSum(.sum, total, members, next, .holds, .none)
        return true
      }
    }
    guard members.count > 1, readings[total].isBare, let sum else { return false }
    let joints = zip(members, members.dropFirst()).map { joint($0, $1) }
    let isSure = joints.allSatisfy { $0 <= .pause } && readings[total].leadCues.has(.sum)
    switch Judgement.equal(sum, whole) {
    case .fails where isSure: addSum(.sum, total, members, sum, .fails, .none)
    case .unknown: return false
    default: addSum(.sum, total, members, sum, .uncertain, .roles)
    }
    return true
  }

  private mutating func findTotalBefore(_ total: Int) {
    let first = total + 1
    guard first + 1 < readings.count, isSameSentence(total, first + 1),
      !readings[first].gapCues.has(.among), !readings[first].gapCues.hasAny(.comparison),
      !readings[first].gapCues.hasAny(.change)
    else { return }
    if isList(behind: total) {
      judgeList(total)
    } else {
      findFittingSum(total)
    }
  }

  /// Whether 分别, a colon or a bracket announces the parts of a total.
  private func isList(behind total: Int) -> Bool {
    let first = readings[total + 1]
    guard isSameUnit(total, total + 1), isSameUnit(total, total + 2),
      readings[total + 2].joint <= .comma
    else { return false }
    if isMenAndWomen([total + 1, total + 2]) { return first.joint <= .colon }
    guard readings[total + 2].joint <= .pause else { return false }
    return first.joint == .colon || first.joint == .bracket
      || readings[total].leadCues.has(.total) && first.gapCues.has(.each) && first.joint <= .comma
  }

  private mutating func judgeList(_ total: Int) {
    var end = isMenAndWomen([total + 1, total + 2]) ? total + 3 : total + 2
    while end < readings.count, isSameSentence(total, end), isSameUnit(total, end),
      readings[end].joint <= .pause, end - total <= Self.limit
    {
      end += 1
    }
    let members = Array(total + 1..<end)
    guard let all = sides(Array(total..<end)), let whole = all.first,
      let sum = all.dropFirst(2).reduce(all[1], { $0?.adding($1) })
    else { return }
    guard let last = members.last else { return }
    switch Judgement.equal(sum, whole) {
    case .holds: addSum(.sum, total, members, sum, .holds, .none)
    case .cutOff, .open: addSum(.sum, total, members, sum, .uncertain, .hedged)
    case .unknown: break
    case .fails:
      let isMore = whole.wide.isBelow(sum.wide) ?? false
      let isOpen = readings[last].tailCues.has(.list) || members.count >= Self.limit
      let isSure =
        (isMore || !isOpen) && isOneList(members) && readings[total].leadCues.has(.total)
      addSum(
        .sum, total, members, sum, isSure ? .fails : .uncertain, isSure ? .none : .openList)
    }
  }

  /// Figures behind that happen to make the one before are its parts: two numbers do not make a
  /// third of three digits by chance, nor do all the numbers of a sentence.
  private mutating func findFittingSum(_ total: Int) {
    guard readings[total + 1].joint >= .comma, isFollowed(total), let whole = number(total),
      !whole.isHedged,
      let order = whole.value.compared(to: Fraction(20)), order >= 0,
      let digits = figures[total].value?.significand
    else { return }
    let wholeSide = Judgement.Side(whole)
    var members: [Int] = []
    var sum: Judgement.Side?
    var isContiguous = true
    var index = total + 1
    while index < readings.count, isSameSentence(total, index), members.count < Self.limit {
      if readings[index].gapCues.has(.among) { return }
      if isSameUnit(total, index) {
        guard let value = side(index), value.value != nil,
          let next = sum.map({ $0.adding(value) }) ?? value
        else { return }
        members.append(index)
        sum = next
        if let isMore = wholeSide.wide.isBelow(next.wide), isMore { return }
        let isWhole = members.count > 1 && next.value == whole.value
        if isWhole,
          isContiguous && digits >= 100 || members.count > 2 && !isFollowed(index, like: total)
        {
          addSum(.sum, total, members, next, .holds, .none)
          return
        }
      } else if readings[index].unit.kind.isAmount {
        isContiguous = false
      }
      index += 1
    }
  }

  /// Whether a figure of the same unit is among the next few of the sentence.
  private func isFollowed(_ index: Int, like total: Int? = nil) -> Bool {
    let end = min(readings.count, index + 4)
    return (index + 1..<max(index + 1, end)).contains {
      isSameSentence(index, $0) && isSameUnit(total ?? index, $0)
    }
  }

  /// What is left over: `共20个，完成15个，剩余5个`.
  mutating func findRemainder(_ index: Int) {
    guard readings[index].leadCues.has(.remain) else { return }
    let whole = index - 2
    guard whole >= 0, isSameSentence(whole, index), isSameUnit(whole, index),
      isSameUnit(index - 1, index), joint(whole, index) <= .comma,
      let total = side(whole), let part = side(index - 1), let rest = side(index),
      let sum = part.adding(rest)
    else { return findDistantRemainder(index) }
    let isSure =
      readings[index].isBare && !readings[index - 1].gapCues.has(.among)
      && !readings[index - 1].leadCues.has(.remain)
    switch Judgement.equal(sum, total) {
    case .holds: addSum(.sum, whole, [index - 1, index], sum, .holds, .none)
    case .fails where isSure: addSum(.sum, whole, [index - 1, index], sum, .fails, .none)
    case .unknown: break
    default: addSum(.sum, whole, [index - 1, index], sum, .uncertain, .roles)
    }
  }

  /// `共20户61人，脱贫15户46人，剩余5户15人`: other units and rates stand between; they count only where
  /// they fit.
  private mutating func findDistantRemainder(_ rest: Int) {
    var found: [Int] = []
    var index = rest - 1
    while index >= 0, index >= rest - 8, isSameSentence(index, rest), found.count < 2 {
      if readings[index + 1].joint > .comma { return }
      if isSameUnit(index, rest) { found.append(index) }
      index -= 1
    }
    guard found.count == 2, let whole = side(found[1]), let part = side(found[0]),
      let last = side(rest), let sum = part.adding(last), Judgement.equal(sum, whole) == .holds
    else { return }
    addSum(.sum, found[1], [found[0], rest], sum, .holds, .none)
  }
}
