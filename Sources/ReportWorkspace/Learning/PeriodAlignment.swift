import ReportModel
import SourceText

/// Two periods' texts of one bureau, held side by side: wording that stayed, figures that changed.
struct PeriodAlignment {
  /// How the other text's period stands to the learnt one's.
  enum Relation {
    case lastPeriod, lastYear, later
  }

  /// What became of a sentence.
  enum Standing {
    /// The words are the same, figures apart.
    case stayed
    /// Some clauses are the same; the partner is the other text's sentence.
    case reworded(partner: Int)
    /// Nothing of it stands in the other text.
    case added
  }

  let text: LearnedText
  let other: LearnedText
  let clauses: TextClauses
  let otherClauses: TextClauses
  let relation: Relation
  /// For each figure of the text its partner in the other.
  private(set) var figurePartners: [Int?]
  /// By sentence of the text.
  private(set) var standings: [Standing] = []
  /// Sentences of the other text no clause of which stands in this one.
  private(set) var goneSentences: [Int] = []
  /// Figures of the other text without a partner.
  private(set) var goneFigures: [Int] = []

  /// For each clause the same one of the other text.
  private var partners: [Int?] = []
  /// For each clause without a partner one that says the like in other words.
  private var likes: [Int?] = []

  /// Clauses shorter than this say too little to be known again elsewhere.
  private static let leastWeight = 12

  init(_ text: LearnedText, beside other: LearnedText) {
    self.text = text
    self.other = other
    clauses = TextClauses(text)
    otherClauses = TextClauses(other)
    relation = Self.relation(text.front.period, other.front.period)
    figurePartners = Array(repeating: nil, count: text.figures.count)
    partners =
      SequenceAligner(clauses.clauses.map(\.hash), otherClauses.clauses.map(\.hash)).partners
    pairLikeClauses()
    pairMovedClauses()
    pairFigures()
    judgeSentences()
  }

  /// Whether enough of the wording is the same to tell what stayed from what changed.
  var isOneSeries: Bool {
    var weight = 0
    for (clause, partner) in zip(clauses.clauses, partners) where partner != nil {
      weight += clause.weight
    }
    return weight >= Self.leastWeight * 3
  }

  /// The figure as the other period printed it; empty where it has no partner or is no earlier one.
  func lastValue(of figure: LearnedFigure) -> String {
    guard relation != .later, let partner = figurePartners[figure.index] else { return "" }
    return other.source.text(in: other.figures[partner].range)
  }

  /// The period's year or name where it stands in words that both texts have.
  func changedPeriodWords(in range: Range<Int>) -> [TextClauses.PeriodWord] {
    let words = clauses.periodWords
    let first = words.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return words[first...].prefix { $0.range.lowerBound < range.upperBound }.filter { word in
      let clause = clauses.clauses.partitioningIndex {
        $0.range.upperBound > word.range.lowerBound
      }
      return clause < partners.count && partners[clause] != nil
    }
  }

  private static func relation(_ own: Period?, _ other: Period?) -> Relation {
    guard let own, let other else { return .lastPeriod }
    if own < other { return .later }
    return other == own.sameOfLastYear && other != own.previous ? .lastYear : .lastPeriod
  }

  /// Between two pairs, clauses that begin and end alike and have the same units.
  private mutating func pairLikeClauses() {
    likes = Array(repeating: nil, count: partners.count)
    let gists = clauses.clauses.map(\.gist)
    let otherGists = otherClauses.clauses.map(\.gist)
    var from = (0, 0)
    for index in 0...partners.count {
      let partner = index < partners.count ? partners[index] : otherGists.count
      guard let partner else { continue }
      let gap = (from.0..<index, from.1..<max(partner, from.1))
      if !gap.0.isEmpty, !gap.1.isEmpty {
        let found = SequenceAligner(Array(gists[gap.0]), Array(otherGists[gap.1])).partners
        for (offset, like) in found.enumerated() {
          likes[gap.0.lowerBound + offset] = like.map { $0 + gap.1.lowerBound }
        }
      }
      from = (index + 1, partner + 1)
    }
  }

