/// The stretches in which three texts correspond, and the order they take in the result.
///
/// Within a chunk the order of sentences is the same on all sides; what moved is a chunk of its own.
struct ChunkPlan {
  /// A stretch of each text, in tiles; the three tile their texts, any of them may be empty.
  struct Chunk {
    var base: Range<Int>
    var mine = 0..<0
    var theirs = 0..<0
    var isMovedByMine = false
    var isMovedByTheirs = false
    /// Whether it begins a run that the draft moved, rather than following its neighbour there.
    var leadsMoveByMine = false
  }

  /// The chunks in the order of the base.
  private(set) var chunks: [Chunk] = []
  /// The chunks, by index, in the order of the result.
  private(set) var order: [Int] = []
  private let mineOrder: [Int]
  private let theirsOrder: [Int]
  private let minePredecessors: [Int]
  private let theirsPredecessors: [Int]

  /// Plans the merge of three texts; linear in their tiles but for sorting.
  init(
    base: TokenText, mine: TokenText, _ toMine: TileAlignment, theirs: TokenText,
    _ toTheirs: TileAlignment
  ) {
    let minePieces = SidePieces(base: base, side: mine, alignment: toMine)
    let theirsPieces = SidePieces(base: base, side: theirs, alignment: toTheirs)
    var cuts = Set(minePieces.cuts + theirsPieces.cuts)
    cuts.insert(0)
    cuts.insert(base.tiles.count)
    let sorted = cuts.sorted()
    let ranges = sorted.count > 1 ? zip(sorted, sorted.dropFirst()).map { $0..<$1 } : [0..<0]
    let mineParts = minePieces.parts(of: ranges)
    let theirsParts = theirsPieces.parts(of: ranges)
    mineOrder = mineParts.map(\.chunk)
    theirsOrder = theirsParts.map(\.chunk)
    minePredecessors = Self.predecessors(mineOrder)
    theirsPredecessors = Self.predecessors(theirsOrder)
    chunks = ranges.map { Chunk(base: $0) }
    for part in mineParts {
      chunks[part.chunk].mine = part.side
      chunks[part.chunk].isMovedByMine = part.isMoved
      chunks[part.chunk].leadsMoveByMine = part.leadsMove
    }
    for part in theirsParts {
      chunks[part.chunk].theirs = part.side
      chunks[part.chunk].isMovedByTheirs = part.isMoved
    }
    order = mergedOrder()
  }

  /// The draft's order, in which what only the new text moved follows its new predecessor.
  private func mergedOrder() -> [Int] {
    let first = chunks.count
    var next = [Int](repeating: -1, count: chunks.count + 1)
    var last = first
    for chunk in mineOrder where !followsTheirs(chunk) {
      next[last] = chunk
      last = chunk
    }
    var before = first
    for chunk in theirsOrder {
      if followsTheirs(chunk) {
        next[chunk] = next[before]
        next[before] = chunk
      }
      if followsTheirs(chunk) || !isHeldByMine(chunk) || isInOnePlace(chunk) { before = chunk }
    }
    var order: [Int] = []
    var chunk = next[first]
    while chunk >= 0 {
      order.append(chunk)
      chunk = next[chunk]
    }
    return order
  }

  /// Whether a chunk follows the same one in the draft and in the new text.
  func isInOnePlace(_ chunk: Int) -> Bool {
    minePredecessors[chunk] == theirsPredecessors[chunk]
  }

  private static func predecessors(_ order: [Int]) -> [Int] {
    var predecessors = [Int](repeating: -1, count: order.count)
    for (chunk, before) in zip(order.dropFirst(), order) { predecessors[chunk] = before }
    return predecessors
  }

  /// Whether the new text moved a chunk that the draft did not move by itself.
  private func followsTheirs(_ chunk: Int) -> Bool {
    chunks[chunk].isMovedByTheirs && !chunks[chunk].leadsMoveByMine
  }

  /// Whether a chunk that moved on both sides stays where the draft has it.
  private func isHeldByMine(_ chunk: Int) -> Bool {
    chunks[chunk].isMovedByTheirs && chunks[chunk].leadsMoveByMine
  }
}
