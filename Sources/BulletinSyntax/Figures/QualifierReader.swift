/// Reads the words that qualify a figure from before.
enum QualifierReader {
  /// The words that end at `offset`, in text order; they stand next to the number and one another.
  static func before(_ text: TextBytes, _ offset: Int, floor: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = offset
    while found.count < 3, let start = wordStart(text, before: end, floor: floor) {
      found.insert(start..<end, at: 0)
      end = start
    }
    return found
  }

  /// Where the qualifier that ends at `end` begins; nil where none does.
  @inline(__always)
  private static func wordStart(_ text: TextBytes, before end: Int, floor: Int) -> Int? {
    guard end - 3 >= floor else { return nil }
    let scalar = text.scalar(at: end - 3)
    switch scalar {
    case "近": return isPart(text, end - 3, of: near) ? nil : end - 3
    case "约", "約":
      if text.has("大", before: end - 3) { return max(floor, end - 6) }
      return isPart(text, end - 3, of: about) ? nil : end - 3
    case "逾": return end - 3
    case "超": return isPart(text, end - 3, of: over) ? nil : end - 3
    case "过", "過":
      guard text.has("超", before: end - 3) else { return nil }
      return max(floor, text.has("不", before: end - 6) ? end - 9 : end - 6)
    case "破": return text.has("突", before: end - 3) ? max(floor, end - 6) : nil
    case "达", "達": return isPart(text, end - 3, of: reached) ? nil : end - 3
    case "到":
      return text.has("达", before: end - 3) || text.has("達", before: end - 3)
        || text.has("不", before: end - 3)
        ? max(floor, end - 6) : nil
    case "足": return text.has("不", before: end - 3) ? max(floor, end - 6) : nil
    case "于", "於":
      return text.has("不少", before: end - 3) || text.has("不低", before: end - 3)
        || text.has("不高", before: end - 3)
        ? max(floor, end - 9) : nil
    case "少": return text.has("至", before: end - 3) ? max(floor, end - 6) : nil
    default: return nil
    }
  }

  /// Whether the word's character belongs to a word with the one before it: 节约, 下达, 附近.
  private static func isPart(
    _ text: TextBytes, _ start: Int, of words: (Unicode.Scalar) -> Bool
  ) -> Bool {
    words(text.scalar(before: start))
  }

  private static func near(_ before: Unicode.Scalar) -> Bool {
    switch before {
    case "附", "最", "临", "靠", "邻", "亲", "远", "就", "相", "接": before != "接"
    default: false
    }
  }

  private static func about(_ before: Unicode.Scalar) -> Bool {
    switch before {
    case "节", "節", "签", "簽", "预", "合", "违", "契", "履", "邀", "集", "特", "简", "公", "失", "解", "条":
      true
    default: false
    }
  }

  private static func over(_ before: Unicode.Scalar) -> Bool {
    switch before {
    case "反", "赶", "高", "湘": true
    default: false
    }
  }

  private static func reached(_ before: Unicode.Scalar) -> Bool {
    switch before {
    case "下", "到", "传", "送", "发", "抵", "直", "通", "转", "表", "雷": true
    default: false
    }
  }
}
