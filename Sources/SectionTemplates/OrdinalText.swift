import ReportModel

/// Writes a list's next number in the shape of the one the template shows.
enum OrdinalText {
  /// `pattern` (`1.`, `（一）`, `一是`) with `value` in place of its numeral, in the same numerals.
  static func text(like pattern: [UInt8], value: Int) -> [UInt8] {
    let scalars = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: { isArabic($0) || isChinese($0) }) else {
      return circled(scalars, value: value) ?? pattern
    }
    let isNumeral = isArabic(scalars[first]) ? isArabic : isChinese
    let end = scalars[first...].firstIndex { !isNumeral($0) } ?? scalars.count
    var output = String.UnicodeScalarView(scalars[..<first])
    let numeral = isArabic(scalars[first]) ? String(value) : ChineseNumeral.text(value)
    output.append(contentsOf: numeral.unicodeScalars)
    output.append(contentsOf: scalars[end...])
    return Array(String(output).utf8)
  }

  /// ① to ⑳ have code points of their own.
  private static func circled(_ scalars: [Unicode.Scalar], value: Int) -> [UInt8]? {
    guard let place = scalars.firstIndex(where: { (0x2460...0x2473).contains($0.value) }),
      (1...20).contains(value), let circle = Unicode.Scalar(UInt32(0x245F + value))
    else { return nil }
    var output = scalars
    output[place] = circle
    return Array(String(String.UnicodeScalarView(output)).utf8)
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十百零".unicodeScalars.contains(scalar)
  }
}
