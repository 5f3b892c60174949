import BulletinSyntax
import ReportModel
import SourceText

/// A text cut into sentences and clauses, each clause known by its words with figures left open.
struct TextClauses {
  /// A stretch between two marks.
  struct Clause {
    let range: Range<Int>
    /// The words without the mark that ends them, figures and the period's own year left open.
    let hash: UInt64
    /// What the clause is about: its first and last words and its units, or all of it without figures.
    let gist: UInt64
    /// The mark that ends it.
    let mark: Range<Int>
    /// Indices into the text's figures.
    let figures: Range<Int>
    /// How many bytes of words it has besides figures.
    let weight: Int
    /// The sentence it belongs to.
    let sentence: Int
  }

  /// A stretch up to a stop, a line end or a heading's number.
  struct Sentence {
    var range: Range<Int>
    /// Indices into the clauses.
    var clauses: Range<Int>
    /// The heading it stands under, an index into the tree's.
    let heading: Int?
    /// Whether it begins with the heading's title.
    let holdsTitle: Bool
  }

  /// The period's own year or name where it stands in the text.
  struct PeriodWord {
    let range: Range<Int>
    /// The setting that prints it.
    let path: String
  }

  private(set) var clauses: [Clause] = []
  private(set) var sentences: [Sentence] = []
  private(set) var periodWords: [PeriodWord] = []

  private let text: LearnedText
  private let shapes: [RepeatedShape]
  private let year: [UInt8]
  private let title: [UInt8]
  private var nextFigure = 0
  private var nextShape = 0

  init(_ text: LearnedText) {
    self.text = text
    shapes = text.shapes
    year = text.front.period.map { Array("\($0.year)年".utf8) } ?? []
    title = text.front.period.map { Array($0.title.utf8) } ?? []
    var frame = text.tree.nodes.filter { Self.isFrame($0.kind) }.map(\.range)[...]
    var headings = Array(text.tree.headings.enumerated())[...]
    var heading: Int?
    var position = 0
    while position < text.bytes.count {
      if let around = frame.first, around.lowerBound <= position {
        position = max(position, around.upperBound)
        frame.removeFirst()
        continue
      }
      var holdsTitle = false
      while let next = headings.first, next.element.number.lowerBound <= position {
        heading = next.offset
        holdsTitle = true
        position = max(position, next.element.number.upperBound)
        headings.removeFirst()
      }
      let end = min(
        frame.first?.lowerBound ?? text.bytes.count,
        headings.first?.element.number.lowerBound ?? text.bytes.count)
      position = sentence(position, before: end, heading: heading, holdsTitle: holdsTitle)
    }
  }

