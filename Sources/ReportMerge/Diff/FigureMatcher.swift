import BulletinSyntax
import ReportModel
import SourceText

/// Tells which figures of two texts are the same one.
struct FigureMatcher {
  private let old: TokenText
  private let new: TokenText
  private let oldIDs: [Int: String]
  private let newIDs: [Int: String]
  private var toNew: [Int: Int] = [:]
  private var toOld: [Int: Int] = [:]

  init(_ old: TokenText, _ new: TokenText, _ oldOrigins: OriginIndex, _ newOrigins: OriginIndex) {
    (self.old, self.new) = (old, new)
    oldIDs = Self.ids(old, oldOrigins)
    newIDs = Self.ids(new, newOrigins)
  }

  /// The names of the cells that a text prints directly, by token.
  private static func ids(_ text: TokenText, _ origins: OriginIndex) -> [Int: String] {
    var ids: [Int: String] = [:]
    for token in 0..<text.count {
      guard let figure = text.figure(token) else { continue }
      let (cells, isDirect) = origins.cells(text.range(token..<token + 1), value: figure.value)
      if isDirect, let cell = cells.first, !cell.file.hasPrefix("../") { ids[token] = cell.path }
    }
    return ids
  }

  /// All figures, matched.
  mutating func figures(_ alignment: TileAlignment) -> [TextComparison.Figure] {
    matchUnique(keys(old, oldIDs), keys(new, newIDs))
    for pair in alignment.chain + alignment.moved { matchWithin(pair) }
    matchUnique(labels(old, toNew), labels(new, toOld))
    let (oldPath, newPath) = (HeadingPath(old.tree), HeadingPath(new.tree))
    var figures: [TextComparison.Figure] = []
    for token in 0..<new.count where new.kinds[token] == .figure {
      let match = toOld[token]
      figures.append(
        TextComparison.Figure(
          label: new.label(token), id: newIDs[token] ?? match.flatMap { oldIDs[$0] } ?? "",
          old: match.map { old.printed($0) }, new: new.printed(token),
          headings: newPath.titles(at: new.starts[token])))
    }
    for token in 0..<old.count where old.kinds[token] == .figure && toNew[token] == nil {
      figures.append(
        TextComparison.Figure(
          label: old.label(token), id: oldIDs[token] ?? "", old: old.printed(token), new: nil,
          headings: oldPath.titles(at: old.starts[token])))
    }
    return figures
  }

  private mutating func match(_ left: Int, _ right: Int) {
    guard toNew[left] == nil, toOld[right] == nil else { return }
    toNew[left] = right
    toOld[right] = left
  }

  // MARK: By name

  private func keys(_ text: TokenText, _ ids: [Int: String]) -> [(String, Int)] {
    ids.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
  }

  /// What the figures left over count, with their units.
  private func labels(_ text: TokenText, _ known: [Int: Int]) -> [(String, Int)] {
    (0..<text.count).compactMap { token in
      guard text.kinds[token] == .figure, known[token] == nil, text.isNumber(token) else {
        return nil
      }
      let label = text.label(token)
      return label.isEmpty ? nil : ("\(label)\u{0}\(text.number(token).unit.base)", token)
    }
  }

  /// Matches what has a key that occurs once on either side, and repeated ones where they occur
  /// equally often, in order.
  private mutating func matchUnique(_ lefts: [(String, Int)], _ rights: [(String, Int)]) {
    let byLeft = Dictionary(grouping: lefts, by: \.0)
    let byRight = Dictionary(grouping: rights, by: \.0)
    for (key, left) in byLeft {
      guard let right = byRight[key], left.count == right.count else { continue }
      for (one, two) in zip(left, right) { match(one.1, two.1) }
    }
  }

  // MARK: By place

  /// Matches the figures of two sentences that belong together: in order where the words are the
  /// same, else by what they count, else a lone one of its unit.
  private mutating func matchWithin(_ pair: TileAlignment.Pair) {
    let lefts = old.tiles[pair.base].tokens.filter { old.kinds[$0] == .figure && toNew[$0] == nil }
    let rights = new.tiles[pair.side].tokens.filter { new.kinds[$0] == .figure && toOld[$0] == nil }
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    if pair.likeness != .similar, lefts.count == rights.count {
      for (one, two) in zip(lefts, rights) { match(one, two) }
      return
    }
    func keyed(_ text: TokenText, _ tokens: [Int], _ key: (Int) -> String) -> [(String, Int)] {
      tokens.map { (key($0), $0) }
    }
    func labelled(_ text: TokenText, _ token: Int) -> String {
      "\(text.label(token))\u{0}\(text.number(token).unit.base)"
    }
    matchUnique(
      keyed(old, lefts.filter { !old.label($0).isEmpty }) { labelled(old, $0) },
      keyed(new, rights.filter { !new.label($0).isEmpty }) { labelled(new, $0) })
    let restOfLefts = lefts.filter { toNew[$0] == nil }
    let restOfRights = rights.filter { toOld[$0] == nil }
    matchUnique(
      keyed(old, restOfLefts) { old.number($0).unit.base },
      keyed(new, restOfRights) { new.number($0).unit.base })
  }
}

extension TokenText {
  /// A figure as it is printed.
  fileprivate func printed(_ token: Int) -> TextComparison.Printed {
    let number = number(token)
    return TextComparison.Printed(
      text: number.text, value: number.value, unit: number.unit, qualifiers: number.qualifiers,
      range: number.range)
  }
}
