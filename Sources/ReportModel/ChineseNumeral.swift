/// Writes whole numbers in Chinese numerals.
public enum ChineseNumeral {
  /// `number` as it is read aloud: 10 is 十, 21 is 二十一, 105 is 一百零五, 20000 is 二万.
  ///
  /// Covers 0 to 99,999,999; other numbers are given in digits, since ordinals and counts in prose
  /// never reach them.
  public static func text(_ number: Int) -> String {
    guard (0...99_999_999).contains(number) else { return String(number) }
    if number == 0 { return "零" }
    let output = spelled(number, in: .plain)
    return output.hasPrefix("一十") ? String(output.dropFirst()) : output
  }

  /// The characters numbers are written in.
  package struct Script: Sendable {
    /// The digits from zero on.
    package let digits: [String]
    let thousand: String
    let hundred: String
    let ten: String

    /// 一二三, as in prose.
    package static let plain = Script(
      digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], thousand: "千",
      hundred: "百", ten: "十")
    /// 壹贰叁, as on cheques.
    package static let capital = Script(
      digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], thousand: "仟",
      hundred: "佰", ten: "拾")
  }

  /// A number from 1 to 99,999,999 place by place, zeros between digits as one 零; empty for 0.
  package static func spelled(_ number: Int, in script: Script) -> String {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    guard high > 0 else { return group(low, in: script) }
    let gap = low > 0 && low < 1_000 ? script.digits[0] : ""
    return group(high, in: script) + "万" + gap + group(low, in: script)
  }

  private static func group(_ number: Int, in script: Script) -> String {
    var output = ""
    var rest = number
    var skipped = false
    let places = [(1_000, script.thousand), (100, script.hundred), (10, script.ten), (1, "")]
    for (place, name) in places {
      let digit = rest / place
      rest %= place
      if digit == 0 {
        skipped = !output.isEmpty
      } else {
        if skipped { output += script.digits[0] }
        skipped = false
        output += script.digits[digit] + name
      }
    }
    return output
  }
}
