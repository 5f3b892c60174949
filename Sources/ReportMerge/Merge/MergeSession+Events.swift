extension MergeSession {
  /// Says what hand edits changed where the new text did not.
  mutating func reportMine(_ hunk: TokenAlignment.Hunk, _ region: Region, pieces: Range<Int>) {
    var event = PendingEvent(
      kind: .wordsEditedByHand, base: hunk.base, mine: hunk.side, pieces: pieces)
    if hunk.base.isEmpty, mine.areSentences(hunk.side) {
      event.kind = .addedByHand
    } else if hunk.side.isEmpty, base.areSentences(hunk.base) {
      event.kind = .droppedByHand
    } else {
      let isWhole = region.theirsHunks.isEmpty
      let numbers = NumberPairs.pairs(base, hunk.base, mine, hunk.side).map { pair in
        PendingNumber(
          base: pair.left, mine: pair.right,
          theirs: isWhole
            ? pair.left.map { region.theirs.lowerBound + $0 - region.base.lowerBound } : nil)
      }
      report(numbers, as: .numberEditedByHand, pieces)
      event.numbers = numbers.filter { $0.base == nil || $0.mine == nil }
      guard !event.numbers.isEmpty || base.wordSymbols(hunk.base) != mine.wordSymbols(hunk.side)
      else { return }
    }
    events.append(event)
  }

  /// Says what the new text changed where the draft was not edited.
  mutating func reportTheirs(_ hunk: TokenAlignment.Hunk, _ region: Region, pieces: Range<Int>) {
    var event = PendingEvent(
      kind: .wordsGenerated, base: hunk.base, theirs: hunk.side, pieces: pieces)
    if hunk.base.isEmpty, theirs.areSentences(hunk.side) {
      event.kind = .addedByData
    } else if hunk.side.isEmpty, base.areSentences(hunk.base) {
      event.kind = .droppedByData
    } else {
      let numbers = NumberPairs.pairs(base, hunk.base, theirs, hunk.side).map { pair in
        PendingNumber(
          base: pair.left,
          mine: pair.left.map { region.mine.lowerBound + $0 - region.base.lowerBound },
          theirs: pair.right,
          isNearEdit: pair.left.map { editedTiles.contains(Int(base.tileIndex[$0])) } ?? false)
      }
      report(numbers, as: .numberUpdated, pieces)
      event.numbers = numbers.filter { $0.base == nil || $0.theirs == nil }
      guard !event.numbers.isEmpty || base.wordSymbols(hunk.base) != theirs.wordSymbols(hunk.side)
      else { return }
    }
    events.append(event)
  }

  /// Says what both sides changed alike.
  mutating func reportAgreement(_ region: Region, pieces: Range<Int>) {
    let numbers = NumberPairs.pairs(base, region.base, mine, region.mine).map { pair in
      PendingNumber(
        base: pair.left, mine: pair.right,
        theirs: pair.right.map { region.theirs.lowerBound + $0 - region.mine.lowerBound })
    }
    report(numbers, as: .numberAgreed, pieces)
    guard
      numbers.contains(where: { $0.base == nil || $0.mine == nil })
        || base.wordSymbols(region.base) != mine.wordSymbols(region.mine)
    else { return }
    events.append(
      PendingEvent(
        kind: .wordsAgreed, base: region.base, mine: region.mine, theirs: region.theirs,
        pieces: pieces))
  }

  /// One event for each number that stands on both sides and changed.
  private mutating func report(
    _ numbers: [PendingNumber], as kind: MergeEvent.Kind, _ pieces: Range<Int>
  ) {
    for number in numbers {
      let new =
        kind == .numberUpdated
        ? number.theirs.map { theirs.symbols[$0] } : number.mine.map { mine.symbols[$0] }
      guard let token = number.base, let new, base.symbols[token] != new else { continue }
      events.append(
        PendingEvent(
          kind: kind, base: token..<token + 1, mine: number.mine.map { $0..<$0 + 1 },
          theirs: number.theirs.map { $0..<$0 + 1 }, numbers: [number], pieces: pieces))
    }
  }

  /// Says which numbers typed by hand equal one that the new text changed.
  mutating func reportStaleCopies() {
    var seen: Set<Int> = []
    var asked: Set<UInt64> = []
    var stale: [PendingEvent] = []
    for event in events where event.kind == .numberUpdated {
      for number in event.numbers {
        guard let old = number.base, handTyped.typed[base.symbols[old]] != nil,
          asked.insert(base.twoSymbols(endingAt: old)).inserted
        else { continue }
        for copy in handTyped.copies(of: old, base, mine)
        where substitutes[copy] == nil && seen.insert(copy).inserted {
          stale.append(
            PendingEvent(
              kind: .possiblyStale, base: event.base, mine: copy..<copy + 1, theirs: event.theirs,
              numbers: [PendingNumber(base: old, mine: copy, theirs: number.theirs)]))
        }
      }
    }
    events += stale
  }
}

extension TokenText {
  /// A token's symbol and the one before it in one number.
  fileprivate func twoSymbols(endingAt token: Int) -> UInt64 {
    let before = token > 0 ? symbols[token - 1] : -1
    return UInt64(UInt32(bitPattern: before)) << 32 | UInt64(UInt32(bitPattern: symbols[token]))
  }
}
