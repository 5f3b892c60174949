import BulletinSyntax
import SourceText

/// Writes the pieces of a merge as a text and its events as values.
struct MergeWriter {
  private let session: MergeSession
  private let style: ThreeWayMerge.ConflictStyle
  /// Whether line ends may differ between the texts.
  private let hasReturns: Bool
  /// The line end that those of the new text become; nil where they stay.
  private let lineEnd: [UInt8]?
  /// The tokens of the draft whose place in the result is asked for, in order.
  private let watched: [Int]
  private var bytes: [UInt8] = []
  /// Where each piece stands in the result.
  private var ranges: [Range<Int>] = []
  /// Where watched tokens stand in the result.
  private var places: [Int: Range<Int>] = [:]

  init(_ session: MergeSession, _ style: ThreeWayMerge.ConflictStyle) {
    self.session = session
    self.style = style
    let returns = [session.base, session.mine, session.theirs].map {
      $0.source.bytes.contains(0x0D)
    }
    hasReturns = returns.contains(true)
    let (baseEnd, mineEnd, theirsEnd) = (
      Self.lineEnd(of: session.base), Self.lineEnd(of: session.mine),
      Self.lineEnd(of: session.theirs)
    )
    lineEnd = mineEnd != baseEnd && theirsEnd == baseEnd ? mineEnd : nil
    watched = session.events.compactMap { event in
      event.kind == .possiblyStale || event.pieces.isEmpty ? event.mine?.lowerBound : nil
    }.sorted()
  }

  /// The line end most of a text's lines have; LF where it has none.
  private static func lineEnd(of text: TokenText) -> [UInt8] {
    var (withReturn, without) = (0, 0)
    for token in 0..<text.count where text.kinds[token] == .lineEnd {
      if text.source.bytes[text.starts[token]] == 0x0D { withReturn += 1 } else { without += 1 }
    }
    return withReturn > without ? [0x0D, 0x0A] : [0x0A]
  }

  // MARK: Text

  /// Writes all pieces.
  mutating func write() -> [UInt8] {
    bytes.reserveCapacity(session.mine.source.bytes.count + session.theirs.source.bytes.count / 8)
    for piece in session.pieces {
      let start = bytes.count
      switch piece {
      case .kept(let base, let mine, let theirs): writeKept(base, mine, theirs)
      case .mine(let range): writeMine(range)
      case .theirs(let range): writeTheirs(range)
      case .conflict(let mine, let theirs): writeConflict(mine, theirs)
      }
      ranges.append(start..<bytes.count)
    }
    return bytes
  }

  /// The draft's bytes, or the new text's where the draft's are those of the base.
  private mutating func writeKept(_ base: Range<Int>, _ mine: Range<Int>, _ theirs: Range<Int>) {
    guard hasReturns else {
      bytes += session.mine.source.bytes[session.mine.range(mine)]
      return
    }
    for offset in 0..<mine.count {
      let token = mine.lowerBound + offset
      let own = session.mine.bytes(of: token)
      let isOwn =
        session.mine.kinds[token] != .lineEnd
        || own != session.base.bytes(of: base.lowerBound + offset)
      bytes += isOwn ? own : session.theirs.bytes(of: theirs.lowerBound + offset)
    }
  }

  private mutating func writeMine(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = watched.partitionPoint { $0 >= range.lowerBound }
    while index < watched.count, watched[index] < range.upperBound {
      let token = watched[index]
      index += 1
      guard token >= start else { continue }
      bytes += session.mine.source.bytes[session.mine.range(start..<token)]
      let place = bytes.count
      if let substitute = session.substitutes[token] {
        bytes += session.theirs.bytes(of: substitute)
      } else {
        bytes += session.mine.bytes(of: token)
      }
      places[token] = place..<bytes.count
      start = token + 1
    }
    bytes += session.mine.source.bytes[session.mine.range(start..<max(start, range.upperBound))]
  }

  private mutating func writeTheirs(_ range: Range<Int>) {
    guard let lineEnd else {
      bytes += session.theirs.source.bytes[session.theirs.range(range)]
      return
    }
    for token in range {
      bytes +=
        session.theirs.kinds[token] == .lineEnd ? lineEnd[...] : session.theirs.bytes(of: token)
    }
  }

  private mutating func writeConflict(_ mine: Range<Int>, _ theirs: Range<Int>) {
    guard style == .markBoth else { return writeMine(mine) }
    bytes += ConflictMark.opening.utf8
    writeMine(mine)
    bytes += ConflictMark.between.utf8
    writeTheirs(theirs)
    bytes += ConflictMark.closing.utf8
  }

  // MARK: Events

