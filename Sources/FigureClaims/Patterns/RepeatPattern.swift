import BulletinSyntax
import SourceText

/// One quantity, given more than once, has one value.
extension ClaimScan {
  private struct Mention {
    let index: Int
    let label: Range<Int>
    let hash: UInt64
    let isScoped: Bool
    /// The part of the first level it stands in.
    let part: Int
  }

  /// Compares figures whose clause says the same words before them; linear in the figures.
  mutating func findRepeats() {
    var mentions: [Mention] = []
    var places = HashIndex()
    let parts = headings.filter { $0.level == 1 }.map(\.number.lowerBound)
    var part = 0
    for index in readings.indices {
      while part < parts.count, parts[part] <= readings[index].range.lowerBound { part += 1 }
      guard let mention = mention(index, part) else { continue }
      mentions.append(mention)
      guard let place = places.replace(mention.hash, with: mentions.count - 1),
        text.equal(mentions[place].label, mention.label), isSameUnit(mentions[place].index, index)
      else { continue }
      judge(mentions[place], mention)
    }
  }

  /// A figure with words before it that name a quantity of the whole district, or name it at length.
  private func mention(_ index: Int, _ part: Int) -> Mention? {
    let reading = readings[index]
    guard reading.joint >= .comma, reading.unit.kind.isAmount, reading.unit.kind != .none,
      !reading.leadCues.hasAny(.change), !reading.leadCues.hasAny(.comparison),
      !reading.leadCues.has(.among), !reading.leadCues.has(.each)
    else { return nil }
    let isScoped = reading.openCues.has(.scope)
    var label = reading.lead
    let least = isScoped ? 18 : 24
    // What is taken off its end makes it no longer.
    guard label.count >= least else { return nil }
    while let word = Self.endings.first(where: { text.has($0, before: label.upperBound) }) {
      guard label.count > word.utf8CodeUnitCount else { return nil }
      label = label.lowerBound..<(label.upperBound - word.utf8CodeUnitCount)
    }
    guard label.count >= least, label.count <= 90 else { return nil }
    // The words themselves decide.
    let hash = text.hash(reading.unit.base, from: text.hash(label))
    return Mention(
      index: index, label: label, hash: hash ^ hash >> 32, isScoped: isScoped, part: part)
  }

  private static let endings: [StaticString] = ["达到", "达", "为", "共", "有", "是", "了", "约", " "]

  private mutating func judge(_ one: Mention, _ two: Mention) {
    guard let first = number(one.index), let second = number(two.index),
      let isApart = first.wide.isDisjoint(from: second.wide)
    else { return }
    // Plans and work done, told in the same words, are two quantities.
    guard one.part == two.part, isApart || isWanted(.repeated, .holds) else { return }
    let terms: [(Int, ClaimRole)] = [(one.index, .value), (two.index, .value)]
    var sides = ClaimSides(
      computed: surface(one.index), stated: surface(two.index))
    if !isApart {
      add(.repeated, terms, .holds, sides)
      return
    }
    let gap = inUnit(second.value.subtracting(first.value)?.magnitude, of: two.index)
    sides.margin = shown(gap, places: 4)
    let isSure =
      one.isScoped && two.isScoped
      && !isOtherPeriod(one.index) && !isOtherPeriod(two.index)
    sides.note = isSure ? .none : .scope
    add(.repeated, terms, isSure ? .fails : .uncertain, sides)
  }

  /// Whether the sentence up to the figure names a year, a month or another period.
  private func isOtherPeriod(_ index: Int) -> Bool {
    let reading = readings[index]
    let head = max(reading.sentence, reading.lead.lowerBound - 300)..<reading.lead.upperBound
    let words: [StaticString] = [
      "年", "月", "季度", "期间", "以来", "同期", "计划", "预计", "力争", "目标", "累计", "十四五", "十五五", "十三五",
    ]
    return words.contains { text.contains($0, in: head) }
  }
}
