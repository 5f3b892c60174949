public import SourceText

extension Claim {
  /// What the claim says, what comes out, and what would make it true.
  public var explanation: Message {
    let core = core
    let needed = needed
    let note = sides.note.wording
    return Message(
      zh: Self.joined(core.zh, needed.zh, note.zh), en: Self.joined(core.en, needed.en, note.en),
      sides.computed, sides.stated, sides.margin, expression, remedy(0), remedy(1))
  }

  /// Three texts as one, in room made once.
  private static func joined(_ first: String, _ second: String, _ third: String) -> String {
    if second.isEmpty, third.isEmpty { return first }
    let count = first.utf8.count + second.utf8.count + third.utf8.count
    return String(unsafeUninitializedCapacity: count) { buffer in
      var filled = 0
      for var text in [first, second, third] {
        text.withUTF8 { bytes in
          _ = UnsafeMutableBufferPointer(rebasing: buffer[filled...]).initialize(from: bytes)
          filled += bytes.count
        }
      }
      return filled
    }
  }

  /// A wording in both languages; {0} is computed, {1} stated, {2} the margin, {3} the expression,
  /// {4} and {5} the values that would make it true.
  typealias Wording = (zh: String, en: String)

  private func remedy(_ index: Int) -> String {
    sides.remedies.indices.contains(index) ? sides.remedies[index].value : ""
  }

  private var core: Wording {
    switch kind {
    case .share, .sum, .growth, .difference, .points, .shares: equation
    case .comparison:
      sides.note == .noBase
        ? ("“{1}”是同别的时期相比", "“{1}” is measured against another period") : equation
    case .multiple: multiple
    case .within:
      verdict == .fails
        ? ("部分{3}超过了总数{1}", "the part {3} is more than the whole {1}")
        : ("{3}，总数{1}", "{3} of {1}")
    case .perHead: perHead
    case .direction:
      ("先为{1}，后为{0}", "first {1}, then {0}")
    case .progress:
      verdict == .fails
        ? ("办结或整改的{0}多于立案或发现的{1}", "{0} closed of {1} opened")
        : ("办结或整改{0}，立案或发现{1}", "{0} closed of {1} opened")
    case .range:
      verdict == .holds
        ? ("范围{0}至{1}", "a range from {0} to {1}")
        : ("范围从{0}到{1}，前大后小", "a range from {0} to {1}, upside down")
    case .rate: ("这类比率不超过{0}，写的是{1}", "such a rate is {0} at most; {1} is printed")
    case .wholeNumbers: wholeNumbers
    case .list: ("列出{0}个，写的是{1}", "{0} are listed, {1} counted")
    case .repeated:
      verdict == .holds
        ? ("同一数量两处都是{1}", "one quantity, {1} both times")
        : ("同样的话，一处{0}，一处{1}", "the same words with {0} and {1}")
    }
  }

  /// One side equals the other.
  private var equation: Wording {
    if sides.computed.isEmpty { return ("{3}，写的是{1}", "{3}; {1} is printed") }
    switch verdict {
    case .holds: return ("{3}={0}，写的{1}相符", "{3} = {0}; {1} as printed is right")
    case .fails where isInPoints && !sides.margin.isEmpty:
      return (
        "{3}={0}，写的是{1}，相差{2}个百分点", "{3} = {0}, but {1} is printed, {2} points apart"
      )
    case .fails where !sides.margin.isEmpty:
      return ("{3}={0}，写的是{1}，相差{2}", "{3} = {0}, but {1} is printed, {2} apart")
    default: return ("{3}={0}，写的是{1}", "{3} = {0}; {1} is printed")
    }
  }

  private var isInPoints: Bool {
    switch kind {
    case .share, .growth, .comparison, .points, .shares: true
    default: false
    }
  }

  private var multiple: Wording {
    switch sides.note {
    case .fallByTimes: ("“减少{1}”不成立", "nothing falls by “{1}”")
    case .noBase: ("应为基数的{1}", "should be {1} of the base")
    default: equation
    }
  }

  private var perHead: Wording {
    term(.standard) == nil
      ? ("{3}，合每份{0}", "{3} makes {0} each") : equation
  }

