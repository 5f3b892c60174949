/// What a single line looks like, taken by itself.
struct LineTraits {
  /// The line, its end included.
  let line: Range<Int>
  /// The line without blanks at either end.
  let content: Range<Int>
  /// Whether the line belongs to a site's notices to its visitors.
  var isNotice = false
  private let text: TextBytes

  /// The traits of the line that begins at `start`.
  init(_ text: TextBytes, lineAt start: Int) {
    self.text = text
    let end = text.lineEnd(from: start)
    line = start..<end
    let head = text.skipBlanks(from: start, to: end)
    content = head..<max(head, text.trimBlanks(from: head, to: end))
  }

  /// Whether the line holds blanks only.
  var isBlank: Bool { content.isEmpty }

  /// How many scalars the content has; lines of more than 600 bytes count as 200.
  var length: Int { content.count > 600 ? 200 : text.scalars(in: content) }

  /// The last scalar of the content.
  var last: Unicode.Scalar { text.scalar(before: content.upperBound) }

  /// Whether the line reads as running text: long, or closed by a stop.
  var isRunningText: Bool {
    if content.count > 240 { return true }
    switch last {
    case "。", "；", ";", "！", "？": return true
    default: return text.contains("。", in: content)
    }
  }

  /// Whether the line tells of publication: organ, time, index numbers.
  var isPublication: Bool {
    guard content.count < 600 else { return false }
    let reach = content.count < 240 ? content.count : 72
    return holds(FrameWords.builtIn.publication, within: reach) || isDateOnly
  }

  /// Whether the line is a label without its value: 索引号：.
  var isBareLabel: Bool {
    last.isColon && length <= 12
  }

  /// Whether the line is what a web page puts around a text.
  var isWebFurniture: Bool {
    if isNotice { return true }
    guard content.count < 240 else { return false }
    if FrameWords.builtIn.furniture.match(text, at: content.lowerBound) != nil { return true }
    return length <= 2 && !text.scalar(at: content.lowerBound).isDigit
  }

  /// Whether the line names where the text came from, at its foot.
  var isSource: Bool {
    content.count < 300
      && FrameWords.builtIn.source.match(text, at: content.lowerBound) != nil
  }

  /// Whether the line opens a site's notices to its visitors.
  var opensNotice: Bool {
    text.contains("温馨提示", in: content.lowerBound..<min(content.upperBound, content.lowerBound + 60))
  }

  /// Whether the line begins with a digit.
  var opensWithDigit: Bool { text.scalar(at: content.lowerBound).isDigit }

  /// Whether the line opens a list of attachments.
  var isAttachmentList: Bool {
    guard text.has("附", at: content.lowerBound) else { return false }
    let after = content.lowerBound + (text.has("附件", at: content.lowerBound) ? 6 : 3)
    return text.scalar(at: after).isColon
  }

  /// Whether the line is an address such as 各位代表：.
  var isAddress: Bool {
    last.isColon && length <= 40
      && (text.contains("各位", in: content) || text.contains("同志们", in: content))
  }

  /// Whether the line is a date and nothing else.
  var isDateOnly: Bool {
    guard content.count <= 60 else { return false }
    var offset = content.lowerBound
    var numerals = 0
    var marks = 0
    while offset < content.upperBound {
      let scalar = text.scalar(at: offset)
      if scalar.isDigit || scalar.isChineseNumeral {
        numerals += 1
      } else {
        switch scalar {
        case "年", "月", "-", "/", ".": marks += 1
        case "日", ":", "：", " ", "（", "）", "(", ")", "\u{3000}", "\u{A0}", "时", "分": break
        default: return false
        }
      }
      offset += text.width(at: offset)
    }
    return numerals >= 3 && marks >= 1
  }

  /// How much the line reads as a title; 0 where it does not.
  var titleScore: Int {
    let length = length
    guard (4...80).contains(length), !last.isColon, !last.isComma, !isRunningText else { return 0 }
    let head = text.scalar(at: content.lowerBound)
    if head == "—" || head == "―" || head == "（" || head == "(" || last == "|" { return 0 }
    // 统计公报 by itself is more often a site's name for a kind of text.
    if ends(with: FrameWords.builtIn.title) { return length > 5 ? 100 : 45 }
    if ends(with: FrameWords.builtIn.closing) { return 60 }
    if holds(FrameWords.builtIn.naming, within: content.count) { return 50 }
    if holds(FrameWords.builtIn.office, within: content.count) { return 0 }
    return length >= 6 ? 10 : 0
  }

  /// The title at the head of a line that goes on with other text: up to the word that names the
  /// kind of document, where no mark comes before it; nil where there is none.
  var leadingTitle: Range<Int>? {
    var offset = content.lowerBound
    let limit = min(content.upperBound, content.lowerBound + 240)
    while offset < limit {
      let scalar = text.scalar(at: offset)
      if scalar.isStop || scalar.isComma || scalar.isColon || scalar == "《" { return nil }
      if let end = FrameWords.builtIn.title.match(text, at: offset)?.end, end <= limit,
        closesTitle(at: end)
      {
        return end - content.lowerBound >= 18 ? content.lowerBound..<end : nil
      }
      offset += text.width(at: offset)
    }
    return nil
  }

  /// What may follow a title on its line: a number, a blank, a date, an organ's document number.
  private func closesTitle(at end: Int) -> Bool {
    let next = text.scalar(at: end)
    if next.isDigit || text.blankWidth(at: end) > 0 || next == "（" || next == "(" { return true }
    if OrdinalReader.read(text, at: end) != nil { return true }
    return text.contains("〔", in: end..<min(content.upperBound, end + 24))
  }

  /// Whether a word of the table stands in the first `reach` bytes.
  private func holds(_ words: WordTable, within reach: Int) -> Bool {
    var offset = content.lowerBound
    let end = min(content.upperBound, content.lowerBound + reach)
    while offset < end {
      if words.match(text, at: offset) != nil { return true }
      offset += text.width(at: offset)
    }
    return false
  }

  /// Whether a word of the table closes the line.
  private func ends(with words: WordTable) -> Bool {
    var start = content.upperBound
    for _ in 0..<4 where start > content.lowerBound {
      start = text.start(before: start)
      if let match = words.match(text, at: start), match.end == content.upperBound { return true }
    }
    return false
  }
}
