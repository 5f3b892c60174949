/// Classes of scalars that the parser's rules speak of.
extension Unicode.Scalar {
  /// A Han character.
  @inline(__always)
  var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3007
      || value >= 0x20000
  }

  /// A digit, ASCII or full-width.
  @inline(__always)
  var isDigit: Bool { digitValue >= 0 }

  /// The value of a digit, ASCII or full-width; -1 for anything else.
  @inline(__always)
  var digitValue: Int {
    if value &- 0x30 < 10 { return Int(value) - 0x30 }
    if value &- 0xFF10 < 10 { return Int(value) - 0xFF10 }
    return -1
  }

  /// The value of a Chinese digit from 〇 to 九, 两 included; -1 for anything else.
  @inline(__always)
  var chineseDigitValue: Int {
    switch self {
    case "一": 1
    case "二", "两", "兩": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "〇", "零", "○", "Ｏ": 0
    default: -1
    }
  }

  /// A Chinese digit or 十, 百, 千: what a Chinese number is made of.
  @inline(__always)
  var isChineseNumeral: Bool {
    switch self {
    case "十", "百", "千", "万", "亿", "萬", "億": true
    default: chineseDigitValue >= 0
    }
  }

  /// Ends a sentence or a member of a list: 。！？；… and their half-width twins, but not the stop
  /// that is a decimal point.
  @inline(__always)
  var isStop: Bool {
    switch self {
    case "。", "！", "？", "；", "…", "!", "?", ";", "．", "｡": true
    default: false
    }
  }

  /// A comma, full or half width.
  @inline(__always)
  var isComma: Bool { self == "，" || self == "," }

  /// A colon, full or half width.
  @inline(__always)
  var isColon: Bool { self == "：" || self == ":" || self == "∶" }

  /// Closes a quotation or bracket.
  @inline(__always)
  var isCloser: Bool {
    switch self {
    case "”", "’", "）", ")", "》", "〉", "】", "」", "』", "〕", "]", "\"": true
    default: false
    }
  }

  /// A Latin letter, half or full width.
  @inline(__always)
  var isLatin: Bool {
    (value | 0x20) &- 0x61 < 26 || value &- 0xFF21 < 26 || value &- 0xFF41 < 26
  }
}
