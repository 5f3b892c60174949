/// What a claim says its figures are to one another.
public enum ClaimKind: String, Sendable, CaseIterable {
  /// A part is so many per cent of a whole: `38603次，完成18881次，完成率60%`.
  case share
  /// Parts add up to a total.
  case sum
  /// Parts that are named do not exceed the total: 其中.
  case within
  /// An amount is so much a head.
  case perHead
  /// From one value to another is a change of so many per cent or times.
  case growth
  /// The later value is above the earlier where it is said to have grown, below where it fell.
  case direction
  /// A change against another period: 同比, 环比.
  case comparison
  /// One value is another plus or minus a third.
  case difference
  /// Two rates differ by so many points.
  case points
  /// 翻番, 倍.
  case multiple
  /// No more is closed than opened, no more mended than found.
  case progress
  /// Shares of one whole make 100 %.
  case shares
  /// A range goes from the smaller number to the larger.
  case range
  /// A share is at most 100 %.
  case rate
  /// Whole numbers exist that give the percentage.
  case wholeNumbers
  /// No more is listed than 等 counts.
  case list
  /// One quantity has one value wherever the text gives it.
  case repeated
}

/// What arithmetic makes of a claim.
public enum ClaimVerdict: String, Sendable, CaseIterable {
  /// True within what rounding leaves open.
  case holds
  /// False however the figures were rounded.
  case fails
  /// Open: rounding, vague words or the figures' roles leave both answers possible.
  case uncertain
  /// The text does not hold what a check would need.
  case notAssessable
}

/// What a figure is in a claim.
public enum ClaimRole: String, Sendable, CaseIterable {
  /// The whole a part belongs to.
  case whole
  /// The part.
  case part
  /// The part's share, in per cent.
  case rate
  /// A sum.
  case total
  /// A member of a sum.
  case member
  /// An amount of money.
  case amount
  /// How many share it.
  case heads
  /// What each gets.
  case standard
  /// The earlier value, or the base of a comparison.
  case from
  /// The later value.
  case to
  /// The change from the one to the other.
  case change
  /// What was opened or found.
  case opened
  /// What of it was closed or mended.
  case closed
  /// The first end of a range.
  case lower
  /// Its second end.
  case upper
  /// How many a list is said to have.
  case count
  /// A value of a quantity that is given more than once.
  case value
}

/// A figure with what it is in a claim.
public struct ClaimTerm: Sendable, Hashable {
  /// The figure's index among the figures the claim was found in.
  public let figure: Int
  /// What it is in the claim.
  public let role: ClaimRole
  /// The figure as printed, words before its number left out.
  public let text: String
}

/// What figures of a text say of one another, and whether it is so.
public struct Claim: Sendable, Hashable {
  /// What is claimed.
  public let kind: ClaimKind
  /// The figures, in the order of the relation.
  public let terms: [ClaimTerm]
  /// From the first of the figures to the last, in UTF-8 offsets.
  public let range: Range<Int>
  /// Whether it is so.
  public let verdict: ClaimVerdict
  /// The values behind the verdict: both sides, as printed in ``explanation``.
  public let sides: ClaimSides

  /// The figure of a role, the first where there are several.
  public func term(_ role: ClaimRole) -> ClaimTerm? {
    terms.first { $0.role == role }
  }
}

/// The two sides of a claim: what the other figures give, and what is printed.
public struct ClaimSides: Sendable, Hashable {
  /// What the other figures give, rounded to be shown; empty where nothing can be worked out.
  public var computed: String
  /// What is printed in its place; empty for claims without one.
  public var stated: String
  /// How far the two are apart, without sign; empty where nothing can be worked out.
  public var margin: String
  /// What would make the claim true, for claims that fail: other values of its terms.
  public var remedies: [ClaimRemedy]
  /// What is known beyond the numbers.
  public var note: ClaimNote
  /// Whether a change is told as a fall, so that its computation takes the later value from the
  /// earlier.
  public var isFall: Bool

  init(
    computed: String = "", stated: String = "", margin: String = "",
    remedies: [ClaimRemedy] = [], note: ClaimNote = .none, isFall: Bool = false
  ) {
    self.isFall = isFall
    self.computed = computed
    self.stated = stated
    self.margin = margin
    self.remedies = remedies
    self.note = note
  }
}

/// A value that would make a claim true if the other figures are right.
public struct ClaimRemedy: Sendable, Hashable {
  /// Whose value it is.
  public let role: ClaimRole
  /// The value, without unit.
  public let value: String
}

/// What is known of a claim beyond its numbers.
public enum ClaimNote: String, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// The stated value is what comes of cutting digits off instead of rounding.
  case cutOff
  /// The roles of the figures are a guess.
  case roles
  /// Words such as 余 or 约 leave it open.
  case hedged
  /// The base of the comparison is not in the text.
  case noBase
  /// A difference of rates was printed in per cent and not in points.
  case pointsAsPercent
  /// It was said to grow and fell.
  case fell
  /// It was said to fall and grew.
  case rose
  /// Nothing falls by its whole or more.
  case fallByTimes
  /// The standard a head is no round sum: tiers, or a slip.
  case unevenStandard
  /// Something older may be counted in.
  case carried
  /// Parts may overlap.
  case overlap
  /// More than the total, by no more than the rounding of each member may add.
  case rounded
  /// The list may hold more than is named.
  case openList
  /// Period or scope may differ.
  case scope
}
