public import BulletinSyntax
import FigureClaims
import ReportModel
import SourceText

/// A text as the rules see it: the tree, and what one scan over the bytes found.
///
/// A class, since it is handed to every rule and holds many arrays; it never changes.
public final class LintInput: Sendable {
  /// The text, read.
  public let tree: SyntaxTree
  /// What is declared of it.
  public let configuration: LintConfiguration
  /// What is known beside the text; nil for a bare text.
  let evidence: ReportEvidence?
  /// The text's bytes.
  let bytes: [UInt8]
  /// The same bytes, for rules that read them one by one.
  let utf8: LintText
  /// What the scan found.
  let scan: TextScan
  /// The sentences of the text, in order.
  let sentences: [Range<Int>]
  /// The figures of the text, in order.
  let figures: [Figure]
  /// What a web page put around the text, in text order.
  let furniture: [Range<Int>]
  /// What the figures say of one another, in text order, where there is doubt of it; empty where no rule
  /// asks.
  let claims: [Claim]
  /// What stands around the running text: title, publication lines, furniture, signature and the like, in
  /// text order.
  let frame: [Range<Int>]
  /// Where the words of the lexicon stand, by the numbers of their lists.
  let matches: Lexicon.Matches
  // What several rules ask of the whole text; worked out from the rest, at the end of making it.
  /// The ranges from one number to another.
  nonisolated(unsafe) private(set) var writtenRanges: [WrittenRange] = []
  /// What the title says; nil where there is none.
  nonisolated(unsafe) private(set) var titleParts: TitleParts?
  /// The organ that the title names; nil where it names none, or one without a place.
  nonisolated(unsafe) private(set) var ownOrgan: OwnOrgan?
  /// The lines behind the text.
  nonisolated(unsafe) private(set) var closing = ClosingLines()
  /// The chains of more than one measure.
  nonisolated(unsafe) private(set) var chains: [MeasureChain] = []
  /// The half-width marks beside Chinese.
  nonisolated(unsafe) private(set) var halfWidthMarks = HalfWidthMarks()

  /// Scans the text of a tree; linear in its size.
  public convenience init(
    _ tree: SyntaxTree, configuration: LintConfiguration = LintConfiguration(),
    evidence: ReportEvidence? = nil
  ) {
    self.init(tree, configuration: configuration, evidence: evidence, findsClaims: true)
  }

  /// Scans the text of a tree, and finds the claims where a rule asks for them.
  init(
    _ tree: SyntaxTree, configuration: LintConfiguration, evidence: ReportEvidence?,
    findsClaims: Bool
  ) {
    self.tree = tree
    self.configuration = configuration
    self.evidence = evidence
    bytes = tree.source.bytes
    utf8 = LintText(bytes)
    scan = TextScan(bytes, configuration.lexicon)
    sentences = Self.sentences(in: scan)
    figures = FigureScanner.figures(in: tree)
    claims = findsClaims ? ClaimFinder.findDoubtful(in: tree, figures: figures) : []
    frame = tree.nodes.compactMap { $0.kind.isFrame ? $0.range : nil }
    matches = configuration.lexicon.matches(in: bytes, at: scan.wordStarts)
    furniture = tree.nodes.compactMap { $0.kind == .webFurniture ? $0.range : nil }
    titleParts = TitleParts(self)
    ownOrgan = titleParts.flatMap { OwnOrgan($0, self) }
    closing = ClosingLines(self)
    chains = MeasureChain.chains(in: self)
    halfWidthMarks = HalfWidthMarks(self)
    writtenRanges = WrittenRange.all(in: self)
  }

  deinit { utf8.free() }

  /// The lines without their ends.
  var lines: [Range<Int>] { scan.lines }

  /// Marks of punctuation in text order.
  var marks: [TextScan.Mark] { scan.marks }

  /// The runs of two or more equal marks side by side of which `isWanted` is true, as indices of marks.
  func runs(of isWanted: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in scan.adjacent {
      let scalar = marks[index].scalar
      guard marks[index - 1].scalar == scalar, isWanted(scalar) else { continue }
      if let last = runs.last, last.contains(index) { continue }
      runs.append(index - 1..<endOfRun(ofMark: index - 1))
    }
    return runs
  }

