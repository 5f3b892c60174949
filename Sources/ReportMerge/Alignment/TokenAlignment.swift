/// Which tokens of two stretches of text are one another's, in order.
struct TokenAlignment {
  /// A stretch of the base and what stands for it in the other text; one of them may be empty.
  struct Hunk {
    var base: Range<Int>
    var side: Range<Int>
  }

  /// Where the texts differ, in order; between two hunks they are equal.
  let hunks: [Hunk]

  /// Aligns the tokens of `baseRange` and `sideRange`, holding fast to sentences that are known to
  /// belong together.
  ///
  /// Near linear.
  init(
    base: TokenText, _ baseRange: Range<Int>, side: TokenText, _ sideRange: Range<Int>,
    anchors: some Sequence<TileAlignment.Pair>
  ) {
    var runs: [CommonRun] = []
    base.symbols.withUnsafeBufferPointer { left in
      side.symbols.withUnsafeBufferPointer { right in
        var aligner = SequenceAligner(left, right, anchorLength: 4)
        var (leftStart, rightStart) = (baseRange.lowerBound, sideRange.lowerBound)
        for pair in anchors where pair.likeness != .similar {
          let one = base.tiles[pair.base].tokens
          let two = side.tiles[pair.side].tokens
          guard one.lowerBound >= leftStart, one.upperBound <= baseRange.upperBound,
            two.lowerBound >= rightStart, two.upperBound <= sideRange.upperBound
          else { continue }
          runs += aligner.runs(leftStart..<one.lowerBound, rightStart..<two.lowerBound)
          runs += Self.runs(left, one, right, two)
          (leftStart, rightStart) = (one.upperBound, two.upperBound)
        }
        runs += aligner.runs(
          leftStart..<baseRange.upperBound, rightStart..<sideRange.upperBound)
      }
    }
    let joined = Self.joined(runs)
    let kept = RunCleanup(base: base, side: side).kept(joined, baseRange, sideRange)
    let plain = Self.hunks(between: kept, baseRange, sideRange)
    hunks = Self.atSentences(plain, base, side, end: baseRange.upperBound).flatMap { hunk in
      if Self.isNumberByNumber(hunk, base, side) { return Self.single(hunk) }
      return Self.split(hunk, base, side)
    }
  }

  /// The hunks with what was added or dropped beginning at a sentence, where that says the same.
  ///
  /// Of 甲。乙。 without 乙 the text `。乙` may be gone, or `乙。`.
  private static func atSentences(
    _ hunks: [Hunk], _ base: TokenText, _ side: TokenText, end: Int
  ) -> [Hunk] {
    var moved = hunks
    for (index, hunk) in hunks.enumerated() where hunk.base.isEmpty != hunk.side.isEmpty {
      let next = index + 1 < hunks.count ? hunks[index + 1].base.lowerBound : end
      let (text, range) = hunk.side.isEmpty ? (base, hunk.base) : (side, hunk.side)
      var shift = 0
      while !text.beginsTile(range.lowerBound + shift), hunk.base.upperBound + shift < next,
        text.symbols[range.lowerBound + shift] == text.symbols[range.upperBound + shift]
      {
        shift += 1
      }
      guard shift > 0, text.beginsTile(range.lowerBound + shift) else { continue }
      moved[index].base = hunk.base.lowerBound + shift..<hunk.base.upperBound + shift
      moved[index].side = hunk.side.lowerBound + shift..<hunk.side.upperBound + shift
    }
    return moved
  }

  /// Whether a hunk holds numbers side by side, each with its counterpart: 2起5人次.
  private static func isNumberByNumber(_ hunk: Hunk, _ base: TokenText, _ side: TokenText) -> Bool {
    hunk.base.count > 1 && hunk.base.count == hunk.side.count
      && zip(hunk.base, hunk.side).allSatisfy { base.masks[$0] == side.masks[$1] }
  }

  /// Tells sentences dropped from line ends and numbers added in their place, and the reverse.
  private static func split(_ hunk: Hunk, _ base: TokenText, _ side: TokenText) -> [Hunk] {
    guard !hunk.base.isEmpty, !hunk.side.isEmpty else { return [hunk] }
    let (from, to) = (hunk.base.lowerBound, hunk.base.upperBound)
    let (start, end) = (hunk.side.lowerBound, hunk.side.upperBound)
    let baseCut = base.sentenceEnd(in: hunk.base)
    let sideCut = side.sentenceEnd(in: hunk.side)
    if let baseCut, sideCut == nil {
      return [
        Hunk(base: from..<baseCut, side: start..<start),
        Hunk(base: baseCut..<to, side: start..<end),
      ]
    }
    if let sideCut, baseCut == nil {
      return [
        Hunk(base: from..<from, side: start..<sideCut), Hunk(base: from..<to, side: sideCut..<end),
      ]
    }
    return [hunk]
  }

  /// A hunk taken apart token by token.
  private static func single(_ hunk: Hunk) -> [Hunk] {
    zip(hunk.base, hunk.side).map { Hunk(base: $0..<$0 + 1, side: $1..<$1 + 1) }
  }

  /// The equal tokens of two sentences of one shape.
  private static func runs(
    _ left: UnsafeBufferPointer<Int32>, _ one: Range<Int>,
    _ right: UnsafeBufferPointer<Int32>, _ two: Range<Int>
  ) -> [CommonRun] {
    var runs: [CommonRun] = []
    var start = 0
    for offset in 0..<min(one.count, two.count)
    where left[one.lowerBound + offset] != right[two.lowerBound + offset] {
      runs.append(
        CommonRun(
          left: one.lowerBound + start, right: two.lowerBound + start, length: offset - start))
      start = offset + 1
    }
    runs.append(
      CommonRun(
        left: one.lowerBound + start, right: two.lowerBound + start, length: one.count - start))
    return runs.filter { $0.length > 0 }
  }

