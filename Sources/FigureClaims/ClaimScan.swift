import BulletinSyntax
import ReportModel

/// One pass of all patterns over the figures of a text.
struct ClaimScan {
  let text: TextView
  /// The figures; lent for the scan, since an array of them would be copied with it.
  let figures: UnsafeBufferPointer<Figure>
  let headings: [Heading]
  let readings: [FigureReading]
  private(set) var claims: [Claim] = []
  private let table: CueTable
  private let leavesOutSound: Bool

  init(
    _ text: TextView, _ figures: UnsafeBufferPointer<Figure>, _ headings: [Heading],
    leavesOutSound: Bool = false
  ) {
    self.text = text
    self.figures = figures
    self.headings = headings
    self.leavesOutSound = leavesOutSound
    table = .builtIn
    readings = ReadingScan.readings(of: figures, in: text, table: table)
  }

  /// Finds all claims.
  mutating func run() {
    for index in readings.indices {
      switch readings[index].unit.kind {
      case .percent:
        findShare(index)
        findShares(index)
        findExcessiveRate(index)
        findGrowth(index)
        findPoints(index)
      case .points: findPoints(index)
      case .times: findMultiple(index)
      case .money, .none, .time, .measure, .count:
        findSum(index)
        findTotal(index)
        findRemainder(index)
        findProgress(index)
        findPerHead(index)
        findDifference(index)
        findList(index)
        findDoubling(index)
      case .other: break
      }
      findDirection(index)
      findRange(index)
    }
    findRepeats()
    claims.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Adds a claim.
  mutating func add(
    _ kind: ClaimKind, _ terms: [(Int, ClaimRole)], _ verdict: ClaimVerdict, _ sides: ClaimSides
  ) {
    guard isWanted(kind, verdict), var first = terms.first?.0 else { return }
    var last = first
    for (index, _) in terms {
      first = min(first, index)
      last = max(last, index)
    }
    var list: [ClaimTerm] = []
    list.reserveCapacity(terms.count)
    for (index, role) in terms {
      list.append(ClaimTerm(figure: index, role: role, text: surface(index)))
    }
    // What is said twice stands far apart; the second place is where it is at odds.
    let start = kind == .repeated ? last : first
    claims.append(
      Claim(
        kind: kind, terms: list,
        range: readings[start].range.lowerBound..<readings[last].range.upperBound,
        verdict: verdict, sides: sides))
  }

  /// Whether claims of a kind are given where they stand so; what is not need not be put into words.
  func isWanted(_ kind: ClaimKind, _ verdict: ClaimVerdict) -> Bool {
    guard leavesOutSound else { return true }
    switch verdict {
    case .fails, .uncertain: return true
    case .holds: return kind == .sum || kind == .within
    case .notAssessable: return kind == .multiple
    }
  }

  /// A figure as printed, HTML tags and blanks within it left out.
  func surface(_ index: Int) -> String {
    let range = readings[index].range
    let isPlain = text.isPlain(range)
    if isPlain { return text.text(range) }
    var output = ""
    var isTag = false
    for scalar in text.text(range).unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag, !scalar.properties.isWhitespace { output.unicodeScalars.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    return output
  }
}

// MARK: - Questions all patterns ask

extension ClaimScan {
  /// The numbers of a figure; nil where they do not fit.
  func number(_ index: Int) -> PrintedNumber? {
    PrintedNumber(figures[index], readings[index].unit, text)
  }

  /// The figure as one side of an equation.
  func side(_ index: Int) -> Judgement.Side? {
    number(index).map { Judgement.Side($0) }
  }

  /// The figures as sides of one equation in one unit, which were all printed to the places of the
  /// one with most; nil where one does not fit.
  func sides(_ indices: [Int]) -> [Judgement.Side]? {
    guard let first = indices.first else { return [] }
    let isOneUnit = indices.allSatisfy { readings[$0].unit.power == readings[first].unit.power }
    let most = isOneUnit ? indices.map(places).max() ?? 0 : 0
    var sides: [Judgement.Side] = []
    for index in indices {
      guard let number = PrintedNumber(figures[index], readings[index].unit, text, places: most)
      else { return nil }
      sides.append(Judgement.Side(number))
    }
    return sides
  }

  /// Whether two figures have the same unit, 万 and 亿 aside.
  func isSameUnit(_ one: Int, _ two: Int) -> Bool {
    let (left, right) = (readings[one].unit, readings[two].unit)
    return left.kind == right.kind && text.equal(left.base, right.base)
  }

  /// The same, or one of the two without any.
  func isLikeUnit(_ one: Int, _ two: Int) -> Bool {
    if isSameUnit(one, two) { return true }
    let (left, right) = (readings[one].unit.kind, readings[two].unit.kind)
    return left == .none && right.isAmount || right == .none && left.isAmount
  }

  /// Whether two figures stand in one sentence.
  func isSameSentence(_ one: Int, _ two: Int) -> Bool {
    readings[one].sentence == readings[two].sentence
  }

  /// The strongest mark between two neighbouring figures in text order, `one` before `two`.
  func joint(_ one: Int, _ two: Int) -> Joint {
    guard one < two else { return .direct }
    return readings[(one + 1)...two].map(\.joint).max() ?? .direct
  }

  /// A lead's characters that belong to no cue, as ranges.
  func plainRuns(_ range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      if let match = table.match(text, at: offset, key: text.key(at: offset)) {
        offset = match.end
        if match.cues.rawValue != 0 { continue }
      } else {
        offset += text.width(at: offset)
        if text.spaceWidth(at: start) > 0 { continue }
      }
      if let last = runs.last, last.upperBound == start {
        runs[runs.count - 1] = last.lowerBound..<offset
      } else {
        runs.append(start..<offset)
      }
    }
    return runs
  }

  /// Whether a lead says nothing that `other` does not.
  func repeats(_ lead: Range<Int>, in other: Range<Int>) -> Bool {
    plainRuns(lead).allSatisfy { text.contains($0, in: other) }
  }

  /// Shows a number with enough digits to tell it from one of `places` digits.
  func shown(_ value: Fraction?, places: Int) -> String {
    guard let value else { return "" }
    if value.reduced.denominator == 1, let whole = value.rounded(to: 0) { return whole.description }
    return value.rounded(to: places)?.normalized.description ?? ""
  }

  /// How many digits the figure has behind its point.
  func places(_ index: Int) -> Int { figures[index].value?.scale ?? 0 }

  /// A value in the unit of a figure, 万 and 亿 divided out.
  func inUnit(_ value: Fraction?, of index: Int) -> Fraction? {
    guard let value, let ten = Fraction.tenTo(readings[index].unit.power) else { return nil }
    return value.divided(by: Fraction(ten) ?? Fraction(1))
  }

  /// The unit of a figure as it is printed.
  func unitText(_ index: Int) -> String {
    var range = figures[index].unit
    if let word = figures[index].qualifiers.first(where: { range.contains($0.lowerBound) }) {
      return text.text(range.lowerBound..<word.lowerBound)
        + text.text(word.upperBound..<max(word.upperBound, range.upperBound))
    }
    while !range.isEmpty, text.spaceWidth(at: range.lowerBound) > 0 {
      range = range.lowerBound + text.spaceWidth(at: range.lowerBound)..<range.upperBound
    }
    return text.text(range)
  }
}

extension UnitClass {
  /// Whether the unit counts or measures amounts that can be parts of one another.
  var isAmount: Bool {
    switch self {
    case .money, .time, .measure, .count, .none: true
    case .percent, .points, .times, .other: false
    }
  }
}
