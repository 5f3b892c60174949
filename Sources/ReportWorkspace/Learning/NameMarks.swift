/// Words that lead into a row and are no part of its first name.
enum LeadingVerb {
  private static let words = [
    "其中", "包括", "分别为", "分别是", "分别", "荣获", "收获", "获得", "获评", "获", "发放", "拨付", "下达", "投入", "投资",
    "安排", "落实", "争取", "完成", "实现", "新增", "新建", "建成", "补充", "招聘", "共", "有", "为",
  ].map { Array($0.utf8) }

  /// How many bytes of a name are such words; something is always left.
  static func length(_ name: ArraySlice<UInt8>) -> Int {
    var length = 0
    while let word = words.first(where: { name.dropFirst(length).starts(with: $0) }),
      name.count - length - word.count >= 3
    { length += word.count }
    return length
  }
}

extension [UInt8] {
  /// Whether a scalar is a mark that ends a name.
  func isMark(_ range: Range<Int>) -> Bool {
    guard range.count == 3 else {
      return range.count == 1 && Self.narrow.contains(self[range.lowerBound])
    }
    return Self.wide.contains { self[range].elementsEqual($0) }
  }

  /// The first mark in a range.
  func firstMark(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = Swift.min(scalarEnd(from: index), range.upperBound)
      if isMark(index..<end) { return index..<end }
      index = end
    }
    return nil
  }

  /// All marks in a range, one after the other.
  func marks(in range: Range<Int>) -> [UInt8] {
    var marks: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let end = Swift.min(scalarEnd(from: index), range.upperBound)
      if isMark(index..<end) { marks += self[index..<end] }
      index = end
    }
    return marks
  }

  /// 一等奖 and the like at the end of a range.
  func awardGrade(in range: Range<Int>) -> Range<Int>? {
    for grade in ["特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "金奖", "银奖", "铜奖"]
    where self[range].suffix(grade.utf8.count).elementsEqual(grade.utf8) {
      return range.upperBound - grade.utf8.count..<range.upperBound
    }
    return nil
  }

  func scalarStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Swift.max(start, 0)
  }

  private func scalarEnd(from offset: Int) -> Int {
    var end = offset + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static let narrow = Array(",;:.!?()[]\"'|<>".utf8)
  private static let wide = [
    "，", "。", "；", "：", "、", "！", "？", "（", "）", "“", "”", "《", "》", "【", "】", "—", "…", "　",
  ].map { Array($0.utf8) }
}
