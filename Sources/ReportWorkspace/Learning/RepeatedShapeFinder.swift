import BulletinSyntax
import ReportModel
import SourceText

/// Finds items of one shape that stand in a row; linear in the text.
struct RepeatedShapeFinder {
  private let source: SourceFile
  private let figures: [LearnedFigure]
  private let isOpen: [Bool]
  /// Where heading numbers end, in text order: no name begins before one.
  private let numberEnds: [Int]

  /// The most figures an item may have.
  private static let longestItem = 4
  /// The longest name, in bytes.
  private static let longestName = 75

  init(_ source: SourceFile, figures: [LearnedFigure], numberEnds: [Int]) {
    self.source = source
    self.figures = figures
    self.numberEnds = numberEnds
    isOpen = figures.map { $0.isPrintable && !$0.range.isEmpty }
  }

  /// The shapes, in text order; none overlaps another.
  func shapes() -> [RepeatedShape] {
    var shapes: [RepeatedShape] = []
    var index = 0
    var floor = 0
    var heading = 0
    while index < figures.count {
      let start = figures[index].range.lowerBound
      while heading < numberEnds.count, numberEnds[heading] <= start {
        floor = max(floor, numberEnds[heading])
        heading += 1
      }
      guard let (shape, count) = shape(at: index, floor: floor) else {
        floor = max(floor, figures[index].range.upperBound)
        index += 1
        continue
      }
      shapes.append(shape)
      floor = max(floor, shape.range.upperBound)
      index += count
    }
    return shapes
  }

  /// The shape of the shortest items that begin with a figure, and how many figures it holds.
  private func shape(at index: Int, floor: Int) -> (RepeatedShape, Int)? {
    for period in 1...Self.longestItem {
      if let items = items(at: index, period: period, floor: floor),
        let shape = items.shape(of: source.bytes)
      {
        return (shape, items.figures.count)
      }
    }
    return nil
  }

  private func items(at index: Int, period: Int, floor: Int) -> ShapeItems? {
    guard index + period * 2 <= figures.count, isOpen[index] else { return nil }
    let first = gaps(from: index, period: period)
    guard let first else { return nil }
    var items = ShapeItems(period: period, gaps: first.map { [$0] })
    items.figures += figures[index..<index + period]
    var next = index + period
    while next + period <= figures.count, let inner = gaps(from: next, period: period),
      zip(first, inner).allSatisfy({ source.bytes.marks(in: $0) == source.bytes.marks(in: $1) }),
      (0..<period).allSatisfy({ isAlike(index + $0, next + $0) }),
      items.join(between(next - 1), in: source.bytes)
    {
      for (place, gap) in inner.enumerated() { items.gaps[place].append(gap) }
      items.figures += figures[next..<next + period]
      next += period
    }
    // Two awards or two payments read as a list; two of anything else may stand together by chance.
    let least = items.namesAwards(in: source.bytes) || items.namesPayments ? 2 : 3
    guard items.figures.count >= least * period, items.separator != nil,
      !items.compares(in: source.bytes)
    else { return nil }
    items.takeFirstName(in: source.bytes, from: floor, longest: Self.longestName)
    return items.firstName == nil ? nil : items
  }

  /// What stands between the figures of one item; nil where they do not stand in one line.
  private func gaps(from index: Int, period: Int) -> [Range<Int>]? {
    var gaps: [Range<Int>] = []
    for figure in index..<index + period {
      guard isOpen[figure] else { return nil }
      guard figure + 1 < index + period else { break }
      let gap = between(figure)
      guard gap.count <= Self.longestName, !gap.isEmpty,
        !source.bytes[gap].contains(where: { $0 < 0x20 || $0 == 0x7B || $0 == 0x7D })
      else { return nil }
      gaps.append(gap)
    }
    return gaps
  }

  private func between(_ figure: Int) -> Range<Int> {
    let start = figures[figure].range.upperBound
    return start..<max(start, figures[figure + 1].range.lowerBound)
  }

  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    guard let first = figures[one].quantity, let second = figures[other].quantity else {
      return false
    }
    return first.unit.text == second.unit.text
  }
}

/// The items of a shape on their way.
private struct ShapeItems {
  let period: Int
  var figures: [LearnedFigure] = []
  /// By place in the item, then by item.
  var gaps: [[Range<Int>]]
  var separator: String?
  private var tail = ""
  /// The names of all items but the first.
  private var names: [Range<Int>] = []
  var firstName: Range<Int>?

  init(period: Int, gaps: [[Range<Int>]]) {
    self.period = period
    self.gaps = gaps
  }

