/// A percentage that no whole numbers can give: `3人，占45.7%`.
extension ClaimScan {
  /// The whole is not in the text: some whole number must give the rate with the part.
  mutating func findWhole(part: Int, rate: Int, isShare: Bool, onlyFailing: Bool) {
    let reading = readings[rate]
    let isBareShare = isShare && reading.isBare && reading.rateStart < 0
    guard isBareShare || !isShare && isNamed(part, by: stem(rate)),
      readings[part].unit.kind == .count, let count = number(part), count.isExact,
      !count.value.isZero, let stated = number(rate), !stated.isHedged, !stated.value.isZero,
      let hundred = count.value.multiplied(by: Fraction(100))
    else { return }
    let any = quotients(hundred, stated.wide)
    if onlyFailing, any != nil { return }
    judge(
      [(part, .part), (rate, .rate)], rate, rounded: quotients(hundred, stated.narrow), any: any)
  }

  /// The part is not in the text: of a sample of few, some whole number must give the rate.
  mutating func findSampleRate(_ rate: Int) {
    let whole = rate - 1
    guard whole >= 0, isSameSentence(whole, rate), readings[rate].joint <= .comma,
      readings[whole].unit.kind == .count, readings[whole].leadCues.has(.sample),
      readings[whole].joint >= .comma, let count = number(whole), count.isExact,
      let stated = number(rate), !stated.isHedged
    else { return }
    let stem = stem(rate)
    guard stem.lowerBound <= readings[rate].lead.lowerBound + 6,
      Self.sampleRates.contains(where: { text.has($0, before: stem.upperBound) && stem.count <= 9 }
      ),
      let few = Fraction(10_000).compared(to: count.value), few > 0,
      let share = count.value.divided(by: Fraction(100))
    else { return }
    let rounded = products(share, stated.narrow)
    let any = products(share, stated.wide)
    // Of many any rate can be given, which shows nothing.
    if let rounded, rounded.upper - rounded.lower > 0 { return }
    judge([(whole, .whole), (rate, .rate)], rate, rounded: rounded, any: any)
  }

  private static let sampleRates: [StaticString] = ["合格", "达标", "优良", "及格", "完好", "优秀"]

  private mutating func judge(
    _ terms: [(Int, ClaimRole)], _ rate: Int, rounded: (lower: Int128, upper: Int128)?,
    any: (lower: Int128, upper: Int128)?
  ) {
    var sides = ClaimSides(stated: surface(rate))
    if let rounded {
      sides.computed =
        rounded.lower == rounded.upper ? "\(rounded.lower)" : "\(rounded.lower)–\(rounded.upper)"
      add(.wholeNumbers, terms, .holds, sides)
    } else if any != nil {
      sides.note = .cutOff
      add(.wholeNumbers, terms, .uncertain, sides)
    } else {
      add(.wholeNumbers, terms, .fails, sides)
    }
  }

  /// The whole numbers by which `dividend` divided lies in `bounds`; nil where there are none.
  private func quotients(_ dividend: Fraction, _ bounds: Bounds) -> (lower: Int128, upper: Int128)?
  {
    guard let bottom = bounds.lower, let top = bounds.upper, !bottom.isZero, !bottom.isNegative,
      let low = dividend.divided(by: top), let high = dividend.divided(by: bottom)
    else { return nil }
    return whole(
      low, high, includesLower: bounds.includesUpper, includesUpper: bounds.includesLower)
  }

  /// The whole numbers in `bounds` times `factor`; nil where there are none.
  private func products(_ factor: Fraction, _ bounds: Bounds) -> (lower: Int128, upper: Int128)? {
    guard let bottom = bounds.lower, let top = bounds.upper,
      let low = bottom.multiplied(by: factor), let high = top.multiplied(by: factor)
    else { return nil }
    return whole(
      low, high, includesLower: bounds.includesLower, includesUpper: bounds.includesUpper)
  }

  private func whole(
    _ low: Fraction, _ high: Fraction, includesLower: Bool, includesUpper: Bool
  ) -> (lower: Int128, upper: Int128)? {
    let lower = includesLower ? low.ceiling : low.floor + 1
    let upper = includesUpper ? high.floor : high.ceiling - 1
    return lower <= upper ? (lower, upper) : nil
  }
}
