/// An amount and its heads: `按每人500元标准，发放72人3.6万元`; without a standard, what it would be.
extension ClaimScan {
  mutating func findPerHead(_ index: Int) {
    guard readings[index].unit.kind == .money else { return }
    if isStandard(index) {
      judgeStandard(index)
    } else if !hasStandard(near: index) {
      findAmountBehindHeads(index)
      findHeadsBehindAmounts(index)
    }
  }

  /// 每人500元.
  private func isStandard(_ index: Int) -> Bool {
    readings[index].leadCues.has(.head) && readings[index].unit.kind == .money
  }

  func isHeads(_ index: Int) -> Bool {
    let unit = readings[index].unit
    guard unit.kind == .count, unit.base.count <= 6 else { return false }
    switch text.key(at: unit.base.lowerBound) {
    case 0xE4BABA, 0xE5908D, 0xE688B7, 0xE4BD8D, 0xE688B6: return true  // 人 名 户 位 戶
    default: return false
    }
  }

  /// The figures near by that may stand in one sentence with a figure, itself among them.
  private func near(_ index: Int) -> ClosedRange<Int> {
    max(0, index - 6)...min(readings.count - 1, index + 6)
  }

  private func neighbours(_ index: Int) -> [Int] {
    near(index).filter { $0 != index && isSameSentence($0, index) }
  }

  private func hasStandard(near index: Int) -> Bool {
    near(index).contains { $0 != index && isStandard($0) && isSameSentence($0, index) }
  }

  // MARK: With a standard

  private mutating func judgeStandard(_ index: Int) {
    let others = neighbours(index)
    let amounts = others.filter {
      readings[$0].unit.kind == .money && !isStandard($0)
        && !readings[$0].leadCues.hasAny(.change) && !readings[$0].leadCues.hasAny(.comparison)
    }
    let heads = others.filter { isHeads($0) && !readings[$0].leadCues.has(.among) }
    guard amounts.count == 1, heads.count == 1, let amount = amounts.first, let head = heads.first,
      !readings[index].leadCues.hasAny(.change), let each = side(index), let count = side(head),
      let stated = side(amount), let product = each.multiplied(by: count)
    else { return }
    let terms: [(Int, ClaimRole)] = [(index, .standard), (head, .heads), (amount, .amount)]
    var sides = ClaimSides(stated: surface(amount))
    if let value = product.value, let printed = stated.value {
      sides.computed = shown(inUnit(value, of: amount), places: 4) + unitText(amount)
      let gap = inUnit(value.subtracting(printed)?.magnitude, of: amount)
      sides.margin = shown(gap, places: 4) + unitText(amount)
    }
    switch Judgement.equal(product, stated) {
    case .holds: add(.perHead, terms, .holds, sides)
    case .fails:
      if isRepeated(index), isMultiple(stated, of: product) {
        add(.perHead, terms, .holds, sides)
        return
      }
      let isSure =
        !isRepeated(index) && others.count == 2 && readings[index].unit.power == 0
        && joint(min(index, head, amount), max(index, head, amount)) <= .comma
        && [index, head, amount].contains { readings[$0].leadCues.has(.grant) }
      if isSure { sides.remedies = perHeadRemedies(terms) }
      sides.note = isSure ? .none : .roles
      add(.perHead, terms, isSure ? .fails : .uncertain, sides)
    case .cutOff, .open:
      sides.note = .hedged
      add(.perHead, terms, .uncertain, sides)
    case .unknown: break
    }
  }

  /// A standard a month, a term or a year may be paid more than once.
  private func isRepeated(_ standard: Int) -> Bool {
    readings[standard].gapCues.has(.period) || readings[standard].leadCues.has(.period)
      || readings[standard].tailCues.has(.period)
  }

  /// Whether the amount is up to twelve times what one payment makes.
  private func isMultiple(_ amount: Judgement.Side, of once: Judgement.Side) -> Bool {
    (2...12).contains { times in
      guard let product = once.scaled(by: Fraction(times)) else { return false }
      return Judgement.equal(product, amount) == .holds
    }
  }

