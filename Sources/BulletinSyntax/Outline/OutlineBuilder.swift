/// Makes headings of candidates: which are headings, and how deep each stands.
///
/// The level is found from nesting. The marks of open lists lie on a stack; a mark that is on it
/// goes on there, a mark that is not opens a list below. The usual order of marks decides only where
/// nesting leaves the choice.
struct OutlineBuilder {
  /// A list that is open.
  private struct OpenList {
    var key: UInt16
    var style: OrdinalStyle
    var last: Int
    /// The index of the heading that was added last.
    var heading: Int
    /// The index of its candidate.
    var candidate: Int
    /// Where its line begins.
    var lineStart: Int
    /// Whether its last member stands inside a line.
    var isInline: Bool
  }

  private let text: TextBytes
  private let candidates: [OutlineCandidate]
  /// The next candidate with the same key, by candidate; `candidates.count` where there is none.
  private let following: [Int32]
  private var open: [OpenList] = []
  /// Under which mark each mark was first opened: `parents[key] == key of the list above`.
  private var parents: [UInt16: UInt16] = [:]
  private var headings: [Heading] = []
  /// The lines of the headings, by heading.
  private var lines: [HeadingLine] = []
  private let end: Int
  /// Whether `1、` at the head of a line is a page number here: it stands where a page broke and cuts
  /// sentences in two.
  private let hasPageNumbers: Bool

  private init(_ text: TextBytes, _ candidates: [OutlineCandidate], end: Int) {
    self.text = text
    self.candidates = candidates
    self.end = end
    following = Self.following(candidates)
    hasPageNumbers = Self.hasPageNumbers(candidates)
  }

  /// Half of the numbers after the first, or more, stand behind a line that breaks off.
  private static func hasPageNumbers(_ candidates: [OutlineCandidate]) -> Bool {
    var later = 0
    var torn = 0
    for candidate in candidates
    where candidate.context == .lineStart && candidate.reading.mark.style == .arabicComma
      && candidate.reading.mark.value > 1
    {
      later += 1
      if candidate.isAfterTornLine { torn += 1 }
    }
    return torn > 0 && torn * 2 >= later
  }

