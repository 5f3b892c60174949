extension FigureScan {
  /// Reads the Arabic number at `start`; adds the figure if it is one, and gives where to go on.
  mutating func readArabic(at start: Int) -> Int {
    guard let number = NumberReader.arabic(text, at: start) else {
      return NumberReader.clusterEnd(text, from: start)
    }
    if isNamedFromBefore(start) { return number.end }
    let next = text.scalar(at: number.end)
    switch next {
    case "-", "—", "–", "－", "~", "～", "至":
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
    add(start..<number.end, value: number.value, measure: measure)
    return measure.end
  }

  private func isFigure(_ start: Int, _ number: NumberReading, _ measure: MeasureReading) -> Bool {
    if measure.kind == .date { return measure.hasMultiplier }
    if measure.kind == .year, number.wholeDigits >= 4 || number.hasPoint { return false }
    if number.isYear(text, from: start), text.isYearCompany(measure.unit) { return false }
    let before = text.scalar(before: start)
    if before.isLatin { return measure.hasMultiplier || text.isShare(measure.unit) }
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
    guard text.scalar(before: start).announcesNumber else { return number.end }
    add(start..<number.end, value: number.value, measure: measure)
    return max(measure.end, number.end)
  }

  /// Reads a range such as 2-4名; nil where the number is followed by none.
  ///
  /// Both ends are figures; where only the last has a unit it is the unit of both.
  private mutating func readRange(_ start: Int, _ number: NumberReading) -> Int? {
    var second = number.end + text.width(at: number.end)
    while text.scalar(at: second) == text.scalar(at: number.end) {
      second += text.width(at: second)
    }
    guard text.scalar(at: second).isDigit else { return nil }
    guard let other = NumberReader.arabic(text, at: second) else {
      return NumberReader.clusterEnd(text, from: second)
    }
    let isCode = text[other.end] == 0x2D && text.scalar(at: other.end + 1).isDigit
    let measure = readMeasure(from: other.end)
    let isPlain = !isCode && !measure.isEmpty && !text.scalar(before: start).isLatin
    guard isPlain, isFigure(second, other, measure), !number.isYear(text, from: start) else {
      return max(
        NumberReader.clusterEnd(text, from: second), measure.isEmpty ? second : measure.end)
    }
    let shared = MeasureReading(unit: measure.unit, kind: measure.kind, end: number.end)
    add(start..<number.end, value: number.value, measure: shared)
    add(second..<other.end, value: other.value, measure: measure)
    return measure.end
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
  /// 年, 级 and 届 behind four digits go with a year.
  func isYearCompany(_ unit: Range<Int>) -> Bool {
    switch scalar(at: unit.lowerBound) {
    case "年", "级", "級", "届", "屆", "学", "學": true
    default: false
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
}
