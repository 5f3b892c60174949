/// Which sentences of two texts are one another's, those that moved included.
struct TileAlignment {
  /// How alike two sentences are.
  enum Likeness: UInt8 {
    /// Equal.
    case same
    /// Equal but for the values of numbers.
    case sameWords
    /// Reworded.
    case similar
  }

  /// Two tiles that belong together.
  struct Pair {
    var base: Int
    var side: Int
    var likeness: Likeness
  }

  /// A run of sentences that stands elsewhere in the other text.
  struct Block {
    var base: Range<Int>
    var side: Range<Int>
  }

  /// The pairs that stand in the same order in both texts.
  private(set) var chain: [Pair] = []
  /// The other pairs, in the order of the base.
  private(set) var moved: [Pair] = []
  /// `moved` in runs, in the order of the base.
  private(set) var blocks: [Block] = []

  /// Aligns two texts; near linear in their tiles.
  init(base: TokenText, side: TokenText) {
    var finder = PairFinder(base: base, side: side)
    let pairs = finder.pairs()
    let inChain = Set(
      IncreasingChain.longest(
        pairs.map(\.side), weights: pairs.map { base.tiles[$0.base].tokens.count }))
    for (index, pair) in pairs.enumerated() {
      if inChain.contains(index) { chain.append(pair) } else { moved.append(pair) }
    }
    var last: Pair?
    for pair in moved {
      if let last, !blocks.isEmpty, Self.follows(pair.base, last.base, base.tiles),
        Self.follows(pair.side, last.side, side.tiles)
      {
        blocks[blocks.count - 1].base = blocks[blocks.count - 1].base.lowerBound..<pair.base + 1
        blocks[blocks.count - 1].side = blocks[blocks.count - 1].side.lowerBound..<pair.side + 1
      } else {
        blocks.append(Block(base: pair.base..<pair.base + 1, side: pair.side..<pair.side + 1))
      }
      last = pair
    }
  }

  /// Whether no other sentence stands between two tiles.
  private static func follows(_ tile: Int, _ before: Int, _ tiles: [Tile]) -> Bool {
    guard before < tile else { return false }
    for index in before + 1..<tile where tiles[index].kind == .sentence { return false }
    return true
  }
}