  /// The headings among `candidates`, those from `start` to `end` only; linear in their number.
  static func headings(
    in text: TextBytes, candidates: [OutlineCandidate], from start: Int, to end: Int
  ) -> [Heading] {
    var builder = OutlineBuilder(text, candidates, end: end)
    builder.headings.reserveCapacity(candidates.count)
    builder.lines.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      guard candidate.reading.start >= start, candidate.reading.start < end else { continue }
      builder.take(candidate, at: index)
    }
    let headings = builder.headings
    builder.headings = []
    return HeadingFinisher.finished(headings, lines: builder.lines, in: text, to: end)
  }

  private static func following(_ candidates: [OutlineCandidate]) -> [Int32] {
    var next = [Int32](repeating: Int32(clamping: candidates.count), count: candidates.count)
    // Styles and variants are few: one place each.
    var last = [Int32](repeating: Int32(clamping: candidates.count), count: 256)
    for index in candidates.indices.reversed() {
      let key = candidates[index].key
      let place = Int(key >> 8) << 4 | Int(key & 0x0F)
      next[index] = last[place]
      last[place] = Int32(clamping: index)
    }
    return next
  }

  private mutating func take(_ candidate: OutlineCandidate, at index: Int) {
    if candidate.isAddress {
      if open.count > 1 { open.removeLast(open.count - 1) }
      return
    }
    guard accepts(candidate, at: index) else { return }
    let depth = place(candidate, at: index)
    open.removeLast(max(0, open.count - depth - 1))
    addUnnumberedSibling(before: candidate, depth: depth)
    let list = OpenList(
      key: candidate.key, style: candidate.reading.mark.style, last: candidate.reading.mark.value,
      heading: headings.count, candidate: index, lineStart: candidate.lineStart,
      isInline: candidate.context != .lineStart)
    if depth < open.count {
      open[depth] = list
    } else {
      if let above = open.last, parents[candidate.key] == nil {
        parents[candidate.key] = above.key
      }
      open.append(list)
    }
    let reading = candidate.reading
    headings.append(
      Heading(
        level: depth + 1, mark: reading.mark, number: reading.start..<reading.end,
        title: reading.end..<reading.end, form: .runIn,
        parent: depth > 0 ? open[depth - 1].heading : nil))
    lines.append(
      HeadingLine(isHead: candidate.context == .lineStart, end: candidate.lineEnd))
  }

  /// Adds the heading that stands where the first of a list that opens with its second member
  /// would: a short line by itself right under the heading above.
  private mutating func addUnnumberedSibling(before candidate: OutlineCandidate, depth: Int) {
    guard candidate.context == .lineStart, candidate.reading.mark.value == 2,
      depth == open.count, depth > 0, candidate.reading.mark.style != .measure,
      let above = headings.last, open[depth - 1].heading == headings.count - 1
    else { return }
    var start = text.lineEnd(from: above.number.upperBound)
    var line = LineTraits(text, lineAt: start)
    while line.isBlank, start < candidate.lineStart {
      start = line.line.upperBound
      line = LineTraits(text, lineAt: start)
    }
    guard line.line.upperBound < candidate.lineStart, !line.isRunningText,
      (3...40).contains(line.length), !line.last.isColon, !line.last.isComma,
      LineTraits(text, lineAt: line.line.upperBound).content.lowerBound
        != candidate.reading.start
    else { return }
    let place = line.content.lowerBound
    headings.append(
      Heading(
        level: depth + 1, mark: OrdinalMark(style: .none, value: 1), number: place..<place,
        title: line.content, form: .ownLine, parent: open[depth - 1].heading))
    lines.append(HeadingLine(isHead: true, end: line.content.upperBound))
  }

  // MARK: Which candidates are headings

  private func accepts(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    let reading = candidate.reading
    if isEnumeration(reading) { return false }
    switch reading.mark.style {
    case .measure: return acceptsMeasure(candidate, at: index)
    case .decimalPath: return acceptsPath(candidate, at: index)
    default: break
    }
    switch candidate.context {
    case .lineStart:
      // Without its mark, or with half of it, a number is one only in a list.
      if candidate.lacksMark { return isInLineSequence(candidate, at: index) }
      return !(hasPageNumbers && reading.mark.style == .arabicComma)
    case .stop, .colon, .blank:
      return isInSequence(candidate, at: index)
    case .comma:
      return reading.mark.style == .circled && isInSequence(candidate, at: index)
    case .word:
      guard isInSequence(candidate, at: index) else { return false }
      return standsBehindOpenTitle(candidate) || opensRunningText(candidate, at: index)
        || opensLowerList(candidate, at: index)
    }
  }

  /// 一、二、三产业 and 1、2、3号楼 enumerate inside a sentence.
  private func isEnumeration(_ reading: OrdinalReading) -> Bool {
    switch reading.mark.style {
    case .chineseComma:
      guard let (_, end) = OrdinalReader.chineseNumber(text, at: reading.end) else { return false }
      let next = text.scalar(at: end)
      switch next {
      case "、", "产", "產", "次", "级", "級", "线", "線", "类", "類", "期", "批": return true
      default: return false
      }
    case .arabicComma:
      guard let (_, end) = OrdinalReader.arabicNumber(text, at: reading.end) else { return false }
      let next = text.scalar(at: end)
      return next == "、" || next == "号" || next == "楼" || next == "#" || next == "级"
    case .ordinalWord: return text.has("第", at: reading.end)
    default: return false
    }
  }

  private func acceptsMeasure(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    switch candidate.context {
    case .lineStart, .stop, .colon, .blank: return true
    case .comma:
      if let chain = open.last(where: { $0.style == .measure }) {
        if chain.last &+ 1 == candidate.reading.mark.value { return true }
      }
      return candidate.reading.mark.value == 1 && nextValue(after: index) == 2
    case .word: return false
    }
  }

  /// A path such as 1.2 is a heading at the head of a line if its list goes on or it follows its
  /// parent; a bare 1 only if 1.1 follows.
  private func acceptsPath(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    guard candidate.context == .lineStart else { return false }
    if candidate.isBarePathNumber {
      return index + 1 < candidates.count && candidates[index + 1].isFirstUnderPathNumber
    }
    let value = candidate.reading.mark.value
    if nextValue(after: index) == value + 1 { return true }
    // 2.1 alone opens a second list of its kind.
    if value == 1, parents[candidate.key] != nil { return true }
    return open.contains {
      $0.key == candidate.key ? $0.last + 1 == value : value == 1 && isPath($0, above: candidate)
    }
  }

  /// Whether the number goes on with an open list, or opens one with 1 that goes on with 2, each at
  /// the head of a line.
  private func isInLineSequence(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    let value = candidate.reading.mark.value
    let style = candidate.reading.mark.style
    let goesOn = open.contains {
      ($0.key == candidate.key || Self.areOneFamily($0.style, style)) && $0.last &+ 1 == value
    }
    return goesOn || (value == 1 && nextValue(after: index) == 2)
  }

  private func isPath(_ list: OpenList, above candidate: OutlineCandidate) -> Bool {
    list.style == .decimalPath
      && UInt8(truncatingIfNeeded: list.key) &+ 1 == candidate.reading.variant
  }

  /// Whether the number goes on with an open list, or opens one that goes on.
  private func isInSequence(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    let value = candidate.reading.mark.value
    if open.contains(where: { $0.key == candidate.key && $0.last &+ 1 == value }) { return true }
    if value == 1 { return nextValue(after: index) == 2 || opensLowerList(candidate, at: index) }
    // A list whose first member was not to be told from the words around it.
    let style = candidate.reading.mark.style
    return value == 2 && candidate.context == .stop && nextValue(after: index) == 3
      && (style == .chineseComma || style == .chineseBrackets)
  }

  /// 一、 glued to the title or lead of a text without line breaks: the first heading of all, whose
  /// list goes on behind a stop.
  private func opensRunningText(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    guard headings.isEmpty, candidate.reading.mark.style == .chineseComma,
      candidates.indices.contains(Int(following[index]))
    else { return false }
    let next = candidates[Int(following[index])].context
    return next == .stop || next == .blank || next == .lineStart
  }

  /// 一、工作情况（一）…（二）…: the first heading of a text that is cut off before the second, whose title
  /// alone stands before a list below that goes on.
  private func opensLowerList(_ candidate: OutlineCandidate, at index: Int) -> Bool {
    let isFirst: Bool
    switch candidate.reading.mark.style {
    case .chineseComma: isFirst = headings.isEmpty
    case .chineseBrackets: isFirst = headings.count == 1
    default: return false
    }
    return isFirst && standsBeforeList(index)
  }

  /// Whether nothing but a title stands between a candidate and a list one level below that goes on.
  private func standsBeforeList(_ index: Int) -> Bool {
    guard index + 1 < candidates.count else { return false }
    let (reading, next) = (candidates[index].reading, candidates[index + 1].reading)
    guard next.mark.value == 1, next.mark.style != reading.mark.style,
      next.start > reading.end + 6, next.start - reading.end <= 90
    else { return false }
    var offset = reading.end
    while offset < next.start {
      let scalar = text.scalar(at: offset)
      if scalar.isStop || scalar == "\n" { return false }
      offset += text.width(at: offset)
    }
    if nextValue(after: index + 1) == 2 { return next.mark.style != .circled }
    return next.mark.style == .chineseBrackets && standsBeforeList(index + 1)
  }

  /// Whether only the title of the heading before stands between that heading and the candidate.
  private func standsBehindOpenTitle(_ candidate: OutlineCandidate) -> Bool {
    let start = candidate.reading.start
    guard let last = headings.last else { return false }
    let from = last.number.upperBound
    guard from <= start, start - from <= 120 else { return false }
    var offset = from
    while offset < start {
      let scalar = text.scalar(at: offset)
      if scalar.isStop || scalar == "\n" { return false }
      offset += text.width(at: offset)
    }
    return true
  }

  private func nextValue(after index: Int) -> Int {
    let next = Int(following[index])
    return next < candidates.count ? candidates[next].reading.mark.value : 0
  }

  // MARK: How deep a heading stands

  /// The index in the stack at which the candidate goes on or opens a list.
  private func place(_ candidate: OutlineCandidate, at index: Int) -> Int {
    let value = candidate.reading.mark.value
    let style = candidate.reading.mark.style
    if let depth = open.lastIndex(where: { $0.key == candidate.key }) { return depth }
    if value > 1,
      let depth = open.lastIndex(where: {
        $0.last + 1 == value && Self.areOneFamily($0.style, style)
      })
    {
      return depth
    }
    var depth = open.count
    while depth > 0, !holds(open[depth - 1], candidate) { depth -= 1 }
    return depth
  }

  /// Whether a list that opens with `candidate` may stand under the last member of `list`.
  private func holds(_ list: OpenList, _ candidate: OutlineCandidate) -> Bool {
    let isSameLine = list.lineStart == candidate.lineStart
    if list.isInline, !isSameLine, !goesOn(list) { return false }
    if Self.rank(list.key) < Self.rank(candidate.key) { return true }
    if parents[candidate.key] == list.key { return true }
    if list.isInline, isSameLine, candidate.context != .lineStart { return true }
    return goesOn(list)
  }

  /// Whether the list has a next member after what stands here.
  private func goesOn(_ list: OpenList) -> Bool {
    nextValue(after: list.candidate) == list.last &+ 1
  }

  private static func areOneFamily(_ one: OrdinalStyle, _ other: OrdinalStyle) -> Bool {
    func isArabic(_ style: OrdinalStyle) -> Bool {
      style == .arabicStop || style == .arabicComma || style == .arabicHalfBracket
    }
    return isArabic(one) && isArabic(other)
  }

  /// The usual order of marks from the outside in, as in GB/T 9704-2012, 7.3.3.
  private static func rank(_ key: UInt16) -> Int {
    let variant = Int(key & 0xFF)
    switch OrdinalStyle(rawValue: UInt8(key >> 8)) ?? .none {
    case .chapter: return [0, 2, 3, 1, 0][min(variant, 4)]
    case .chineseComma: return 10
    case .chineseBrackets: return 20
    case .arabicStop, .arabicComma: return 30
    case .arabicHalfBracket: return 40
    case .arabicBrackets: return 50
    case .circled: return 60
    case .decimalPath: return 10 + variant
    case .ordinalWord: return 70
    case .measure: return 80
    case .none: return 90
    }
  }
}
