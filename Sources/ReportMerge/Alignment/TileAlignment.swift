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
        pairs.map(\.side), weights: pairs.map { base.tiles[$0.base].weight }))
    for (index, pair) in pairs.enumerated() {
      if inChain.contains(index) { chain.append(pair) } else { moved.append(pair) }
    }
    gatherBlocks(
      BlockEdges(base.tiles, paired: pairs.map(\.base)),
      BlockEdges(side.tiles, paired: pairs.map(\.side)))
  }

  private mutating func gatherBlocks(_ base: BlockEdges, _ side: BlockEdges) {
    var last: Pair?
    for pair in moved {
      if let last, !blocks.isEmpty, base.areNeighbours(last.base, pair.base),
        side.areNeighbours(last.side, pair.side)
      {
        blocks[blocks.count - 1].base = blocks[blocks.count - 1].base.lowerBound..<pair.base + 1
        blocks[blocks.count - 1].side = blocks[blocks.count - 1].side.lowerBound..<pair.side + 1
      } else {
        blocks.append(Block(base: pair.base..<pair.base + 1, side: pair.side..<pair.side + 1))
      }
      last = pair
    }
    for index in blocks.indices {
      blocks[index].base = base.withLooseSentences(blocks[index].base)
      blocks[index].side = side.withLooseSentences(blocks[index].side)
      Self.takeHead(of: &blocks[index], base.tiles, side.tiles)
    }
  }

  /// Takes the number and the line ends before a run along, where both texts have them.
  private static func takeHead(of block: inout Block, _ base: [Tile], _ side: [Tile]) {
    while block.base.lowerBound > 0, block.side.lowerBound > 0 {
      let (one, two) = (base[block.base.lowerBound - 1], side[block.side.lowerBound - 1])
      guard one.kind == two.kind, one.kind != .sentence,
        one.symbol == two.symbol || one.kind == .ordinal
      else { return }
      block.base = block.base.lowerBound - 1..<block.base.upperBound
      block.side = block.side.lowerBound - 1..<block.side.upperBound
    }
  }
}

/// Finds where runs that moved begin and end in one text.
private struct BlockEdges {
  let tiles: [Tile]
  /// How many tiles before each, and before the end, have a counterpart.
  private var pairedBefore: [Int]

  init(_ tiles: [Tile], paired: [Int]) {
    self.tiles = tiles
    pairedBefore = [Int](repeating: 0, count: tiles.count + 1)
    for tile in paired { pairedBefore[tile + 1] = 1 }
    for tile in tiles.indices { pairedBefore[tile + 1] += pairedBefore[tile] }
  }

  private func isPaired(_ tile: Int) -> Bool { pairedBefore[tile + 1] > pairedBefore[tile] }

  /// Whether nothing that has a counterpart stands between two tiles.
  func areNeighbours(_ before: Int, _ tile: Int) -> Bool {
    before < tile && pairedBefore[before + 1] == pairedBefore[tile]
  }

  /// A run with the sentences without counterpart that stand in its lines: behind it, and from the
  /// head of its line on.
  func withLooseSentences(_ run: Range<Int>) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    while end < tiles.count, tiles[end].kind == .sentence, !isPaired(end) { end += 1 }
    while start > 0, tiles[start - 1].kind == .sentence, !isPaired(start - 1) { start -= 1 }
    if start > 0, tiles[start - 1].kind == .sentence { start = run.lowerBound }
    return start..<end
  }
}
