import ReportModel
import SourceText

extension SyntaxTree {
  /// The tree with what stands inside paragraphs: sentences, clauses, and in them quotations, titles
  /// in 《》 and figures.
  ///
  /// Sentences tile their paragraph and clauses their sentence; what stands in a clause does not
  /// tile it. Stops and commas inside quotation marks and brackets part nothing. Linear.
  public func detailed() -> SyntaxTree {
    var nodes: [SyntaxNode] = []
    var open: [Int] = []
    forEachDetailedNode { node, depth in
      while open.count > depth { Self.close(&open, in: &nodes) }
      open.append(nodes.count)
      nodes.append(node)
    }
    while !open.isEmpty { Self.close(&open, in: &nodes) }
    return SyntaxTree(outline: outline, nodes: nodes)
  }

  private static func close(_ open: inout [Int], in nodes: inout [SyntaxNode]) {
    guard let last = open.popLast() else { return }
    nodes[last].next = nodes.count
  }

  /// Hands each node of the detailed tree to `body` with how deep it lies, the document at 0.
  ///
  /// As ``detailed()``, but what stands inside a paragraph is held for that paragraph only; ``SyntaxNode/next``
  /// says nothing here. Linear.
  public func forEachDetailedNode(_ body: (SyntaxNode, _ depth: Int) -> Void) {
    var figures: [CompactRange] = []
    FigureScanner.forEach(in: outline) { figures.append(CompactRange($0.range)) }
    source.withLineBytes { text in
      var builder = InlineBuilder(text, figures)
      nodes.forEachWithDepth { node, depth in
        body(node, depth)
        guard node.kind == .paragraph else { return }
        builder.forEachNode(in: node.range) { body($0, depth + 1 + $1) }
      }
    }
  }
}

extension [SyntaxNode] {
  /// Hands each node to `body` with how deep it lies, the first at 0.
  fileprivate func forEachWithDepth(_ body: (SyntaxNode, _ depth: Int) -> Void) {
    var ends: [Int] = []
    for (index, node) in enumerated() {
      while let end = ends.last, index >= end { ends.removeLast() }
      body(node, ends.count)
      if node.next > index + 1 { ends.append(node.next) }
    }
  }
}

/// A range of offsets in half the room: a text of nothing but figures has millions.
private struct CompactRange {
  private let start: UInt32
  private let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}

/// Lays the inline nodes of paragraphs.
private struct InlineBuilder {
  private let text: TextBytes
  private let figures: [CompactRange]
  private var nextFigure = 0
  /// The nodes of one paragraph.
  private var nodes: [SyntaxNode] = []

  init(_ text: TextBytes, _ figures: [CompactRange]) {
    self.text = text
    self.figures = figures
  }

  /// Hands the nodes of the next paragraph to `body`, sentences with the depth 0.
  mutating func forEachNode(in range: Range<Int>, _ body: (SyntaxNode, Int) -> Void) {
    nodes.removeAll(keepingCapacity: true)
    sentences(in: range)
    nodes.forEachWithDepth(body)
  }

  /// Lays the sentences of a paragraph; blanks and line end behind the last belong to it.
  private mutating func sentences(in range: Range<Int>) {
    let pairs = Enclosures(text, range)
    var pair = 0
    var start = range.lowerBound
    var clauseEnds: [UInt32] = []
    var offset = start
    while offset < range.upperBound {
      while pair < pairs.ranges.count, pairs.ranges[pair].lowerBound < offset { pair += 1 }
      if pair < pairs.ranges.count, pairs.ranges[pair].lowerBound == offset {
        offset = pairs.ranges[pair].upperBound
        continue
      }
      let scalar = text.scalar(at: offset)
      offset += text.width(at: offset)
      switch scalar {
      case "。", "！", "？", "!", "?":
        offset = endOfCloser(from: offset, to: range.upperBound)
        clauseEnds.append(UInt32(clamping: offset))
        sentence(start..<offset, clauseEnds)
        clauseEnds.removeAll(keepingCapacity: true)
        start = offset
      case "，", "；", "：", ",", ";", ":":
        guard !isInNumber(offset - 1, scalar) else { continue }
        clauseEnds.append(UInt32(clamping: offset))
      default: break
      }
    }
    guard start < range.upperBound else { return }
    if text.skipBlanks(from: start, to: range.upperBound) == range.upperBound,
      let last = nodes.lastIndex(where: { $0.kind == .sentence }),
      nodes[last].start >= range.lowerBound
    {
      return extendLast(to: range.upperBound)
    }
    let end = UInt32(clamping: range.upperBound)
    if clauseEnds.last != end { clauseEnds.append(end) }
    sentence(start..<range.upperBound, clauseEnds)
  }

