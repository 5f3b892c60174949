/// A unit as it is written after a number, taken apart into a power of ten and what it counts.
///
/// 万元 is 10⁴ 元, 亿千瓦时 is 10⁸ 千瓦时. Simplified and traditional forms are one unit.
public struct MeasureUnit: Sendable, Hashable {
  /// The unit as written; empty where a number has none.
  public let text: String
  /// The power of ten that 百, 千, 万 and 亿 before the unit stand for.
  public let powerOfTen: Int
  /// The unit without its multipliers, in simplified characters; empty where nothing is left.
  public let base: String

  /// Takes a written unit apart.
  ///
  /// 千 and 百 count as multipliers only before 元, 人, 户 and the like,
  /// never in 千瓦, 千米, 千克.
  public init(_ text: String) {
    self.text = text
    var rest = Substring(text.trimmedBlanks)
    var power = 0
    while let first = rest.unicodeScalars.first, let step = Self.powers[first] {
      let after = rest.dropFirst()
      if step < 4, after.isEmpty || Self.bindsMultiplier(after) { break }
      power += step
      rest = after
    }
    powerOfTen = power
    base = Self.simplified(rest)
  }

  /// Whether values of the two units differ by a power of ten only.
  public func isCommensurable(with other: MeasureUnit) -> Bool {
    base == other.base
  }

  private static let powers: [Unicode.Scalar: Int] = [
    "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8,
  ]

  /// 千瓦, 千米, 千克, 千卡, 百分点 are units of their own.
  private static func bindsMultiplier(_ rest: Substring) -> Bool {
    guard let next = rest.unicodeScalars.first else { return false }
    return ["瓦", "米", "克", "卡", "伏", "分", "赫"].contains(next)
  }

  private static func simplified(_ text: Substring) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      output.unicodeScalars.append(traditional[scalar] ?? scalar)
    }
    return output == "％" ? "%" : output
  }

  private static let traditional: [Unicode.Scalar: Unicode.Scalar] = [
    "個": "个", "項": "项", "頭": "头", "戶": "户", "畝": "亩", "噸": "吨", "萬": "万", "億": "亿",
    "圓": "元", "條": "条", "處": "处", "輛": "辆", "場": "场", "間": "间", "點": "点",
    "車": "车", "隻": "只", "張": "张", "冊": "册", "檔": "档",
    "兩": "两", "課": "课", "時": "时", "電": "电",
  ]
}

extension StringProtocol {
  /// The text without blanks at either end: space, tab, no-break and ideographic space, CR and LF.
  public var trimmedBlanks: String {
    let utf8 = self.utf8
    var start = utf8.startIndex
    var end = utf8.endIndex
    while start < end, let length = blankLength(utf8[start..<end].prefix(3)) {
      start = utf8.index(start, offsetBy: length)
    }
    while start < end, let length = blankLength(endingAt: end, in: utf8[start..<end]) {
      end = utf8.index(end, offsetBy: -length)
    }
    return String(self[start..<end])
  }

  private func blankLength(endingAt end: Index, in bytes: UTF8View.SubSequence) -> Int? {
    for length in 1...3 {
      guard let from = bytes.index(end, offsetBy: -length, limitedBy: bytes.startIndex) else {
        return nil
      }
      if blankLength(bytes[from..<end]) == length { return length }
    }
    return nil
  }

  /// The length of the blank that `bytes` begin with: U+0020, U+0009, U+000A, U+000D, U+00A0,
  /// U+3000, U+FEFF; nil for anything else.
  private func blankLength(_ bytes: UTF8View.SubSequence) -> Int? {
    var iterator = bytes.makeIterator()
    switch (iterator.next(), iterator.next(), iterator.next()) {
    case (0x20, _, _), (0x09, _, _), (0x0A, _, _), (0x0D, _, _): return 1
    case (0xC2, 0xA0, _): return 2
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return nil
    }
  }
}
