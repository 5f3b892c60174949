import ReportModel
import SourceText

extension SyntaxTree {
  /// The tree with what stands inside paragraphs: sentences, clauses, and in them quotations, titles
  /// in 《》 and figures.
  ///
  /// Sentences tile their paragraph and clauses their sentence; what stands in a clause does not
  /// tile it. Stops and commas inside quotation marks and brackets part nothing. Linear.
  public func detailed() -> SyntaxTree {
    let figures = FigureScanner.figures(in: self)
    return source.withLineBytes { text in
      var builder = InlineBuilder(text, figures)
      builder.copy(nodes)
      return SyntaxTree(outline: outline, nodes: builder.nodes)
    }
  }
}

/// Copies a tree's nodes and lays inline nodes under its paragraphs.
private struct InlineBuilder {
  private let text: TextBytes
  private let figures: [Figure]
  private var nextFigure = 0
  private(set) var nodes: [SyntaxNode] = []

  init(_ text: TextBytes, _ figures: [Figure]) {
    self.text = text
    self.figures = figures
  }

  mutating func copy(_ old: [SyntaxNode]) {
    var open: [(old: Int, new: Int)] = []
    for (index, node) in old.enumerated() {
      while let last = open.last, old[last.old].next <= index { close(&open) }
      let place = nodes.count
      nodes.append(node)
      if node.kind == .paragraph {
        sentences(in: node.range)
        nodes[place].next = nodes.count
      } else if node.next > index + 1 {
        open.append((index, place))
      } else {
        nodes[place].next = nodes.count
      }
    }
    while !open.isEmpty { close(&open) }
  }

  private mutating func close(_ open: inout [(old: Int, new: Int)]) {
    guard let last = open.popLast() else { return }
    nodes[last.new].next = nodes.count
  }

  /// Lays the sentences of a paragraph; blanks and line end behind the last belong to it.
  private mutating func sentences(in range: Range<Int>) {
    let pairs = Enclosures(text, range)
    var pair = 0
    var start = range.lowerBound
    var clauses: [Range<Int>] = []
    var clauseStart = start
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
        clauses.append(clauseStart..<offset)
        sentence(start..<offset, clauses)
        clauses.removeAll(keepingCapacity: true)
        start = offset
        clauseStart = offset
      case "，", "；", "：", ",", ";", ":":
        guard !isInNumber(offset - 1, scalar) else { continue }
        clauses.append(clauseStart..<offset)
        clauseStart = offset
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
    if clauseStart < range.upperBound { clauses.append(clauseStart..<range.upperBound) }
    sentence(start..<range.upperBound, clauses)
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

  private mutating func sentence(_ range: Range<Int>, _ clauses: [Range<Int>]) {
    let place = nodes.count
    append(.sentence, range)
    for clause in clauses { self.clause(clause) }
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