  /// The events in the order of the result; to be asked for after ``write()``.
  func events() -> [MergeEvent] {
    let minePath = HeadingPath(session.mine.tree)
    let theirsPath = HeadingPath(session.theirs.tree)
    var events: [MergeEvent] = []
    events.reserveCapacity(session.events.count)
    for pending in session.events { events.append(event(pending, minePath, theirsPath)) }
    events += brokenNumbering()
    return events.enumerated().sorted {
      ($0.element.result.lowerBound, $0.offset) < ($1.element.result.lowerBound, $1.offset)
    }.map(\.element)
  }

  private func event(
    _ pending: PendingEvent, _ minePath: HeadingPath, _ theirsPath: HeadingPath
  ) -> MergeEvent {
    let base = pending.base.map { session.base.range($0) }
    let mine = pending.mine.map { session.mine.range($0) }
    let theirs = pending.theirs.map { session.theirs.range($0) }
    return MergeEvent(
      kind: pending.kind, base: base, mine: mine, theirs: theirs, result: place(pending),
      baseText: base.map { session.base.source.text(in: $0) } ?? "",
      mineText: mine.map { session.mine.source.text(in: $0) } ?? "",
      theirsText: theirs.map { session.theirs.source.text(in: $0) } ?? "",
      numbers: pending.numbers.map { number($0) },
      headings: mine.map { minePath.titles(at: $0.lowerBound) }
        ?? theirs.map { theirsPath.titles(at: $0.lowerBound) } ?? [])
  }

  private func number(_ pending: PendingNumber) -> MergeEvent.Number {
    let base = pending.base.map { session.base.number($0) }
    let theirs = pending.theirs.map { session.theirs.number($0) }
    var (origins, isDirect) =
      theirs.map { session.theirsOrigins.cells($0.range, value: $0.value) } ?? ([], false)
    if origins.isEmpty, let base {
      (origins, isDirect) = session.baseOrigins.cells(base.range, value: base.value)
    }
    return MergeEvent.Number(
      base: base, mine: pending.mine.map { session.mine.number($0) }, theirs: theirs,
      label: label(pending), origins: origins, isDirect: isDirect,
      isNearEdit: pending.isNearEdit)
  }

  private func label(_ pending: PendingNumber) -> String {
    if let token = pending.mine { return session.mine.label(token) }
    if let token = pending.theirs { return session.theirs.label(token) }
    return pending.base.map { session.base.label($0) } ?? ""
  }

  private func place(_ event: PendingEvent) -> Range<Int> {
    if let token = event.mine?.lowerBound, let place = places[token],
      event.pieces.isEmpty || event.kind == .possiblyStale
    {
      return place
    }
    guard let first = event.pieces.first, let last = event.pieces.last else { return 0..<0 }
    let whole = ranges[first].lowerBound..<ranges[last].upperBound
    guard event.pieces.count == 1, event.numbers.count == 1, let number = event.numbers.first else {
      return whole
    }
    switch session.pieces[first] {
    case .mine(let range):
      return part(whole, session.mine, range, number.mine)
    case .theirs(let range) where lineEnd == nil:
      return part(whole, session.theirs, range, number.theirs)
    default: return whole
    }
  }

  /// Where a token of a piece stands in the result.
  private func part(
    _ whole: Range<Int>, _ text: TokenText, _ piece: Range<Int>, _ token: Int?
  ) -> Range<Int> {
    guard let token, piece.contains(token), text.range(piece).count == whole.count else {
      return whole
    }
    let shift = whole.lowerBound - text.starts[piece.lowerBound]
    return text.starts[token] + shift..<text.starts[token + 1] + shift
  }

  /// Headings whose number does not follow the one before, though it does in the draft.
  private func brokenNumbering() -> [MergeEvent] {
    guard bytes != session.mine.source.bytes, bytes != session.theirs.source.bytes else {
      return []
    }
    let tree = SyntaxTree.parse(
      SourceFile(name: "", text: String(decoding: bytes, as: UTF8.self)))
    let known = Set(Numbering.breaks(in: session.mine.tree).map(\.title))
    let path = HeadingPath(tree)
    return Numbering.breaks(in: tree).filter { !known.contains($0.title) }.map { fault in
      let range = tree.headings[fault.heading].number
      return MergeEvent(
        kind: .numberingBroken, base: nil, mine: nil, theirs: nil, result: range, baseText: "",
        mineText: path.title(of: fault.heading), theirsText: "", numbers: [],
        headings: path.titles(at: range.lowerBound))
    }
  }
}

extension MergeSession {
  /// The merged text and what was done.
  mutating func result(_ style: ThreeWayMerge.ConflictStyle) -> ThreeWayMerge.Result {
    reportStaleCopies()
    var writer = MergeWriter(self, style)
    let bytes = writer.write()
    return ThreeWayMerge.Result(bytes: bytes, events: writer.events())
  }
}

extension TokenText {
  /// The bytes of a token.
  func bytes(of token: Int) -> ArraySlice<UInt8> {
    source.bytes[starts[token]..<starts[token + 1]]
  }
}