  /// Clauses that stand elsewhere in the other text, where they can be told for certain.
  private mutating func pairMovedClauses() {
    var taken = Array(repeating: false, count: otherClauses.clauses.count)
    for partner in partners { if let partner { taken[partner] = true } }
    func once(_ clauses: [TextClauses.Clause], _ isTaken: (Int) -> Bool) -> [UInt64: Int] {
      var places: [UInt64: Int] = [:]
      for (index, clause) in clauses.enumerated()
      where !isTaken(index) && clause.weight >= Self.leastWeight {
        places[clause.hash] = places[clause.hash] == nil ? index : -1
      }
      return places.filter { $0.value >= 0 }
    }
    let here = once(clauses.clauses) { partners[$0] != nil }
    let there = once(otherClauses.clauses) { taken[$0] }
    for (hash, index) in here { partners[index] = there[hash] }
  }

  /// Figures of paired clauses go together in their order, those of paired rows by the rows' names,
  /// the rest by what they count where that is said once.
  private mutating func pairFigures() {
    let names = FigureNames(text)
    let otherNames = FigureNames(other)
    for index in partners.indices {
      guard let partner = partners[index] ?? likes[index] else { continue }
      let own = clauses.clauses[index].figures
      let others = otherClauses.clauses[partner].figures
      let plain = own.filter { !names.isInRow($0) }
      let otherPlain = others.filter { !otherNames.isInRow($0) }
      for (one, two) in zip(plain, otherPlain) { figurePartners[one] = two }
      pair(own, others, names, otherNames)
    }
    pair(0..<text.figures.count, 0..<other.figures.count, names, otherNames)
    var isTaken = Array(repeating: false, count: other.figures.count)
    for partner in figurePartners { if let partner { isTaken[partner] = true } }
    goneFigures = isTaken.indices.filter { !isTaken[$0] }
  }

  private mutating func pair(
    _ own: Range<Int>, _ others: Range<Int>, _ names: FigureNames, _ otherNames: FigureNames
  ) {
    guard !own.isEmpty, !others.isEmpty else { return }
    var taken: Set<Int> = []
    for index in own { if let partner = figurePartners[index] { taken.insert(partner) } }
    let here = Self.once(own.filter { figurePartners[$0] == nil }, names)
    let there = Self.once(others.filter { !taken.contains($0) }, otherNames)
    for (name, index) in here { if let partner = there[name] { figurePartners[index] = partner } }
  }

  private static func once(_ figures: [Int], _ names: FigureNames) -> [String: Int] {
    var places: [String: Int] = [:]
    for index in figures {
      guard let name = names.name(of: index) else { continue }
      places[name] = places[name] == nil ? index : -1
    }
    return places.filter { $0.value >= 0 }
  }

  private mutating func judgeSentences() {
    var isFound = Array(repeating: false, count: otherClauses.sentences.count)
    for sentence in clauses.sentences {
      let pairs = sentence.clauses.map { partners[$0] }
      let similar = sentence.clauses.map { partners[$0] ?? likes[$0] }
      for partner in similar {
        if let partner { isFound[otherClauses.clauses[partner].sentence] = true }
      }
      guard let first = similar.compactMap({ $0 }).first else {
        standings.append(.added)
        continue
      }
      let isWhole =
        pairs.enumerated().allSatisfy { $0.element == first + $0.offset }
        && sentence.clauses.enumerated().allSatisfy { hasSameMark($0.element, first + $0.offset) }
      standings.append(
        isWhole ? .stayed : .reworded(partner: otherClauses.clauses[first].sentence))
    }
    goneSentences = isFound.indices.filter { !isFound[$0] }
  }

  private func hasSameMark(_ clause: Int, _ partner: Int) -> Bool {
    text.bytes[clauses.clauses[clause].mark].elementsEqual(
      other.bytes[otherClauses.clauses[partner].mark])
  }
}

/// What the figures of a text count, in words that can be looked up in another text.
private struct FigureNames {
  private let text: LearnedText
  private var rowNames: [Int: String] = [:]

  init(_ text: LearnedText) {
    self.text = text
    for shape in text.shapes {
      for (place, figure) in shape.figures.enumerated() {
        let item = place / shape.period
        let name = shape.names[item].isEmpty ? "\(item + 1)" : shape.names[item]
        rowNames[figure.index] = "\(name)\u{1}\(place % shape.period)"
      }
    }
  }

  func isInRow(_ index: Int) -> Bool { rowNames[index] != nil }

  /// Nil where the text does not say what the figure counts.
  func name(of index: Int) -> String? {
    let figure = text.figures[index]
    let label = rowNames[index] ?? LearnedNames.plain(figure.label, limit: 40)
    guard !label.isEmpty else { return nil }
    return "\(label)\u{2}\(figure.quantity?.unit.base ?? "")"
  }
}
