import SourceText

/// Finds the places where headings may begin, in one pass over the bytes.
///
/// What is a heading, and of which level, is left to ``OutlineBuilder``, which sees them all.
struct OutlineScanner {
  private let text: TextBytes
  private var candidates: [OutlineCandidate] = []
  private var lineStart = 0
  /// Whether the last line that was not blank breaks off in mid-sentence.
  private var isTorn = false
  private var lastLineWasTable = false
  /// Whether the lines belong to a table without lines that 序号 opened.
  private var isInSerialTable = false
  private var isInAttachments = false
  private var isInNotice = false
  private var isInNotes = false
  private var regions = LineRegions()

  private init(_ text: TextBytes) {
    self.text = text
  }

  /// The candidates of a text, and the stretches that hold none, in order; linear in its size.
  static func scan(_ text: TextBytes) -> (candidates: [OutlineCandidate], regions: LineRegions) {
    var scanner = OutlineScanner(text)
    // Room that is not used costs no memory; moving a long list to a larger place does.
    scanner.candidates.reserveCapacity(text.count / 8 + 16)
    var start = 0
    while start < text.count {
      start = scanner.scanLine(from: start)
    }
    return (scanner.candidates, scanner.regions)
  }

  /// Scans the line at `start` and gives where the next begins.
  private mutating func scanLine(from start: Int) -> Int {
    lineStart = start
    var head = start
    while head < text.count, text[head] != 0x0A {
      let width = text.blankWidth(at: head)
      if width == 0 { break }
      head += width
    }
    guard head < text.count, text[head] != 0x0A else { return min(head + 1, text.count) }
    let count = candidates.count
    var cursor = head
    let isListed = readAttachments(at: head)
    if !isListed { cursor = readLineHead(at: head) }
    let opened = candidates.count > count
    let end = scanInline(from: cursor)
    finishLine(from: head, to: end, firstCandidate: count, opened: opened, isListed: isListed)
    return min(end + 1, text.count)
  }

  /// Whether the line belongs to a list of attachments, or of a site's notices to its visitors.
  private mutating func readAttachments(at head: Int) -> Bool {
    if isInAttachments || isInNotice || isInNotes {
      let first = text.scalar(at: head)
      let goesOn = first.isDigit || (isInNotes && OrdinalReader.wholeMark(first) != nil)
      isInAttachments = isInAttachments && goesOn
      isInNotice = isInNotice && goesOn
      isInNotes = isInNotes && goesOn
      if goesOn { return true }
    }
    if text.contains("温馨提示", in: head..<min(head + 60, text.count)) {
      isInNotice = true
      return true
    }
    if opensNotes(at: head) {
      isInNotes = true
      return true
    }
    guard text.has("附", at: head) else { return false }
    var after = head + 3
    if text.has("件", at: after) { after += 3 }
    isInAttachments = text.scalar(at: after).isColon
    return isInAttachments
  }

  /// 注：1.… below a table: notes count for themselves.
  private func opensNotes(at head: Int) -> Bool {
    var after = head
    if text.has("备", at: after) || text.has("備", at: after) { after += 3 }
    guard text.has("注", at: after) || text.has("註", at: after) else { return false }
    after += 3
    if text.has("释", at: after) || text.has("釋", at: after) { after += 3 }
    guard text.scalar(at: after).isColon else { return false }
    var number = text.skipLineBlanks(from: after + text.width(at: after))
    // 注释： may stand on a line by itself.
    while text[number] == 0x0A || text[number] == 0x0D {
      number = text.skipLineBlanks(from: number + 1)
    }
    return OrdinalReader.read(text, at: number)?.mark.value == 1
  }

  /// Reads the number that opens a line and gives where to go on.
  private mutating func readLineHead(at head: Int) -> Int {
    if isAddress(at: head) {
      candidates.append(
        OutlineCandidate(
          OrdinalReading(mark: OrdinalMark(style: .none, value: 0), start: head, end: head),
          .lineStart, lineStart: lineStart, isAfterTornLine: isTorn, isAddress: true))
      return head
    }
    if let torn = tornBrackets(at: head) {
      candidates.append(candidate(torn, .lineStart))
      return torn.end
    }
    guard let reading = OrdinalReader.read(text, at: head) else { return head }
    candidates.append(candidate(reading, .lineStart))
    return reading.end
  }

