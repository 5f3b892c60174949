import ReportModel

extension FigureScan {
  /// Reads the Chinese number at `start`; adds the figure if it counts, and gives where to go on.
  mutating func readChinese(at start: Int) -> Int {
    if text.has("百分之", at: start), let end = takePercent(at: start) { return end }
    guard let number = NumberReader.chinese(text, at: start) else {
      return start + text.width(at: start)
    }
    // Most numerals stand inside words; the unit tells, so it is looked for first.
    guard mayMeasure(at: number.end) else { return number.end }
    let measure = readMeasure(from: number.end)
    guard let kind = measure.kind, !measure.isEmpty else {
      return number.end
    }
    guard isCount(start, number, measure, kind) else { return number.end }
    add(start..<number.end, value: number.value, measure: measure)
    return measure.end
  }

  /// 百分之九十五, 百分之3.5: the unit stands before the number.
  private mutating func takePercent(at start: Int) -> Int? {
    let first = start + 9
    let isArabic = text.scalar(at: first).isDigit
    let number =
      isArabic ? NumberReader.arabic(text, at: first) : NumberReader.chinese(text, at: first)
    guard let number, number.end > first else { return nil }
    var measure = MeasureReading(unit: start..<first, kind: .measure, end: number.end)
    if let match = words.trailing.match(text, at: number.end) {
      measure.outerQualifier = number.end..<match.end
      measure.end = match.end
    }
    add(first..<number.end, from: start, value: number.value, measure: measure)
    return measure.end
  }

  private func isCount(
    _ start: Int, _ number: NumberReading, _ measure: MeasureReading, _ kind: UnitKind
  ) -> Bool {
    switch kind {
    case .date, .year, .arabic: return false
    case .measure:
      let isSmall = !number.hasPoint && (number.value?.significand ?? 0) < 10
      if isSmall, !measure.hasMultiplier, !isTenths(number, measure) { return false }
    case .count:
      if number.isOne, !measure.hasMultiplier { return false }
    case .one:
      if number.isOne, isSlogan(measure.end) { return false }
    }
    // 五点三亿元 is a number; 一点五所学校 is a slip of the reading.
    if number.hasPoint, kind != .measure, !measure.hasMultiplier,
      !text.has("倍", at: measure.unit.lowerBound)
    {
      return false
    }
    if number.isBareMultiplier, text.isPlaceholder(before: start) { return false }
    if number.isBareMultiplier, measure.innerQualifier == nil {
      // 近百场 counts; 突破百万吨 and 亿元以上 name a threshold.
      guard !measure.hasMultiplier else { return false }
      switch text.scalar(before: start) {
      case "近", "约", "約": break
      // 税收超亿元的乡镇 names a threshold, too.
      case "逾", "超": if kind == .measure { return false }
      default: return false
      }
    }
    if isWordBefore(start) || text.scalar(at: start).isChineseNumeralTail(of: text, start) {
      return false
    }
    if text.isRank(start, measure.unit) { return false }
    if words.names.match(text, at: start) != nil || isInShortQuotation(start, measure.end) {
      return false
    }
    return !isCongress(start, measure)
  }

  /// 三成, 七成以上; not 三成立.
  private func isTenths(_ number: NumberReading, _ measure: MeasureReading) -> Bool {
    guard text.has("成", at: measure.unit.lowerBound), !number.isOne else { return false }
    let next = text.scalar(at: measure.end)
    if measure.outerQualifier != nil || !next.isHan { return true }
    return next == "的" || next == "和" || next == "多" || next == "由" || next == "用"
  }

  /// What stands before makes an ordinal, a date or a name of the number.
  private func isWordBefore(_ start: Int) -> Bool {
    switch text.scalar(before: start) {
    case "第", "初", "周", "期", "之", "届", "屆", "统", "唯", "其", "老", "星", "农", "百", "千": true
    case "“", "‘", "「", "〝": true
    case "每", "另", "某", "任", "同", "这", "那", "哪", "各", "何", "這": true
    default: false
    }
  }

  /// “四级三类”: what a quotation of a few words says is a name.
  private func isInShortQuotation(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    var isOpen = false
    for _ in 0..<8 where offset > 0 && !isOpen {
      offset = text.start(before: offset)
      let scalar = text.scalar(at: offset)
      if scalar.isStop || scalar.isComma || scalar.isCloser || scalar == "\n" { return false }
      isOpen = scalar == "“" || scalar == "「" || scalar == "‘" || scalar == "〝"
    }
    guard isOpen else { return false }
    offset = end
    for _ in 0..<8 {
      let scalar = text.scalar(at: offset)
      if scalar == "”" || scalar == "」" || scalar == "’" || scalar == "〞" { return true }
      if scalar.isStop || scalar.isComma || scalar == "\n" { return false }
      offset += text.width(at: offset)
    }
    return false
  }

  /// 一户一策: a second 一 close behind makes a slogan.
  private func isSlogan(_ end: Int) -> Bool {
    var offset = end
    for _ in 0..<3 {
      let scalar = text.scalar(at: offset)
      if scalar == "一" || scalar == "多" { return true }
      guard scalar.isHan else { return false }
      offset += text.width(at: offset)
    }
    return false
  }

  /// 十二届人大二次会议: sessions are numbered, not counted; so are 五个一 and the like.
  private func isCongress(_ start: Int, _ measure: MeasureReading) -> Bool {
    let end = measure.end
    if text.has("一", at: end), text.has("个", before: end) { return true }
    guard text.has("次", before: end) else { return false }
    guard
      text.has("会议", at: end) || text.has("全会", at: end) || text.has("全体", at: end)
        || text.has("會議", at: end)
    else { return false }
    switch text.scalar(before: start) {
    case "大", "会", "届", "委", "协", "會", "屆", "協": return true
    default: return false
    }
  }

  /// Whether a unit, a multiplier or 余 can begin at `offset`; a quick look, to be told in full later.
  private func mayMeasure(at offset: Int) -> Bool {
    let scalar = text.scalar(at: offset)
    guard scalar.isHan || scalar == "%" || scalar == "％" || scalar == " " else { return false }
    if words.units.match(text, at: offset) != nil { return true }
    switch scalar {
    case "万", "亿", "萬", "億", "余", "餘", "多", "来", "來", " ": return true
    default: return false
    }
  }
}

extension TextBytes {
  /// x万余亩, **万元, 数百人: what stands before a multiplier leaves the number open.
  fileprivate func isPlaceholder(before offset: Int) -> Bool {
    let before = scalar(before: offset)
    switch before {
    case "*", "＊", "×", "某", "□", "■", "_", "＿", "○", "数", "數", "几", "幾", "若", "上", "成", "好":
      return true
    default: return before.isLatin
    }
  }
}

extension Unicode.Scalar {
  /// Whether the numeral goes on from one before it that was passed over.
  fileprivate func isChineseNumeralTail(of text: TextBytes, _ start: Int) -> Bool {
    text.scalar(before: start).isChineseNumeral
  }
}