  /// The index after the marks that, from the one at `index` on, are the same and stand side by side.
  func endOfRun(ofMark index: Int) -> Int {
    var end = index + 1
    while end < marks.count, marks[end].scalar == marks[index].scalar,
      marks[end].offset == marks[end - 1].end
    {
      end += 1
    }
    return end
  }
}

// MARK: - Reading bytes

extension LintInput {
  /// The byte at an offset; 0 outside the text.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { utf8[offset] }

  /// The scalar that begins at `offset`; NUL outside the text.
  @inline(__always)
  func scalar(at offset: Int) -> Unicode.Scalar { utf8.scalar(at: offset) }

  /// How many bytes the scalar at `offset` has; 1 for a byte that begins none.
  @inline(__always)
  func width(at offset: Int) -> Int { utf8.width(at: offset) }

  /// Where the scalar that ends at `offset` begins.
  @inline(__always)
  func start(before offset: Int) -> Int { utf8.start(before: offset) }

  /// The scalar that ends at `offset`; NUL at the head of the text.
  @inline(__always)
  func scalar(before offset: Int) -> Unicode.Scalar { utf8.scalar(before: offset) }

  /// Whether `literal` stands at `offset`.
  @inline(__always)
  func has(_ literal: StaticString, at offset: Int) -> Bool { utf8.has(literal, at: offset) }

  /// Whether `literal` ends at `offset`.
  @inline(__always)
  func has(_ literal: StaticString, before offset: Int) -> Bool {
    utf8.has(literal, at: offset - literal.utf8CodeUnitCount)
  }

  /// Where `literal` first stands in `range`.
  func find(_ literal: StaticString, in range: Range<Int>) -> Int? {
    let count = literal.utf8CodeUnitCount
    guard count > 0, range.count >= count else { return nil }
    guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return nil }
    return ByteSearch.first(
      UnsafeRawBufferPointer(start: literal.utf8Start, count: count), in: utf8.raw, range)
  }

  /// Whether any of `literals` stands in `range`.
  func contains(_ literals: [StaticString], in range: Range<Int>) -> Bool {
    literals.contains { find($0, in: range) != nil }
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Whether a blank may begin with a byte.
  @inline(__always)
  private func mayOpenBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || byte == 0xE3 || byte == 0xEF
  }

  /// Whether a blank may end with a byte; those beyond ASCII end with A0, 80 and BF.
  @inline(__always)
  private func mayCloseBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xA0 || byte == 0x80 || byte == 0xBF
  }

  /// `range` without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    // What most ranges begin and end with is told at once to be no blank.
    if start < end, !mayOpenBlank(byte(start)), !mayCloseBlank(byte(end - 1)) { return range }
    while start < end, scalar(at: start).isBlank { start += width(at: start) }
    while start < end, scalar(before: end).isBlank { end = self.start(before: end) }
    return start..<max(start, end)
  }
}

extension Unicode.Scalar {
  /// A Han character, 〇 included.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A digit, half or full width.
  var isDigit: Bool {
    (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  /// A Latin letter, half or full width.
  var isLatin: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// Space, tab, line ends, no-break and ideographic space, byte order mark.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// A mark that belongs to Chinese text: 。、“”《》 and the full-width ones.
  var isChineseMark: Bool {
    switch value {
    case 0x3001...0x3002, 0x3008...0x3011, 0x3014...0x301F, 0x2018...0x201F, 0x2014, 0x2026,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      true
    default: false
    }
  }

  /// Ends a sentence: 。！？ and the half-width ! and ?.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "｡": true
    default: false
    }
  }

  /// Closes a quotation, a bracket or a title.
  var isClosingMark: Bool {
    switch self {
    case "”", "’", "）", ")", "》", "〉", "】", "〕", "」", "』", "〞": true
    default: false
    }
  }
}
