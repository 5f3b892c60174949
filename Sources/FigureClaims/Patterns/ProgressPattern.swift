/// No more is closed than opened, no more mended than found: `立案8件，结案6件`.
extension ClaimScan {
  mutating func findProgress(_ index: Int) {
    let reading = readings[index]
    guard reading.leadCues.has(.close), !reading.leadCues.has(.open),
      !reading.leadCues.hasAny(.change), reading.rateStart < 0, let opened = opened(before: index),
      let start = side(opened), let end = side(index)
    else { return }
    let isOlder =
      reading.gapCues.has(.carry) || readings[opened].leadCues.has(.carry)
      || reading.afterCues.has(.carry)
    let isSure =
      !isOlder && !readings[opened].leadCues.has(.base)
      && repeats(reading.lead, in: readings[opened].lead) && joint(opened, index) <= .comma
      && places(opened) == 0 && places(index) == 0
    guard let isMore = start.wide.isBelow(end.wide),
      let isAtMost = end.narrow.isAtMost(start.narrow),
      isMore || !isAtMost || isWanted(.progress, .holds)
    else { return }
    var sides = ClaimSides(
      computed: surface(index), stated: surface(opened))
    if let first = start.value, let second = end.value {
      sides.margin = shown(inUnit(first.subtracting(second)?.magnitude, of: index), places: 4)
    }
    let terms: [(Int, ClaimRole)] = [(opened, .opened), (index, .closed)]
    if isMore {
      sides.note = isOlder ? .carried : isSure ? .none : .roles
      add(.progress, terms, isSure ? .fails : .uncertain, sides)
    } else if isAtMost {
      add(.progress, terms, .holds, sides)
    } else {
      sides.note = .hedged
      add(.progress, terms, .uncertain, sides)
    }
  }

  /// The figure before that was opened, with the unit of `index`.
  private func opened(before index: Int) -> Int? {
    var other = index - 1
    while other >= 0, other >= index - 4, isSameSentence(other, index) {
      if readings[other + 1].joint > .comma { return nil }
      let cues = readings[other].leadCues
      if isSameUnit(other, index) {
        return cues.has(.open) && !cues.has(.close) ? other : nil
      }
      other -= 1
    }
    return nil
  }
}
