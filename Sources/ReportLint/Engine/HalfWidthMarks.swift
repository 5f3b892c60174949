/// The half-width marks of a text that stand where Chinese ones belong.
struct HalfWidthMarks {
  /// The commas beside Chinese.
  private(set) var commas: [TextScan.Mark] = []
  /// Colons, semicolons, question and exclamation marks beside Chinese.
  private(set) var others: [TextScan.Mark] = []
  /// Whether the text as a whole uses half-width commas: there is no other comma in it, though
  /// stops and 、 are Chinese.
  let isWholeText: Bool

  /// None.
  init() { isWholeText = false }

  /// The marks of a text.
  init(_ input: LintInput) {
    var hasChineseComma = false
    var hasChineseStop = false
    for mark in input.marks {
      switch mark.scalar {
      case ",": if Self.isBesideChinese(mark, input) { commas.append(mark) }
      case ":", ";": if Self.isBesideChinese(mark, input) { others.append(mark) }
      case "?", "!":
        if input.scalar(before: mark.offset).isHan { others.append(mark) }
      case "，": hasChineseComma = true
      case "。", "、": hasChineseStop = true
      default: break
      }
    }
    isWholeText = !hasChineseComma && hasChineseStop && commas.count >= 5
  }

  /// Whether a mark stands beside Chinese and not between digits, as in 17:44 and 12,500.
  static func isBesideChinese(_ mark: TextScan.Mark, _ input: LintInput) -> Bool {
    // Nearly always a Han character follows; E4 leads others, too.
    if input.byte(mark.end) &- 0xE5 < 5 { return true }
    let before = input.scalar(before: mark.offset)
    let after = input.scalar(at: mark.end)
    if before.isDigit, after.isDigit { return false }
    return isChinese(before) || isChinese(after)
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isChineseMark
  }

  /// The mark of Chinese text that a half-width one stands for.
  static func fullWidth(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case ",": "，"
    case ":": "："
    case ";": "；"
    case "?": "？"
    case "!": "！"
    case "(": "（"
    case ")": "）"
    default: String(scalar)
    }
  }
}
