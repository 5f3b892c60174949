/// Judges a claim by the intervals its two sides may stand for.
enum Judgement {
  /// One side of an equation: what it may be if its figures were rounded, or also if cut off.
  struct Side {
    var narrow: Bounds
    var wide: Bounds
    /// The value of the figures as printed; nil for vague ones.
    var value: Fraction?

    /// A side from its intervals.
    init(narrow: Bounds, wide: Bounds, value: Fraction?) {
      self.narrow = narrow
      self.wide = wide
      self.value = value
    }

    /// A printed figure.
    init(_ number: PrintedNumber) {
      self.init(
        narrow: number.narrow, wide: number.wide, value: number.isHedged ? nil : number.value)
    }

    /// The side that a step on both intervals and the value gives; nil where one does not fit.
    static func combine(
      _ left: Side, _ right: Side, bounds: (Bounds, Bounds) -> Bounds?,
      values: (Fraction, Fraction) -> Fraction?
    ) -> Side? {
      guard let narrow = bounds(left.narrow, right.narrow), let wide = bounds(left.wide, right.wide)
      else { return nil }
      guard let one = left.value, let two = right.value else {
        return Side(narrow: narrow, wide: wide, value: nil)
      }
      guard let value = values(one, two) else { return nil }
      return Side(narrow: narrow, wide: wide, value: value)
    }

    func adding(_ other: Side) -> Side? {
      Self.combine(self, other, bounds: { $0.adding($1) }, values: { $0.adding($1) })
    }

    func subtracting(_ other: Side) -> Side? {
      Self.combine(self, other, bounds: { $0.subtracting($1) }, values: { $0.subtracting($1) })
    }

    func divided(by other: Side) -> Side? {
      Self.combine(self, other, bounds: { $0.divided(by: $1) }, values: { $0.divided(by: $1) })
    }

    func multiplied(by other: Side) -> Side? {
      Self.combine(
        self, other, bounds: { $0.multiplied(by: $1) }, values: { $0.multiplied(by: $1) })
    }

    func scaled(by factor: Fraction) -> Side? {
      guard let narrow = narrow.scaled(by: factor), let wide = wide.scaled(by: factor) else {
        return nil
      }
      guard let value else { return Side(narrow: narrow, wide: wide, value: nil) }
      guard let scaled = value.multiplied(by: factor) else { return nil }
      return Side(narrow: narrow, wide: wide, value: scaled)
    }

    var negated: Side {
      Side(narrow: narrow.negated, wide: wide.negated, value: value?.negated)
    }
  }

  /// What comes of setting two sides equal.
  enum Equality {
    /// The printed values agree within rounding.
    case holds
    /// They agree only if digits were cut off.
    case cutOff
    /// They may agree.
    case open
    /// They cannot agree.
    case fails
    /// The numbers do not fit.
    case unknown
  }

  /// Whether `computed` can be what was printed as `stated`.
  static func equal(_ computed: Side, _ stated: Side) -> Equality {
    guard let isApart = computed.wide.isDisjoint(from: stated.wide) else { return .unknown }
    if isApart { return .fails }
    guard let isInside = computed.narrow.isInside(stated.narrow) else { return .unknown }
    if isInside { return .holds }
    guard let value = computed.value else { return .open }
    guard let isNear = stated.narrow.contains(value),
      let isOverlapping = computed.narrow.isDisjoint(from: stated.narrow).map({ !$0 })
    else { return .unknown }
    if isNear, stated.value != nil { return .holds }
    if isOverlapping { return isFiner(computed, than: stated) ? .holds : .open }
    return .cutOff
  }

  /// Whether the computed interval is no more than twice as wide as the stated one, so that meeting
  /// it means something.
  private static func isFiner(_ computed: Side, than stated: Side) -> Bool {
    guard let low = computed.narrow.lower, let high = computed.narrow.upper,
      let bottom = stated.narrow.lower, let top = stated.narrow.upper,
      let width = high.subtracting(low), let allowed = top.subtracting(bottom),
      let doubled = allowed.multiplied(by: Fraction(2)), let order = width.compared(to: doubled)
    else { return false }
    return order <= 0
  }
}
