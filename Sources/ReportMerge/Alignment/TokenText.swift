import BulletinSyntax
import ReportModel
import SourceText

/// A text taken apart into tokens, which tile it, and tiles, which tile the tokens.
struct TokenText {
  let source: SourceFile
  let tree: SyntaxTree
  /// The figures outside heading numbers and the lines around the text, in text order.
  let figures: [Figure]
  /// Where each token begins; one more than there are tokens, the last being the text's end.
  private(set) var starts: [Int] = []
  private(set) var kinds: [TokenKind] = []
  /// The same for tokens of equal bytes; line ends of all styles are one.
  private(set) var symbols: [Int32] = []
  /// As `symbols`, but the same for numbers of one unit.
  private(set) var masks: [Int32] = []
  /// Which of `figures` a token is; -1 for others.
  private(set) var figureIndex: [Int32] = []
  private(set) var tiles: [Tile] = []
  /// The level of the heading whose title comes next, while tiles are cut.
  private var level: UInt8 = 0
  /// The tile of each token.
  private(set) var tileIndex: [Int32] = []

  /// How many tokens there are.
  var count: Int { kinds.count }

  /// Takes a text apart; linear in its size.
  init(_ source: SourceFile, _ symbols: inout TextSymbols) {
    self.source = source
    tree = SyntaxTree.parse(source)
    figures = FigureScanner.figures(in: tree)
    let scan = TokenScan(source: source, figures: figures, symbols: &symbols)
    starts = scan.starts
    kinds = scan.kinds
    self.symbols = scan.symbols
    masks = scan.masks
    figureIndex = scan.figureIndex
    cutTiles(&symbols)
  }

  /// The bytes of some tokens, in UTF-8 offsets.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    starts[tokens.lowerBound]..<starts[tokens.upperBound]
  }

  /// The text of some tokens.
  func text(_ tokens: Range<Int>) -> String {
    source.text(in: range(tokens))
  }

  /// The tokens of some tiles.
  func tokens(ofTiles range: Range<Int>) -> Range<Int> {
    start(ofTile: range.lowerBound)..<start(ofTile: range.upperBound)
  }

  private func start(ofTile tile: Int) -> Int {
    tile < tiles.count ? tiles[tile].tokens.lowerBound : count
  }

  // MARK: Tiles

  private mutating func cutTiles(_ symbols: inout TextSymbols) {
    var headings = tree.headings[...]
    var start = 0
    var token = 0
    while token < count {
      while let heading = headings.first, heading.number.lowerBound < starts[token] {
        headings.removeFirst()
      }
      if let heading = headings.first, heading.number.lowerBound == starts[token] {
        headings.removeFirst()
        cut(start..<token, .sentence)
        start = token
        while token < count, starts[token] < heading.number.upperBound { token += 1 }
        cut(start..<token, .ordinal)
        start = token
        level = UInt8(clamping: heading.level)
        continue
      }
      switch kinds[token] {
      case .lineEnd:
        cut(start..<token, .sentence)
        cut(token..<token + 1, .blank)
        start = token + 1
      case .blank where start == token:
        while token + 1 < count, kinds[token + 1] == .blank { token += 1 }
        cut(start..<token + 1, .blank)
        start = token + 1
      case .stop:
        while token + 1 < count, kinds[token + 1] == .closer || kinds[token + 1] == .stop {
          token += 1
        }
        cut(start..<token + 1, .sentence)
        start = token + 1
      default: break
      }
      token += 1
    }
    cut(start..<count, .sentence)
    nameTiles(&symbols)
  }

  private mutating func cut(_ tokens: Range<Int>, _ kind: Tile.Kind) {
    guard !tokens.isEmpty else { return }
    tileIndex.append(
      contentsOf: repeatElement(Int32(truncatingIfNeeded: tiles.count), count: tokens.count))
    tiles.append(Tile(tokens: tokens, kind: kind, level: kind == .sentence ? level : 0))
    if kind == .sentence { level = 0 }
  }

  private mutating func nameTiles(_ table: inout TextSymbols) {
    symbols.withUnsafeBufferPointer { exact in
      masks.withUnsafeBufferPointer { masked in
        for index in tiles.indices {
          let tokens = tiles[index].tokens
          tiles[index].symbol = table.tiles.symbol(of: UnsafeBufferPointer(rebasing: exact[tokens]))
          tiles[index].mask = table.tiles.symbol(of: UnsafeBufferPointer(rebasing: masked[tokens]))
        }
      }
    }
  }
}
