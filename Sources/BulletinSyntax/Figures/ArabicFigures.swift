import ReportModel

extension FigureScan {
  /// Reads the Arabic number at `start`; adds the figure if it is one, and gives where to go on.
  mutating func readArabic(at start: Int) -> Int {
    guard var number = NumberReader.arabic(text, at: start) else {
      return NumberReader.clusterEnd(text, from: start)
    }
    if let grouped = spacedNumber(start, number) { number = grouped }
    if isNamedFromBefore(start) { return listEnd(from: number.end) }
    let next = text.scalar(at: number.end)
    switch next {
    case "-", "—", "–", "－", "~", "～", "至", "、":
      if let after = readRange(start, number) { return after }
    case ":", "：", "∶", "/", "+", "＋", "·", "•", "×", "#", "＃":
      let behind = text.scalar(at: number.end + text.width(at: number.end))
      if behind.isDigit || next == "#" || next == "＃" {
        return max(NumberReader.clusterEnd(text, from: number.end), number.end + 1)
      }
    case "*", "＊", "x", "X", "〕", "]", "@":
      return number.end + text.width(at: number.end)
    default: break
    }
    return takeArabic(start, number)
  }

  /// Takes a number that stands alone, or is the last of a range.
  private mutating func takeArabic(_ start: Int, _ number: NumberReading) -> Int {
    let measure = readMeasure(from: number.end)
    guard !measure.isEmpty else { return takeBare(start, number, measure) }
    guard isFigure(start, number, measure) else { return max(measure.end, number.end) }
    if let end = takeMixed(start, number, measure) { return end }
    if let value = number.value, let sign = signStart(before: start, number, measure) {
      let negative = ExactDecimal(significand: -value.significand, scale: value.scale)
      add(sign..<number.end, value: negative, measure: measure)
    } else {
      add(start..<number.end, value: number.value, measure: measure)
    }
    return measure.end
  }

  /// Takes 1亿3000万元 or 3万5千人 as one number, in the multiplier of its last part.
  private mutating func takeMixed(
    _ start: Int, _ number: NumberReading, _ measure: MeasureReading
  ) -> Int? {
    guard measure.kind == nil, measure.innerQualifier == nil, measure.outerQualifier == nil,
      text[measure.end] &- 0x30 < 10, let high = number.value, high.scale == 0,
      let second = NumberReader.arabic(text, at: measure.end), let low = second.value,
      low.scale == 0
    else { return nil }
    let rest = readMeasure(from: second.end)
    let powers = text.multiplierPower(measure.unit) - text.multiplierPower(rest.unit)
    guard let kind = rest.kind, kind != .date, kind != .year, powers > 0,
      let scaled = high.scaled(byPowerOfTen: powers),
      let unit = ExactDecimal(1).scaled(byPowerOfTen: powers),
      low < unit, let value = scaled.adding(low)
    else { return nil }
    add(start..<second.end, value: value, measure: rest)
    return rest.end
  }

  /// Where the minus of 增速-3.2% or 零下 written -5℃ stands; nil for a hyphen of any other use.
  private func signStart(
    before start: Int, _ number: NumberReading, _ measure: MeasureReading
  ) -> Int? {
    let sign = text.start(before: start)
    switch text.scalar(at: sign) {
    case "-", "−", "－", "﹣": break
    default: return nil
    }
    // Behind a figure it makes a range: 5个百分点-8个百分点.
    guard sign > lastEnd, number.hasPoint || text.isRate(measure.unit) else { return nil }
    let before = text.scalar(before: sign)
    return before.isHan && !before.isChineseNumeral || before.isColon || before == "（"
      || before == "("
      ? sign : nil
  }

  /// 4 500万元: groups of three behind blanks, as GB/T 15835-2011 sets long numbers, where a unit
  /// follows.
  private func spacedNumber(_ start: Int, _ number: NumberReading) -> NumberReading? {
    guard number.wholeDigits <= 3, !number.hasPoint, text.blankWidth(at: number.end) > 0,
      text.scalar(before: start - text.blanks(before: start)).isHan,
      let grouped = NumberReader.spaced(text, at: start, firstEnd: number.end),
      !readMeasure(from: grouped.end).isEmpty
    else { return nil }
    return grouped
  }

  private func isFigure(_ start: Int, _ number: NumberReading, _ measure: MeasureReading) -> Bool {
    if measure.kind == .date { return measure.hasMultiplier }
    // 06国内贸易: a number with a nought before it is a serial number.
    if number.wholeDigits > 1, text[start] == 0x30 { return false }
    if measure.kind == .year, number.wholeDigits >= 4 || number.hasPoint { return false }
    if number.isYear(text, from: start), text.isYearCompany(measure.unit) { return false }
    let before = text.scalar(before: start)
    if before.isLatin { return measure.hasMultiplier || text.isShare(measure.unit) }
    if text.isRank(start, measure.unit) { return false }
    if before == "时" || before == "時", text.has("分", at: measure.unit.lowerBound) { return false }
    return !isQuotedName(start, measure.end)
  }

  /// A number without a unit is a figure only where a word before says what it counts and nothing
  /// after makes a name of it.
  private mutating func takeBare(
    _ start: Int, _ number: NumberReading, _ measure: MeasureReading
  ) -> Int {
    let next = text.scalar(at: number.end)
    guard !next.isHan || measure.innerQualifier != nil || measure.outerQualifier != nil,
      !next.isLatin, next != "“", next != "”", next != "》", next != "_"
    else { return number.end }
    if number.isYear(text, from: start) { return number.end }
    let before = text.scalar(before: start)
    guard before.announcesNumber || number.hasPoint && before.tellsChange else { return number.end }
    add(start..<number.end, value: number.value, measure: measure)
    return max(measure.end, number.end)
  }

