/// Ranges that must not overlap, found again by the rows they lie in.
///
/// Adding costs time in proportion to the ranges near the new one, not to all of them.
struct RangeIndex {
  private static let bandHeight = 64
  private static let mostBands = 64

  private var bands: [Int: [CellRange]] = [:]
  private var tall: [CellRange] = []
  private(set) var count = 0

  /// A range in the index that shares a cell with `range`, or nil.
  func overlapping(_ range: CellRange) -> CellRange? {
    if let found = tall.first(where: range.overlaps) { return found }
    let needed = Self.bandsOf(range)
    if needed.count > bands.count {
      for ranges in bands.values {
        if let found = ranges.first(where: range.overlaps) { return found }
      }
      return nil
    }
    for band in needed {
      if let found = bands[band]?.first(where: range.overlaps) { return found }
    }
    return nil
  }

  mutating func add(_ range: CellRange) {
    count += 1
    let needed = Self.bandsOf(range)
    if needed.count > Self.mostBands {
      tall.append(range)
    } else {
      for band in needed { bands[band, default: []].append(range) }
    }
  }

  private static func bandsOf(_ range: CellRange) -> ClosedRange<Int> {
    range.first.row / bandHeight...range.last.row / bandHeight
  }
}
