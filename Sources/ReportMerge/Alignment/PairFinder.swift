/// Finds the sentences of two texts that belong together: equal ones in order, then equal but for
/// numbers, then the same elsewhere in the text, then similar ones.
struct PairFinder {
  /// A sentence of fewer tokens is not looked for elsewhere in the text.
  private static let shortestMoved = 6

  private let base: TokenText
  private let side: TokenText
  /// The sentence tiles of either text.
  private let baseTiles: [Int]
  private let sideTiles: [Int]
  /// What each of `baseTiles` was paired with: an index into `sideTiles`, or -1.
  private var partner: [Int]
  private var likeness: [TileAlignment.Likeness]
  private var isTaken: [Bool]

  init(base: TokenText, side: TokenText) {
    self.base = base
    self.side = side
    baseTiles = base.tiles.indices.filter { base.tiles[$0].kind == .sentence }
    sideTiles = side.tiles.indices.filter { side.tiles[$0].kind == .sentence }
    partner = [Int](repeating: -1, count: baseTiles.count)
    likeness = [TileAlignment.Likeness](repeating: .same, count: baseTiles.count)
    isTaken = [Bool](repeating: false, count: sideTiles.count)
  }

  /// The pairs, in the order of the base.
  mutating func pairs() -> [TileAlignment.Pair] {
    pairInOrder()
    pairElsewhere(.same)
    pairElsewhere(.sameWords)
    pairSimilar()
    return baseTiles.indices.compactMap { index in
      guard partner[index] >= 0 else { return nil }
      return TileAlignment.Pair(
        base: baseTiles[index], side: sideTiles[partner[index]], likeness: likeness[index])
    }
  }

  private mutating func pair(_ left: Int, _ right: Int, _ likeness: TileAlignment.Likeness) {
    partner[left] = right
    self.likeness[left] = likeness
    isTaken[right] = true
  }

  private func key(_ tile: Tile, _ likeness: TileAlignment.Likeness) -> Int32 {
    likeness == .same ? tile.symbol : tile.mask
  }

  // MARK: In order

  private mutating func pairInOrder() {
    var gaps = [(left: 0..<baseTiles.count, right: 0..<sideTiles.count)]
    for likeness in [TileAlignment.Likeness.same, .sameWords] {
      let left = baseTiles.map { key(base.tiles[$0], likeness) }
      let right = sideTiles.map { key(side.tiles[$0], likeness) }
      var rest: [(left: Range<Int>, right: Range<Int>)] = []
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          var aligner = SequenceAligner(left, right, anchorLength: 1)
          for gap in gaps {
            var (leftStart, rightStart) = (gap.left.lowerBound, gap.right.lowerBound)
            for run in aligner.runs(gap.left, gap.right) {
              for offset in 0..<run.length { pair(run.left + offset, run.right + offset, likeness) }
              rest.append((leftStart..<run.left, rightStart..<run.right))
              (leftStart, rightStart) = (run.left + run.length, run.right + run.length)
            }
            rest.append((leftStart..<gap.left.upperBound, rightStart..<gap.right.upperBound))
          }
        }
      }
      gaps = rest.filter { !$0.left.isEmpty && !$0.right.isEmpty }
    }
  }

  // MARK: Elsewhere

  /// Pairs what is left over and occurs once on either side.
  private mutating func pairElsewhere(_ likeness: TileAlignment.Likeness) {
    var rights: [Int32: Int] = [:]
    for index in sideTiles.indices where !isTaken[index] && isLong(side.tiles[sideTiles[index]]) {
      let key = key(side.tiles[sideTiles[index]], likeness)
      rights[key] = rights[key] == nil ? index : -1
    }
    guard !rights.isEmpty else { return }
    var lefts: [Int32: Int] = [:]
    for index in baseTiles.indices where partner[index] < 0 {
      let key = key(base.tiles[baseTiles[index]], likeness)
      lefts[key] = lefts[key] == nil ? index : -1
    }
    for (key, left) in lefts where left >= 0 {
      if let right = rights[key], right >= 0 { pair(left, right, likeness) }
    }
  }

  private func isLong(_ tile: Tile) -> Bool { tile.tokens.count >= Self.shortestMoved }

  // MARK: Similar

  private mutating func pairSimilar() {
    let lefts = baseTiles.indices.filter {
      partner[$0] < 0 && isLong(base.tiles[baseTiles[$0]])
    }
    let rights = sideTiles.indices.filter {
      !isTaken[$0] && isLong(side.tiles[sideTiles[$0]])
    }
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let matches = Similarity.bestPairs(
      lefts.map { base.masks[base.tiles[baseTiles[$0]].tokens] },
      rights.map { side.masks[side.tiles[sideTiles[$0]].tokens] })
    for (left, right) in matches { pair(lefts[left], rights[right], .similar) }
  }
}
