import ReportModel
import SourceText

/// What stands between a figure and the one before it; the strongest mark counts.
enum Joint: UInt8, Comparable {
  /// Nothing at all: 2起5人次.
  case direct
  /// Words.
  case words
  /// 、
  case pause
  /// A bracket.
  case bracket
  /// ，
  case comma
  /// ：
  case colon
  /// ；
  case semicolon
  /// The end of a sentence whose next this is.
  case stop
  /// The end of a line, or sentences without figures.
  case far

  static func < (left: Joint, right: Joint) -> Bool { left.rawValue < right.rawValue }
}

/// A figure in its clause: what stands before it, behind it and between it and its neighbours.
struct FigureReading {
  /// The figure's surface, words before the number left out.
  let range: Range<Int>
  /// The figure's unit.
  let unit: PrintedUnit
  /// What stands between the figure before and this one.
  let joint: Joint
  /// The words before it, back to the last mark or figure.
  var lead: Range<Int>
  /// The cues of ``lead``.
  var leadCues: CueSet
  /// The cues at the very head of ``lead``.
  var openCues: CueSet
  /// The cues at the very end of ``lead``.
  var lastCues: CueSet
  /// How many bytes of ``lead`` belong to no cue.
  var plainCount: Int
  /// Where 率 or its like begins in ``lead``; -1 where it does not.
  var rateStart: Int
  /// The cues from the figure before, or the sentence's head, up to this one.
  var gapCues: CueSet
  /// The words behind it, up to the next mark or figure.
  var tail: Range<Int>
  /// The cues of ``tail``.
  var tailCues: CueSet
  /// The cues up to the next figure or the sentence's end.
  var afterCues: CueSet
  /// Where its sentence begins.
  let sentence: Int

  /// Whether the lead consists of cues only.
  var isBare: Bool { plainCount == 0 }
}

/// Reads the clauses around the figures of a text.
///
/// Only sentences with a figure are read, each byte once.
struct ReadingScan {
  private let text: TextView
  private let figures: UnsafeBufferPointer<Figure>
  private let table: CueTable
  private(set) var readings: [FigureReading] = []
  private var next = 0
  private var sentence = 0
  private var joint = Joint.far
  private var lead = Lead()
  private var gap = CueSet()
  /// The joint before the bracket that was opened since the last figure; nil where none is open.
  private var outerJoint: Joint?
  /// The gap's cues before that bracket.
  private var outerGap = CueSet()
  /// Whether the tail of the last figure is still open.
  private var isTail = false

  /// The words before a figure as far as they are read.
  private struct Lead {
    var start = 0
    var cues = CueSet()
    var open = CueSet()
    var last = CueSet()
    var plain = 0
    var rate = -1
  }

  /// The readings of `figures`, which stand in text order and do not overlap.
  static func readings(
    of figures: UnsafeBufferPointer<Figure>, in text: TextView, table: CueTable
  ) -> [FigureReading] {
    var scan = ReadingScan(text: text, figures: figures, table: table)
    scan.readings.reserveCapacity(figures.count)
    table.openers.withBits { openers in
      var cursor = 0
      while scan.next < figures.count { cursor = scan.readSentence(from: cursor, openers) }
    }
    return scan.readings
  }

  private init(text: TextView, figures: UnsafeBufferPointer<Figure>, table: CueTable) {
    self.text = text
    self.figures = figures
    self.table = table
  }

  /// Reads the sentence of the next figure, and gives where it ends.
  private mutating func readSentence(
    from floor: Int, _ openers: UnsafeBufferPointer<UInt64>
  ) -> Int {
    let first = max(figures[next].range.lowerBound, floor)
    sentence = sentenceStart(first, floor)
    joint = sentence == floor && floor > 0 ? .stop : .far
    if joint == .stop, text[floor - 1] == 0x0A { joint = .far }
    gap = CueSet()
    outerJoint = nil
    isTail = false
    // A byte order mark is none of the first sentence's words.
    if sentence == 0, text.key(at: 0) == 0xEFBBBF { sentence = 3 }
    lead = Lead(start: sentence)
    var offset = sentence
    var figureStart = nextStart
    while offset < text.count {
      if offset >= figureStart {
        offset = take()
        figureStart = nextStart
        continue
      }
      // Nearly all characters say nothing, and are passed by all at once.
      let plainEnd = text.endOfPlainText(from: offset, to: figureStart, openers)
      if plainEnd > offset {
        if joint == .direct { joint = .words }
        lead.plain += plainEnd - offset
        lead.last = CueSet()
        offset = plainEnd
        continue
      }
      let end = step(at: offset)
      if end < 0 { return -end }
      offset = end
    }
    // Figures that the end cut off cannot be; the guard is against figures of another text.
    if next < figures.count { next = figures.count }
    return text.count
  }

  /// Where the next figure begins; beyond every text where none is left.
  private var nextStart: Int { next < figures.count ? figures[next].numberStart : .max }

  /// Where the sentence of `offset` begins, `floor` at the earliest.
  private func sentenceStart(_ offset: Int, _ floor: Int) -> Int {
    var start = offset
    while start > floor {
      // Han characters end no sentence.
      if start - 3 >= floor, text[start - 3] &- 0xE4 < 6 {
        start -= 3
        continue
      }
      let byte = text[start - 1]
      if byte == 0x0A { return start }
      if byte == 0x82, text.has("。", before: start) { return start }
      start -= 1
    }
    return floor
  }

