import ReportModel

/// Writes a list's number in one of Word's number formats (ECMA-376, part 1, clause 17.18.59).
enum ListNumber {
  /// The number in the format of that name; an unknown format counts in digits.
  static func text(_ value: Int, format: String) -> String {
    let special =
      switch format {
      case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
        "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital", "chineseDigital",
        "japaneseDigitalTenThousand":
        chinese(value, format)
      case "chineseLegalSimplified", "japaneseLegal", "ideographLegalTraditional":
        (1...99_999_999).contains(value) ? ChineseNumeral.spelled(value, in: .capital) : nil
      case "ideographTraditional": member(value, of: "甲乙丙丁戊己庚辛壬癸")
      case "ideographZodiac": member(value, of: "子丑寅卯辰巳午未申酉戌亥")
      case "ideographEnclosedCircle": scalar(value, 0x3280, count: 10)
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
        scalar(value, 0x2460, count: 20)
      case "decimalEnclosedParen": scalar(value, 0x2474, count: 20)
      case "decimalEnclosedFullstop": scalar(value, 0x2488, count: 20)
      case "decimalFullWidth", "decimalFullWidth2": fullWidth(value)
      case "decimalZero": value < 10 && value >= 0 ? "0\(value)" : nil
      case "upperLetter": letters(value, from: 0x41)
      case "lowerLetter": letters(value, from: 0x61)
      case "upperRoman": roman(value)
      case "lowerRoman": roman(value)?.lowercased()
      case "ordinal": "\(value)\(ordinalEnding(value))"
      case "none": ""
      default: nil as String?
      }
    return special ?? String(value)
  }

  private static func chinese(_ value: Int, _ format: String) -> String? {
    guard value >= 0 else { return nil }
    guard format.hasSuffix("igital") || format.hasSuffix("TenThousand") else {
      return ChineseNumeral.text(value)
    }
    let digits = Array("〇一二三四五六七八九")
    return String(String(value).utf8.map { digits[Int($0 - 0x30)] })
  }

  private static func member(_ value: Int, of row: String) -> String? {
    let members = Array(row)
    return members.indices.contains(value - 1) ? String(members[value - 1]) : nil
  }

  private static func scalar(_ value: Int, _ first: UInt32, count: Int) -> String? {
    guard (1...count).contains(value) else { return nil }
    return Unicode.Scalar(first + UInt32(value) - 1).map { String(Character($0)) }
  }

  private static func fullWidth(_ value: Int) -> String {
    var output = ""
    for scalar in String(value).unicodeScalars {
      output.unicodeScalars.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
    }
    return output
  }

  /// A to Z, then AA to ZZ: the letter again and again, as Word counts.
  private static func letters(_ value: Int, from first: UInt8) -> String? {
    guard (1...780).contains(value) else { return nil }
    let (times, letter) = (value - 1).quotientAndRemainder(dividingBy: 26)
    return String(
      repeating: Character(Unicode.Scalar(first + UInt8(letter))), count: times + 1)
  }

  private static func roman(_ value: Int) -> String? {
    guard (1...3999).contains(value) else { return nil }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var output = ""
    for (step, mark) in steps {
      while rest >= step {
        output += mark
        rest -= step
      }
    }
    return output
  }

  private static func ordinalEnding(_ value: Int) -> String {
    switch (value % 100, value % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  }
}
