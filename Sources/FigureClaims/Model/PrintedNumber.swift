import ReportModel

/// A printed figure as numbers: the value, and the intervals of what it may stand for.
///
/// How a figure was rounded is not printed with it. `narrow` takes it as rounded by GB/T 8170-2008:
/// half a unit of the last place to either side; an exact half is taken with the even neighbour, as
/// the standard has it, and with the upper one, as most people do, so that 46.7 % stands for
/// 46.65 % up to but not including 46.75 %. `wide` also allows for digits that were cut off, which
/// happens often and is no false figure. Counts without 万 or 亿 are exact.
struct PrintedNumber {
  /// The printed value, multipliers applied.
  let value: Fraction
  /// The unit of its last printed place.
  let place: Fraction
  /// What it stands for if it was rounded.
  let narrow: Bounds
  /// What it stands for if it was rounded or cut off.
  let wide: Bounds
  /// Whether a word such as 余 or 约 makes it vague.
  let isHedged: Bool

  /// Whether it is exactly what is printed.
  var isExact: Bool { narrow.isExact }

  /// The numbers of a figure; nil where they do not fit.
  ///
  /// `places` says how many digits its neighbours have behind their points: beside 8.5万元, 12万元
  /// stands for 12.0, since zeros at the end are dropped in print.
  init?(_ figure: Figure, _ unit: PrintedUnit, _ text: TextView, places: Int = 0) {
    guard let printed = figure.value, let value = Fraction(printed, power: unit.power),
      let place = Fraction(
        ExactDecimal(significand: 1, scale: max(printed.scale, places)) ?? ExactDecimal(1),
        power: unit.power)
    else { return nil }
    self.value = value
    self.place = place
    let hedge = Hedge(figure, text)
    isHedged = hedge != .none
    if hedge != .none {
      guard let step = Self.step(printed, unit.power),
        let bounds = Self.hedged(value, step: step, hedge)
      else { return nil }
      narrow = bounds
      wide = bounds
    } else if printed.scale == 0, unit.power == 0, !unit.kind.isMeasured {
      narrow = Bounds(value)
      wide = narrow
    } else {
      guard let half = place.divided(by: Fraction(2)), let low = value.subtracting(half),
        let high = value.adding(half), let next = value.adding(place)
      else { return nil }
      let isEven = printed.scale < places || printed.significand % 2 == 0
      narrow = Bounds(low, high, includesUpper: isEven)
      wide = Bounds(low, next, includesUpper: false)
    }
  }

  /// The unit of the last place that is not a zero: 100 for 300, 0.1 for 13.3.
  private static func step(_ printed: ExactDecimal, _ power: Int) -> Fraction? {
    var significand = printed.significand
    guard let unit = ExactDecimal(significand: 1, scale: printed.scale),
      var step = Fraction(unit, power: power)
    else { return nil }
    while significand != 0, significand % 10 == 0 {
      significand /= 10
      guard let next = step.multiplied(by: Fraction(10)) else { return nil }
      step = next
    }
    return step
  }

  /// What a vague figure stands for.
  ///
  /// No standard says; the readings are the widest usual ones, so
  /// that a figure is never called wrong for being vague:
  /// 300余 is 300 up to but not 400 (its last place that is not zero stays), 近300 is over 200, at
  /// least half, and up to 300, 约300 is half its last place or a twentieth to either side, 超300
  /// and 300以上 have no upper end, 不足300 and 300以内 no lower end but zero.
  private static func hedged(_ value: Fraction, step: Fraction, _ hedge: Hedge) -> Bounds? {
    switch hedge {
    case .none: return Bounds(value)
    case .more:
      return value.adding(step).map { Bounds(value, $0, includesUpper: false) }
    case .over: return Bounds(value, nil)
    case .under: return Bounds(Fraction(0), value, includesUpper: true)
    case .near:
      guard let low = value.subtracting(step), let half = value.divided(by: Fraction(2)),
        let order = low.compared(to: half)
      else { return nil }
      return Bounds(order < 0 ? half : low, value)
    case .about:
      guard let half = step.divided(by: Fraction(2)), let part = value.divided(by: Fraction(20)),
        let order = half.compared(to: part)
      else { return nil }
      let reach = order < 0 ? part : half
      guard let low = value.subtracting(reach), let high = value.adding(reach) else { return nil }
      return Bounds(low, high)
    }
  }
}

/// How a figure is hedged.
private enum Hedge {
  case none, more, over, under, near, about

  /// By the words beside a figure; 达 hedges nothing.
  init(_ figure: Figure, _ text: TextView) {
    self = .none
    for word in figure.qualifiers {
      guard let other = Hedge(text, word.lowerBound) else { continue }
      // Two words that pull apart, as in 近300余, leave no more than an about.
      self = self == .none || self == other ? other : .about
    }
  }

  private init?(_ text: TextView, _ start: Int) {
    guard let found = Self.words.first(where: { text.has($0.0, at: start) }) else { return nil }
    self = found.1
  }

  private static let words: [(StaticString, Hedge)] = [
    ("余", .more), ("餘", .more), ("多", .more), ("近", .near), ("超", .over), ("逾", .over),
    ("突破", .over), ("以上", .over), ("不少", .over), ("至少", .over), ("不低", .over),
    ("不足", .under), ("不超", .under), ("不高", .under), ("不到", .under),
    ("以下", .under), ("以内", .under), ("以內", .under), ("约", .about), ("約", .about),
    ("大约", .about), ("左右", .about), ("上下", .about), ("来", .about), ("來", .about),
  ]
}

extension UnitClass {
  /// Whether a whole number of the unit may be rounded.
  fileprivate var isMeasured: Bool {
    switch self {
    case .percent, .points, .times, .measure, .other: true
    case .none, .money, .time, .count: false
    }
  }
}
