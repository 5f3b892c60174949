import ReportModel

/// What keeps a text in a number column from being a plain decimal.
enum NumeralText: Equatable {
  /// A dash in place of a figure.
  case dash
  /// 无, 暂无, N/A and the like.
  case word
  /// A slash in place of a figure.
  case slash
  /// A date.
  case date
  /// An error value of a spreadsheet: `#REF!`.
  case spreadsheetError
  /// Digits, points or signs as wide as Chinese characters; what they stand for, if that is plain.
  case fullWidth(plain: String?)
  /// Thousands marks, and the number without them.
  case grouping(plain: String)
  /// Another comma among digits.
  case comma
  /// More than one point.
  case points
  /// `1.2E+05`.
  case exponent
  /// A sign, or a point without a digit before and after it; the number written plainly.
  case form(plain: String)
  /// A currency mark and the number after it.
  case currency(plain: String)
  /// A number and the unit the column has already.
  case sameUnit(plain: String)
  /// A number with 万 or 亿, and the number in the column's unit.
  case multiplier(String, plain: String?)
  /// A number in another power of the column's unit, and the number in the column's own.
  case otherPower(unit: String, plain: String?)
  /// A number and a unit of another kind.
  case otherUnit(unit: String)
  /// A number and a unit, where the column has none.
  case unitWithoutColumn(unit: String)
  /// A number with 余, 近, 以上 and the like.
  case qualifier(String)
  /// Two numbers: `5～10`.
  case range
  /// Chinese numerals.
  case chinese
  /// More than 38 digits.
  case tooLong
  /// Anything else.
  case other

