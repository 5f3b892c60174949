/// Totals and their parts: `共27个，其中小学7个、中学20个`; `8人、12人，合计20人`.
extension ClaimScan {
  /// How many members are looked at.
  static let limit = 16

  /// What is named behind 其中 and the like.
  mutating func findSum(_ index: Int) {
    guard readings[index].gapCues.has(.among), let total = total(of: index) else { return }
    let (members, isMixed) = members(from: index, like: total)
    guard let all = sides([total] + members), let whole = all.first, let last = members.last else {
      return
    }
    let isClose = (total + 1..<index).allSatisfy {
      !readings[$0].unit.kind.isAmount || isStatedWhole($0)
    }
    if members.count == 1 {
      judgeWithin(total, members, whole, isSure: isClose)
      return
    }
    var sum: Judgement.Side?
    for (count, value) in all.dropFirst().enumerated() {
      guard let next = sum.map({ $0.adding(value) }) ?? value else { return }
      sum = next
      if count > 0, whole.value != nil, Judgement.equal(next, whole) == .holds {
        // A list that goes on alike may only happen to meet its total on the way.
        let isWhole = count + 1 == members.count || endsList(members, at: count)
        addSum(
          .sum, total, Array(members[...count]), next, isWhole ? .holds : .uncertain,
          isWhole ? .none : .openList)
        return
      }
    }
    guard let sum else { return }
    let isOneList = isOneList(members)
    if isOneList, meets(sum, whole, of: total) {
      addSum(.sum, total, members, sum, .holds, .none)
      return
    }
    if isOneList, let isMore = whole.wide.isBelow(sum.wide), isMore {
      let isSure = isClose && !isMixed
      addSum(.sum, total, members, sum, isSure ? .fails : .uncertain, isSure ? .none : .overlap)
    } else if isOneList, !readings[last].tailCues.has(.list), isNear(sum, whole) {
      addSum(.sum, total, members, sum, .uncertain, isMore(sum, whole) ? .rounded : .openList)
    } else {
      // What follows a comma may be told of something else.
      let rest = members.dropFirst().firstIndex { readings[$0].joint > .pause } ?? members.count
      judgeWithin(total, Array(members[..<rest]), whole, isSure: isClose)
    }
  }

  /// The figure of which `part` is told: the nearest before with its unit.
  ///
  /// By how much a figure changed has no parts where the figure itself stands before it: of
  /// `共90家，比上年增加3家。其中小学70家` the whole is 90.
  private func total(of part: Int) -> Int? {
    guard let nearest = nearestTotal(of: part, before: part) else { return nil }
    guard isChange(nearest), let whole = nearestTotal(of: part, before: nearest),
      isSameSentence(whole, nearest)
    else { return nearest }
    return isChange(whole) ? nearest : whole
  }

  /// Whether a figure says by how much another one grew or fell.
  func isChange(_ index: Int) -> Bool {
    let reading = readings[index]
    if reading.leadCues.has(.to) { return false }
    if reading.leadCues.has(.compare) || reading.isBare && reading.leadCues.hasAny(.change) {
      return true
    }
    return isSurplus(index)
  }

  /// Whether a figure is told by 增收 or the like alone.
  func isSurplus(_ index: Int) -> Bool {
    let lead = readings[index].lead
    return (6...6).contains(lead.count) && Self.changes.contains { text.text(lead) == $0 }
  }

  /// Verbs of change that belong to other words elsewhere.
  private static let changes = ["增收", "增支", "减收", "减支", "新增", "多收", "少收"]

  private func nearestTotal(of part: Int, before end: Int) -> Int? {
    var index = end - 1
    while index >= 0, index >= part - 6 {
      guard readings[index + 1].joint < .far else { return nil }
      // One sentence back at most.
      if readings[index + 1].joint == .stop, index + 1 < part,
        readings[part].sentence != readings[index + 1].sentence
      {
        return nil
      }
      if isSameUnit(index, part), !isStatedWhole(index) { return index }
      index -= 1
    }
    return nil
  }

  /// The figures of a sentence from `first` on with the unit of `total`.
  ///
  /// Rates among them are passed over; other amounts, too, but then the list is mixed.
  private func members(from first: Int, like total: Int) -> (list: [Int], isMixed: Bool) {
    var list = [first]
    var isMixed = false
    var index = first + 1
    while index < readings.count, isSameSentence(first, index), list.count < Self.limit {
      let reading = readings[index]
      if reading.gapCues.has(.among) || reading.gapCues.has(.sum) { break }
      if isSameUnit(index, total), isChange(index), !isChange(total) {
        // 减少21个 tells of the member before it.
      } else if isSameUnit(index, total) {
        list.append(index)
      } else if reading.unit.kind.isAmount {
        isMixed = true
      }
      index += 1
    }
    return (list, isMixed)
  }

  /// Whether a list ends with its member at `index`: what follows is joined more loosely, or is told
  /// as something done.
  private func endsList(_ members: [Int], at index: Int) -> Bool {
    let within = zip(members[...index], members[1...index]).map { joint($0, $1) }.max() ?? .pause
    let next = members[index + 1]
    return joint(members[index], next) > within || next > members[index] + 1
      || readings[next].leadCues.hasAny(.acts)
  }