  /// The last sentence and its last clause take in the blanks behind them.
  private mutating func extendLast(to end: Int) {
    if let index = nodes.lastIndex(where: { $0.kind == .clause }) { nodes[index].end = end }
    if let index = nodes.lastIndex(where: { $0.kind == .sentence }) { nodes[index].end = end }
  }

  private func endOfCloser(from offset: Int, to end: Int) -> Int {
    offset < end && text.scalar(at: offset).isCloser ? offset + text.width(at: offset) : offset
  }

  /// Commas in 1,234 and colons in 17:44 part nothing.
  private func isInNumber(_ mark: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return false }
    return text.scalar(before: mark).isDigit && text.scalar(at: mark + 1).isDigit
  }

  private mutating func sentence(_ range: Range<Int>, _ clauseEnds: [UInt32]) {
    let place = nodes.count
    append(.sentence, range)
    var start = range.lowerBound
    for end in clauseEnds {
      clause(start..<max(start, Int(end)))
      start = Int(end)
    }
    nodes[place].next = nodes.count
  }

  private mutating func clause(_ range: Range<Int>) {
    let place = nodes.count
    append(.clause, range)
    var open: [(place: Int, end: Int)] = []
    var offset = range.lowerBound
    let pairs = Enclosures(text, range, nested: true)
    var pair = 0
    while true {
      while nextFigure < figures.count, figures[nextFigure].range.lowerBound < offset {
        nextFigure += 1
      }
      let quote = pair < pairs.ranges.count ? pairs.ranges[pair].lowerBound : Int.max
      let figure =
        nextFigure < figures.count && figures[nextFigure].range.upperBound <= range.upperBound
        ? figures[nextFigure].range.lowerBound : Int.max
      let next = min(quote, figure)
      while let last = open.last, last.end <= next {
        nodes[last.place].next = nodes.count
        open.removeLast()
      }
      guard next < range.upperBound else { break }
      if quote <= figure {
        let kind: SyntaxKind = text.has("《", at: quote) ? .bookTitle : .quotation
        if text.opensQuotation(at: quote) || kind == .bookTitle {
          open.append((nodes.count, pairs.ranges[pair].upperBound))
          append(kind, pairs.ranges[pair])
        }
        pair += 1
      } else {
        append(.figure, figures[nextFigure].range)
        nextFigure += 1
      }
      offset = next
    }
    nodes[place].next = nodes.count
  }

  private mutating func append(_ kind: SyntaxKind, _ range: Range<Int>) {
    nodes.append(
      SyntaxNode(
        kind: kind, level: 0, start: range.lowerBound, end: range.upperBound,
        next: nodes.count + 1))
  }
}

/// The stretches between paired quotation marks and brackets.
private struct Enclosures {
  /// In the order they open; only the outermost, unless nested ones were asked for.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: TextBytes, _ range: Range<Int>, nested: Bool = false) {
    var open: [(closer: Unicode.Scalar, start: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0xE2, byte != 0x28, byte != 0x29 {
        offset += text.width(at: offset)
        continue
      }
      let scalar = text.scalar(at: offset)
      let end = offset + text.width(at: offset)
      if let closer = Self.closer(of: scalar) {
        if open.count < 16 { open.append((closer, offset)) }
      } else if let index = open.lastIndex(where: { $0.closer == scalar }) {
        let start = open[index].start
        open.removeLast(open.count - index)
        while !nested, let last = ranges.last, last.lowerBound > start { ranges.removeLast() }
        ranges.append(start..<end)
      }
      offset = end
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  private static func closer(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "“": "”"
    case "‘": "’"
    case "「": "」"
    case "《": "》"
    case "（": "）"
    case "(": ")"
    case "【": "】"
    case "〔": "〕"
    default: nil
    }
  }
}

extension TextBytes {
  /// Whether an opening quotation mark stands at `offset`.
  fileprivate func opensQuotation(at offset: Int) -> Bool {
    switch scalar(at: offset) {
    case "“", "‘", "「": true
    default: false
    }
  }
}
