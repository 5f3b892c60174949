/// Keeps values from opening structure.
enum OrdinalGuard {
  /// How far behind the head of a sentence an ordinal can still be under way, in bytes.
  private static let reach = 32

  /// Whether a value that was printed from `start` on takes part in what reads as a heading's
  /// number: it stands in or right behind the head of a line or sentence, and what stands there is
  /// an ordinal.
  static func opensHeading(_ bytes: UnsafeBufferPointer<UInt8>, valueAt start: Int) -> Bool {
    var head = start
    while !isSentenceHead(bytes, head) {
      head -= 1
      guard start - head <= reach else { return false }
      // Any sign that no ordinal holds ends the search.
      if bytes[head] & 0xC0 != 0x80, let scalar = scalar(bytes, head)?.value,
        !isOrdinalSign(scalar)
      {
        return false
      }
    }
    guard let end = ordinalEnd(bytes, from: head) else { return false }
    return end > start
  }

  /// Whether `words`, standing before a slot, keep the slot's print from being part of an ordinal.
  static func shelters(_ words: ArraySlice<UInt8>) -> Bool {
    words.withUnsafeBufferPointer { bytes in
      var index = bytes.count
      while index > 0 {
        if isSentenceHead(bytes, index) { return false }
        index -= 1
        if bytes[index] & 0xC0 != 0x80, let scalar = scalar(bytes, index)?.value,
          !isOrdinalSign(scalar)
        {
          return true
        }
      }
      return false
    }
  }

  /// The end of the ordinal that begins at a head, its mark included; nil where none does.
  private static func ordinalEnd(_ bytes: UnsafeBufferPointer<UInt8>, from head: Int) -> Int? {
    var index = head
    while let next = scalar(bytes, index), isBlank(next.value) { index += next.length }
    guard let opening = scalar(bytes, index)?.value,
      isOrdinalSign(opening) || (0x2460...0x2473).contains(opening.value)
    else { return nil }
    var scalars: [(value: Unicode.Scalar, end: Int)] = []
    while scalars.count < 9, let next = scalar(bytes, index) {
      index += next.length
      scalars.append((next.value, index))
    }
    guard let first = scalars.first?.value else { return nil }
    if isChinese(first) || first == "第" {
      let end = scalars.dropFirst(first == "第" ? 1 : 0).firstIndex { !isChinese($0.value) }
      guard let end, end > 0 else { return nil }
      let marks: [Unicode.Scalar] =
        first == "第" ? ["，", ",", "、", "章", "节", "部"] : ["、", "是", ".", "．"]
      return marks.contains(scalars[end].value) ? scalars[end].end : nil
    }
    if first == "（" || first == "(" {
      guard let end = scalars.firstIndex(where: { $0.value == "）" || $0.value == ")" }), end > 1,
        scalars[1..<end].allSatisfy({ isChinese($0.value) || isDigit($0.value) })
      else { return nil }
      return scalars[end].end
    }
    if (0x2460...0x2473).contains(first.value) { return scalars[0].end }
    guard isDigit(first), let end = scalars.firstIndex(where: { !isDigit($0.value) }) else {
      return nil
    }
    let mark = scalars[end].value
    if ["、", "．", "）", ")"].contains(mark) { return scalars[end].end }
    guard mark == ".", end + 1 >= scalars.count || !isDigit(scalars[end + 1].value) else {
      return nil
    }
    return scalars[end].end
  }

  private static func isSentenceHead(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var end = index
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end > 0 else { return true }
    switch bytes[end - 1] {
    case 0x0A, 0x3B: return true
    case 0x82: return end >= 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80
    case 0x9B, 0x9A, 0x81, 0x9F:
      return end >= 3 && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC
    default: return false
    }
  }

  /// Numerals, brackets, 第 and blanks: what an ordinal consists of before its mark.
  private static func isOrdinalSign(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || isChinese(scalar) || isBlank(scalar)
      || scalar == "第" || scalar == "（" || scalar == "("
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零": true
    default: false
    }
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (value: Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let first = UInt32(bytes[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return nil }
    var value = first & (0x7F >> UInt32(length))
    for place in index + 1..<index + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

extension String {
  /// The text without line ends before and after.
  var trimmedLineEnds: String {
    var scalars = Substring(self).unicodeScalars
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    while let first = scalars.first, first == "\n" || first == "\r" { scalars.removeFirst() }
    return String(scalars)
  }
}
