import ReportModel
import SourceText

/// What sort of thing a unit measures.
enum UnitClass: UInt8 {
  /// No unit.
  case none
  /// %
  case percent
  /// 百分点
  case points
  /// 倍
  case times
  /// 元 and other money.
  case money
  /// 天, 小时, 工作日.
  case time
  /// 公里, 亩, 吨: measured, and so rounded.
  case measure
  /// A rate such as 亿元/平方公里, 成 or ‰, of which nothing is claimed.
  case other
  /// Counted, and so exact.
  case count
}

/// A figure's unit as it is printed: its power of ten, and what is left of it in the text.
struct PrintedUnit {
  /// The power of ten that 百, 千, 万 and 亿 stand for.
  var power = 0
  /// The unit without multipliers.
  var base: Range<Int>
  /// What it measures.
  var kind = UnitClass.none

  /// The unit of a figure.
  init(_ figure: Figure, _ text: TextView) {
    var cursor = figure.unit.lowerBound
    let end = figure.unit.upperBound
    loop: while cursor < end {
      if let word = figure.qualifiers.first(where: { $0.contains(cursor) }) {
        cursor = max(word.upperBound, cursor + 1)
        continue
      }
      let width = text.width(at: cursor)
      switch text.key(at: cursor) {
      case 0xE4B887, 0xE890AC: power += 4  // 万 萬
      case 0xE4BABF, 0xE58484: power += 8  // 亿 億
      case 0xE58D83 where !Self.binds(text, cursor + 3, end): power += 3  // 千
      case 0xE799BE where !Self.binds(text, cursor + 3, end): power += 2  // 百
      case 0x20: break
      default: break loop
      }
      cursor += width
    }
    base = min(cursor, end)..<end
    kind = Self.kind(text, base)
  }

  /// 千瓦, 千米, 千克, 百分点 are units of their own.
  private static func binds(_ text: TextView, _ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return false }
    switch text.key(at: offset) {
    case 0xE793A6, 0xE7B1B3, 0xE5858B, 0xE58DA1, 0xE4BC8F, 0xE58886, 0xE8B5AB: return true
    default: return false
    }
  }

  private static func kind(_ text: TextView, _ base: Range<Int>) -> UnitClass {
    guard !base.isEmpty else { return .none }
    let start = base.lowerBound
    let first = text.key(at: start)
    // 12人, 5万元: most units are one character.
    if base.count == 3, let kind = kindOfOne(first) { return kind }
    if text[start] == 0x25 || text.has("％", at: start) {
      return base.count <= 3 ? .percent : .other
    }
    if text.contains("百分点", in: base) || text.contains("百分點", in: base) { return .points }
    if text.next(0x2F, from: start, to: base.upperBound) < base.upperBound { return .other }
    if text.has("‰", at: start) { return .other }
    if text.has("倍", at: start) { return .times }
    if text.has("成", at: start) || text.has("折", at: start) { return .other }
    if text.has("元", before: base.upperBound) || text.has("元", at: start) { return .money }
    if isUsualCount(first) { return .count }
    if times.stands(in: text, at: start, first) { return .time }
    if measures.stands(in: text, at: start, first) { return .measure }
    return text[start] < 0x80 ? .measure : .count
  }

  /// The kind of a unit of one Chinese character; nil where the lists must be looked at, or for units of
  /// other widths.
  private static func kindOfOne(_ key: UInt32) -> UnitClass? {
    switch key {
    case 0xE58583: .money  // 元
    case 0xE5808D: .times  // 倍
    case 0xE68890, 0xE68A98: .other  // 成 折
    default: isUsualCount(key) ? .count : nil
    }
  }

  /// 人 名 所 次 起 件 项 户 家: the usual counts begin no unit of the lists.
  private static func isUsualCount(_ key: UInt32) -> Bool {
    switch key {
    case 0xE4BABA, 0xE5908D, 0xE68980, 0xE6ACA1, 0xE8B5B7, 0xE4BBB6, 0xE9A1B9, 0xE688B7, 0xE5AEB6:
      true
    default: false
    }
  }

  private static let times = UnitWords([
    "天", "小时", "分钟", "个工作日", "工作日", "个月", "秒", "日", "年", "个小时", "小時", "周",
  ])

  private static let measures = UnitWords([
    "公里", "千米", "平方", "立方", "公顷", "公頃", "亩", "畝", "吨", "噸", "公斤", "千克", "斤", "克", "米", "千瓦",
    "千伏", "兆", "升", "里", "海里", "度", "延", "标准", "马力", "厘米", "毫", "微", "车公里", "伏", "瓦", "吉瓦",
  ])
}

/// Units that tell what is measured, sought by their first characters.
private struct UnitWords: Sendable {
  private let openers: CharacterBits
  private let words: [(first: UInt32, word: StaticString)]

  init(_ words: [StaticString]) {
    var openers = CharacterBits()
    self.words = words.map { word in
      let bytes = word.utf8Start
      let first = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
      openers.insert(TextView.value(ofKey: first))
      return (first, word)
    }
    self.openers = openers
  }

  /// Whether one of the units begins at `offset`, whose key is `first`.
  func stands(in text: TextView, at offset: Int, _ first: UInt32) -> Bool {
    guard openers.contains(TextView.value(ofKey: first)) else { return false }
    return words.contains { $0.first == first && text.has($0.word, at: offset) }
  }
}
