/// A stretch of a chunk that one side changed, or that both changed and whose changes overlap.
struct Region {
  /// The stretch on each side, in tokens.
  var base: Range<Int>
  var mine: Range<Int>
  var theirs: Range<Int>
  /// The changes in it; one of the two lists may be empty.
  var mineHunks: ArraySlice<TokenAlignment.Hunk>
  var theirsHunks: ArraySlice<TokenAlignment.Hunk>

  /// The regions of a chunk, in order.
  static func regions(
    mine: [TokenAlignment.Hunk], theirs: [TokenAlignment.Hunk],
    mineStart: (base: Int, side: Int), theirsStart: (base: Int, side: Int)
  ) -> [Region] {
    var regions: [Region] = []
    var (nextMine, nextTheirs) = (0, 0)
    // How far the sides have drifted from the base: the offset of unchanged tokens.
    var mineDrift = mineStart.side - mineStart.base
    var theirsDrift = theirsStart.side - theirsStart.base
    while nextMine < mine.count || nextTheirs < theirs.count {
      let (firstMine, firstTheirs) = (nextMine, nextTheirs)
      if nextTheirs == theirs.count
        || (nextMine < mine.count && comesFirst(mine[nextMine].base, theirs[nextTheirs].base))
      {
        nextMine += 1
      } else {
        nextTheirs += 1
      }
      var hasGrown = true
      while hasGrown {
        hasGrown = false
        if nextMine < mine.count, nextTheirs > firstTheirs,
          overlap(mine[nextMine].base, theirs[nextTheirs - 1].base)
        {
          nextMine += 1
          hasGrown = true
        }
        if nextTheirs < theirs.count, nextMine > firstMine,
          overlap(theirs[nextTheirs].base, mine[nextMine - 1].base)
        {
          nextTheirs += 1
          hasGrown = true
        }
      }
      let mineHunks = mine[firstMine..<nextMine]
      let theirsHunks = theirs[firstTheirs..<nextTheirs]
      let low = min(
        mineHunks.first?.base.lowerBound ?? .max, theirsHunks.first?.base.lowerBound ?? .max)
      let high = max(
        mineHunks.last?.base.upperBound ?? 0, theirsHunks.last?.base.upperBound ?? 0)
      let (mineLow, theirsLow) = (low + mineDrift, low + theirsDrift)
      if let last = mineHunks.last { mineDrift = last.side.upperBound - last.base.upperBound }
      if let last = theirsHunks.last { theirsDrift = last.side.upperBound - last.base.upperBound }
      regions.append(
        Region(
          base: low..<high, mine: mineLow..<high + mineDrift,
          theirs: theirsLow..<high + theirsDrift, mineHunks: mineHunks, theirsHunks: theirsHunks))
    }
    return regions
  }

  private static func comesFirst(_ one: Range<Int>, _ two: Range<Int>) -> Bool {
    one.lowerBound != two.lowerBound
      ? one.lowerBound < two.lowerBound : one.upperBound <= two.upperBound
  }

  /// Whether changes of two stretches touch the same text; standing side by side is no overlap, but
  /// two additions at one place are.
  private static func overlap(_ one: Range<Int>, _ two: Range<Int>) -> Bool {
    if one.isEmpty, two.isEmpty { return one.lowerBound == two.lowerBound }
    if one.isEmpty { return two.lowerBound < one.lowerBound && one.lowerBound < two.upperBound }
    if two.isEmpty { return one.lowerBound < two.lowerBound && two.lowerBound < one.upperBound }
    return max(one.lowerBound, two.lowerBound) < min(one.upperBound, two.upperBound)
  }

  /// Whether every change of a side only leaves something out.
  static func onlyDrop(_ hunks: ArraySlice<TokenAlignment.Hunk>) -> Bool {
    hunks.allSatisfy(\.side.isEmpty)
  }
}