  /// What stands around the text and is no prose.
  private static func isFrame(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .title, .publication, .webFurniture, .signature, .signingDate, .attachments, .contents,
      .flattenedTable, .sourceLine, .blankLine:
      true
    default: false
    }
  }

  /// Takes one sentence; gives where the next one may begin.
  private mutating func sentence(
    _ start: Int, before limit: Int, heading: Int?, holdsTitle: Bool
  ) -> Int {
    let firstClause = clauses.count
    var position = start
    var isEnded = false
    while position < limit, !isEnded {
      guard text.bytes[position] >= 0x20 else { break }
      (position, isEnded) = clause(position, before: limit, sentence: sentences.count)
    }
    if clauses.count > firstClause {
      sentences.append(
        Sentence(
          range: start..<position, clauses: firstClause..<clauses.count, heading: heading,
          holdsTitle: holdsTitle))
    }
    while position < limit, text.bytes[position] < 0x20 { position += 1 }
    return max(position, start)
  }

  /// Takes one clause with the mark that ends it; tells whether the mark ends the sentence too.
  private mutating func clause(
    _ start: Int, before limit: Int, sentence: Int
  ) -> (end: Int, isStop: Bool) {
    let bytes = text.bytes
    var hash = ClauseHash()
    var weight = 0
    var position = start
    skipFigures(before: start)
    let firstFigure = nextFigure
    var isStop = false
    var gist = ClauseGist()
    var end: Range<Int>?
    while position < limit, bytes[position] >= 0x20 {
      if let open = openStretch(at: position, into: &hash) {
        gist.close(units: hash.units)
        position = open
        continue
      }
      if let word = periodWord(at: position) {
        hash.mix(word.path)
        position = word.range.upperBound
        periodWords.append(word)
        continue
      }
      let mark = Self.mark(bytes, at: position)
      let scalar = position..<position + mark.length
      position += mark.length
      if mark.endsClause {
        isStop = mark.endsSentence
        end = scalar
        break
      }
      for byte in bytes[scalar] { hash.mix(byte) }
      if !(0x30...0x39).contains(bytes[scalar.lowerBound]) { gist.add(scalar) }
      weight += mark.length
    }
    clauses.append(
      Clause(
        range: start..<position, hash: hash.value, gist: gist.value(bytes) ?? hash.value,
        mark: end ?? position..<position, figures: firstFigure..<nextFigure,
        weight: weight, sentence: sentence))
    return (position, isStop)
  }

  private mutating func skipFigures(before offset: Int) {
    while nextFigure < text.figures.count, text.figures[nextFigure].range.lowerBound < offset {
      nextFigure += 1
    }
    while nextShape < shapes.count, shapes[nextShape].range.lowerBound < offset { nextShape += 1 }
  }

  /// A figure or a row of like items, which stands in the hash by its form alone.
  private mutating func openStretch(at position: Int, into hash: inout ClauseHash) -> Int? {
    if nextShape < shapes.count, shapes[nextShape].range.lowerBound == position {
      let shape = shapes[nextShape]
      nextShape += 1
      nextFigure += shape.figures.count
      hash.mix(figure: "\u{2}" + shape.separator)
      for gap in shape.gaps { hash.mix(gap.head + "\u{2}" + gap.tail) }
      hash.mix(shape.tail)
      return shape.range.upperBound
    }
    while nextFigure < text.figures.count, text.figures[nextFigure].range.lowerBound < position {
      nextFigure += 1
    }
    guard nextFigure < text.figures.count,
      text.figures[nextFigure].range.lowerBound == position,
      !text.figures[nextFigure].range.isEmpty
    else { return nil }
    hash.mix(figure: "\u{1}" + (text.figures[nextFigure].quantity?.unit.base ?? ""))
    nextFigure += 1
    return text.figures[nextFigure - 1].range.upperBound
  }

  private func periodWord(at position: Int) -> PeriodWord? {
    guard !year.isEmpty, text.bytes[position] == year[0],
      position == 0 || !(0x30...0x39).contains(text.bytes[position - 1])
    else { return nil }
    let rest = text.bytes[position...]
    if rest.starts(with: title) {
      return PeriodWord(range: position..<position + title.count, path: "期间")
    }
    guard rest.starts(with: year) else { return nil }
    return PeriodWord(range: position..<position + 4, path: "年")
  }

  private static func mark(
    _ bytes: [UInt8], at position: Int
  ) -> (length: Int, endsClause: Bool, endsSentence: Bool) {
    let byte = bytes[position]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ":"): return (1, true, false)
      case UInt8(ascii: ";"): return (1, true, true)
      default: return (1, false, false)
      }
    }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end == position + 3 else { return (end - position, false, false) }
    switch (byte, bytes[position + 1], bytes[position + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A): return (3, true, false)
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F):
      return (3, true, true)
    default: return (3, false, false)
    }
  }
}

/// FNV-1a over the words of a clause.
private struct ClauseHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The units of the figures so far.
  private(set) var units = ""

  /// Takes a figure by its form alone.
  mutating func mix(figure form: String) {
    units += form
    mix(form)
  }

  mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func mix(_ text: String) {
    for byte in text.utf8 { mix(byte) }
  }
}

/// The words at both ends of what stands before a clause's last figure, and its units.
private struct ClauseGist {
  private var first: [Range<Int>] = []
  private var last: [Range<Int>] = []
  private var closed: (first: [Range<Int>], last: [Range<Int>], units: String)?

  /// Takes a scalar of the words.
  mutating func add(_ scalar: Range<Int>) {
    if first.count < 2 { first.append(scalar) }
    last.append(scalar)
    if last.count > 4 { last.removeFirst() }
  }

  /// A figure stands here.
  mutating func close(units: String) {
    closed = (first, last, units)
  }

  /// Nil for a clause without figures, or with too few words to tell it by.
  func value(_ bytes: [UInt8]) -> UInt64? {
    guard let closed, closed.last.count >= 2 else { return nil }
    var hash = ClauseHash()
    for scalar in closed.first + closed.last { for byte in bytes[scalar] { hash.mix(byte) } }
    hash.mix(closed.units)
    return hash.value
  }
}
