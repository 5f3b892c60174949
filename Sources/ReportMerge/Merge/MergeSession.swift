import SourceText

/// The merge of three texts at work: aligned first, resolved region by region, written last.
struct MergeSession {
  let base: TokenText
  let mine: TokenText
  let theirs: TokenText
  let baseOrigins: OriginIndex
  let theirsOrigins: OriginIndex
  let plan: ChunkPlan
  /// The changes of either side in each chunk.
  let mineHunks: [[TokenAlignment.Hunk]]
  let theirsHunks: [[TokenAlignment.Hunk]]
  let handTyped: HandTyped

  var pieces: [MergePiece] = []
  var events: [PendingEvent] = []
  /// Numbers of the draft that stand for others, from the new text, by token.
  var substitutes: [Int: Int] = [:]
  /// The sentences of the base that were edited by hand, by tile.
  private(set) var editedTiles: Set<Int> = []

  init(
    base: SourceFile, mine: SourceFile, theirs: SourceFile,
    origins baseOrigins: OriginIndex, _ theirsOrigins: OriginIndex
  ) {
    var symbols = TextSymbols()
    let base = TokenText(base, &symbols)
    let mine = TokenText(mine, &symbols)
    let theirs = TokenText(theirs, &symbols)
    let toMine = TileAlignment(base: base, side: mine)
    let toTheirs = TileAlignment(base: base, side: theirs)
    let plan = ChunkPlan(base: base, mine: mine, toMine, theirs: theirs, toTheirs)
    let theirsHunks = Self.hunks(base, theirs, toTheirs, plan.chunks.map { ($0.base, $0.theirs) })
    let wholeHunks = Self.hunks(base, mine, toMine, plan.chunks.map { ($0.base, $0.mine) })
    let mineHunks = zip(wholeHunks, theirsHunks).map { own, others in
      own.splitAtNumbers(base, mine, unlessIn: others, of: theirs)
    }
    (self.base, self.mine, self.theirs) = (base, mine, theirs)
    (self.baseOrigins, self.theirsOrigins) = (baseOrigins, theirsOrigins)
    (self.plan, self.mineHunks, self.theirsHunks) = (plan, mineHunks, theirsHunks)
    handTyped = HandTyped(base: base, mine: mine, hunks: mineHunks.joined())
    for hunk in mineHunks.joined() {
      if hunk.base.isEmpty, mine.areSentences(hunk.side) { continue }
      for token in hunk.base.isEmpty ? hunk.base.lowerBound..<hunk.base.lowerBound + 1 : hunk.base
      where token < base.count {
        editedTiles.insert(Int(base.tileIndex[token]))
      }
    }
  }

  /// The changes in each chunk of a side.
  private static func hunks(
    _ base: TokenText, _ side: TokenText, _ alignment: TileAlignment,
    _ chunks: [(base: Range<Int>, side: Range<Int>)]
  ) -> [[TokenAlignment.Hunk]] {
    let pairs = (alignment.chain + alignment.moved).sorted { $0.base < $1.base }
    var next = 0
    return chunks.map { chunk in
      while next < pairs.count, pairs[next].base < chunk.base.lowerBound { next += 1 }
      let first = next
      while next < pairs.count, pairs[next].base < chunk.base.upperBound { next += 1 }
      return TokenAlignment(
        base: base, base.tokens(ofTiles: chunk.base), side: side,
        side.tokens(ofTiles: chunk.side),
        anchors: pairs[first..<next].lazy.filter { chunk.side.contains($0.side) }
      ).hunks
    }
  }

  /// Settles every region of every chunk, in the order of the result.
  mutating func resolve() {
    for index in plan.order {
      let firstPiece = pieces.count
      resolveChunk(index)
      reportMove(of: index, pieces: firstPiece..<pieces.count)
    }
  }

  private mutating func resolveChunk(_ index: Int) {
    let chunk = plan.chunks[index]
    let (baseTokens, mineTokens, theirsTokens) = (
      base.tokens(ofTiles: chunk.base), mine.tokens(ofTiles: chunk.mine),
      theirs.tokens(ofTiles: chunk.theirs)
    )
    let regions = Region.regions(
      mine: mineHunks[index], theirs: theirsHunks[index],
      mineStart: (baseTokens.lowerBound, mineTokens.lowerBound),
      theirsStart: (baseTokens.lowerBound, theirsTokens.lowerBound))
    var (baseEnd, mineEnd, theirsEnd) = (
      baseTokens.lowerBound, mineTokens.lowerBound, theirsTokens.lowerBound
    )
    for region in regions {
      keep(
        baseEnd..<region.base.lowerBound, mineEnd..<region.mine.lowerBound,
        theirsEnd..<region.theirs.lowerBound)
      resolve(region)
      (baseEnd, mineEnd, theirsEnd) = (
        region.base.upperBound, region.mine.upperBound, region.theirs.upperBound
      )
    }
    keep(
      baseEnd..<baseTokens.upperBound, mineEnd..<mineTokens.upperBound,
      theirsEnd..<theirsTokens.upperBound)
  }

  private mutating func keep(_ base: Range<Int>, _ mine: Range<Int>, _ theirs: Range<Int>) {
    if !base.isEmpty { pieces.append(.kept(base: base, mine: mine, theirs: theirs)) }
  }

  private mutating func reportMove(of index: Int, pieces: Range<Int>) {
    let chunk = plan.chunks[index]
    let kind: MergeEvent.Kind
    switch (chunk.isMovedByMine, chunk.isMovedByTheirs) {
    case (false, false): return
    case (true, false): kind = .movedByHand
    case (false, true): kind = .movedByData
    case (true, true):
      kind =
        plan.isInOnePlace(index)
        ? .movedByHand : chunk.leadsMoveByMine ? .movedByBoth : .movedByData
    }
    events.append(
      PendingEvent(
        kind: kind, base: base.tokens(ofTiles: chunk.base), mine: mine.tokens(ofTiles: chunk.mine),
        theirs: theirs.tokens(ofTiles: chunk.theirs), pieces: pieces))
  }
}
