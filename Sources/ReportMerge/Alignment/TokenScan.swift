import ReportModel
import SourceText

/// The symbols shared by the texts that are compared.
struct TextSymbols {
  /// Tokens of more than one scalar, by their bytes.
  fileprivate var tokens = SymbolTable<UInt8>()
  /// Tiles, by the symbols of their tokens.
  var tiles = SymbolTable<Int32>()

  /// Symbols of single scalars lie below, those of longer tokens from here on.
  fileprivate static let firstLong: Int32 = 0x11_0000
  /// The symbol of every line end.
  fileprivate static let lineEnd: Int32 = 0x0A
  /// What digits that are no figure look like with their value masked.
  fileprivate static let maskedDigits: Int32 = 0x30

  fileprivate mutating func long(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    Self.firstLong &+ tokens.symbol(of: bytes)
  }
}

/// One pass over a text's bytes that makes its tokens.
struct TokenScan {
  private(set) var starts: [Int] = []
  private(set) var kinds: [TokenKind] = []
  private(set) var symbols: [Int32] = []
  private(set) var masks: [Int32] = []
  private(set) var figureIndex: [Int32] = []

  init(source: SourceFile, figures: [Figure], symbols table: inout TextSymbols) {
    let capacity = source.bytes.count / 2 + 1
    starts.reserveCapacity(capacity)
    kinds.reserveCapacity(capacity)
    symbols.reserveCapacity(capacity)
    masks.reserveCapacity(capacity)
    figureIndex.reserveCapacity(capacity)
    source.bytes.withUnsafeBufferPointer { buffer in
      let text = UTF8Cursor(bytes: buffer)
      var offset = 0
      for (index, figure) in figures.enumerated() {
        let range = Self.extent(of: figure, in: text)
        guard range.lowerBound >= offset, range.upperBound <= buffer.count, !range.isEmpty else {
          continue
        }
        scan(text, from: offset, to: range.lowerBound, &table)
        addFigure(figure, range, index, text, &table)
        offset = range.upperBound
      }
      scan(text, from: offset, to: buffer.count, &table)
      starts.append(buffer.count)
    }
  }

  /// The figure with the words before it that bear on its value: 近70家, but not 达70家.
  private static func extent(of figure: Figure, in text: UTF8Cursor) -> Range<Int> {
    var start = figure.range.lowerBound
    for word in figure.qualifiers.reversed() where word.upperBound == start {
      if text.has("达", in: word) || text.has("达到", in: word) || text.has("達到", in: word) { break }
      start = word.lowerBound
    }
    return start..<figure.range.upperBound
  }

  private mutating func addFigure(
    _ figure: Figure, _ range: Range<Int>, _ index: Int, _ text: UTF8Cursor,
    _ table: inout TextSymbols
  ) {
    let unit = figure.unit.clamped(to: 0..<text.bytes.count)
    var masked = [UInt8(ascii: "#")]
    masked.append(contentsOf: text.bytes[unit])
    let mask = masked.withUnsafeBufferPointer { table.long($0) }
    add(
      .figure, at: range.lowerBound,
      table.long(UnsafeBufferPointer(rebasing: text.bytes[range])), mask,
      figure: Int32(truncatingIfNeeded: index))
  }

  private mutating func scan(
    _ text: UTF8Cursor, from start: Int, to end: Int, _ table: inout TextSymbols
  ) {
    var offset = start
    while offset < end {
      let (scalar, width) = text.scalar(at: offset)
      let kind = TokenKind(scalar)
      var next = min(offset + width, end)
      switch kind {
      case .digits, .latin:
        next = Self.runEnd(text, kind, from: next, to: end)
        let symbol = table.long(UnsafeBufferPointer(rebasing: text.bytes[offset..<next]))
        add(kind, at: offset, symbol, kind == .digits ? TextSymbols.maskedDigits : symbol)
      case .lineEnd:
        if scalar == 0x0D, next < end, text[next] == 0x0A { next += 1 }
        add(kind, at: offset, TextSymbols.lineEnd, TextSymbols.lineEnd)
      default:
        let symbol = Int32(bitPattern: scalar)
        add(kind, at: offset, symbol, symbol)
      }
      offset = next
    }
  }

  /// Where a run of digits, points and grouping marks between them, or of letters and digits ends.
  private static func runEnd(
    _ text: UTF8Cursor, _ kind: TokenKind, from start: Int, to end: Int
  ) -> Int {
    var offset = start
    while offset < end {
      let (scalar, width) = text.scalar(at: offset)
      let next = TokenKind(scalar)
      if next == .digits || (kind == .latin && next == .latin) {
        offset += width
      } else if kind == .digits, scalar == 0x2E || scalar == 0x2C, offset + 1 < end,
        TokenKind(text.scalar(at: offset + 1).value) == .digits
      {
        offset += 1
      } else {
        break
      }
    }
    return min(offset, end)
  }

  private mutating func add(
    _ kind: TokenKind, at start: Int, _ symbol: Int32, _ mask: Int32, figure: Int32 = -1
  ) {
    starts.append(start)
    kinds.append(kind)
    symbols.append(symbol)
    masks.append(mask)
    figureIndex.append(figure)
  }
}