  /// 三） at the head of a line whose opening bracket stayed on the line before.
  private func tornBrackets(at head: Int) -> OrdinalReading? {
    var before = lineStart
    while before > 0, text[before - 1] == 0x0A || text[before - 1] == 0x0D { before -= 1 }
    let opener = text.scalar(before: before)
    guard opener == "（" || opener == "(" else { return nil }
    let number = OrdinalReader.chineseNumber(text, at: head)
    guard let (value, end) = number ?? OrdinalReader.arabicNumber(text, at: head), value > 0,
      text.scalar(at: end) == "）" || text.scalar(at: end) == ")"
    else { return nil }
    let style: OrdinalStyle = number == nil ? .arabicBrackets : .chineseBrackets
    return OrdinalReading(
      mark: OrdinalMark(style: style, value: value), start: head, end: end + text.width(at: end))
  }

  private func isAddress(at head: Int) -> Bool {
    guard text.has("各位", at: head) || text.has("同志们", at: head) else { return false }
    var offset = head
    for _ in 0..<12 {
      let scalar = text.scalar(at: offset)
      if scalar == "！" || scalar == "!" { return true }
      guard scalar.isHan || scalar == "、" else { return false }
      offset += text.width(at: offset)
    }
    return false
  }

  /// Scans to the line's end for numbers inside it and gives the offset of the LF.
  private mutating func scanInline(from start: Int) -> Int {
    // Three bytes may be looked at from any place before the last two.
    let fastEnd = text.count - 2
    var offset = start
    while true {
      offset = text.skipToOrdinalMark(from: offset, to: fastEnd)
      guard offset < text.count, text[offset] != 0x0A else { return min(offset, text.count) }
      offset = step(at: offset, floor: start)
    }
  }

  /// Looks at one place with care and gives the next.
  private mutating func step(at offset: Int, floor: Int) -> Int {
    switch text.scalar(at: offset) {
    case ".", "、", "．", "､":
      return readBack(from: offset, floor: floor, arabic: true)
    case "是":
      return readBack(from: offset, floor: floor, arabic: false)
    case "(", "（", "〔":
      return readForward(from: offset, OrdinalReader.brackets)
    case "①"..."⒛", "❶"..."❿", "㈠"..."㈩":
      return readForward(from: offset, OrdinalReader.read)
    case "第":
      return readForward(from: offset, OrdinalReader.ordinalWord)
    case "\u{0}"..."\u{8}", "\u{E}"..."\u{1F}", "\u{7F}", "\u{FFFD}", "\u{3105}"..."\u{312F}":
      // Control characters, what did not decode, and the phonetic signs that converted texts are
      // strewn with.
      let end = offset + text.width(at: offset)
      regions.add(.error, offset..<end)
      return end
    default:
      return offset + text.width(at: offset)
    }
  }

  /// Reads a number whose last mark stands at `mark`; gives where to go on.
  private mutating func readBack(from mark: Int, floor: Int, arabic: Bool) -> Int {
    let after = mark + text.width(at: mark)
    let start = numberStart(before: mark, floor: floor)
    guard start < mark else { return after }
    let isArabic = text.scalar(at: start).isDigit
    guard arabic || !isArabic else { return after }
    let reading =
      isArabic ? OrdinalReader.arabic(text, at: start) : OrdinalReader.chinese(text, at: start)
    guard let reading, reading.end == after, reading.mark.style != .decimalPath else {
      return after
    }
    let context = context(before: start)
    if reading.mark.style == .measure, context == .word { return after }
    // A title that ends with 计划 may go right on with 一、.
    let isBehindPlan = reading.mark.style == .chineseComma && text.has("计划", before: start)
    if context == .word, text.scalar(before: start).isForbiddenBeforeOrdinal, !isBehindPlan {
      return after
    }
    candidates.append(candidate(reading, context))
    return after
  }

  /// Where the digits or Chinese numerals that end at `mark` begin; four at most.
  private func numberStart(before mark: Int, floor: Int) -> Int {
    var start = mark
    var count = 0
    while start > floor, count < 4 {
      let before = text.start(before: start)
      let scalar = text.scalar(at: before)
      guard scalar.isDigit || scalar.isChineseNumeral else { break }
      start = before
      count += 1
    }
    return count < 4 ? start : mark
  }

