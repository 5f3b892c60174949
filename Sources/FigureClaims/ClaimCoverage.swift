public import ReportModel
public import SourceText

/// How every figure of a text stands: each is counted once.
public struct ClaimCoverage: Sendable, Hashable {
  /// How a figure stands.
  public enum Status: String, Sendable, CaseIterable {
    /// In a claim that fails.
    case fails
    /// Printed from data.
    case bound
    /// In a claim that holds.
    case holds
    /// In a claim that is uncertain.
    case uncertain
    /// Only in claims that the text gives too little to judge.
    case notAssessable
    /// In no claim at all.
    case unclaimed

    /// What the status is called.
    public var name: Message {
      switch self {
      case .fails: Message(zh: "不符", en: "wrong")
      case .bound: Message(zh: "来自数据", en: "from data")
      case .holds: Message(zh: "核对相符", en: "checked and right")
      case .uncertain: Message(zh: "存疑", en: "uncertain")
      case .notAssessable: Message(zh: "无从核对", en: "not assessable")
      case .unclaimed: Message(zh: "不涉及", en: "in no claim")
      }
    }
  }

  /// How each figure stands, by its index.
  public let statuses: [Status]

  /// Counts the figures of a text.
  ///
  /// A figure in several claims counts by the first status of ``Status`` that any of them gives; one
  /// in a failing claim therefore counts as failing even where it is bound to data.
  ///
  /// - Parameters:
  ///   - figures: The figures, in text order.
  ///   - claims: The claims among them.
  ///   - bound: What was printed from data, in UTF-8 offsets, in any order.
  public init(figures: [Figure], claims: [Claim], bound: [Range<Int>] = []) {
    var found = [Status](repeating: .unclaimed, count: figures.count)
    for claim in claims {
      for term in claim.terms where found.indices.contains(term.figure) {
        found[term.figure] = found[term.figure].stronger(Status(claim.verdict))
      }
    }
    let ranges = bound.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for (index, figure) in figures.enumerated() {
      while next < ranges.count, ranges[next].upperBound <= figure.range.lowerBound { next += 1 }
      guard next < ranges.count else { break }
      if ranges[next].overlaps(figure.range) { found[index] = found[index].stronger(.bound) }
    }
    statuses = found
  }

  /// How many figures stand so.
  public func count(_ status: Status) -> Int {
    statuses.count { $0 == status }
  }

  /// The counts in a sentence.
  public var summary: Message {
    Message(
      zh: "共{0}个数字：来自数据{1}，核对相符{2}，不符{3}，存疑{4}，无从核对{5}，不涉及{6}。",
      en:
        "{0} figures: {1} from data, {2} checked and right, {3} wrong, {4} uncertain, "
        + "{5} not assessable, {6} in no claim.",
      "\(statuses.count)", "\(count(.bound))", "\(count(.holds))", "\(count(.fails))",
      "\(count(.uncertain))", "\(count(.notAssessable))", "\(count(.unclaimed))")
  }
}

extension ClaimCoverage.Status {
  fileprivate init(_ verdict: ClaimVerdict) {
    self =
      switch verdict {
      case .holds: .holds
      case .fails: .fails
      case .uncertain: .uncertain
      case .notAssessable: .notAssessable
      }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  fileprivate func stronger(_ other: Self) -> Self { other.rank < rank ? other : self }
}
