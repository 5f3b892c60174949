import ReportModel

/// A number as it is printed.
struct NumberReading {
  /// Where its numerals end.
  var end: Int
  /// Its value, multipliers such as 万 not applied; nil where it has more than 38 digits.
  var value: ExactDecimal?
  /// How many digits stand before the point.
  var wholeDigits = 0
  /// Whether it has a point.
  var hasPoint = false
  /// Whether it is one of 百, 千, 万 without a digit before.
  var isBareMultiplier = false
  /// Whether it is 一 alone.
  var isOne = false

  /// Four digits that read as a year of the last or the present century.
  func isYear(_ text: TextBytes, from start: Int) -> Bool {
    guard wholeDigits == 4, !hasPoint else { return false }
    return text.has("19", at: start) || text.has("20", at: start) || text.has("２０", at: start)
  }
}

/// Reads printed numbers.
enum NumberReader {
  /// The Arabic number at `offset`: digits, grouped in threes or not, with a point or without.
  ///
  /// Nil where the digits go on behind a second point, as those of dates and paths do; `end` of the
  /// whole is then found by ``clusterEnd(_:from:)``.
  static func arabic(_ text: TextBytes, at offset: Int) -> NumberReading? {
    var digits = Digits()
    var end = readDigits(text, from: offset, into: &digits)
    var reading = NumberReading(end: end)
    if digits.count <= 3 { end = readGroups(text, from: end, into: &digits) }
    reading.wholeDigits = digits.count
    let point = text.scalar(at: end)
    if point == "." || point == "．" {
      let after = end + text.width(at: end)
      if text.scalar(at: after).isDigit {
        let whole = digits.count
        end = readDigits(text, from: after, into: &digits)
        reading.hasPoint = true
        digits.scale = digits.count - whole
        if text.scalar(at: end) == ".", text.scalar(at: end + 1).isDigit { return nil }
      }
    }
    reading.end = end
    reading.value = digits.value
    return reading
  }

  /// One to three digits up to `firstEnd`, then groups of three behind a blank each, then perhaps a
  /// point and digits; nil where no group follows.
  static func spaced(_ text: TextBytes, at offset: Int, firstEnd: Int) -> NumberReading? {
    var digits = Digits()
    var end = readDigits(text, from: offset, into: &digits)
    guard end == firstEnd else { return nil }
    while text.blankWidth(at: end) > 0, text[end] != 0x0A, text[end] != 0x0D {
      let group = end + text.blankWidth(at: end)
      guard (0..<3).allSatisfy({ text[group + $0] &- 0x30 < 10 }), text[group + 3] &- 0x30 >= 10
      else { break }
      end = readDigits(text, from: group, into: &digits)
    }
    guard end > firstEnd else { return nil }
    var reading = NumberReading(end: end)
    reading.wholeDigits = digits.count
    if text[end] == 0x2E, text[end + 1] &- 0x30 < 10 {
      let whole = digits.count
      reading.end = readDigits(text, from: end + 1, into: &digits)
      reading.hasPoint = true
      digits.scale = digits.count - whole
    }
    reading.value = digits.value
    return reading
  }

  /// Where digits and the marks that join them into dates, codes and ratios end.
  static func clusterEnd(_ text: TextBytes, from offset: Int) -> Int {
    var end = offset
    while true {
      let scalar = text.scalar(at: end)
      if scalar.isDigit {
        end += text.width(at: end)
        continue
      }
      switch scalar {
      case ".", "-", "/", ":", "+", "·", "*", "×", "#", "∶", "—", "–", "－", "~", "～", "•", "：", "＋":
        guard text.scalar(at: end + text.width(at: end)).isDigit || scalar == "*" else {
          return end
        }
        end += text.width(at: end)
      default: return end
      }
    }
  }

  /// The Chinese number at `offset`, up to but without the 万 or 亿 that closes it.
  ///
  /// 两万份 reads as 2, 一万二千人 as 12000, 百余 as 100; nil where the numerals make no number.
  static func chinese(_ text: TextBytes, at offset: Int) -> NumberReading? {
    var total: Int128 = 0
    var end = offset
    var isBare = false
    while let section = chineseSection(text, at: end) {
      total += section.value
      isBare = isBare || section.isBare
      end = section.end
      let myriad = text.scalar(at: end)
      guard myriad == "万" || myriad == "萬" else { break }
      let after = end + text.width(at: end)
      guard text.scalar(at: after).chineseDigitValue > 0, total < 10_000 else { break }
      total *= 10_000
      end = after
    }
    if end == offset { return bareMyriad(text, at: offset) }
    if text.scalar(at: end).chineseDigitValue >= 0 { return nil }
    var reading = NumberReading(end: end)
    reading.value = ExactDecimal(significand: total, scale: 0)
    reading.isBareMultiplier = isBare
    reading.isOne = total == 1
    if !isBare { readChinesePoint(text, into: &reading, whole: total) }
    return reading
  }

