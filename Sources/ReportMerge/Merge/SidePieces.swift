/// One text laid out in pieces: the runs of sentences that moved, and what stands between them.
struct SidePieces {
  /// A chunk's stretch of the text.
  struct Part {
    var chunk: Int
    var side: Range<Int>
    var isMoved: Bool
    /// Whether it is the first of a run that moved.
    var leadsMove = false
  }

  private struct Piece {
    var side: Range<Int>
    /// The tiles of the base from here on belong to the piece; for one that moved, all it holds.
    var base: Range<Int>
    var isMoved: Bool
    var pairs: ArraySlice<TileAlignment.Pair>
  }

  /// What was found out last about the ends of two stretches, so that each end is looked at once.
  private struct CommonSuffix {
    var left = -1
    var right = -1
    var count = 0
  }

  private let base: TokenText
  private let side: TokenText
  private var pieces: [Piece] = []
  /// Where the base must be cut: around what moved, and where something moved to.
  private(set) var cuts: [Int] = []
  /// Whether a tile of the base belongs to a run that moved.
  private var isAway: [Bool]

  init(base: TokenText, side: TokenText, alignment: TileAlignment) {
    self.base = base
    self.side = side
    isAway = [Bool](repeating: false, count: base.tiles.count)
    let blocks = alignment.blocks.sorted { $0.side.lowerBound < $1.side.lowerBound }
    var (sideStart, baseStart, chainStart) = (0, 0, 0)
    var suffix = CommonSuffix()
    for block in blocks {
      cuts += [block.base.lowerBound, block.base.upperBound]
      for tile in block.base { isAway[tile] = true }
      var chainEnd = chainStart
      while chainEnd < alignment.chain.count,
        alignment.chain[chainEnd].side < block.side.lowerBound
      {
        chainEnd += 1
      }
      let place = insertionPoint(
        block.side, alignment.chain, chainEnd: chainEnd, sideFloor: sideStart, floor: baseStart,
        &suffix)
      cuts.append(place)
      pieces.append(
        Piece(
          side: sideStart..<block.side.lowerBound, base: baseStart..<place, isMoved: false,
          pairs: alignment.chain[chainStart..<chainEnd]))
      pieces.append(
        Piece(
          side: block.side, base: block.base, isMoved: true,
          pairs: alignment.moved.pairs(within: block.base)))
      (sideStart, baseStart, chainStart) = (block.side.upperBound, place, chainEnd)
    }
    pieces.append(
      Piece(
        side: sideStart..<side.tiles.count, base: baseStart..<base.tiles.count, isMoved: false,
        pairs: alignment.chain[chainStart...]))
  }

  /// The tile of the base before which a run that moved now stands.
  private func insertionPoint(
    _ block: Range<Int>, _ chain: [TileAlignment.Pair], chainEnd: Int, sideFloor: Int, floor: Int,
    _ known: inout CommonSuffix
  ) -> Int {
    let before = chainEnd > 0 ? chain[chainEnd - 1] : nil
    let after = chainEnd < chain.count ? chain[chainEnd] : nil
    let low = max(floor, (before?.base ?? -1) + 1)
    let high = max(low, after?.base ?? base.tiles.count)
    let sideLow = max(sideFloor, (before?.side ?? -1) + 1)
    let sideHigh = max(block.upperBound, after?.side ?? side.tiles.count)
    let ahead = sideLow..<max(sideLow, block.lowerBound)
    let behind = block.upperBound..<sideHigh
    let prefix = commonPrefix(low..<high, ahead)
    if prefix == ahead.count { return low + prefix }
    let suffix = commonSuffix(low..<high, behind, &known)
    if suffix == behind.count { return high - suffix }
    return min(max(low + prefix, min(high - suffix, low + ahead.count)), high)
  }

  private func commonPrefix(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    var count = 0
    while count < min(left.count, right.count),
      areAlike(left.lowerBound + count, right.lowerBound + count)
    {
      count += 1
    }
    return count
  }

  /// Whether two tiles are equal, or both numbers of headings.
  private func areAlike(_ one: Int, _ two: Int) -> Bool {
    base.tiles[one].symbol == side.tiles[two].symbol
      || (base.tiles[one].kind == .ordinal && side.tiles[two].kind == .ordinal)
  }

