import BulletinSyntax
import SourceText

/// Finds the headings and sentences that two aligned texts do not share.
struct PassageComparison {
  private let old: TokenText
  private let new: TokenText
  private let alignment: TileAlignment
  private let oldPath: HeadingPath
  private let newPath: HeadingPath
  /// The new tile of each old one, and the old tile of each new one; -1 where there is none.
  private var toNew: [Int]
  private var toOld: [Int]
  private var movedTiles: Set<Int>

  init(_ old: TokenText, _ new: TokenText, _ alignment: TileAlignment) {
    (self.old, self.new, self.alignment) = (old, new, alignment)
    oldPath = HeadingPath(old.tree)
    newPath = HeadingPath(new.tree)
    toNew = [Int](repeating: -1, count: old.tiles.count)
    toOld = [Int](repeating: -1, count: new.tiles.count)
    for pair in alignment.chain + alignment.moved {
      toNew[pair.base] = pair.side
      toOld[pair.side] = pair.base
    }
    movedTiles = Set(alignment.moved.map(\.side))
  }

  // MARK: Headings

  func headings() -> [TextComparison.Heading] {
    let matches = matchedHeadings()
    var changes: [TextComparison.Heading] = []
    var dropped = old.tree.headings.indices.filter { matches.toNew[$0] == nil }[...]
    func drop(before limit: Int) {
      while let index = dropped.first, index < limit {
        dropped.removeFirst()
        changes.append(
          TextComparison.Heading(
            change: .dropped, level: old.tree.headings[index].level,
            old: oldPath.title(of: index), new: "", headings: oldPath.titles(above: index)))
      }
    }
    for (index, heading) in new.tree.headings.enumerated() {
      let title = newPath.title(of: index)
      guard let match = matches.toOld[index] else {
        changes.append(
          TextComparison.Heading(
            change: .added, level: heading.level, old: "", new: title,
            headings: newPath.titles(above: index)))
        continue
      }
      drop(before: match)
      let before = oldPath.title(of: match)
      let isMoved = matches.moved.contains(index)
      guard isMoved || before != title else { continue }
      changes.append(
        TextComparison.Heading(
          change: isMoved ? .moved : .reworded, level: heading.level, old: before, new: title,
          headings: newPath.titles(above: index)))
    }
    drop(before: .max)
    return changes
  }

  /// Headings whose titles were aligned, then those of one number under parents that belong
  /// together.
  private func matchedHeadings() -> (toNew: [Int: Int], toOld: [Int: Int], moved: Set<Int>) {
    var (toNew, toOld): ([Int: Int], [Int: Int]) = ([:], [:])
    var moved: Set<Int> = []
    let newAtTile = Dictionary(
      new.tree.headings.enumerated().compactMap { index, heading in
        new.tile(at: heading.title.lowerBound).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    for (index, heading) in old.tree.headings.enumerated() {
      guard let tile = old.tile(at: heading.title.lowerBound), toNew[index] == nil,
        let match = newAtTile[self.toNew[tile]], toOld[match] == nil,
        new.tree.headings[match].level == heading.level
      else { continue }
      (toNew[index], toOld[match]) = (match, index)
      if movedTiles.contains(self.toNew[tile]) { moved.insert(match) }
    }
    let titles = titlesOnce(new, besides: Set(toOld.keys))
    for (key, index) in titlesOnce(old, besides: Set(toNew.keys)) {
      guard let match = titles[key] else { continue }
      (toNew[index], toOld[match]) = (match, index)
      moved.insert(match)
    }
    struct Place: Hashable {
      let parent: Int
      let style: String
      let value: Int
    }
    var free: [Place: Int] = [:]
    for (index, heading) in new.tree.headings.enumerated() where toOld[index] == nil {
      let place = Place(
        parent: heading.parent ?? -1, style: "\(heading.mark.style)", value: heading.mark.value)
      if free[place] == nil { free[place] = index }
    }
    for (index, heading) in old.tree.headings.enumerated() where toNew[index] == nil {
      let parent = heading.parent.map { toNew[$0] ?? -2 } ?? -1
      let place = Place(
        parent: parent, style: "\(heading.mark.style)", value: heading.mark.value)
      guard let match = free.removeValue(forKey: place) else { continue }
      (toNew[index], toOld[match]) = (match, index)
    }
    return (toNew, toOld, moved)
  }

  /// A heading's level and title, without its number.
  private struct Title: Hashable {
    let level: Int
    let text: String
  }

  /// The headings left over whose title occurs once among them.
  private func titlesOnce(_ text: TokenText, besides known: Set<Int>) -> [Title: Int] {
    var titles: [Title: Int] = [:]
    var repeated: Set<Title> = []
    for (index, heading) in text.tree.headings.enumerated() where !known.contains(index) {
      let title = Title(level: heading.level, text: text.source.text(in: heading.title))
      if titles.updateValue(index, forKey: title) != nil { repeated.insert(title) }
    }
    return titles.filter { !repeated.contains($0.key) && !$0.key.text.isEmpty }
  }

  // MARK: Sentences

  func sentences() -> [TextComparison.Sentence] {
    var changes: [TextComparison.Sentence] = []
    var next = 0
    func drop(before limit: Int) {
      while next < limit {
        defer { next += 1 }
        let tile = old.tiles[next]
        guard tile.kind == .sentence, tile.level == 0, toNew[next] < 0 else { continue }
        changes.append(
          TextComparison.Sentence(
            change: .dropped, old: old.text(tile.tokens), new: "",
            headings: oldPath.titles(at: old.range(tile.tokens).lowerBound)))
      }
    }
    for (index, tile) in new.tiles.enumerated() where tile.kind == .sentence {
      let match = toOld[index]
      if match >= 0, !movedTiles.contains(index) { drop(before: match) }
      guard tile.level == 0 else { continue }
      let text = new.text(tile.tokens)
      let change: TextComparison.Change
      if match < 0 {
        change = .added
      } else if movedTiles.contains(index) {
        change = .moved
      } else if new.wordSymbolsWithoutFigures(tile.tokens)
        != old.wordSymbolsWithoutFigures(old.tiles[match].tokens)
      {
        change = .reworded
      } else {
        continue
      }
      changes.append(
        TextComparison.Sentence(
          change: change, old: match < 0 ? "" : old.text(old.tiles[match].tokens), new: text,
          headings: newPath.titles(at: new.range(tile.tokens).lowerBound)))
    }
    drop(before: old.tiles.count)
    return changes
  }
}

extension TokenText {
  /// The tile at a UTF-8 offset.
  func tile(at offset: Int) -> Int? {
    let token = starts.partitionPoint { $0 > offset } - 1
    return tileIndex.indices.contains(token) ? Int(tileIndex[token]) : nil
  }

  /// The symbols of tokens with the figures left out; dates and numbers of names stay.
  fileprivate func wordSymbolsWithoutFigures(_ tokens: Range<Int>) -> [Int32] {
    tokens.filter { kinds[$0] != .figure && kinds[$0] != .blank }.map { symbols[$0] }
  }
}
