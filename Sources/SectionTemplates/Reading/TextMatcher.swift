/// Matches a text against a reading program, looking at all readings at once.
///
/// A reading is a path through states (step, offset). Each state is visited once, so the cost is
/// bounded by the text's length times the program's, and in prose is near the text's length alone.
/// The preferred path is the reading; where another path to the end exists, the stretch up to where
/// the two meet is uncertain.
struct TextMatcher {
  /// The preferred reading of a text.
  struct Match {
    /// The states passed, in order: step and offset.
    let path: [(step: Int, offset: Int)]
    /// For each state, whether every other reading passes it by: it lies in an uncertain stretch.
    let isUncertain: [Bool]
  }

  /// How many states may be looked at: a bound on time and memory.
  static let largestStateCount = 4_000_000

  let program: ReadingProgram
  let text: [UInt8]
  let range: Range<Int>
  /// Where the match may end before the range does; nil where it must reach the end.
  private let ends: Set<Int>?
  var steps: [Int32] = []
  var offsets: [Int32] = []
  var firstEdge: [Int32] = []
  var edges: [Int32] = []
  private var bucketHead: [Int32]
  private var bucketTail: [Int32]
  private var nextInBucket: [Int32] = []

  /// A matcher of a stretch of a text.
  ///
  /// - Parameters:
  ///   - program: What is looked for.
  ///   - text: The text.
  ///   - range: The stretch.
  ///   - ends: Offsets where the match may end, the first one wins; nil for the end of the stretch.
  init(_ program: ReadingProgram, text: [UInt8], in range: Range<Int>, ends: Set<Int>? = nil) {
    self.program = program
    self.text = text
    self.range = range
    self.ends = ends
    bucketHead = Array(repeating: -1, count: range.count + 1)
    bucketTail = bucketHead
  }

  /// The preferred reading, or nil where the text does not fit.
  mutating func match() -> Match? {
    guard !program.steps.isEmpty, range.upperBound <= Int(Int32.max) else { return nil }
    _ = state(0, range.lowerBound)
    var accepted: Int32 = -1
    for offset in range.lowerBound...range.upperBound where accepted < 0 {
      var node = bucketHead[offset - range.lowerBound]
      while node >= 0 {
        guard steps.count <= Self.largestStateCount else { return nil }
        expand(Int(node))
        if case .accept = program.steps[Int(steps[Int(node)])],
          ends.map({ offset > range.lowerBound && $0.contains(offset) })
            ?? (offset == range.upperBound)
        {
          accepted = node
        }
        node = nextInBucket[Int(node)]
      }
    }
    guard accepted >= 0 else { return nil }
    return preferred(viable: viable(to: Int(accepted)))
  }

  private mutating func state(_ step: Int, _ offset: Int) -> Int32 {
    let bucket = offset - range.lowerBound
    var node = bucketHead[bucket]
    while node >= 0 {
      if steps[Int(node)] == Int32(step) { return node }
      node = nextInBucket[Int(node)]
    }
    let new = Int32(steps.count)
    steps.append(Int32(step))
    offsets.append(Int32(offset))
    firstEdge.append(-1)
    nextInBucket.append(-1)
    if bucketTail[bucket] >= 0 {
      nextInBucket[Int(bucketTail[bucket])] = new
    } else {
      bucketHead[bucket] = new
    }
    bucketTail[bucket] = new
    return new
  }

  /// Edges are kept as: how many, then the states they lead to, the preferred first.
  private mutating func expand(_ node: Int) {
    let step = Int(steps[node])
    let offset = Int(offsets[node])
    firstEdge[node] = Int32(edges.count)
    let count = edges.count
    edges.append(0)
    switch program.steps[step] {
    case .words(let index, let isAfterTag, let mayEnd):
      words(program.words[index], step, offset, isAfterTag: isAfterTag, mayEnd: mayEnd)
    case .number: numberEnds(step, offset, isDecimal: true)
    case .ordinal: numberEnds(step, offset, isDecimal: false)
    case .numeral: numeralEnds(step, offset)
    case .circled:
      if offset + 3 <= range.upperBound, text[offset] == 0xE2,
        text[offset + 1] == 0x91 && text[offset + 2] >= 0xA0
          || text[offset + 1] == 0x92 && text[offset + 2] <= 0x93
      {
        edge(step + 1, offset + 3)
      }
    case .qualifier(let placement):
      for word in QualifierWords.bytes[placement] where has(word[...], at: offset) {
        edge(step + 1, offset + word.count)
      }
    case .character(let index, let unit):
      if let (scalar, length) = scalar(at: offset), program.classes[index].contains(scalar),
        unit.map({ !isQuantity(at: offset, unit: $0) }) ?? true
      {
        edge(step + 1, offset + length)
      }
    case .split(let first, let second):
      edge(first, offset)
      edge(second, offset)
    case .end(let exit, let again):
      edge(exit, offset)
      edge(again, offset)
    case .jump(let target): edge(target, offset)
    case .open, .close, .enter, .member, .leave: edge(step + 1, offset)
    case .blankLine: lineEnds(step, offset, wanted: 2)
    case .lastLineEnd: lineEnds(step, offset, wanted: 1)
    case .accept: break
    }
    edges[count] = Int32(edges.count - count - 1)
  }