  /// Whether figures are surely one list of parts that do not overlap.
  func isOneList(_ members: [Int]) -> Bool {
    let joints = zip(members, members.dropFirst()).map { joint($0, $1) }
    if isMenAndWomen(members) { return joints.allSatisfy { $0 <= .comma } }
    for member in members where readings[member].leadCues.hasAny(.acts) { return false }
    for member in members where readings[member].leadCues.has(.attribute) { return false }
    if joints.allSatisfy({ $0 <= .pause }) { return true }
    // Of people told one by one the same may be meant twice.
    return joints.allSatisfy { $0 <= .semicolon } && isParallel(members)
      && !members.contains(where: isHeads)
  }

  func isMenAndWomen(_ members: [Int]) -> Bool {
    guard members.count == 2 else { return false }
    let leads = members.map { readings[$0].lead }
    return text.contains("男", in: leads[0]) && text.contains("女", in: leads[1])
      || text.contains("女", in: leads[0]) && text.contains("男", in: leads[1])
  }

  /// Whether the leads end alike: 小学7所，中学21所.
  private func isParallel(_ members: [Int]) -> Bool {
    guard let first = members.first else { return false }
    let key = lastKey(first)
    return key > 0x7F && members.allSatisfy { lastKey($0) == key }
  }

  private func lastKey(_ index: Int) -> UInt32 {
    let lead = readings[index].lead
    guard !lead.isEmpty else { return 0 }
    return text.key(at: text.start(before: lead.upperBound))
  }

  /// Whether a sum misses its total by so little that it may have been meant to meet it.
  private func isNear(_ sum: Judgement.Side, _ whole: Judgement.Side) -> Bool {
    guard let total = whole.value, let value = sum.value, let gap = total.subtracting(value),
      let part = total.divided(by: Fraction(20)), let order = gap.compared(to: part)
    else { return false }
    return order <= 0
  }

  private func isMore(_ sum: Judgement.Side, _ whole: Judgement.Side) -> Bool {
    guard let value = sum.value, let total = whole.value else { return false }
    return (value.compared(to: total) ?? 0) > 0
  }

  /// Whether a sum of fractions, each rounded, can be the total that is printed.
  private func meets(_ sum: Judgement.Side, _ whole: Judgement.Side, of total: Int) -> Bool {
    guard places(total) > 0, whole.value != nil, sum.value != nil else { return false }
    return Judgement.equal(sum, whole) == .open
  }

  /// Judges that no part is more than the whole.
  private mutating func judgeWithin(
    _ total: Int, _ members: [Int], _ whole: Judgement.Side, isSure: Bool
  ) {
    var sum: Judgement.Side?
    var largest: (index: Int, side: Judgement.Side)?
    for member in members {
      guard let value = side(member) else { return }
      sum = sum.map { $0.adding(value) } ?? value
      if let isMore = whole.wide.isBelow(value.wide), isMore { largest = (member, value) }
    }
    if let largest {
      let isSure = isSure && !isWithinEarlier(largest.index, largest.side, before: total)
      addSum(
        .within, total, [largest.index], largest.side, isSure ? .fails : .uncertain,
        isSure ? .none : .roles)
      return
    }
    guard let sum, let isAtMost = sum.narrow.isAtMost(whole.narrow) else { return }
    addSum(
      .within, total, members, sum, isAtMost ? .holds : .uncertain,
      isAtMost ? .none : isMore(sum, whole) ? .rounded : .hedged)
  }

  /// Whether a figure of the total's sentence before it has room for the part, and so may be what it
  /// is a part of: `产值90亿元，增加值20亿元，其中规上企业产值60亿元`.
  private func isWithinEarlier(_ part: Int, _ side: Judgement.Side, before total: Int) -> Bool {
    var index = total - 1
    while index >= 0, isSameSentence(index, total) {
      if isSameUnit(index, part), let whole = self.side(index),
        side.narrow.isAtMost(whole.wide) ?? true
      {
        return true
      }
      index -= 1
    }
    return false
  }

  mutating func addSum(
    _ kind: ClaimKind, _ total: Int, _ members: [Int], _ sum: Judgement.Side,
    _ verdict: ClaimVerdict, _ note: ClaimNote
  ) {
    var sides = ClaimSides(stated: surface(total), note: note)
    let places = members.map(places).max() ?? 0
    let unit = unitText(total)
    if let value = sum.value {
      sides.computed = shown(inUnit(value, of: total), places: max(places, 4)) + unit
      if let printed = number(total)?.value {
        let gap = inUnit(value.subtracting(printed)?.magnitude, of: total)
        sides.margin = shown(gap, places: max(places, 4)) + unit
      }
      if verdict == .fails, kind == .sum {
        sides.remedies = [
          ClaimRemedy(
            role: .total, value: shown(inUnit(value, of: total), places: max(places, 4)))
        ]
      }
    }
    let role: ClaimRole = kind == .within ? .part : .member
    add(
      kind, [(total, kind == .within ? .whole : .total)] + members.map { ($0, role) }, verdict,
      sides)
  }
}