  /// Takes the 点三 of 五点三; what follows tells whether it is a time of day, which is left alone.
  private static func readChinesePoint(
    _ text: TextBytes, into reading: inout NumberReading, whole: Int128
  ) {
    let point = text.scalar(at: reading.end)
    guard point == "点" || point == "點" else { return }
    var end = reading.end + text.width(at: reading.end)
    var value = whole
    var scale = 0
    while scale < 6, text.scalar(at: end) != "两", text.scalar(at: end) != "兩" {
      let digit = text.scalar(at: end).chineseDigitValue
      guard digit >= 0 else { break }
      value = value * 10 + Int128(digit)
      scale += 1
      end += text.width(at: end)
    }
    guard scale > 0 else { return }
    switch text.scalar(at: end) {
    case "十", "百", "千", "分", "刻", "半", "整", "钟", "鐘", "个", "個", "项", "項": return
    default: break
    }
    reading.end = end
    reading.value = ExactDecimal(significand: value, scale: scale)
    reading.hasPoint = true
    reading.isOne = false
  }

  /// 万 or 亿 without a digit: 万余人.
  private static func bareMyriad(_ text: TextBytes, at offset: Int) -> NumberReading? {
    let value: Int
    switch text.scalar(at: offset) {
    case "万", "萬": value = 10_000
    case "亿", "億": value = 100_000_000
    default: return nil
    }
    var reading = NumberReading(end: offset + text.width(at: offset))
    reading.value = ExactDecimal(value)
    reading.isBareMultiplier = true
    return reading
  }

  private static func chineseSection(
    _ text: TextBytes, at offset: Int
  ) -> (value: Int128, end: Int, isBare: Bool)? {
    var value = 0
    var digit = -1
    var end = offset
    var isBare = false
    var unit = 10_000
    while end - offset < 30 {
      let scalar = text.scalar(at: end)
      let step: Int
      switch scalar {
      case "十": step = 10
      case "百": step = 100
      case "千": step = 1_000
      default: step = 0
      }
      if step > 0 {
        guard step < unit else { break }
        if digit < 0, step > 10 {
          guard end == offset else { break }
          isBare = true
        }
        value += max(digit, 1) * step
        digit = -1
        unit = step
      } else {
        let next = scalar.chineseDigitValue
        guard next >= 0, digit < 0 || (digit == 0 && next > 0) else { break }
        digit = next
      }
      end += text.width(at: end)
    }
    guard end > offset else { return nil }
    return (Int128(value + max(digit, 0)), end, isBare)
  }

  private static func readDigits(
    _ text: TextBytes, from offset: Int, into digits: inout Digits
  ) -> Int {
    var end = offset
    while true {
      let byte = text[end]
      if byte &- 0x30 < 10 {
        digits.add(Int(byte &- 0x30))
        end += 1
      } else if byte == 0xEF, text.scalar(at: end).isDigit {
        digits.add(text.scalar(at: end).digitValue)
        end += 3
      } else {
        return end
      }
    }
  }

  /// Reads `,234,567` behind one to three digits; nothing where the groups are not all of three.
  private static func readGroups(
    _ text: TextBytes, from offset: Int, into digits: inout Digits
  ) -> Int {
    if text[offset] == 0xEF { return readWideGroups(text, from: offset, into: &digits) }
    var end = offset
    while text[end] == 0x2C {
      for step in 1...3 where text[end + step] &- 0x30 >= 10 { return offset }
      if text[end + 4] &- 0x30 < 10 { return offset }
      end += 4
    }
    for index in offset..<end where text[index] != 0x2C { digits.add(Int(text[index] &- 0x30)) }
    return end
  }
}

extension NumberReader {
  /// Reads ，２３４ behind full-width digits; a full-width comma behind others parts clauses.
  private static func readWideGroups(
    _ text: TextBytes, from offset: Int, into digits: inout Digits
  ) -> Int {
    func isWideDigit(_ place: Int) -> Bool { text[place] == 0xEF && text.scalar(at: place).isDigit }
    guard isWideDigit(offset - 3) else { return offset }
    var end = offset
    while text.has("，", at: end), (1...3).allSatisfy({ isWideDigit(end + 3 * $0) }),
      !text.scalar(at: end + 12).isDigit
    {
      end += 12
    }
    var place = offset
    while place < end {
      let value = text.scalar(at: place).digitValue
      if value >= 0 { digits.add(value) }
      place += 3
    }
    return end
  }
}

/// Digits gathered into a number.
private struct Digits {
  private var small: UInt64 = 0
  private var large: Int128 = 0
  var count = 0
  var scale = 0
  private var overflows = false

  @inline(__always)
  mutating func add(_ digit: Int) {
    count += 1
    if count <= 18 {
      small = small &* 10 &+ UInt64(digit)
    } else {
      addLarge(digit)
    }
  }

  private mutating func addLarge(_ digit: Int) {
    if count == 19 { large = Int128(small) }
    let (product, overflow) = large.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(Int128(digit))
    overflows = overflows || overflow || carry
    large = sum
  }

  var value: ExactDecimal? {
    if overflows || count > 38 { return nil }
    return ExactDecimal(significand: count <= 18 ? Int128(small) : large, scale: scale)
  }
}