  /// Takes the next figure, and gives where it ends.
  private mutating func take() -> Int {
    let range = figures[next].range
    let start = figures[next].numberStart
    let leadEnd = max(lead.start, start)
    var reading = FigureReading(
      range: range, unit: PrintedUnit(figures[next], text), joint: joint,
      lead: min(lead.start, leadEnd)..<leadEnd, leadCues: lead.cues, openCues: lead.open,
      lastCues: lead.last, plainCount: lead.plain, rateStart: lead.rate, gapCues: gap,
      tail: range.upperBound..<range.upperBound, tailCues: [], afterCues: [],
      sentence: sentence)
    closeTail(at: leadEnd)
    if joint == .direct, let before = readings.last {
      // 2起5人次: what is said of the first holds for the second.
      reading.lead = before.lead
      reading.leadCues = before.leadCues
      reading.openCues = before.openCues
      reading.lastCues = before.lastCues
      reading.plainCount = before.plainCount
      reading.rateStart = before.rateStart
      reading.gapCues = before.gapCues
    }
    readings.append(reading)
    next += 1
    lead = Lead(start: range.upperBound)
    joint = .direct
    gap = CueSet()
    outerJoint = nil
    isTail = true
    return max(range.upperBound, start + 1)
  }

  /// Reads one mark, cue or character, and gives where it ends; negative behind a sentence's end.
  @inline(__always)
  private mutating func step(at offset: Int) -> Int {
    let key = text.key(at: offset)
    switch key {
    case 0x0A: return end(at: offset, width: 1)
    case 0xE38082: return end(at: offset, width: 3)
    case 0x2C, 0xEFBC8C: return mark(.comma, offset)
    case 0x3B, 0xEFBC9B: return mark(.semicolon, offset)
    case 0x3A, 0xEFBC9A: return mark(.colon, offset)
    case 0xE38081: return mark(.pause, offset)
    case 0x28, 0xEFBC88:
      if outerJoint == nil {
        outerJoint = joint
        outerGap = gap
      }
      return mark(.bracket, offset)
    case 0x29, 0xEFBC89: return closeBracket(at: offset)
    case 0x20, 0x09, 0x0D, 0xC2A0, 0xE38080: return offset + text.width(at: offset)
    case 0x3C:
      if let end = tagEnd(offset) { return end }
    default: break
    }
    if joint == .direct { joint = .words }
    guard let match = table.match(text, at: offset, key: key) else {
      lead.plain += text.width(at: offset)
      lead.last = CueSet()
      return offset + text.width(at: offset)
    }
    guard match.cues.rawValue != 0 else {
      lead.plain += match.end - offset
      lead.last = CueSet()
      return match.end
    }
    return take(match.cues, from: offset, to: match.end)
  }

  private mutating func take(_ cues: CueSet, from offset: Int, to end: Int) -> Int {
    var cues = cues
    var end = end
    if cues.hasAny(.change) {
      // 增至, 降到: the value that was reached.
      if text.has("至", at: end) || text.has("到", at: end) {
        cues.insert(CueSet(.to))
        end += 3
      }
    }
    if lead.cues.rawValue == 0, lead.plain == 0 { lead.open = cues }
    if cues.has(.rate) { lead.rate = offset }
    lead.cues.formUnion(cues)
    lead.last = cues
    gap.formUnion(cues)
    if !readings.isEmpty, isTail || readings[readings.count - 1].sentence == sentence {
      readings[readings.count - 1].afterCues.formUnion(cues)
      if isTail { readings[readings.count - 1].tailCues.formUnion(cues) }
    }
    return end
  }

  private mutating func mark(_ kind: Joint, _ offset: Int) -> Int {
    let end = offset + text.width(at: offset)
    joint = max(joint, kind)
    closeTail(at: offset)
    lead = Lead(start: end)
    return end
  }

  /// A bracket that opened and closed between two figures joins them no less than its words do.
  private mutating func closeBracket(at offset: Int) -> Int {
    guard let outer = outerJoint else { return mark(.bracket, offset) }
    let end = mark(.bracket, offset)
    joint = max(outer, .words)
    gap = outerGap
    outerJoint = nil
    return end
  }

  private mutating func end(at offset: Int, width: Int) -> Int {
    closeTail(at: offset)
    return -(offset + width)
  }

  private mutating func closeTail(at end: Int) {
    guard isTail, !readings.isEmpty else { return }
    let last = readings.count - 1
    readings[last].tail = readings[last].tail.lowerBound..<max(readings[last].tail.lowerBound, end)
    isTail = false
  }

  /// Where the HTML tag at `offset` ends; nil where there is none.
  private func tagEnd(_ offset: Int) -> Int? {
    let next = text[offset + 1]
    guard next == 0x2F || (next | 0x20) &- 0x61 < 26 else { return nil }
    var cursor = offset + 1
    while cursor < text.count, cursor < offset + 400, text[cursor] != 0x0A {
      if text[cursor] == 0x3E { return cursor + 1 }
      cursor += 1
    }
    return nil
  }
}

extension Figure {
  /// Where the figure begins, words before its number included.
  var numberStart: Int {
    min(range.lowerBound, qualifiers.first?.lowerBound ?? range.lowerBound)
  }
}
