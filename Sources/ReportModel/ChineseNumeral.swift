/// Writes whole numbers in Chinese numerals.
public enum ChineseNumeral {
  /// `number` as it is read aloud: 10 is 十, 21 is 二十一, 105 is 一百零五, 20000 is 二万.
  ///
  /// Covers 0 to 99,999,999; other numbers are given in digits, since ordinals and counts in prose
  /// never reach them.
  public static func text(_ number: Int) -> String {
    guard (0...99_999_999).contains(number) else { return String(number) }
    if number == 0 { return "零" }
    var output = ""
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    if high > 0 { output = group(high) + "万" }
    if low > 0 {
      if high > 0, low < 1_000 { output += "零" }
      output += group(low)
    }
    return output.hasPrefix("一十") ? String(output.dropFirst()) : output
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func group(_ number: Int) -> String {
    var output = ""
    var rest = number
    var skipped = false
    for (place, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / place
      rest %= place
      if digit == 0 {
        skipped = !output.isEmpty
      } else {
        if skipped { output += "零" }
        skipped = false
        output += digits[digit] + name
      }
    }
    return output
  }
}
