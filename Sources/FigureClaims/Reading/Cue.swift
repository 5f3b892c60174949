/// What a word beside a figure says of it.
enum Cue: UInt64, CaseIterable {
  /// Joins or qualifies and says nothing: 了, 为, 已.
  case link = 1
  /// Grows: 增长.
  case up = 2
  /// Shrinks: 下降.
  case down = 4
  /// Measured against another period: 同比.
  case compare = 8
  /// 比 or 较, which a period follows.
  case than = 0x10
  /// Another period's value: 上年同期.
  case base = 0x20
  /// A mean over periods or heads: 年均.
  case annual = 0x40
  /// 由 and 从.
  case from = 0x80
  /// …至, …到: the value reached.
  case to = 0x100
  /// 其中 and 包括.
  case among = 0x200
  /// 分别.
  case each = 0x400
  /// 共, 累计, 总.
  case total = 0x800
  /// 合计: a sum of what stands before.
  case sum = 0x1000
  /// 占.
  case share = 0x2000
  /// The end of a rate's name: 率.
  case rate = 0x4000
  /// 超额.
  case excess = 0x8000
  /// 剩余.
  case remain = 0x1_0000
  /// Begins a course of business: 立案, 发现.
  case open = 0x2_0000
  /// Ends it: 结案, 整改.
  case close = 0x4_0000
  /// Something older is counted in: 结转, 历年.
  case carry = 0x8_0000
  /// Money goes to people: 补助, 惠及.
  case grant = 0x10_0000
  /// 每人.
  case head = 0x20_0000
  /// 标准.
  case standard = 0x40_0000
  /// 每月, 每年.
  case period = 0x80_0000
  /// 翻番.
  case double = 0x100_0000
  /// 翻两番.
  case quadruple = 0x200_0000
  /// 等 before the count of a list.
  case list = 0x400_0000
  /// A property that one member may share with another: 党员, 女.
  case attribute = 0x800_0000
  /// A sample was looked at: 抽检.
  case sample = 0x1000_0000
  /// The whole district is meant: 全县.
  case scope = 0x2000_0000

  /// The cue of a row of the table; nil for `none` and for unknown names.
  init?(name: Substring) {
    guard let cue = Self.named.first(where: { $0.name == name })?.cue else { return nil }
    self = cue
  }

  /// The cues by the names the table gives them; spelt out, since a cold start has no time to ask the
  /// runtime for the names of cases.
  static let named: [(name: String, cue: Cue)] = [
    ("link", .link), ("up", .up), ("down", .down), ("compare", .compare), ("than", .than),
    ("base", .base), ("annual", .annual), ("from", .from), ("to", .to), ("among", .among),
    ("each", .each), ("total", .total), ("sum", .sum), ("share", .share), ("rate", .rate),
    ("excess", .excess), ("remain", .remain), ("open", .open), ("close", .close),
    ("carry", .carry), ("grant", .grant), ("head", .head), ("standard", .standard),
    ("period", .period), ("double", .double), ("quadruple", .quadruple), ("list", .list),
    ("attribute", .attribute), ("sample", .sample), ("scope", .scope),
  ]
}

/// A set of cues.
struct CueSet: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ cue: Cue) { rawValue = cue.rawValue }

  /// Whether the cue is in the set.
  @inline(__always)
  func has(_ cue: Cue) -> Bool { rawValue & cue.rawValue != 0 }

  /// 增长 or 下降.
  static let change = CueSet(rawValue: Cue.up.rawValue | Cue.down.rawValue)
  /// 同比, or 比 with a period.
  static let comparison = CueSet(rawValue: Cue.compare.rawValue | Cue.than.rawValue)

  /// What was done, and so is no member of a list of parts.
  static let acts = CueSet(
    rawValue: Cue.open.rawValue | Cue.close.rawValue | Cue.compare.rawValue | Cue.up.rawValue
      | Cue.down.rawValue)

  /// Whether any of `other` is in the set.
  @inline(__always)
  func hasAny(_ other: CueSet) -> Bool { rawValue & other.rawValue != 0 }
}
