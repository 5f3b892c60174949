import BulletinSyntax
import SourceText

/// PUN005: a quotation mark, bracket or title mark without its partner.
enum UnpairedMark: Rule {
  static let description = RuleDescription(
    "PUN005", "unpaired-mark", .error,
    summary: Message(
      zh: "引号、括号、书名号不成对", en: "a quotation mark, bracket or title mark without its partner"),
    reason: Message(
      zh: "少一半的标点让人分不清引文或括注到哪里为止。",
      en: "With half a pair missing nobody can tell where the quotation or remark ends."),
    basis: RuleBasis(
      .standard,
      Message(zh: "GB/T 15834-2011 4.8、4.9、4.15", en: "GB/T 15834-2011 4.8, 4.9, 4.15")),
    exemption: Message(
      zh: "序号后的半个括号如1）不算；引文跨段时各段都用前引号、只在末段用后引号，不算；断在句中的行与下一行连着看，断在句中的文末不查。",
      en:
        "The half bracket of an ordinal such as 1); a quotation of several paragraphs that opens each "
        + "and closes the last; a line broken in mid-sentence is read on into the next, and the end of "
        + "an excerpt cut in mid-sentence is left alone."),
    bad: [
      "落实⟦“⟧五防要求，加强值守。", "落实五防⟦”⟧要求，加强值守。", "印发⟦《⟧学校安全办法，抓好落实。",
      "全县学校⟦（⟧含教学点⟦》⟧共30所。",
    ],
    good: [
      "落实“五防”要求，加强值守。", "印发《关于执行〈学校安全办法〉的通知》。", "抓好三点：1）教学；2）师资。",
      "全县学校（含教学点)共30所。", "他说：“先抓教学。\n“再抓师资。”",
    ])

  /// What closes what; half and full width, and old and new shapes, are one kind.
  private enum Pair: UInt8 {
    case doubleQuote, singleQuote, title, innerTitle, round, tortoise, lenticular, corner
    case whiteCorner

    static func opened(by scalar: Unicode.Scalar) -> Pair? {
      switch scalar {
      case "“", "〝": .doubleQuote
      case "‘": .singleQuote
      case "《": .title
      case "〈": .innerTitle
      case "（", "(": .round
      case "〔": .tortoise
      case "【": .lenticular
      case "「": .corner
      case "『": .whiteCorner
      default: nil
      }
    }

    static func closed(by scalar: Unicode.Scalar) -> Pair? {
      switch scalar {
      case "”", "〞": .doubleQuote
      case "’": .singleQuote
      case "》": .title
      case "〉": .innerTitle
      case "）", ")": .round
      case "〕": .tortoise
      case "】": .lenticular
      case "」": .corner
      case "』": .whiteCorner
      default: nil
      }
    }
  }

  private struct Opening {
    let pair: Pair
    let mark: TextScan.Mark
  }

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var open: [Opening] = []
    var faults: [TextScan.Mark] = []
    let marks = input.marks
    var index = 0
    for line in input.lines {
      while index < marks.count, marks[index].offset < line.upperBound {
        let mark = marks[index]
        index += 1
        guard Pair.opened(by: mark.scalar) != nil || Pair.closed(by: mark.scalar) != nil else {
          continue
        }
        if isText(mark, line, input) { take(mark, &open, &faults, input) }
      }
      if !open.isEmpty, endsParagraph(line, input) {
        let next = index < marks.count ? marks[index] : nil
        open.removeAll { opening in
          if opensAgain(next, opening, line, input) { return true }
          faults.append(opening.mark)
          return true
        }
      }
    }
    if !input.endsInMidSentence { faults += open.map(\.mark) }
    for mark in faults {
      report.report(
        mark.range, Message(zh: "“{0}”没有配对", en: "“{0}” has no partner", String(mark.scalar)),
        remedy: Message(zh: "补上缺的一半，或删去多余的一半", en: "add the missing half, or take this one out"))
    }
  }

  /// Whether a mark belongs to the text: not to what stands around it or above its title, and no
  /// ornament such as 》》 at a line's head.
  private static func isText(
    _ mark: TextScan.Mark, _ line: Range<Int>, _ input: LintInput
  ) -> Bool {
    if input.isFurniture(mark.offset) { return false }
    if let title = input.tree.title, line.upperBound <= title.lowerBound { return false }
    switch mark.scalar {
    case "》": return !isAll("》", in: line.lowerBound..<mark.end, input)
    case "《": return !isAll("《", in: mark.offset..<line.upperBound, input)
    default: return true
    }
  }

  private static func isAll(_ mark: StaticString, in range: Range<Int>, _ input: LintInput) -> Bool
  {
    let content = input.trimmed(range)
    let width = mark.utf8CodeUnitCount
    return stride(from: content.lowerBound, to: content.upperBound, by: width)
      .allSatisfy { input.has(mark, at: $0) }
  }

  private static func take(
    _ mark: TextScan.Mark, _ open: inout [Opening], _ faults: inout [TextScan.Mark],
    _ input: LintInput
  ) {
    if let pair = Pair.opened(by: mark.scalar) {
      open.append(Opening(pair: pair, mark: mark))
      return
    }
    guard let pair = Pair.closed(by: mark.scalar) else { return }
    if let index = open.lastIndex(where: { $0.pair == pair }) {
      if index + 1 < open.count { faults += open[(index + 1)...].map(\.mark) }
      open.removeLast(open.count - index)
    } else if !isHalfBracket(mark, pair, input), !isApostrophe(mark, input) {
      faults.append(mark)
    }
  }

  /// 1), a）, 一）: the mark of an ordinal.
  private static func isHalfBracket(
    _ mark: TextScan.Mark, _ pair: Pair, _ input: LintInput
  ) -> Bool {
    guard pair == .round else { return false }
    let before = input.scalar(before: mark.offset)
    return before.isDigit || before.isLatin || isChineseNumeral(before)
  }

  private static func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private static func isApostrophe(_ mark: TextScan.Mark, _ input: LintInput) -> Bool {
    mark.scalar == "’"
      && (input.scalar(before: mark.offset).isLatin || input.scalar(at: mark.end).isLatin
        || input.scalar(at: mark.end).isDigit)
  }

  /// Whether a line ends a paragraph: it closes with a stop, or is blank.
  private static func endsParagraph(_ line: Range<Int>, _ input: LintInput) -> Bool {
    let content = input.trimmed(line)
    guard !content.isEmpty else { return true }
    let last = input.scalar(before: content.upperBound)
    return last.endsSentence || last == "：" || last == ":" || last == "；" || last == ";"
      || last.isClosingMark
  }

  /// Whether the next paragraph takes up a quotation that this one left open.
  private static func opensAgain(
    _ next: TextScan.Mark?, _ opening: Opening, _ line: Range<Int>, _ input: LintInput
  ) -> Bool {
    guard let next, opening.pair == .doubleQuote, Pair.opened(by: next.scalar) == .doubleQuote
    else { return false }
    return input.isAtLineStart(next.offset)
  }
}
