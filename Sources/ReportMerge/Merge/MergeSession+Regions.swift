extension MergeSession {
  /// Settles a region and says how.
  mutating func resolve(_ region: Region) {
    let firstPiece = pieces.count
    if region.theirsHunks.isEmpty {
      pieces.append(.mine(region.mine))
      for hunk in region.mineHunks { reportMine(hunk, region, pieces: firstPiece..<pieces.count) }
    } else if region.mineHunks.isEmpty {
      pieces.append(.theirs(region.theirs))
      for hunk in region.theirsHunks {
        reportTheirs(hunk, region, pieces: firstPiece..<pieces.count)
      }
    } else if mine.symbols[region.mine] == theirs.symbols[region.theirs] {
      pieces.append(.mine(region.mine))
      reportAgreement(region, pieces: firstPiece..<pieces.count)
    } else if Region.onlyDrop(region.mineHunks), Region.onlyDrop(region.theirsHunks) {
      keepWhatBothKept(region)
    } else if region.base.isEmpty, mine.areTiles(region.mine), theirs.areTiles(region.theirs),
      mine.hasSentence(region.mine) || theirs.hasSentence(region.theirs)
    {
      addBoth(region)
    } else {
      resolveOverlap(region)
    }
  }

  // MARK: Both sides

  /// Both sides left something out: what neither did stays.
  private mutating func keepWhatBothKept(_ region: Region) {
    let firstPiece = pieces.count
    var dropped = [UInt8](repeating: 0, count: region.base.count)
    for hunk in region.mineHunks {
      for token in hunk.base { dropped[token - region.base.lowerBound] |= 1 }
    }
    for hunk in region.theirsHunks {
      for token in hunk.base { dropped[token - region.base.lowerBound] |= 2 }
    }
    var (mineNext, theirsNext) = (region.mine.lowerBound, region.theirs.lowerBound)
    for (offset, sides) in dropped.enumerated() {
      if sides == 0 {
        let token = region.base.lowerBound + offset
        pieces.append(
          .kept(
            base: token..<token + 1, mine: mineNext..<mineNext + 1,
            theirs: theirsNext..<theirsNext + 1))
      }
      if sides & 1 == 0 { mineNext += 1 }
      if sides & 2 == 0 { theirsNext += 1 }
    }
    let pieces = firstPiece..<self.pieces.count
    for hunk in region.mineHunks {
      events.append(
        PendingEvent(kind: .droppedByHand, base: hunk.base, mine: hunk.side, pieces: pieces))
    }
    for hunk in region.theirsHunks {
      events.append(
        PendingEvent(kind: .droppedByData, base: hunk.base, theirs: hunk.side, pieces: pieces))
    }
  }

  /// Both sides added sentences at one place: all stay, those that are equal once.
  private mutating func addBoth(_ region: Region) {
    let known = Set(mine.tiles(of: region.mine).map { mine.tiles[$0].symbol })
    var added: [Range<Int>] = []
    var isBehindKnown = false
    for tile in theirs.tiles(of: region.theirs) {
      let isSentence = theirs.tiles[tile].kind == .sentence
      let isKnown = isSentence ? known.contains(theirs.tiles[tile].symbol) : isBehindKnown
      isBehindKnown = isKnown
      if !isKnown { added.append(theirs.tiles[tile].tokens) }
    }
    let theirsPieces = added.map { MergePiece.theirs($0) }
    let breaksLine = mine.kinds[region.mine.lowerBound] == .lineEnd
    let theirsFirst = breaksLine && theirs.kinds[region.theirs.lowerBound] != .lineEnd
    let firstPiece = pieces.count
    if theirsFirst { pieces += theirsPieces }
    let minePiece = pieces.count
    pieces.append(.mine(region.mine))
    if !theirsFirst { pieces += theirsPieces }
    events.append(
      PendingEvent(
        kind: .addedByHand, base: region.base, mine: region.mine,
        pieces: minePiece..<minePiece + 1))
    if added.contains(where: { theirs.areSentences($0) }) {
      let range = theirsFirst ? firstPiece..<minePiece : minePiece + 1..<pieces.count
      events.append(
        PendingEvent(
          kind: .addedByData, base: region.base, theirs: region.theirs, pieces: range))
    }
  }

  /// Changes that overlap: numbers that were moved by hand are updated where they are now, what
  /// then is left is a conflict, or a change to what was dropped by hand.
  private mutating func resolveOverlap(_ region: Region) {
    let firstPiece = pieces.count
    var rest: [TokenAlignment.Hunk] = []
    for hunk in region.theirsHunks where !followMove(of: hunk) { rest.append(hunk) }
    if rest.isEmpty || Region.onlyDrop(rest[...]) && region.mine.isEmpty {
      pieces.append(.mine(region.mine))
      for hunk in region.mineHunks { reportMine(hunk, region, pieces: firstPiece..<pieces.count) }
      return
    }
    if region.mine.isEmpty, !rest.contains(where: isTypedElsewhere) {
      pieces.append(.mine(region.mine))
      events.append(
        PendingEvent(
          kind: .changedWhereDropped, base: region.base, mine: region.mine, theirs: region.theirs,
          numbers: changedNumbers(region).filter { $0.theirs != nil },
          pieces: firstPiece..<pieces.count))
      return
    }
    pieces.append(.conflict(mine: region.mine, theirs: region.theirs))
    let numbers = changedNumbers(region)
    let isOfNumbers =
      !numbers.isEmpty
      && numbers.allSatisfy { $0.base != nil && $0.mine != nil && $0.theirs != nil }
      && mine.wordSymbols(region.mine) == theirs.wordSymbols(region.theirs)
    events.append(
      PendingEvent(
        kind: isOfNumbers ? .numberConflict : .wordsConflict, base: region.base, mine: region.mine,
        theirs: region.theirs, numbers: numbers, pieces: firstPiece..<pieces.count))
  }

  /// Updates a number that hand edits carried elsewhere; false where the change is another.
  private mutating func followMove(of hunk: TokenAlignment.Hunk) -> Bool {
    guard hunk.base.count == 1, hunk.side.count == 1, base.isNumber(hunk.base.lowerBound),
      theirs.isNumber(hunk.side.lowerBound), let token = handTyped.relocated[hunk.base.lowerBound]
    else { return false }
    substitutes[token] = hunk.side.lowerBound
    events.append(
      PendingEvent(
        kind: .numberUpdated, base: hunk.base, mine: token..<token + 1, theirs: hunk.side,
        numbers: [
          PendingNumber(
            base: hunk.base.lowerBound, mine: token, theirs: hunk.side.lowerBound,
            isNearEdit: true)
        ]))
    return true
  }

  /// Whether a number that a hunk changes was typed by hand somewhere.
  private func isTypedElsewhere(_ hunk: TokenAlignment.Hunk) -> Bool {
    hunk.base.contains { base.isNumber($0) && handTyped.typed[base.symbols[$0]] != nil }
  }

  /// The numbers of a region that either side changed.
  private func changedNumbers(_ region: Region) -> [PendingNumber] {
    let minePairs = NumberPairs.pairs(base, region.base, mine, region.mine)
    let theirsPairs = NumberPairs.pairs(base, region.base, theirs, region.theirs)
    let theirsOf = Dictionary(
      theirsPairs.compactMap { pair in pair.left.map { ($0, pair.right) } },
      uniquingKeysWith: { first, _ in first })
    var numbers: [PendingNumber] = []
    for pair in minePairs {
      let new = pair.left.flatMap { theirsOf[$0] ?? nil }
      let old = pair.left.map { base.symbols[$0] }
      let isUnchanged =
        old != nil && old == pair.right.map { mine.symbols[$0] }
        && old == new.map { theirs.symbols[$0] }
      if !isUnchanged {
        numbers.append(PendingNumber(base: pair.left, mine: pair.right, theirs: new))
      }
    }
    for pair in theirsPairs where pair.left == nil {
      numbers.append(PendingNumber(theirs: pair.right))
    }
    return numbers
  }
}

extension TokenText {
  /// The tiles of some tokens, which are whole tiles.
  func tiles(of tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return 0..<0 }
    return Int(tileIndex[tokens.lowerBound])..<Int(tileIndex[tokens.upperBound - 1]) + 1
  }
}
