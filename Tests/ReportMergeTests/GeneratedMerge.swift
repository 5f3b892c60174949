/// A base, a draft, a new text and the merge that is right for them, known by construction.
struct GeneratedMerge {
  var base: GeneratedBulletin
  var mine: GeneratedBulletin
  var theirs: GeneratedBulletin
  var expected: GeneratedBulletin
  /// The numbers changed to different values on both sides: draft, data.
  var conflicts: [(mine: String, theirs: String)] = []
  /// The numbers changed by hand alone.
  var handEdits: [String] = []
  /// The numbers changed in the data alone, in sentences that stayed.
  var updates: [String] = []
  /// How many words were changed differently on both sides.
  var wordConflicts = 0
  /// The numbers changed in the data in sentences dropped by hand.
  var lostUpdates: [String] = []

  /// The names of sentences that are left alone from here on.
  private var settled: Set<Int> = []
  private var freshNumber = 10_000

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    base = GeneratedBulletin.random(&random)
    (mine, theirs, expected) = (base, base, base)
    changeNumbers(&random)
    let edits = Int.random(in: 0...6, using: &random)
    for _ in 0..<edits {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: editWord(&random)
      case 1: addByHand(&random)
      case 2: dropByHand(&random)
      case 3: moveByHand(&random)
      case 4: renumber(&random)
      case 5: addByData(&random)
      case 6: changeWordInData(&random)
      case 7: changeWordOnBothSides(&random)
      case 8: splitByHand(&random)
      case 9: moveClauseByHand(&random)
      case 10: moveByData(&random)
      default: dropByData(&random)
      }
    }
    if random.chance(25) { swapItems(&random) }
  }

  /// A value no other number has.
  private mutating func fresh() -> Int {
    freshNumber += 7
    return freshNumber
  }

  /// A sentence that no edit has touched yet.
  private mutating func untouched(_ random: inout SeededGenerator) -> Int? {
    let free = base.places.map { base.sentence(at: $0).id }.filter { !settled.contains($0) }
    guard !free.isEmpty else { return nil }
    let id = random.pick(free)
    settled.insert(id)
    return id
  }

  /// An untouched sentence whose neighbours in its item are untouched too.
  private mutating func alone(_ random: inout SeededGenerator) -> Int? {
    let free = base.places.filter { place in
      let sentences = base.parts[place.part].items[place.item].sentences
      return (place.sentence - 1...place.sentence + 1).allSatisfy {
        !sentences.indices.contains($0) || !settled.contains(sentences[$0].id)
      }
    }
    guard !free.isEmpty else { return nil }
    let place = random.pick(free)
    let sentences = base.parts[place.part].items[place.item].sentences
    for index in place.sentence - 1...place.sentence + 1 where sentences.indices.contains(index) {
      settled.insert(sentences[index].id)
    }
    return base.sentence(at: place).id
  }

  // MARK: Numbers

  private mutating func changeNumbers(_ random: inout SeededGenerator) {
    for place in base.places {
      let sentence = base.sentence(at: place)
      for (index, piece) in sentence.pieces.enumerated() {
        guard case .number(_, let unit) = piece else { continue }
        let (byHand, byData) = (random.chance(8), random.chance(30))
        let hand = GeneratedBulletin.Piece.number(fresh(), unit)
        let data =
          byHand && random.chance(30) ? hand : GeneratedBulletin.Piece.number(fresh(), unit)
        if byHand { mine.change(sentence.id) { $0.pieces[index] = hand } }
        if byData { theirs.change(sentence.id) { $0.pieces[index] = data } }
        if byHand || byData {
          expected.change(sentence.id) { $0.pieces[index] = byHand ? hand : data }
        }
        if byHand, byData, hand != data { conflicts.append((hand.text, data.text)) }
        if byHand, !byData { handEdits.append(hand.text) }
        if byData, !byHand { updates.append(data.text) }
      }
    }
  }

  // MARK: Hand edits

  private mutating func editWord(_ random: inout SeededGenerator) {
    guard let id = untouched(&random), let place = base.place(of: id) else { return }
    let pieces = base.sentence(at: place).pieces
    let words = pieces.indices.filter {
      pieces[$0].text.unicodeScalars.count == 2 && !isNumber(pieces[$0])
    }
    guard !words.isEmpty else { return }
    let index = random.pick(words)
    let word = random.pick(["鼓励", "确立", "牵头", "压茬", "闭环"])
    let change: (inout GeneratedBulletin.Sentence) -> Void
    switch Int.random(in: 0..<3, using: &random) {
    case 0: change = { $0.pieces[index] = .word(word) }
    case 1: change = { $0.pieces.insert(.word(word), at: index) }
    default: change = { $0.pieces[index] = .word("") }
    }
    mine.change(id, change)
    expected.change(id, change)
  }

  private func isNumber(_ piece: GeneratedBulletin.Piece) -> Bool {
    if case .number = piece { return true }
    return false
  }

  private mutating func addByHand(_ random: inout SeededGenerator) {
    guard let id = alone(&random) else { return }
    let sentence = mine.sentence(&random)
    mine.insert(sentence, after: id)
    expected.insert(sentence, after: id)
  }

  private mutating func dropByHand(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let place = base.place(of: id) else { return }
    let old = base.sentence(at: place).pieces
    let (own, new) = (
      mine.remove(id)?.pieces ?? [], theirs.place(of: id).map(theirs.sentence)?.pieces
    )
    expected.remove(id)
    forget(own, new ?? [])
    for (piece, other) in zip(old, new ?? []) where piece != other {
      lostUpdates.append(other.text)
    }
  }

  /// Takes back what was expected of the numbers of a sentence.
  private mutating func forget(
    _ mine: [GeneratedBulletin.Piece], _ theirs: [GeneratedBulletin.Piece]
  ) {
    let texts = Set((mine + theirs).filter(isNumber).map(\.text))
    conflicts.removeAll { texts.contains($0.mine) }
    handEdits.removeAll(where: texts.contains)
    updates.removeAll(where: texts.contains)
  }

  private mutating func moveByHand(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let target = alone(&random), id != target else { return }
    if let sentence = mine.remove(id) { mine.insert(sentence, after: target) }
    if let sentence = expected.remove(id) { expected.insert(sentence, after: target) }
  }

  /// Ends a sentence where a comma stood.
  private mutating func splitByHand(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let place = base.place(of: id) else { return }
    let pieces = base.sentence(at: place).pieces
    guard let comma = pieces.firstIndex(of: .word(",")) else { return }
    mine.change(id) { $0.pieces[comma] = .word("。") }
    expected.change(id) { $0.pieces[comma] = .word("。") }
  }

  /// Cuts the last clause out of a sentence and pastes it at the end of another.
  private mutating func moveClauseByHand(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let target = alone(&random), id != target,
      let place = base.place(of: id), isUneditedByHand(id)
    else { return }
    let pieces = base.sentence(at: place).pieces
    guard let comma = pieces.lastIndex(of: .word(",")) else { return }
    func move(_ bulletin: inout GeneratedBulletin) {
      var clause: [GeneratedBulletin.Piece] = []
      bulletin.change(id) {
        clause = Array($0.pieces[comma...])
        $0.pieces.removeSubrange(comma...)
      }
      bulletin.change(target) { $0.pieces += clause }
    }
    move(&mine)
    move(&expected)
  }

  /// Whether the draft has a sentence as it was generated.
  private func isUneditedByHand(_ id: Int) -> Bool {
    guard let place = base.place(of: id), let own = mine.place(of: id) else { return false }
    return base.sentence(at: place) == mine.sentence(at: own)
  }

  private mutating func renumber(_ random: inout SeededGenerator) {
    let part = Int.random(in: 0..<base.parts.count, using: &random)
    let item = Int.random(in: 0..<base.parts[part].items.count, using: &random)
    let number = Int.random(in: 1...9, using: &random)
    mine.parts[part].items[item].number = number
    expected.parts[part].items[item].number = number
  }

  private mutating func swapItems(_ random: inout SeededGenerator) {
    let part = Int.random(in: 0..<base.parts.count, using: &random)
    guard base.parts[part].items.count > 1 else { return }
    let first = Int.random(in: 0..<base.parts[part].items.count - 1, using: &random)
    mine.parts[part].items.swapAt(first, first + 1)
    expected.parts[part].items.swapAt(first, first + 1)
  }

  // MARK: Changes of the data

  private mutating func addByData(_ random: inout SeededGenerator) {
    guard let id = alone(&random) else { return }
    let sentence = theirs.sentence(&random)
    theirs.insert(sentence, after: id)
    expected.insert(sentence, after: id)
  }

  private mutating func moveByData(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let target = alone(&random), id != target else { return }
    if let sentence = theirs.remove(id) { theirs.insert(sentence, after: target) }
    if let sentence = expected.remove(id) { expected.insert(sentence, after: target) }
  }

  /// A word of a sentence whose neighbours are no numbers.
  private func plainWord(of id: Int, _ random: inout SeededGenerator) -> Int? {
    guard let place = base.place(of: id) else { return nil }
    let pieces = base.sentence(at: place).pieces
    let words = pieces.indices.filter { index in
      pieces[index].text.unicodeScalars.count == 2
        && (index - 1...index + 1).allSatisfy {
          !pieces.indices.contains($0) || !isNumber(pieces[$0])
        }
    }
    return words.isEmpty ? nil : random.pick(words)
  }

  private mutating func changeWordInData(_ random: inout SeededGenerator) {
    guard let id = untouched(&random), isUneditedByHand(id), let word = plainWord(of: id, &random)
    else { return }
    theirs.change(id) { $0.pieces[word] = .word("转入") }
    expected.change(id) { $0.pieces[word] = .word("转入") }
  }

  private mutating func changeWordOnBothSides(_ random: inout SeededGenerator) {
    guard let id = untouched(&random), let word = plainWord(of: id, &random) else { return }
    theirs.change(id) { $0.pieces[word] = .word("转入") }
    mine.change(id) { $0.pieces[word] = .word("鼓励") }
    expected.change(id) { $0.pieces[word] = .word("鼓励") }
    wordConflicts += 1
  }

  private mutating func dropByData(_ random: inout SeededGenerator) {
    guard let id = alone(&random), let place = base.place(of: id), mine.place(of: id) != nil else {
      return
    }
    let old = base.sentence(at: place).pieces
    let own = mine.place(of: id).map(mine.sentence)?.pieces ?? []
    guard own == old else { return }
    forget(own, theirs.remove(id)?.pieces ?? [])
    expected.remove(id)
  }
}