  private static func joined(_ runs: [CommonRun]) -> [CommonRun] {
    var joined: [CommonRun] = []
    for run in runs {
      if let last = joined.last, last.left + last.length == run.left,
        last.right + last.length == run.right
      {
        joined[joined.count - 1].length += run.length
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private static func hunks(
    between runs: [CommonRun], _ baseRange: Range<Int>, _ sideRange: Range<Int>
  ) -> [Hunk] {
    var hunks: [Hunk] = []
    var (left, right) = (baseRange.lowerBound, sideRange.lowerBound)
    let end = CommonRun(left: baseRange.upperBound, right: sideRange.upperBound, length: 0)
    for run in runs + [end] {
      if run.left > left || run.right > right {
        hunks.append(Hunk(base: left..<run.left, side: right..<run.right))
      }
      (left, right) = (run.left + run.length, run.right + run.length)
    }
    return hunks
  }
}

extension [TokenAlignment.Hunk] {
  /// The hunks with words and numbers apart, where the numbers are of the same units one by one.
  ///
  /// So a number edited by hand beside an edited word is an edit of its own. A hunk that the other
  /// side has too stays whole.
  func splitAtNumbers(
    _ base: TokenText, _ side: TokenText, unlessIn others: [TokenAlignment.Hunk],
    of other: TokenText
  ) -> [TokenAlignment.Hunk] {
    let twins = Dictionary(
      others.map { ($0.base, $0.side) }, uniquingKeysWith: { first, _ in first })
    return flatMap { hunk -> [TokenAlignment.Hunk] in
      if let twin = twins[hunk.base], other.symbols[twin] == side.symbols[hunk.side] {
        return [hunk]
      }
      var lefts = hunk.base.filter { base.kinds[$0].isNumeric }
      var rights = hunk.side.filter { side.kinds[$0].isNumeric }
      if lefts.count != rights.count
        || !zip(lefts, rights).allSatisfy({ base.masks[$0] == side.masks[$1] })
      {
        // Only a number at the very head of both is surely the same one.
        lefts = lefts.first == hunk.base.first ? [Int](lefts.prefix(1)) : []
        rights = rights.first == hunk.side.first ? [Int](rights.prefix(1)) : []
      }
      guard let first = lefts.first, let other = rights.first,
        base.masks[first] == side.masks[other], hunk.base.count + hunk.side.count > 2
      else { return [hunk] }
      var parts: [TokenAlignment.Hunk] = []
      var (left, right) = (hunk.base.lowerBound, hunk.side.lowerBound)
      for (number, other) in zip(lefts, rights) {
        parts.append(TokenAlignment.Hunk(base: left..<number, side: right..<other))
        if base.symbols[number] != side.symbols[other] {
          parts.append(
            TokenAlignment.Hunk(base: number..<number + 1, side: other..<other + 1))
        }
        (left, right) = (number + 1, other + 1)
      }
      parts.append(
        TokenAlignment.Hunk(base: left..<hunk.base.upperBound, side: right..<hunk.side.upperBound))
      return parts.filter { !$0.base.isEmpty || !$0.side.isEmpty }
    }
  }
}

/// Drops agreements that came about by chance: a character or two between larger changes, a number
/// none of whose words agree.
struct RunCleanup {
  let base: TokenText
  let side: TokenText

  /// The runs that mean something, in order.
  func kept(_ runs: [CommonRun], _ baseRange: Range<Int>, _ sideRange: Range<Int>) -> [CommonRun] {
    var kept: [CommonRun] = []
    for (index, run) in runs.enumerated() {
      let before = kept.last.map { ($0.left + $0.length, $0.right + $0.length) }
      let (left, right) = before ?? (baseRange.lowerBound, sideRange.lowerBound)
      let hasNext = index + 1 < runs.count
      let nextLeft = hasNext ? runs[index + 1].left : baseRange.upperBound
      let nextRight = hasNext ? runs[index + 1].right : sideRange.upperBound
      let sizeBefore = max(run.left - left, run.right - right)
      let sizeAfter = max(nextLeft - run.left - run.length, nextRight - run.right - run.length)
      let chance = chance(in: run, between: sizeBefore, and: sizeAfter)
      guard chance < run.length else { continue }
      kept.append(
        CommonRun(
          left: run.left + chance, right: run.right + chance, length: run.length - chance))
    }
    return kept
  }

  /// How many tokens at the head of a run agree by chance.
  private func chance(in run: CommonRun, between before: Int, and after: Int) -> Int {
    guard run.length <= 3, before > 0, after > 0 else { return 0 }
    var hasWords = false
    var hasEnd = false
    var numbers: [Int] = []
    for offset in 0..<run.length {
      switch base.kinds[run.left + offset] {
      case .stop, .lineEnd: hasEnd = true
      case .figure, .digits: numbers.append(offset)
      case .word, .latin: hasWords = true
      default: break
      }
    }
    guard let last = numbers.last else {
      return !hasEnd && run.length <= 2 && before > run.length && after > run.length
        ? run.length : 0
    }
    let isCertain =
      hasWords
      || numbers.allSatisfy {
        isOnly(run.left + $0, in: base) && isOnly(run.right + $0, in: side)
      }
    return isCertain ? 0 : last + 1
  }

  /// Whether no other token of the sentence is equal; not looked into for an endless sentence.
  private func isOnly(_ token: Int, in text: TokenText) -> Bool {
    let tokens = text.tiles[Int(text.tileIndex[token])].tokens
    guard tokens.count <= 2_000 else { return false }
    var count = 0
    for other in tokens where text.symbols[other] == text.symbols[token] { count += 1 }
    return count == 1
  }
}