  private mutating func edge(_ step: Int, _ offset: Int) {
    edges.append(state(step, offset))
  }

  private mutating func words(
    _ words: [UInt8], _ step: Int, _ offset: Int, isAfterTag: Bool, mayEnd: Bool
  ) {
    if has(words[...], at: offset) { edge(step + 1, offset + words.count) }
    let leading = isAfterTag ? words.prefix { $0 == 0x0A }.count : 0
    if leading > 0, isAfterBlankLine(offset), has(words[leading...], at: offset) {
      edge(step + 1, offset + words.count - leading)
    }
    guard mayEnd, words.last == 0x0A else { return }
    // The blank lines at the text's end are cut to one line break.
    for start in leading > 0 && isAfterBlankLine(offset) ? [0, leading] : [0] {
      let core = words[start...].reversed().drop { $0 == 0x0A }.count
      let rest = offset + core
      if rest < range.upperBound, range.upperBound - rest < words.count - start - core,
        has(words[start..<start + core], at: offset),
        text[rest..<range.upperBound].allSatisfy({ $0 == 0x0A })
      {
        edge(step + 1, range.upperBound)
      }
    }
  }

  private func isAfterBlankLine(_ offset: Int) -> Bool {
    offset == range.lowerBound
      || offset >= range.lowerBound + 2 && text[offset - 1] == 0x0A && text[offset - 2] == 0x0A
  }

  private mutating func lineEnds(_ step: Int, _ offset: Int, wanted: Int) {
    var present = 0
    while present < wanted, offset - present > range.lowerBound, text[offset - present - 1] == 0x0A
    {
      present += 1
    }
    let missing = wanted - present
    if offset == range.lowerBound {
      edge(step + 1, offset)
    } else if offset + missing <= range.upperBound,
      text[offset..<offset + missing].allSatisfy({ $0 == 0x0A })
    {
      edge(step + 1, offset + missing)
    }
  }

  /// A number may end behind any of its digits; what follows decides.
  private mutating func numberEnds(_ step: Int, _ offset: Int, isDecimal: Bool) {
    var index = offset
    if isDecimal, index < range.upperBound, text[index] == 0x2D { index += 1 }
    let start = index
    var seenPoint = !isDecimal
    while index < range.upperBound, index - start <= 40 {
      let byte = text[index]
      if byte == 0x2E, !seenPoint, index > start {
        seenPoint = true
      } else if (0x30...0x39).contains(byte) {
        edge(step + 1, index + 1)
      } else {
        break
      }
      index += 1
    }
  }

  /// Whether a number with that unit stands at an offset, its qualifiers included.
  private func isQuantity(at offset: Int, unit: Int) -> Bool {
    var index = skip(0, from: offset)
    if index < range.upperBound, text[index] == 0x2D { index += 1 }
    let start = index
    while index < range.upperBound, Self.isDigit(text[index]) { index += 1 }
    guard index > start else { return false }
    if index + 1 < range.upperBound, text[index] == 0x2E, Self.isDigit(text[index + 1]) {
      index += 1
      while index < range.upperBound, Self.isDigit(text[index]) { index += 1 }
    }
    return unit < 0 || has(program.words[unit][...], at: skip(1, from: index))
  }

  private func skip(_ placement: Int, from offset: Int) -> Int {
    var index = offset
    while let word = QualifierWords.bytes[placement].first(where: { has($0[...], at: index) }) {
      index += word.count
    }
    return index
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func numeralEnds(_ step: Int, _ offset: Int) {
    var index = offset
    while index < range.upperBound, index - offset < 48, let (scalar, length) = scalar(at: index),
      Self.numerals.contains(scalar)
    {
      index += length
      edge(step + 1, index)
    }
  }

  private static let numerals = Set("零一二两三四五六七八九十百千万".unicodeScalars.map(\.value))

  private func has(_ words: ArraySlice<UInt8>, at offset: Int) -> Bool {
    guard offset + words.count <= range.upperBound else { return false }
    var index = offset
    for byte in words {
      if text[index] != byte { return false }
      index += 1
    }
    return true
  }

  private func scalar(at offset: Int) -> (UInt32, Int)? {
    guard offset < range.upperBound else { return nil }
    let first = UInt32(text[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= range.upperBound else { return nil }
    if length == 1 { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(text[index] & 0x3F) }
    return (value, length)
  }
}