  private mutating func readForward(
    from offset: Int, _ read: (TextBytes, Int) -> OrdinalReading?
  ) -> Int {
    guard let reading = read(text, offset), reading.mark.style != .chapter else {
      return offset + text.width(at: offset)
    }
    let context = context(before: offset)
    let style = reading.mark.style
    if style == .ordinalWord, context == .word || context == .comma { return reading.end }
    if context == .word, text.scalar(before: offset).isForbiddenBeforeOrdinal { return reading.end }
    if isReference(reading) { return reading.end }
    candidates.append(candidate(reading, context))
    return reading.end
  }

  /// （一）项, （一）、（二） and the like refer to a heading and open none.
  private func isReference(_ reading: OrdinalReading) -> Bool {
    guard reading.mark.style == .chineseBrackets || reading.mark.style == .arabicBrackets else {
      return false
    }
    switch text.scalar(at: reading.end) {
    case "项", "款", "目", "号", "至", "和", "、", "，", ",", "型", "。", "；", ";", "）", ")", "类": return true
    default: return false
    }
  }

  private func context(before offset: Int) -> OrdinalContext {
    let before = text.scalar(before: offset)
    if before.isStop || before.isCloser { return .stop }
    if before.isColon { return .colon }
    if before.isComma || before == "、" { return .comma }
    switch before {
    case " ", "\t", "\u{A0}", "\u{3000}", ">", "|", "\u{FEFF}", "\0", "\r": return .blank
    default: return .word
    }
  }

  private func candidate(
    _ reading: OrdinalReading, _ context: OrdinalContext
  ) -> OutlineCandidate {
    OutlineCandidate(reading, context, lineStart: lineStart, isAfterTornLine: isTorn)
  }

  /// Settles what the line's end decides: cells of a table hold no headings.
  private mutating func finishLine(
    from head: Int, to end: Int, firstCandidate: Int, opened: Bool, isListed: Bool
  ) {
    let content = text.trimBlanks(from: head, to: end)
    for index in firstCandidate..<candidates.count { candidates[index].lineEnd = end }
    let last = text.scalar(before: content)
    let isCell = last == "|" || last == "｜" || (lastLineWasTable && end >= text.count)
    lastLineWasTable = isCell
    if text.has("序号", at: head), content - head > 12, last != "|" { isInSerialTable = true }
    if isInSerialTable, opened { isInSerialTable = false }
    if isCell || isInSerialTable || isListed {
      candidates.removeLast(candidates.count - firstCandidate)
      if isInNotes { return isTorn = false }
      regions.add(
        isListed ? (isInNotice ? .webFurniture : .attachments) : .flattenedTable,
        lineStart..<min(end + 1, text.count))
    }
    let breaksOff = last.isHan || last.isDigit || last.isComma || last == "、"
    // A heading on its own line breaks off too, but none is that long.
    isTorn = breaksOff && content - head >= (opened ? 300 : 90)
  }
}

extension TextBytes {
  /// The first place at or after `offset` that holds a line end, a mark that may close or open a
  /// number, or a broken byte; `end` where none does.
  ///
  /// The loop that every byte of a text goes through.
  func skipToOrdinalMark(from offset: Int, to end: Int) -> Int {
    guard let base = buffer.baseAddress else { return max(offset, end) }
    return Self.ordinalMarks.firstOffset(in: base, from: offset, to: end)
  }

  /// Line ends, what closes or opens a number, control characters, phonetic signs and what is lost.
  private static let ordinalMarks = CharacterBits(
    "\n(.\u{7F}、〔是第（．､\u{FFFD}", "\u{0}"..."\u{8}", "\u{E}"..."\u{1F}", "\u{2440}"..."\u{24BF}",
    "\u{2740}"..."\u{277F}", "\u{3105}"..."\u{313F}", "\u{3220}"..."\u{323F}")
}

extension Unicode.Scalar {
  /// Characters after which a number names a thing and opens no heading: 第, 附件, 图, 表, 统(一).
  @inline(__always)
  fileprivate var isForbiddenBeforeOrdinal: Bool {
    switch self {
    case "第", "件", "图", "圖", "表", "式", "例", "注", "款", "条", "号", "统", "統", "唯", "之", "单",
      "同", "万", "逐", "不", "专", "合", "划", "周", "期", "其", "如", "归", "初", "高", "说", "于", "为", "至",
      "年", "月", "日", "—", "-", "－", "～", "~", "+", "＋", "“", "‘", "《", "（", "(", "/", "大", "小":
      true
    default: isLatin || isDigit || isChineseNumeral || self == "." || self == "%"
    }
  }
}
