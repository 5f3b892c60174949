public import SourceText

/// Writes claims as lines of text.
public enum ClaimText {
  /// One line a claim, in the order given: line and column, kind, verdict, explanation.
  public static func lines(
    of claims: [Claim], in source: SourceFile, language: MessageLanguage
  ) -> [String] {
    var cursor = PositionCursor(source.bytes)
    return claims.map { claim in
      let place = cursor.position(of: claim.range.lowerBound)
      let kind = claim.kind.name.text(in: language)
      let verdict = claim.verdict.name.text(in: language)
      let words = claim.explanation.text(in: language)
      return language == .zh
        ? "\(place.line):\(place.column) \(kind)，\(verdict)：\(words)"
        : "\(place.line):\(place.column) \(kind), \(verdict): \(words)"
    }
  }

  /// The lines of the claims, and a last one for the coverage.
  public static func report(
    _ claims: [Claim], coverage: ClaimCoverage, in source: SourceFile, language: MessageLanguage
  ) -> [String] {
    lines(of: claims, in: source, language: language) + [coverage.summary.text(in: language)]
  }
}

extension ClaimKind {
  /// What claims of the kind are called.
  public var name: Message {
    switch self {
    case .share: Message(zh: "占比", en: "share")
    case .sum: Message(zh: "合计", en: "sum")
    case .within: Message(zh: "其中", en: "part of")
    case .perHead: Message(zh: "人均", en: "per head")
    case .growth: Message(zh: "增长", en: "growth")
    case .direction: Message(zh: "增减", en: "direction")
    case .comparison: Message(zh: "同比", en: "comparison")
    case .difference: Message(zh: "增量", en: "difference")
    case .points: Message(zh: "百分点", en: "points")
    case .multiple: Message(zh: "倍数", en: "multiple")
    case .progress: Message(zh: "进度", en: "progress")
    case .shares: Message(zh: "结构", en: "shares")
    case .range: Message(zh: "范围", en: "range")
    case .rate: Message(zh: "比率上限", en: "rate bound")
    case .wholeNumbers: Message(zh: "整数比", en: "whole numbers")
    case .list: Message(zh: "列举", en: "list")
    case .repeated: Message(zh: "复述", en: "repeated")
    }
  }
}

extension ClaimVerdict {
  /// What the verdict is called.
  public var name: Message {
    switch self {
    case .holds: Message(zh: "相符", en: "holds")
    case .fails: Message(zh: "不符", en: "fails")
    case .uncertain: Message(zh: "存疑", en: "uncertain")
    case .notAssessable: Message(zh: "无从核对", en: "not assessable")
    }
  }
}

extension ClaimRole {
  /// What a figure in the role is called.
  public var name: Message {
    switch self {
    case .whole: Message(zh: "整体", en: "whole")
    case .part: Message(zh: "部分", en: "part")
    case .rate: Message(zh: "比率", en: "rate")
    case .total: Message(zh: "合计", en: "total")
    case .member: Message(zh: "分项", en: "member")
    case .amount: Message(zh: "金额", en: "amount")
    case .heads: Message(zh: "人数", en: "heads")
    case .standard: Message(zh: "标准", en: "standard")
    case .from: Message(zh: "前值", en: "before")
    case .to: Message(zh: "后值", en: "after")
    case .change: Message(zh: "变化", en: "change")
    case .opened: Message(zh: "立案或发现", en: "opened")
    case .closed: Message(zh: "办结或整改", en: "closed")
    case .lower: Message(zh: "起", en: "lower")
    case .upper: Message(zh: "止", en: "upper")
    case .count: Message(zh: "个数", en: "count")
    case .value: Message(zh: "数值", en: "value")
    }
  }
}
