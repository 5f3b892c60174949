import ReportModel

/// Writes amounts of money in capital numerals, as 《支付结算办法》附件一《正确填写票据和结算凭证的
/// 基本规定》 asks: 1680.32 元 is 壹仟陆佰捌拾元零叁角贰分.
enum CapitalAmount {
  /// The amount in yuan, or nil where it has fractions of a 分 or reaches 10¹⁶ 元.
  ///
  /// An amount that ends at the 元 or the 角 is closed by 整; one with 分 is not. Zeros between
  /// digits are one 零. Where the rule leaves a 零 free, it is written before 角 and not after 万.
  static func text(_ yuan: ExactDecimal) -> String? {
    guard let size = yuan.magnitude?.normalized, size.scale <= 2,
      let cents = size.scaled(byPowerOfTen: 2)?.significand,
      let value = Int(exactly: cents), value < 1_000_000_000_000_000_000
    else { return nil }
    let (whole, rest) = value.quotientAndRemainder(dividingBy: 100)
    var output = yuan.isNegative ? "负" : ""
    if whole > 0 { output += integer(whole) + "元" }
    guard rest > 0 else { return whole > 0 ? output + "整" : "零元整" }
    let (jiao, fen) = rest.quotientAndRemainder(dividingBy: 10)
    if whole > 0, jiao == 0 || whole % 10 == 0 { output += "零" }
    if jiao > 0 { output += digits[jiao] + "角" }
    return output + (fen > 0 ? digits[fen] + "分" : "整")
  }

  private static let digits = ChineseNumeral.Script.capital.digits

  private static func integer(_ value: Int) -> String {
    let (high, low) = value.quotientAndRemainder(dividingBy: 100_000_000)
    let rest = ChineseNumeral.spelled(low, in: .capital)
    guard high > 0 else { return rest }
    let gap = low > 0 && low < 10_000_000 ? "零" : ""
    return ChineseNumeral.spelled(high, in: .capital) + "亿" + gap + rest
  }
}
