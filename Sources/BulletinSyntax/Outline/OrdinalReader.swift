/// A heading's number as it stands in a text.
struct OrdinalReading {
  /// Its shape and value.
  var mark: OrdinalMark
  /// Tells apart lists whose marks have one style: the word of a chapter, the depth of a path.
  var variant: UInt8 = 0
  /// Where the number begins.
  var start: Int
  /// Where it ends, its mark included.
  var end: Int
}

/// Reads heading numbers.
enum OrdinalReader {
  /// The largest value an ordinal is taken to have; larger ones are years, amounts or codes.
  private static let largest = 199

  /// The number that begins at `offset`, in any style that stands at the head of a line.
  static func read(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    let first = text.scalar(at: offset)
    switch first {
    case "（", "(", "〔", "﹙": return brackets(text, at: offset)
    case "第": return ordinalWord(text, at: offset)
    case "０"..."９", "0"..."9": return arabic(text, at: offset)
    default: break
    }
    if let whole = wholeMark(first) {
      return reading(whole.style, whole.value, offset, offset + text.width(at: offset))
    }
    return chinese(text, at: offset) ?? chineseAtHead(text, at: offset)
  }

  /// 一、, 一是, 十一． and a torn 三）.
  static func chinese(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    guard let (value, end) = chineseNumber(text, at: offset), value > 0 else { return nil }
    switch text.scalar(at: end) {
    case "、", "．": return reading(.chineseComma, value, offset, end + 3)
    case "是": return reading(.measure, value, offset, end + 3)
    case ".", "､":
      return reading(.chineseComma, value, offset, end + text.width(at: end))
    default: return nil
    }
  }

  /// 一 、 with a blank before its mark and 一） with one bracket, which only the head of a line can
  /// tell from running text.
  private static func chineseAtHead(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    guard let (value, end) = chineseNumber(text, at: offset), value > 0 else { return nil }
    let mark = end + text.blankWidth(at: end)
    if mark > end, text[end] != 0x0A, text.has("、", at: mark) {
      return reading(.chineseComma, value, offset, mark + 3)
    }
    guard text.scalar(at: end) == "）" || text.scalar(at: end) == ")" else { return nil }
    var result = reading(.chineseBrackets, value, offset, end + text.width(at: end))
    result.variant = 1
    return result
  }

  /// （一）, (1), 〔一〕 and the like.
  static func brackets(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    let inner = text.skipBlanks(from: offset + text.width(at: offset), to: text.count)
    if let (value, end) = chineseNumber(text, at: inner), let closed = closing(text, at: end) {
      return value > 0 ? reading(.chineseBrackets, value, offset, closed) : nil
    }
    if isDash(text.scalar(at: inner)), let closed = closing(text, at: inner + text.width(at: inner))
    {
      return reading(.chineseBrackets, 1, offset, closed)
    }
    guard let (value, end) = arabicNumber(text, at: inner), let closed = closing(text, at: end)
    else { return nil }
    return value > 0 ? reading(.arabicBrackets, value, offset, closed) : nil
  }