  /// How many tiles two stretches have in common at their ends.
  ///
  /// Stretches that end where those asked for last did may only be shorter than those.
  private func commonSuffix(
    _ left: Range<Int>, _ right: Range<Int>, _ known: inout CommonSuffix
  ) -> Int {
    let limit = min(left.count, right.count)
    if known.left != left.upperBound || known.right != right.upperBound {
      var count = 0
      while count < limit, areAlike(left.upperBound - 1 - count, right.upperBound - 1 - count) {
        count += 1
      }
      known = CommonSuffix(left: left.upperBound, right: right.upperBound, count: count)
    }
    return min(known.count, limit)
  }

  // MARK: Parts

  /// The stretch of each chunk, in the order of the text; `ranges` are the chunks' tiles of the
  /// base, cut at least at ``cuts``.
  func parts(of ranges: [Range<Int>]) -> [Part] {
    var parts: [Part] = []
    var orphan: Range<Int>?
    var next = 0
    for piece in pieces {
      var chunks: [Int] = []
      if piece.isMoved {
        var chunk = ranges.partitionPoint { $0.lowerBound >= piece.base.lowerBound }
        while chunk < ranges.count, ranges[chunk].upperBound <= piece.base.upperBound {
          chunks.append(chunk)
          chunk += 1
        }
      } else {
        while next < ranges.count,
          ranges[next].lowerBound < piece.base.upperBound
            || (ranges[next].isEmpty && piece.base.isEmpty)
        {
          if ranges[next].isEmpty || !isAway[ranges[next].lowerBound] { chunks.append(next) }
          next += 1
        }
      }
      var side = piece.side
      if let left = orphan { side = left.lowerBound..<side.upperBound }
      orphan = nil
      if chunks.isEmpty {
        if !side.isEmpty { orphan = side }
        continue
      }
      let first = parts.count
      parts += split(side, among: chunks, ranges, piece)
      parts[first].leadsMove = piece.isMoved
    }
    if let orphan, let last = parts.indices.last {
      parts[last].side = parts[last].side.lowerBound..<orphan.upperBound
    }
    return parts
  }

  private func split(
    _ range: Range<Int>, among chunks: [Int], _ ranges: [Range<Int>], _ piece: Piece
  ) -> [Part] {
    var parts: [Part] = []
    var start = range.lowerBound
    var pairs = piece.pairs
    var last: TileAlignment.Pair?
    var suffix = CommonSuffix()
    for (chunk, following) in zip(chunks, chunks.dropFirst()) {
      let edge = ranges[chunk].upperBound
      while let pair = pairs.first, pair.base < edge {
        last = pair
        pairs.removeFirst()
      }
      let ahead = max(ranges[chunk].lowerBound, (last?.base ?? -1) + 1)..<edge
      let behindEnd = pairs.first?.base ?? chunks.last.map { ranges[$0].upperBound } ?? edge
      let behind = ranges[following].lowerBound..<max(ranges[following].lowerBound, behindEnd)
      let low = max(start, (last?.side ?? -1) + 1)
      let gap = low..<max(low, min(pairs.first?.side ?? range.upperBound, range.upperBound))
      let cut = edgeCut(ahead: ahead, behind: behind, gap: gap, &suffix)
      parts.append(Part(chunk: chunk, side: start..<cut, isMoved: piece.isMoved))
      start = cut
    }
    if let chunk = chunks.last {
      parts.append(
        Part(
          chunk: chunk, side: start..<max(start, range.upperBound), isMoved: piece.isMoved))
    }
    return parts
  }

  /// Where in `gap` the edge between two chunks of the base lies.
  ///
  /// What was added between goes with the sentence before it, at the head of a line with the one
  /// behind; a heading's number and the line ends before it belong to the heading.
  private func edgeCut(
    ahead: Range<Int>, behind: Range<Int>, gap: Range<Int>, _ suffix: inout CommonSuffix
  ) -> Int {
    let low = gap.lowerBound + commonPrefix(ahead, gap)
    let high = gap.upperBound - commonSuffix(behind, low..<gap.upperBound, &suffix)
    guard low < high else { return low }
    let opensLine = low == 0 || side.tiles[low - 1].kind == .blank
    if opensLine, side.tiles[high - 1].kind == .sentence { return low }
    guard side.tiles[high - 1].kind == .ordinal else { return high }
    var cut = high - 1
    while cut > low, side.tiles[cut - 1].kind == .blank { cut -= 1 }
    return cut
  }
}

extension [TileAlignment.Pair] {
  /// The pairs, sorted by base, whose base tile lies in `range`.
  fileprivate func pairs(within range: Range<Int>) -> ArraySlice<TileAlignment.Pair> {
    let low = partitionPoint { $0.base >= range.lowerBound }
    let high = partitionPoint { $0.base >= range.upperBound }
    return self[low..<high]
  }
}
