import BulletinSyntax
import ReportModel
import SourceText

/// Pairs the numbers of a stretch of text with those of its counterpart.
enum NumberPairs {
  /// The pairs in text order, by token; numbers without a counterpart are paired with nil.
  ///
  /// Numbers are paired in order where the units agree one by one, else each with the next free one
  /// of its unit, and what is left over where the units differ by a power of ten only.
  static func pairs(
    _ left: TokenText, _ leftRange: Range<Int>, _ right: TokenText, _ rightRange: Range<Int>
  ) -> [(left: Int?, right: Int?)] {
    let lefts = leftRange.filter(left.isNumber)
    let rights = rightRange.filter(right.isNumber)
    if lefts.count == rights.count,
      zip(lefts, rights).allSatisfy({ left.masks[$0] == right.masks[$1] })
    {
      return zip(lefts, rights).map { ($0, $1) }
    }
    var free: [Int32: [Int]] = [:]
    for token in rights.reversed() { free[right.masks[token], default: []].append(token) }
    var pairs: [(left: Int?, right: Int?)] = []
    for token in lefts { pairs.append((token, free[left.masks[token]]?.popLast())) }
    pairConvertible(&pairs, left, free.values.joined().sorted(), right)
    let paired = Set(pairs.compactMap(\.right))
    for token in rights where !paired.contains(token) { pairs.append((nil, token)) }
    return pairs
  }

  /// Pairs 8600万元 with 0.87亿元.
  private static func pairConvertible(
    _ pairs: inout [(left: Int?, right: Int?)], _ left: TokenText, _ free: [Int],
    _ right: TokenText
  ) {
    var free = free[...]
    for index in pairs.indices where pairs[index].right == nil {
      guard let token = pairs[index].left, let next = free.first else { continue }
      let (unit, other) = (left.number(token).unit, right.number(next).unit)
      guard !unit.base.isEmpty, unit.isCommensurable(with: other) else { continue }
      pairs[index].right = next
      free.removeFirst()
    }
  }
}

extension TokenText {
  /// Whether a token is a number other than a heading's.
  func isNumber(_ token: Int) -> Bool {
    kinds[token].isNumeric && tiles[Int(tileIndex[token])].kind != .ordinal
  }

  /// The number a token holds.
  func number(_ token: Int) -> MergeEvent.NumberText {
    let figure = figure(token)
    return MergeEvent.NumberText(
      text: text(token..<token + 1), value: figure?.value,
      unit: MeasureUnit(figure?.unitText(in: source) ?? ""),
      qualifiers: figure?.qualifiers.map { source.text(in: $0) } ?? [],
      range: range(token..<token + 1))
  }

  /// The figure a token is; nil for another token.
  func figure(_ token: Int) -> Figure? {
    figureIndex[token] < 0 ? nil : figures[Int(figureIndex[token])]
  }

  /// What the figure of a token counts.
  func label(_ token: Int) -> String {
    figure(token)?.labelText(in: source) ?? ""
  }

  /// Whether a tile begins with a token.
  func beginsTile(_ token: Int) -> Bool {
    tiles[Int(tileIndex[token])].tokens.lowerBound == token
  }

  /// Whether tokens are whole tiles.
  func areTiles(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    return tiles[Int(tileIndex[first])].tokens.lowerBound == first
      && tiles[Int(tileIndex[last])].tokens.upperBound == last + 1
  }

  /// Whether tokens are whole tiles, of which one at least is a sentence.
  func areSentences(_ tokens: Range<Int>) -> Bool {
    areTiles(tokens) && hasSentence(tokens)
  }

  /// Whether any of some tokens belongs to a sentence.
  func hasSentence(_ tokens: Range<Int>) -> Bool {
    sentenceEnd(in: tokens) != nil
  }

  /// Where the last of some tokens that belongs to a sentence ends; nil where none does.
  func sentenceEnd(in tokens: Range<Int>) -> Int? {
    tokens.last { tiles[Int(tileIndex[$0])].kind == .sentence }.map { $0 + 1 }
  }

  /// The symbols of tokens with the numbers left out.
  func wordSymbols(_ tokens: Range<Int>) -> [Int32] {
    tokens.filter { !isNumber($0) }.map { symbols[$0] }
  }
}
