import BulletinSyntax
import ReportModel
import SourceText

/// Items of one shape in a row: 一等奖2个、二等奖11个、三等奖22个.
struct RepeatedShape {
  /// What stands between two figures of an item, in all items.
  struct Gap {
    /// What every item begins the gap with.
    let head: String
    /// What each item says in its own words; empty where the gap is the same in all.
    let words: [String]
    /// What every item ends the gap with.
    let tail: String
  }

  /// From the first name to the last figure, what stands behind it in every item included.
  let range: Range<Int>
  /// The mark between two items.
  let separator: String
  /// What names each item; all empty where only figures stand in a row.
  let names: [String]
  /// The figures, all items one after the other.
  let figures: [LearnedFigure]
  /// The gaps between the figures of an item.
  let gaps: [Gap]
  /// What stands behind the last figure of every item.
  let tail: String

  /// How many figures an item has.
  var period: Int { gaps.count + 1 }

  /// The figures at one place of the items.
  func column(_ index: Int) -> [LearnedFigure] {
    stride(from: index, to: figures.count, by: period).map { figures[$0] }
  }
}
