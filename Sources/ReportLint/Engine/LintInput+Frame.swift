import BulletinSyntax

extension LintInput {
  /// Whether `offset` stands in the title, a publication line, furniture, a table or what follows the
  /// text; logarithmic.
  func isFrame(_ offset: Int) -> Bool { Self.holds(frame, offset) }

  /// The first node of a kind.
  func node(_ kind: SyntaxKind) -> SyntaxNode? { tree.nodes.first { $0.kind == kind } }

  /// The parts of the first level about one thing.
  func parts(_ role: PartRole) -> [Heading] {
    tree.headings.filter { $0.level == 1 && $0.role == role }
  }

  /// Whether `offset` stands in quotation marks or 《》 of its line.
  func isQuoted(_ offset: Int) -> Bool {
    var index = offset
    let floor = max(0, offset - 180)
    while index > floor {
      index = start(before: index)
      switch scalar(at: index) {
      case "“", "《", "「": return true
      case "”", "》", "」", "\n": return false
      default: break
      }
    }
    return false
  }

  /// The sentence that holds `offset`; logarithmic.
  func sentence(at offset: Int) -> Range<Int> {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low < sentences.count ? sentences[low] : 0..<0
  }

  /// How many characters `range` has.
  func characters(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (byte($1) & 0xC0 == 0x80 ? 0 : 1) }
  }
}

extension SyntaxKind {
  /// Whether it stands around the running text.
  var isFrame: Bool {
    switch self {
    case .title, .publication, .webFurniture, .signature, .signingDate, .attachments, .contents,
      .flattenedTable, .sourceLine:
      true
    default: false
    }
  }
}
