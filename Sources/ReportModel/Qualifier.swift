/// A word that says how a number is meant: 近, 约, 余, 以上 and the like.
public struct Qualifier: Sendable, Hashable {
  /// Where the word stands.
  public enum Placement: Sendable {
    /// Before the number: 近70家.
    case beforeNumber
    /// Between number and unit: 300余个.
    case beforeUnit
    /// After the unit: 600分以上.
    case afterUnit
  }

  /// The word.
  public let word: String
  /// Where it stands.
  public let placement: Placement

  /// The qualifier of a known word; nil for another.
  public init?(_ word: String) {
    guard let placement = Self.placements[word] else { return nil }
    self.word = word
    self.placement = placement
  }

  /// All known words.
  public static let words: [String] = placements.keys.sorted()

  private static let placements: [String: Placement] = [
    "近": .beforeNumber, "约": .beforeNumber, "大约": .beforeNumber, "超": .beforeNumber,
    "超过": .beforeNumber, "逾": .beforeNumber, "突破": .beforeNumber, "达": .beforeNumber,
    "达到": .beforeNumber, "不足": .beforeNumber, "不少于": .beforeNumber, "至少": .beforeNumber,
    "不超过": .beforeNumber, "不低于": .beforeNumber,
    "不高于": .beforeNumber, "不到": .beforeNumber,
    "余": .beforeUnit, "多": .beforeUnit, "来": .beforeUnit,
    "以上": .afterUnit, "以下": .afterUnit, "以内": .afterUnit, "左右": .afterUnit,
    "上下": .afterUnit,
  ]
}