  /// Reads a range such as 2-4名 or a list such as 15、22个百分点; nil where none follows.
  ///
  /// All its numbers are figures; the unit behind the last is the unit of all.
  private mutating func readRange(_ start: Int, _ number: NumberReading) -> Int? {
    let joiner = text.scalar(at: number.end)
    var members = [(start: start, number: number)]
    var end = number.end
    // Longer lists are tables that lost their lines.
    while text.scalar(at: end) == joiner, members.count < 32 {
      var next = end
      while text.scalar(at: next) == joiner { next += text.width(at: next) }
      guard text.scalar(at: next).isDigit else { break }
      guard let other = NumberReader.arabic(text, at: next) else {
        return NumberReader.clusterEnd(text, from: next)
      }
      members.append((next, other))
      end = other.end
    }
    guard members.count > 1 else { return nil }
    let measure = readMeasure(from: end)
    let isCode = joiner == "-" && members.count > 2
    guard !isCode, !measure.isEmpty, !text.scalar(before: start).isLatin,
      members.allSatisfy({ isFigure($0.start, $0.number, measure) }),
      !number.isYear(text, from: start)
    else {
      return max(NumberReader.clusterEnd(text, from: end), measure.end)
    }
    for member in members.dropLast() {
      let shared = MeasureReading(unit: measure.unit, kind: measure.kind, end: member.number.end)
      add(member.start..<member.number.end, value: member.number.value, measure: shared)
    }
    guard let last = members.last else { return end }
    add(last.start..<end, value: last.number.value, measure: measure)
    return measure.end
  }

  /// Where a list of numbers joined by 、 that begins with the one ending at `offset` ends.
  private func listEnd(from offset: Int) -> Int {
    var end = offset
    while text.has("、", at: end), text.scalar(at: end + 3).isDigit,
      let next = NumberReader.arabic(text, at: end + 3)
    {
      end = next.end
    }
    return end
  }

  /// 第9, №3, 〔2020, x.5: what stands before makes an ordinal, a code or a placeholder of it.
  private func isNamedFromBefore(_ start: Int) -> Bool {
    switch text.scalar(before: start) {
    case "第", "#", "＃", "№", "〔", "[", "_", "*", "＊", "@", "×", "$": return true
    case ".": return true
    case " ": return text.has("第 ", before: start)
    default: return false
    }
  }

  /// A short quotation that opens with the number and goes on is a name: “10分钟生活圈”.
  private func isQuotedName(_ start: Int, _ end: Int) -> Bool {
    switch text.scalar(before: start) {
    case "“", "‘", "「", "〝": break
    default: return false
    }
    var offset = end
    for _ in 0..<14 {
      let scalar = text.scalar(at: offset)
      switch scalar {
      case "”", "’", "」", "〞", "“": return true
      case "，", ",", "。", "；", ";", "\n", "\0": return false
      default: offset += text.width(at: offset)
      }
    }
    return false
  }
}

extension TextBytes {
  /// How wide the one blank before `offset` is; 0 where there is none.
  fileprivate func blanks(before offset: Int) -> Int {
    let before = start(before: offset)
    return before < offset && blankWidth(at: before) == offset - before ? offset - before : 0
  }

  /// 年, 级 and 届 behind four digits go with a year.
  func isYearCompany(_ unit: Range<Int>) -> Bool {
    switch scalar(at: unit.lowerBound) {
    case "年", "级", "級", "届", "屆", "学", "學": true
    default: false
    }
  }

  /// 前10名, 前三位: a place in an order.
  func isRank(_ start: Int, _ unit: Range<Int>) -> Bool {
    guard has("前", before: start) else { return false }
    switch scalar(at: unit.lowerBound) {
    case "名", "位", "强": break
    default: return false
    }
    switch scalar(before: start - 3) {
    case "提", "目", "当", "以", "之": return false
    default: return true
    }
  }

  /// The power of ten of the multipliers in a unit: 8 for 亿元, 7 for 千万.
  func multiplierPower(_ unit: Range<Int>) -> Int {
    var power = 0
    var offset = unit.lowerBound
    while offset < unit.upperBound {
      switch scalar(at: offset) {
      case "百": power += 2
      case "千": power += 3
      case "万", "萬": power += 4
      case "亿", "億": power += 8
      default: return power
      }
      offset += width(at: offset)
    }
    return power
  }

  /// Rates, changes and temperatures, which may be negative.
  func isRate(_ unit: Range<Int>) -> Bool {
    switch scalar(at: unit.lowerBound) {
    case "%", "％", "‰", "℃", "度": true
    default: has("个百分点", at: unit.lowerBound) || has("個百分點", at: unit.lowerBound)
    }
  }

  /// Money and shares, which stand even behind letters: GDP2000亿元, GDP6.4%.
  func isShare(_ unit: Range<Int>) -> Bool {
    switch scalar(at: unit.lowerBound) {
    case "%", "％", "‰", "元": true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Closes a word after which a number without a unit is a figure: 任务数18881.
  fileprivate var announcesNumber: Bool {
    switch self {
    case "数", "數", "量", "为", "達", "达", "到", "计", "計", "共", "率", "额", "額", "值", "约", "近", "超", "过":
      true
    default: false
    }
  }

  /// Closes a word after which a decimal without a unit is a figure: 收入比缩小0.04.
  fileprivate var tellsChange: Bool {
    switch self {
    case "小", "大", "升", "降", "少", "加", "高", "低", "于", "於", "栏": true
    default: false
    }
  }
}