  /// Judges a text that is neither blank nor a plain decimal.
  init(_ text: String, unit: MeasureUnit) {
    if let simple = Self.placeholder(text) {
      self = simple
      return
    }
    let narrow = Self.narrow(text)
    if let plain = Self.spaced(narrow) {
      self = .form(plain: plain)
      return
    }
    if narrow != text, narrow.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
      let isWide = text.unicodeScalars.contains { ("０"..."９").contains($0) }
      if ExactDecimal(narrow) != nil {
        self = .fullWidth(plain: narrow)
        return
      }
      if isWide {
        self = .fullWidth(plain: NumeralText(narrow, unit: unit).plain)
        return
      }
    }
    self = Self.digits(narrow, unit: unit)
  }

  /// Whether a number, or the want of one, was surely meant.
  var isMeantAsNumber: Bool { self != .other && self != .date }

  /// The number that may have been meant.
  var plain: String? {
    switch self {
    case .fullWidth(let plain), .multiplier(_, let plain), .otherPower(_, let plain): plain
    case .grouping(let plain), .form(let plain), .currency(let plain), .sameUnit(let plain): plain
    default: nil
    }
  }

  /// Whether a text stands in place of a value: a dash, a slash, 无 and the like.
  static func isPlaceholder(_ text: String) -> Bool {
    switch placeholder(text) {
    case .dash, .slash, .word: true
    default: false
    }
  }

  private static func placeholder(_ text: String) -> NumeralText? {
    if text.unicodeScalars.allSatisfy({ "-—–－‐‑−─―…~～".unicodeScalars.contains($0) }) {
      return .dash
    }
    if text.unicodeScalars.allSatisfy({ "/\\／＼".unicodeScalars.contains($0) }) { return .slash }
    let words = ["无", "暂无", "没有", "未统计", "未报", "未填", "空", "待报", "待定", "待填", "不详"]
    if words.contains(text)
      || ["n/a", "na", "null", "none", "nan", "nil"].contains(text.lowercased())
    {
      return .word
    }
    if text.hasPrefix("#") { return .spreadsheetError }
    return DateText(text) == .none ? nil : .date
  }

  /// Full-width digits, points, commas and signs in their ASCII forms.
  private static func narrow(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "０"..."９", "．", "，", "－", "＋", "％":
        output.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case "−": output.append("-")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// `1 571` and `1'571` without what sets the thousands apart; nil for anything else.
  private static func spaced(_ text: String) -> String? {
    let marks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}", "'", "’"]
    let groups = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { marks.contains($0) })
    guard groups.count > 1, let first = groups.first,
      (1...3).contains(first.drop { $0 == "-" }.count),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
      groups.last?.prefix(while: { $0 != "." }).count == 3
    else { return nil }
    let plain = groups.map { String(String.UnicodeScalarView($0)) }.joined()
    return ExactDecimal(plain) == nil ? nil : plain
  }

  private static func digits(_ text: String, unit: MeasureUnit) -> NumeralText {
    var rest = text.unicodeScalars[...]
    let before = String(String.UnicodeScalarView(rest.prefix { !isNumeral($0) })).trimmedBlanks
    rest = rest.drop { !isNumeral($0) }
    let number = String(String.UnicodeScalarView(rest.prefix { isNumeral($0) }))
    let after = String(String.UnicodeScalarView(rest.drop { isNumeral($0) })).trimmedBlanks
    guard number.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else {
      let numerals = "〇零一二三四五六七八九十百千万亿两兩萬億".unicodeScalars
      return text.unicodeScalars.allSatisfy { numerals.contains($0) } ? .chinese : .other
    }
    if before.isEmpty, after.isEmpty { return bare(number) }
    guard let plain = ungrouped(number) else { return isRange(number, after) ? .range : .other }
    if before.isEmpty { return suffixed(plain, after, unit: unit) }
    if after.isEmpty, ["¥", "￥", "$", "＄", "RMB", "人民币"].contains(before) {
      return .currency(plain: plain)
    }
    return qualifier(at: before, fromStart: true).map { .qualifier($0) } ?? .other
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", ".", ",", "-", "+": true
    default: false
    }
  }

  private static func bare(_ number: String) -> NumeralText {
    let scalars = number.unicodeScalars
    if scalars.filter({ $0 == "." }).count > 1 { return .points }
    if scalars.contains(",") {
      return ungrouped(number).map { .grouping(plain: $0) } ?? .comma
    }
    if let plain = trimmedForm(number) { return .form(plain: plain) }
    if scalars.dropFirst().contains("-") { return .range }
    return scalars.count > 38 ? .tooLong : .other
  }

  /// `1,234.5` as `1234.5`, a plain decimal as it is; nil where commas stand elsewhere.
  private static func ungrouped(_ number: String) -> String? {
    guard number.utf8.contains(UInt8(ascii: ",")) else {
      return ExactDecimal(number) == nil ? nil : number
    }
    let whole = number.prefix { $0 != "." }
    let groups = whole.drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let plain = String(number.filter { $0 != "," })
    return ExactDecimal(plain) == nil ? nil : plain
  }

  /// `+5`, `.5` and `5.` written plainly.
  private static func trimmedForm(_ number: String) -> String? {
    var plain = number.hasPrefix("+") ? String(number.dropFirst()) : number
    if plain.hasSuffix(".") { plain.removeLast() }
    if plain.hasPrefix(".") { plain = "0" + plain }
    if plain.hasPrefix("-.") { plain = "-0" + plain.dropFirst() }
    return plain != number && ExactDecimal(plain) != nil ? plain : nil
  }

  private static func isRange(_ number: String, _ after: String) -> Bool {
    after.unicodeScalars.first.map { "~～—–-至到".unicodeScalars.contains($0) } ?? false
      || number.dropFirst().contains("-")
  }

  private static func suffixed(
    _ plain: String, _ after: String, unit: MeasureUnit
  ) -> NumeralText {
    if isExponent(after) { return .exponent }
    if isRange(plain, after) { return .range }
    if let word = qualifier(at: after, fromStart: true) ?? qualifier(at: after, fromStart: false) {
      return .qualifier(word)
    }
    let found = MeasureUnit(after)
    if !unit.text.isEmpty, found.powerOfTen == unit.powerOfTen, found.base == unit.base {
      return .sameUnit(plain: plain)
    }
    let converted = ExactDecimal(plain)?.scaled(
      byPowerOfTen: multiplierPower(after) ?? found.powerOfTen)?
      .scaled(byPowerOfTen: -unit.powerOfTen)?.normalized.description
    if multiplierPower(after) != nil { return .multiplier(after, plain: converted) }
    if unit.text.isEmpty { return .unitWithoutColumn(unit: after) }
    return found.isCommensurable(with: unit)
      ? .otherPower(unit: after, plain: converted) : .otherUnit(unit: after)
  }

  /// The power of ten of a text that is nothing but 百, 千, 万, 亿.
  private static func multiplierPower(_ text: String) -> Int? {
    guard text.unicodeScalars.allSatisfy({ "百千万亿萬億".unicodeScalars.contains($0) }) else {
      return nil
    }
    return MeasureUnit(text + "元").powerOfTen
  }

  private static func isExponent(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "E" || first == "e" else { return false }
    return text.unicodeScalars.dropFirst().allSatisfy { isNumeral($0) } && text.utf8.count > 1
  }

  /// The longest qualifier that the text begins or ends with.
  private static func qualifier(at text: String, fromStart: Bool) -> String? {
    let bytes = text.utf8
    return Qualifier.words.filter { word in
      fromStart
        ? bytes.starts(with: word.utf8) : bytes.reversed().starts(with: word.utf8.reversed())
    }
    .max { $0.utf8.count < $1.utf8.count }
  }
}