  private var wholeNumbers: Wording {
    let isPart = term(.part) != nil
    switch verdict {
    case .holds:
      return isPart
        ? ("{3}为{1}，全体应为{0}", "{3} being {1} means a whole of {0}")
        : ("{3}的{1}，部分为{0}", "{1} of {3} is {0}")
    default:
      return isPart
        ? ("没有整数的全体能使{3}为{1}", "of no whole number is {3} {1}")
        : ("{3}中没有整数能占{1}", "no whole number is {1} of {3}")
    }
  }

  private var needed: Wording {
    guard verdict == .fails, !sides.remedies.isEmpty else { return ("", "") }
    switch kind {
    case .share:
      return (
        "；要得{1}，部分应为{4}，或全体应为{5}", "; {1} would need a part of {4} or a whole of {5}"
      )
    case .perHead:
      return ("；要得{1}，应为{4}份，或每份{5}元", "; {1} would need {4} heads or {5} yuan each")
    case .growth, .comparison:
      return ("；按{1}算，后值应为{4}", "; {1} would make the later value {4}")
    default: return ("", "")
    }
  }

  /// The computation, in the figures' own words.
  private var expression: String {
    func text(_ role: ClaimRole) -> String { term(role)?.text ?? "" }
    // The greater first, as one would write it, so that the difference has no sign.
    let risen =
      sides.isFall ? "\(text(.from))-\(text(.to))" : "\(text(.to))-\(text(.from))"
    func joined(_ mark: String, _ roles: ClaimRole...) -> String {
      terms.filter { roles.contains($0.role) }.map(\.text).joined(separator: mark)
    }
    switch kind {
    case .share: return "\(text(.part))÷\(text(.whole))"
    case .sum, .within: return joined("+", .member, .part)
    case .perHead:
      return term(.standard) == nil
        ? "\(text(.amount))÷\(text(.heads))" : "\(text(.standard))×\(text(.heads))"
    case .growth, .comparison:
      return term(.part) == nil
        ? "(\(risen))÷\(text(.from))"
        : "\(text(.part))÷(\(text(.to))\(sides.isFall ? "+" : "-")\(text(.part)))"
    case .multiple:
      return term(.part) == nil
        ? "\(text(.from))→\(text(.to))" : "\(text(.part))÷(\(text(.to))-\(text(.part)))"
    case .points where terms.last?.text.contains("百") == false:
      return "(\(risen))÷\(text(.from))"
    case .points, .difference: return risen
    case .shares: return joined("+", .rate)
    case .wholeNumbers: return joined("", .part, .whole)
    case .direction, .progress, .range, .rate, .list, .repeated: return ""
    }
  }
}

extension ClaimNote {
  /// What follows a claim's first sentence; empty where nothing is to be said.
  fileprivate var wording: Claim.Wording {
    switch self {
    case .none: ("", "")
    case .cutOff: ("，像是截去了尾数而没有四舍五入", "; digits seem cut off, not rounded")
    case .roles: ("；各数的关系不明", "; how the figures belong together is not clear")
    case .hedged: ("；概数不能定论", "; vague or rounded figures leave it open")
    case .noBase: ("，文中没有基数", "; the text has no base")
    case .pointsAsPercent:
      ("；两个比率之差应写“个百分点”", "; a difference of rates is printed in points")
    case .fell: ("，说是增加，其实减少了", "; it is said to grow and falls")
    case .rose: ("，说是减少，其实增加了", "; it is said to fall and grows")
    case .fallByTimes: ("，减少最多到零，应写百分比", "; write how many per cent it fell by")
    case .unevenStandard: ("，不是整数标准，或有分档", "; no round standard: tiers, or a slip")
    case .carried: ("；可能含以前的", "; older ones may be counted in")
    case .overlap: ("；各部分可能重叠，或不全是部分", "; the parts may overlap")
    case .rounded: ("；各数四舍五入后可能相符", "; rounding of each may account for it")
    case .openList: ("；可能没有列全", "; not all may be listed")
    case .scope: ("；时期或范围可能不同", "; period or scope may differ")
    }
  }
}
