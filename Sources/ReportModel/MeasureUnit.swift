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
    var text = String(self)
    let inner = text.withUTF8 { bytes -> Range<Int>? in
      let start = blanks(at: bytes.startIndex, of: bytes)
      let end = start < bytes.count ? endWithoutBlanks(bytes) : start
      return start == 0 && end == bytes.count ? nil : start..<end
    }
    guard let inner else { return text }
    return text.withUTF8 { String(decoding: $0[inner], as: UTF8.self) }
  }

  /// The index of the first byte at or after `start` that begins no blank.
  private func blanks(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0xC2 where bytes[index + 1] == 0xA0: index += 2
      case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: index += 3
      case 0xEF where bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: index += 3
      default: return index
      }
    }
    return index
  }

  /// The end of the bytes without the blanks they end with; some byte must be no blank.
  private func endWithoutBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = bytes.count
    while end > 0 {
      switch bytes[end - 1] {
      case 0x20, 0x09, 0x0A, 0x0D: end -= 1
      case 0xA0 where bytes[end - 2] == 0xC2: end -= 2
      case 0x80 where bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3: end -= 3
      case 0xBF where bytes[end - 2] == 0xBB && bytes[end - 3] == 0xEF: end -= 3
      default: return end
      }
    }
    return end
  }
}