  /// What scanned texts have for 一: (-).
  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "—", "–", "─", "━", "ー": true
    default: false
    }
  }

  private static func closing(_ text: TextBytes, at end: Int) -> Int? {
    let end = text.skipBlanks(from: end, to: text.count)
    switch text.scalar(at: end) {
    case "）", ")", "﹚", "〕": return end + text.width(at: end)
    default: return nil
    }
  }

  /// 1., 1、, 1), 1.1 and, before a blank, a bare 1 that 1.1 may follow.
  static func arabic(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    guard let (value, end) = arabicNumber(text, at: offset), value > 0 else { return nil }
    let after = text.scalar(at: end)
    let width = text.width(at: end)
    switch after {
    case "、", "､": return reading(.arabicComma, value, offset, end + width)
    case ")", "）": return reading(.arabicHalfBracket, value, offset, end + width)
    case ".", "．", "﹒":
      guard text.scalar(at: end + width).isDigit else {
        return reading(.arabicStop, value, offset, end + width)
      }
      if isYear(text, at: end + width) {
        return reading(.arabicStop, value, offset, end + width)
      }
      return path(text, at: offset, first: end)
    case " ", "\u{3000}", "\u{A0}":
      var bare = reading(.decimalPath, value, offset, end)
      bare.variant = 1
      return bare
    default:
      return bareArabic(text, value, offset, end)
    }
  }

  /// 1 right before a word, its mark lost (1保障供水); its list tells whether it is a heading.
  private static func bareArabic(
    _ text: TextBytes, _ value: Int, _ offset: Int, _ end: Int
  ) -> OrdinalReading? {
    guard value <= 20, text.scalar(at: end).isHan, text[offset] != 0x30 else { return nil }
    switch text.scalar(at: end) {
    case "万", "亿", "萬", "億", "千", "百", "余", "多", "至", "到", "和": return nil
    default: break
    }
    guard FigureWords.builtIn.units.match(text, at: end) == nil else { return nil }
    var result = reading(.arabicStop, value, offset, end)
    result.variant = 1
    return result
  }

  /// 1.1 or 1.1.1: the value is the last part's, the variant how many parts there are.
  private static func path(_ text: TextBytes, at offset: Int, first: Int) -> OrdinalReading? {
    var parts: UInt8 = 1
    var end = first
    var last = 0
    while text[end] == 0x2E, parts < 9,
      let (value, next) = arabicNumber(text, at: end + 1), value > 0
    {
      last = value
      end = next
      parts += 1
    }
    guard parts > 1 else { return nil }
    if text[end] == 0x2E { end += 1 }
    let next = text.scalar(at: text.skipBlanks(from: end, to: text.count))
    guard text.blankWidth(at: end) > 0 || next.isHan, !next.isDigit, next != "%" else { return nil }
    // 3.1万人 and 1.2个百分点 at the head of a wrapped line are amounts.
    if text.blankWidth(at: end) == 0 {
      switch next {
      case "万", "亿", "萬", "億", "千", "余", "多": return nil
      default: if FigureWords.builtIn.units.match(text, at: end) != nil { return nil }
      }
    }
    var result = reading(.decimalPath, last, offset, end)
    result.variant = parts
    return result
  }

  /// Whether the digits at `offset` are those of a year: 1.2023年 is the number 1., not 1.2023.
  static func isYear(_ text: TextBytes, at offset: Int) -> Bool {
    let century = text[offset] == 0x32 && text[offset + 1] == 0x30
    let last = text[offset] == 0x31 && text[offset + 1] == 0x39
    guard century || last else { return false }
    return text.scalar(at: offset + 2).isDigit && text.scalar(at: offset + 3).isDigit
      && text.has("年", at: offset + 4)
  }

  /// 第一， 第一、 第一章 第一部分.
  static func ordinalWord(_ text: TextBytes, at offset: Int) -> OrdinalReading? {
    let number = offset + text.width(at: offset)
    let parsed = chineseNumber(text, at: number) ?? arabicNumber(text, at: number)
    guard let (value, end) = parsed, value > 0 else { return nil }
    let after = text.scalar(at: end)
    switch after {
    case "，", ",", "、": return reading(.ordinalWord, value, offset, end + text.width(at: end))
    case "章": return chapter(text, value, offset, end + 3, 1)
    case "节", "節": return chapter(text, value, offset, end + 3, 2)
    case "编", "編", "篇": return chapter(text, value, offset, end + 3, 3)
    case "部":
      return text.has("部分", at: end) ? chapter(text, value, offset, end + 6, 4) : nil
    default: return nil
    }
  }

  /// 第一章总则 opens a chapter; 第一章的 and 第一章， do not.
  private static func chapter(
    _ text: TextBytes, _ value: Int, _ start: Int, _ end: Int, _ variant: UInt8
  ) -> OrdinalReading? {
    let next = text.scalar(at: end)
    if next.isComma || next == "的" || next == "、" || next == "和" || next == "》" { return nil }
    var result = reading(.chapter, value, start, next.isColon ? end + text.width(at: end) : end)
    result.variant = variant
    return result
  }

  /// The style and value of a character that stands for a whole number with its mark: ①, ❶, ㈠, ⑴, ⒈.
  static func wholeMark(_ scalar: Unicode.Scalar) -> OrdinalMark? {
    let code = Int(scalar.value)
    switch code {
    case 0x2460...0x2473: return OrdinalMark(style: .circled, value: code - 0x245F)
    case 0x2776...0x277F: return OrdinalMark(style: .circled, value: code - 0x2775)
    case 0x3220...0x3229: return OrdinalMark(style: .chineseBrackets, value: code - 0x321F)
    case 0x2474...0x2487: return OrdinalMark(style: .arabicBrackets, value: code - 0x2473)
    case 0x2488...0x249B: return OrdinalMark(style: .arabicStop, value: code - 0x2487)
    default: return nil
    }
  }

  /// A Chinese number from 一 to 一百九十九, and where it ends.
  static func chineseNumber(_ text: TextBytes, at offset: Int) -> (value: Int, end: Int)? {
    var end = offset
    var value = 0
    var digit = 0
    var scalars = 0
    while scalars < 6 {
      let scalar = text.scalar(at: end)
      if scalar == "十" {
        value += max(digit, 1) * 10
        digit = 0
      } else if scalar == "百" {
        guard digit > 0 else { return nil }
        value += digit * 100
        digit = 0
      } else if scalar != "两", scalar != "兩", scalar.chineseDigitValue >= 0 {
        if digit > 0 { return nil }
        digit = scalar.chineseDigitValue
      } else {
        break
      }
      end += text.width(at: end)
      scalars += 1
    }
    value += digit
    return scalars > 0 && value <= largest ? (value, end) : nil
  }

  /// An Arabic number of up to three digits, half or full width, and where it ends.
  static func arabicNumber(_ text: TextBytes, at offset: Int) -> (value: Int, end: Int)? {
    var end = offset
    var value = 0
    var digits = 0
    while text.scalar(at: end).isDigit {
      digits += 1
      if digits > 3 { return nil }
      value = value * 10 + text.scalar(at: end).digitValue
      end += text.width(at: end)
    }
    return digits > 0 && value <= largest ? (value, end) : nil
  }

  @inline(__always)
  private static func reading(
    _ style: OrdinalStyle, _ value: Int, _ start: Int, _ end: Int
  ) -> OrdinalReading {
    OrdinalReading(mark: OrdinalMark(style: style, value: value), start: start, end: end)
  }
}