  /// Takes what stands between two items apart: what ends every item, the mark, the next name.
  mutating func join(_ gap: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard gap.count <= 90, let mark = bytes.firstMark(in: gap),
      !bytes[gap].contains(where: { $0 < 0x20 || $0 == 0x7B || $0 == 0x7D })
    else { return false }
    let end = String(decoding: bytes[gap.lowerBound..<mark.lowerBound], as: UTF8.self)
    let sign = String(decoding: bytes[mark], as: UTF8.self)
    let name = mark.upperBound..<gap.upperBound
    guard ["、", ";", "；", ",", "，"].contains(sign), bytes.firstMark(in: name) == nil,
      period == 1 || !name.isEmpty
    else { return false }
    if let separator {
      guard separator == sign, tail == end, names.first?.isEmpty == name.isEmpty else {
        return false
      }
    } else {
      (separator, tail) = (sign, end)
    }
    names.append(name)
    return true
  }

  /// Rates behind commas, and words that compare, are clauses of one sentence and no list.
  func compares(in bytes: [UInt8]) -> Bool {
    if period == 1, separator != "、", figures.first?.quantity?.unit.base == "%" { return true }
    return names.contains { range in
      let name = String(decoding: bytes[range], as: UTF8.self)
      return ["同比", "环比", "上年", "去年", "增长", "下降"].contains { name.hasPrefix($0) }
    }
  }

  /// 甲补助78.55万元、乙补助305.25万元.
  var namesPayments: Bool {
    period == 1 && separator == "、" && names.allSatisfy { !$0.isEmpty }
      && figures.allSatisfy { $0.quantity?.unit.base == "元" }
  }

  func namesAwards(in bytes: [UInt8]) -> Bool {
    !names.isEmpty && period == 1
      && names.allSatisfy { bytes[$0].count >= 6 && bytes[$0].suffix(3).elementsEqual("奖".utf8) }
  }

  /// The first item's name reaches back to a mark, without the verb that leads into the row.
  mutating func takeFirstName(in bytes: [UInt8], from floor: Int, longest: Int) {
    guard let first = figures.first?.range.lowerBound else { return }
    if names.first?.isEmpty == true {
      firstName = first..<first
      return
    }
    var start = first
    while start > floor, first - start <= longest {
      let before = bytes.scalarStart(before: start)
      if bytes.isMark(before..<start) || bytes[before] < 0x20 { break }
      start = before
    }
    guard start < first, first - start <= longest else { return }
    if namesAwards(in: bytes), let grade = bytes.awardGrade(in: start..<first) {
      firstName = grade
      return
    }
    let verb = LeadingVerb.length(bytes[start..<first])
    firstName = start + verb..<first
  }

  /// The finished shape; nil where the words do not fit a table.
  func shape(of bytes: [UInt8]) -> RepeatedShape? {
    guard let firstName, let separator, let last = figures.last else { return nil }
    let end = last.range.upperBound
    guard bytes[end...].starts(with: tail.utf8) else { return nil }
    var parts: [RepeatedShape.Gap] = []
    for ranges in gaps {
      guard let gap = Self.gap(ranges, in: bytes) else { return nil }
      parts.append(gap)
    }
    let texts = ([firstName] + names).map { String(decoding: bytes[$0], as: UTF8.self) }
    guard texts.allSatisfy({ $0 == $0.trimmedBlanks }) else { return nil }
    return RepeatedShape(
      range: firstName.lowerBound..<end + tail.utf8.count, separator: separator, names: texts,
      figures: figures, gaps: parts, tail: tail)
  }

  /// What all items share at the head and at the end of a gap, and what each says between.
  private static func gap(_ ranges: [Range<Int>], in bytes: [UInt8]) -> RepeatedShape.Gap? {
    let texts = ranges.map { Array(String(decoding: bytes[$0], as: UTF8.self).unicodeScalars) }
    guard let first = texts.first else { return nil }
    func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(scalars))
    }
    if texts.allSatisfy({ $0 == first }) {
      return RepeatedShape.Gap(head: text(first), words: [], tail: "")
    }
    let shortest = texts.map(\.count).min() ?? 0
    // A word is left for each item, so that no cell is blank.
    var head = 0
    while head + 1 < shortest, texts.allSatisfy({ $0[head] == first[head] }) { head += 1 }
    var tail = 0
    while head + tail + 1 < shortest,
      texts.allSatisfy({ $0[$0.count - 1 - tail] == first[first.count - 1 - tail] })
    { tail += 1 }
    guard head + tail > 0 else { return nil }
    let words = texts.map { text($0[head..<$0.count - tail]) }
    guard words.allSatisfy({ $0 == $0.trimmedBlanks && !$0.isEmpty }) else { return nil }
    return RepeatedShape.Gap(
      head: text(first[..<head]), words: words, tail: text(first[(first.count - tail)...]))
  }
}