  private func perHeadRemedies(_ terms: [(Int, ClaimRole)]) -> [ClaimRemedy] {
    let values = terms.compactMap { number($0.0)?.value }
    guard values.count == 3, let heads = values[2].divided(by: values[0]),
      let each = values[2].divided(by: values[1])
    else { return [] }
    return [
      ClaimRemedy(role: .heads, value: shown(heads, places: 1)),
      ClaimRemedy(role: .standard, value: shown(each, places: 2)),
    ]
  }

  // MARK: Without one

  /// 592人补助47万元.
  private mutating func findAmountBehindHeads(_ amount: Int) {
    let heads = amount - 1
    guard heads >= 0, isHeads(heads), readings[amount].joint == .words,
      readings[amount].leadCues.has(.grant), readings[amount].plainCount <= 18
    else { return }
    addImplied(amount, heads)
  }

  /// 发放A万元、B万元，惠及C人、D人: the lists pair off one to one.
  private mutating func findHeadsBehindAmounts(_ first: Int) {
    guard first == 0 || !isAmountBefore(first) && !isHeadsBefore(first) else { return }
    var end = first + 1
    while end < readings.count, end - first < 8, readings[end].unit.kind == .money,
      readings[end].joint == .pause, isSameSentence(first, end)
    {
      end += 1
    }
    let count = end - first
    guard end + count <= readings.count, isSameSentence(first, end + count - 1),
      (end..<(end + count)).allSatisfy({ isHeads($0) }), readings[end].joint == .comma,
      (end + 1..<(end + count)).allSatisfy({ readings[$0].joint == .pause }),
      readings[end].leadCues.has(.grant) || readings[end].tailCues.has(.grant),
      readings[first].leadCues.has(.grant) || readings[first].gapCues.has(.grant),
      !readings[end].leadCues.has(.among)
    else { return }
    if end + count < readings.count {
      let next = readings[end + count]
      if next.joint == .pause, isHeads(end + count) { return }
      // Heads with an amount of their own behind them are not the first amount's.
      if next.joint <= .words, next.unit.kind == .money { return }
    }
    for step in 0..<count { addImplied(first + step, end + step) }
  }

  private func isAmountBefore(_ index: Int) -> Bool {
    readings[index - 1].unit.kind == .money && readings[index].joint == .pause
  }

  private func isHeadsBefore(_ index: Int) -> Bool {
    readings[index].joint == .words && isHeads(index - 1) && readings[index].leadCues.has(.grant)
  }

  private mutating func addImplied(_ amount: Int, _ heads: Int) {
    guard let money = number(amount), let count = number(heads), !count.value.isZero,
      let each = money.value.divided(by: count.value), let fifty = Fraction(50, over: 1),
      let fifth = Fraction(1, over: 5)
    else { return }
    func add(_ verdict: ClaimVerdict, _ note: ClaimNote = .none) {
      guard isWanted(.perHead, verdict) else { return }
      self.add(
        .perHead, [(amount, .amount), (heads, .heads)], verdict,
        ClaimSides(computed: shown(each, places: 2) + "元", note: note))
    }
    guard !money.isHedged, !count.isHedged else { return add(.notAssessable, .hedged) }
    // A standard is a round sum; a quotient that happens to be whole tells as much.
    let lowest = each.reduced
    if lowest.denominator == 1, lowest.numerator % 5 == 0 { return add(.holds) }
    guard let low = money.narrow.lower?.divided(by: count.value)?.divided(by: fifty),
      let high = money.narrow.upper?.divided(by: count.value)?.divided(by: fifty)
    else { return }
    let rounds = high.floor - low.ceiling + 1
    // An amount rounded to tens of yuan a head, or heads in 万, show nothing of a standard.
    let isCoarse = !count.isExact || (high.subtracting(low)?.compared(to: fifth) ?? 1) > 0
    if isCoarse {
      add(.notAssessable)
    } else if rounds > 0 {
      add(.holds)
    } else {
      add(.uncertain, .unevenStandard)
    }
  }
}
